import { changedPlaces, placeName, wordsAt } from '../../lib/postmortem/changed-places';
import type { Postmortem } from '../../lib/postmortem/schema';
import { Button } from '../ui/Button';
import styles from './History.module.css';
import { WordDiff } from './WordDiff';

interface VersionChangesProps {
  /** The document as it would be with the version's words. */
  version: Postmortem;
  present: Postmortem;
  onRestore: () => void;
}

/** What changed from a version to the present text, part by part. */
export function VersionChanges({ version, present, onRestore }: VersionChangesProps) {
  const places = changedPlaces(version, present);
  return (
    <div className={styles.changes}>
      {places.length === 0 && <p className="soft">The same words as now.</p>}
      {places.map((place) => (
        <div key={place} className={styles.place}>
          <h3>{placeName(place)}</h3>
          <Changed before={wordsAt(version, place)} after={wordsAt(present, place)} />
        </div>
      ))}
      {places.length > 0 && (
        <>
          <p className="data soft">
            <del>Struck out</del>: only in this version. <ins>Underlined</ins>: written since.
          </p>
          <div className={styles.buttons}>
            <Button icon="undo" onClick={onRestore}>
              Restore this version
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

/** Something can change that has no words, such as the evidence that is linked to a part. */
function Changed({ before, after }: { before: string; after: string }) {
  return before === after ? (
    <p className="soft">Changed, though not in words.</p>
  ) : (
    <WordDiff before={before} after={after} />
  );
}
