import { useEffect, useState } from 'react';
import { type AnonymisedFile, anonymisedFile } from '../../lib/export/anonymised/anonymised-file';
import { downloadText } from '../../lib/platform/download';
import type { Capture } from '../../lib/ticket/schema';
import { Button } from '../ui/Button';
import styles from './AnonymisedNote.module.css';

type State =
  | { kind: 'making' }
  | { kind: 'failed'; why: string }
  | { kind: 'made' | 'saved'; file: AnonymisedFile };

/** What the file holds and what it does not, with its first lines, before it is saved. */
export function AnonymisedNote({ capture }: { capture: Capture }) {
  const [state, setState] = useState<State>({ kind: 'making' });
  useEffect(() => {
    let isWanted = true;
    const show = (next: State) => isWanted && setState(next);
    anonymisedFile(capture).then(
      (file) => show({ kind: 'made', file }),
      (error: unknown) => show({ kind: 'failed', why: String(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [capture]);
  return (
    <section className={styles.note} aria-label="Anonymised capture">
      <p>
        <b>Replaced:</b> names, addresses, texts, subject, tags, fields of your own, file names, rules and
        policies, the site’s address, and the numbers of tickets, entries and people.
      </p>
      <p>
        <b>Kept:</b> what happened in which order, times and time zones, who was customer or company, states,
        targets, counts, and how long texts were.
      </p>
      {state.kind === 'failed' ? (
        <p role="alert">No file could be made. Report these words instead: {state.why}</p>
      ) : (
        state.kind !== 'making' && (
          <Preview state={state} onSaved={() => setState({ kind: 'saved', file: state.file })} />
        )
      )}
    </section>
  );
}

const PREVIEWED_LINES = 60;

function Preview({
  state,
  onSaved,
}: {
  state: Extract<State, { file: AnonymisedFile }>;
  onSaved: () => void;
}) {
  const { name, text } = state.file;
  const save = () => {
    downloadText(name, text, 'application/json');
    onSaved();
  };
  return (
    <>
      <section
        className={styles.lines}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard must be able to scroll it
        tabIndex={0}
        aria-label={`First lines of ${name}`}
      >
        <pre>{text.split('\n', PREVIEWED_LINES).join('\n')}</pre>
      </section>
      <div className={styles.save}>
        <Button variant="small" icon="save" onClick={save}>
          Save the file
        </Button>
        <span className="soft" role="status">
          {state.kind === 'saved'
            ? `Saved as ${name}. It was sent nowhere.`
            : `${Math.ceil(text.length / 1_000)} kB`}
        </span>
      </div>
    </>
  );
}
