import { placeName } from '../../lib/postmortem/changed-places';
import type { WindowConflict } from '../../lib/postmortem/merge-windows';
import { settleConflict, wordsOfValue } from '../../lib/postmortem/settle-conflict';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button } from '../ui/Button';
import { StatusPanel } from '../ui/StatusPanel';
import styles from './History.module.css';
import { WordDiff } from './WordDiff';

/** What this window and another one wrote into one place, each with both texts, until the person has chosen. */
export function WindowConflicts({ session }: { session: PostmortemSession }) {
  const { saveState, conflicts } = session;
  if (saveState.kind !== 'conflict') return null;
  if (saveState.problem.deletedAt !== undefined) return <Deleted session={session} />;
  return (
    <StatusPanel
      role="alert"
      glyph="doubt"
      title={
        conflicts.length > 1
          ? `${conflicts.length} parts were changed in another window too`
          : 'This was changed in another window too'
      }
      text="Everything else is merged. Choose what stands here; until then nothing more is saved."
    >
      {conflicts.map((conflict) => (
        <OneConflict key={conflict.path.join('.')} conflict={conflict} session={session} />
      ))}
    </StatusPanel>
  );
}

function OneConflict({ conflict, session }: { conflict: WindowConflict; session: PostmortemSession }) {
  const { mine, theirs } = conflict;
  const canKeepBoth =
    session.postmortem && settleConflict(session.postmortem, conflict, 'both') !== undefined;
  const [here, there] = [wordsOfValue(mine), wordsOfValue(theirs)];
  return (
    <fieldset className={styles.choice}>
      <legend>{placeName(conflict.path.join('.'))}</legend>
      <div className={styles.side}>
        <p>In this window</p>
        <WordDiff before={here} after={there} only="before" />
      </div>
      <div className={styles.side}>
        <p>In the other window</p>
        <WordDiff before={here} after={there} only="after" />
      </div>
      <div className={styles.buttons}>
        <Button variant="small" onClick={() => session.settle(conflict, 'mine')}>
          Keep mine
        </Button>
        <Button variant="small" onClick={() => session.settle(conflict, 'theirs')}>
          Take the other
        </Button>
        {canKeepBoth && (
          <Button variant="small" onClick={() => session.settle(conflict, 'both')}>
            Keep both
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function Deleted({ session }: { session: PostmortemSession }) {
  const { saveState } = session;
  if (saveState.kind !== 'conflict') return null;
  return (
    <StatusPanel
      role="alert"
      glyph="doubt"
      title={saveState.problem.message}
      text="What you wrote is still in this window. Keeping it brings the postmortem back."
      buttons={
        <>
          <Button onClick={() => session.settleDeletion('theirs')}>Leave it deleted</Button>
          <Button variant="primary" onClick={() => session.settleDeletion('mine')}>
            Keep mine
          </Button>
        </>
      }
    />
  );
}
