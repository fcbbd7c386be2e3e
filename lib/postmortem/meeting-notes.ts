/** What is said in the meeting, written down where it belongs in the document. */
import type { Iso } from '../ticket/basics';
import { addAction, editAction, editSection } from './edit';
import { editMeeting } from './edit-plan';
import type { Postmortem } from './schema';

/** `note` stays with its item of the agenda; `parked` waits for the end; the others go into parts of their own. */
export type NoteKind = 'note' | 'parked' | 'wentWell' | 'wentBadly' | 'lucky' | 'action';

interface MeetingNote {
  kind: NoteKind;
  /** The item of the agenda, as its title stands there. */
  item: string;
  text: string;
}

const PARKED = 'Parked';

/** Adds one line. `id` is for an action, should it become one: an idea until it has an owner and a day. */
export function noteInMeeting(
  current: Postmortem,
  { kind, item, text }: MeetingNote,
  { id, now }: { id: string; now: Iso },
): Postmortem {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return current;
  switch (kind) {
    case 'note':
    case 'parked': {
      const notes = withLine(current.meeting.notes, kind === 'note' ? item : PARKED, line);
      return editMeeting(current, { notes }, now);
    }
    case 'action':
      return editAction(addAction(current, id, now), id, { text: line }, now);
    default: {
      const before = current.sections[kind].text.trimEnd();
      return editSection(current, kind, before === '' ? line : `${before}\n${line}`, now);
    }
  }
}

/** What was put aside for the end, in the order it came up. */
export function parkedIn(notes: string): string[] {
  const block = notes.split(/\n{2,}/).find((one) => isAbout(one, PARKED));
  return (block?.split('\n').slice(1) ?? []).map((line) => line.trim()).filter((line) => line !== '');
}

/** The notes are blocks that begin with what they are about; a person may write anything between them. */
function withLine(notes: string, about: string, line: string): string {
  const blocks = notes
    .trimEnd()
    .split(/\n{2,}/)
    .filter((block) => block !== '');
  const at = blocks.findIndex((block) => isAbout(block, about));
  if (at === -1) return [...blocks, `${about}:\n${line}`].join('\n\n');
  return blocks.map((block, index) => (index === at ? `${block.trimEnd()}\n${line}` : block)).join('\n\n');
}

function isAbout(block: string, about: string): boolean {
  return block.trimStart().startsWith(`${about}:`);
}
