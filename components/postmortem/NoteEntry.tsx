import { useRef, useState } from 'react';
import type { AgendaRow } from '../../lib/postmortem/agenda';
import { type NoteKind, noteInMeeting } from '../../lib/postmortem/meeting-notes';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button } from '../ui/Button';
import { TextInput } from '../ui/TextArea';
import styles from './MeetingPart.module.css';

/** Where what is said can go, beside the notes; of an item that is not named here only to the notes or the end. */
const ways: { [item in AgendaRow['id']]?: readonly NoteKind[] } = {
  went: ['wentWell', 'wentBadly', 'lucky'],
  cause: ['action'],
  actions: ['action'],
};

const wayNames: Record<NoteKind, string> = {
  note: 'Note',
  wentWell: 'Went well',
  wentBadly: 'Went badly',
  lucky: 'Lucky',
  action: 'Action',
  parked: 'Park it',
};

const added: Record<NoteKind, string> = {
  note: 'Added to the notes',
  wentWell: 'Added to what went well',
  wentBadly: 'Added to what went badly',
  lucky: 'Added to where we got lucky',
  action: 'Added to the actions, as an idea',
  parked: 'Parked until the closing',
};

/** One line of what is said, and where in the document it belongs. */
export function NoteEntry({ row, onChange }: { row: AgendaRow; onChange: PostmortemSession['change'] }) {
  const [text, setText] = useState('');
  const [said, say] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const add = (kind: NoteKind) => {
    field.current?.focus();
    if (text.trim() === '') return;
    const id = crypto.randomUUID();
    onChange((current, now) => noteInMeeting(current, { kind, item: row.title, text }, { id, now }));
    setText('');
    say(added[kind]);
  };
  const others: readonly NoteKind[] = [...(ways[row.id] ?? []), 'parked'];
  return (
    <form
      className={styles.entry}
      aria-label={`Taking notes: ${row.title}`}
      onSubmit={(event) => {
        event.preventDefault();
        add('note');
      }}
    >
      <TextInput
        ref={field}
        aria-label={`Said in: ${row.title}`}
        value={text}
        placeholder="What was said, in a line"
        onText={(typed) => {
          setText(typed);
          say('');
        }}
      />
      <div className={styles.ways}>
        <Button type="submit" variant="small">
          {wayNames.note}
        </Button>
        {others.map((kind) => (
          <Button key={kind} variant="quiet" onClick={() => add(kind)}>
            {wayNames[kind]}
          </Button>
        ))}
      </div>
      <p role="status" className={said === '' ? 'hidden-text' : 'data soft'}>
        {said}
      </p>
    </form>
  );
}
