import { memo, useEffect, useState } from 'react';
import { restored } from '../../lib/postmortem/restored';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { StoreProblem } from '../../lib/storage/problems';
import type { Store } from '../../lib/storage/store';
import type { VersionInfo } from '../../lib/storage/versions';
import type { Iso } from '../../lib/ticket/basics';
import type { Result } from '../../lib/ticket/problem';
import { FoldedSection } from '../ui/FoldedSection';
import { StatusPanel } from '../ui/StatusPanel';
import styles from './History.module.css';
import { VersionChanges } from './VersionChanges';
import { VersionTime } from './VersionTime';

interface HistoryProps {
  store: Pick<Store, 'versions' | 'version'>;
  postmortem: Postmortem;
  /** When it was last saved; absent while something is not. */
  savedAt: Iso | undefined;
  onRestore: (rev: number) => Promise<Result<number, StoreProblem>>;
}

/** Earlier versions of a postmortem: what differs from the present one, and the way back. */
export const HistorySection = memo(function HistorySection(props: HistoryProps) {
  return (
    <FoldedSection title="History">
      <Versions {...props} />
    </FoldedSection>
  );
});

function Versions({ store, postmortem, savedAt, onRestore }: HistoryProps) {
  const { id } = postmortem;
  const [versions, setVersions] = useState<VersionInfo[]>();
  const [open, setOpen] = useState<{ rev: number; postmortem: Postmortem }>();
  const [problem, setProblem] = useState<StoreProblem>();
  const [isRestored, setRestored] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each save may have kept a version
  useEffect(() => {
    let gone = false;
    store.versions(id).then(
      (found) => !gone && setVersions(found),
      () => undefined, // shown where saving fails too
    );
    return () => {
      gone = true;
    };
  }, [store, id, postmortem.updatedAt, savedAt]);

  const toggle = async (rev: number) => {
    setProblem(undefined);
    setRestored(false);
    if (open?.rev === rev) return setOpen(undefined);
    const found = await store.version(id, rev);
    if (!found.ok) setProblem(found.problem);
    else if (found.value) setOpen({ rev, postmortem: found.value });
  };
  const restore = async (rev: number) => {
    const result = await onRestore(rev);
    if (!result.ok) return setProblem(result.problem);
    setOpen(undefined);
    setRestored(true);
  };
  if (versions?.length === 0)
    return (
      <p className="soft">
        No earlier version yet. One is kept of the first draft, every ten minutes while you write, and before
        each pull.
      </p>
    );
  return (
    <>
      {problem && <StatusPanel role="alert" glyph="doubt" title={problem.message} text={problem.next} />}
      <p role="status" className={isRestored ? 'soft' : 'hidden-text'}>
        {isRestored && 'Restored. What it replaced is in this list.'}
      </p>
      <ul className={styles.versions}>
        {versions?.map((version) => (
          <li key={version.rev} className={styles.version}>
            <button
              type="button"
              className={styles.row}
              aria-expanded={open?.rev === version.rev}
              onClick={() => void toggle(version.rev)}
            >
              <VersionTime {...version} />
            </button>
            {open?.rev === version.rev && (
              <VersionChanges
                version={restored(open.postmortem, postmortem, postmortem.updatedAt)}
                present={postmortem}
                onRestore={() => void restore(version.rev)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
