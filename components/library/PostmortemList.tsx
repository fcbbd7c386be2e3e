import { useEffect, useState } from 'react';
import { formatLongDay } from '../../lib/language/dates';
import { unbroken } from '../../lib/language/unbroken';
import { openOptionsPage } from '../../lib/platform/options-page';
import type { Store } from '../../lib/storage/store';
import type { Summary } from '../../lib/storage/summaries';
import { Button, IconButton } from '../ui/Button';
import { StatusPanel } from '../ui/StatusPanel';
import { TextInput } from '../ui/TextArea';
import { BackupSection } from './BackupSection';
import { OpenFile } from './OpenFile';
import { type Opened, openRecord } from './open-record';
import styles from './PostmortemList.module.css';

interface PostmortemListProps {
  store: Store;
  onBack: () => void;
  onOpen: (opened: Opened) => void;
}

/** Earlier postmortems, newest first; deleting can be undone. */
export function PostmortemList({ store, onBack, onOpen }: PostmortemListProps) {
  const [text, setText] = useState('');
  const [all, setAll] = useState<Summary[]>();
  const [deleted, setDeleted] = useState<Summary>();
  const [problem, setProblem] = useState<string>();
  useEffect(
    () => store.watchList(setAll, { text }, (found) => setProblem(`${found.message} ${found.next}`)),
    [store, text],
  );

  const open = async (summary: Summary) => {
    setProblem(undefined);
    const opened = await openRecord(store, summary.id);
    if (typeof opened === 'string') setProblem(opened);
    else onOpen(opened);
  };
  const remove = async (summary: Summary) => {
    setProblem(undefined);
    const result = await store.remove(summary.id);
    if (result.ok) setDeleted(summary);
    else setProblem(`${result.problem.message} ${result.problem.next}`);
  };
  const undo = async () => {
    if (!deleted) return;
    setProblem(undefined);
    const result = await store.restore(deleted.id);
    if (result.ok) setDeleted(undefined);
    else setProblem(`${result.problem.message} ${result.problem.next}`);
  };

  return (
    <>
      <header className={styles.head}>
        <IconButton icon="back" label="Back" onClick={onBack} />
        <h1>Postmortems</h1>
        {all && <span className="data soft num">{all.length}</span>}
        <Button variant="quiet" onClick={openOptionsPage}>
          Site access
        </Button>
      </header>
      <main>
        {(all?.length !== 0 || text !== '') && (
          <div className={styles.search}>
            <TextInput
              type="search"
              aria-label="Search postmortems"
              placeholder="Search words, ticket, customer"
              value={text}
              onText={setText}
            />
          </div>
        )}
        <OpenFile store={store} onOpen={onOpen} />
        {problem && <StatusPanel role="alert" glyph="doubt" title="That did not work" text={problem} />}
        {all?.length === 0 && <NothingHere searched={text !== ''} />}
        <ul>
          {all?.map((summary) => (
            <li key={summary.id} className={styles.row}>
              <button type="button" className={styles.open} onClick={() => void open(summary)}>
                <span className={styles.title}>{summary.title || summary.subject}</span>
                <span className={styles.meta}>
                  {summary.label} #{summary.key} · {summary.customer} ·{' '}
                  {unbroken(formatLongDay(summary.updatedAt))}
                </span>
                <span className={styles.meta}>{stateWords(summary)}</span>
              </button>
              <IconButton
                icon="bin"
                label={`Delete ${summary.title || summary.subject}`}
                onClick={() => void remove(summary)}
              />
            </li>
          ))}
        </ul>
        <BackupSection store={store} />
      </main>
      {deleted && (
        <div className={styles.undo} role="status">
          <span>Deleted. It can be brought back while this list is open.</span>
          <Button variant="small" icon="undo" onClick={() => void undo()}>
            Undo
          </Button>
        </div>
      )}
    </>
  );
}

/** "SEV-1 · draft · 3 open actions". */
function stateWords({ severity, status, openActions }: Summary): string {
  const actions = openActions === 1 ? '1 open action' : `${openActions} open actions`;
  return [severity, status?.replace('_', ' '), actions].filter((part) => part !== undefined).join(' · ');
}

function NothingHere({ searched }: { searched: boolean }) {
  return searched ? (
    <StatusPanel
      glyph="noted"
      title="Nothing found"
      text="Try fewer words, a ticket number, or the customer’s name."
    />
  ) : (
    <StatusPanel
      glyph="noted"
      title="No postmortems yet"
      text="Open an escalated ticket and choose Start postmortem. Drafts are kept in this browser."
    />
  );
}
