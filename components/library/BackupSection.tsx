import { useRef, useState } from 'react';
import { downloadBlob } from '../../lib/platform/download';
import { backupFileName } from '../../lib/storage/backup';
import { reportInWords } from '../../lib/storage/import-report';
import { StoreFailure, type StoreProblem } from '../../lib/storage/problems';
import type { Store } from '../../lib/storage/store';
import { Button } from '../ui/Button';
import { Section } from '../ui/Section';
import { StatusPanel } from '../ui/StatusPanel';
import styles from './PostmortemList.module.css';

type Outcome = { kind: 'backed_up'; name: string } | { kind: 'restored'; lines: string[] } | StoreProblem;

/** Everything that is stored into a file, and out of one. */
export function BackupSection({ store }: { store: Store }) {
  const [outcome, setOutcome] = useState<Outcome>();
  const [isBusy, setBusy] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  const attempt = async (step: () => Promise<Outcome>) => {
    setBusy(true);
    setOutcome(undefined);
    try {
      setOutcome(await step());
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      setOutcome(error.problem);
    } finally {
      setBusy(false);
    }
  };
  const backUp = () =>
    attempt(async () => {
      const name = backupFileName(new Date().toISOString());
      downloadBlob(name, await store.backup());
      return { kind: 'backed_up', name };
    });
  const restore = (file: File) =>
    attempt(async () => {
      const result = await store.importBackup(file);
      return result.ok ? { kind: 'restored', lines: reportInWords(result.value) } : result.problem;
    });

  return (
    <Section title="Backup">
      <p className="soft">
        One file holds everything Debrief keeps in this browser: postmortems with their history and pictures,
        tickets, corrections and options. Nothing in it is redacted. Restoring adds what is missing and loses
        nothing that is here.
      </p>
      <div className={styles.backup}>
        <Button icon="save" disabled={isBusy} onClick={() => void backUp()}>
          Back up to a file
        </Button>
        <Button disabled={isBusy} onClick={() => chooser.current?.click()}>
          Restore from a file
        </Button>
        <input
          ref={chooser}
          type="file"
          accept="application/json,.json"
          aria-label="Backup file"
          hidden
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // The same file can be chosen once more.
            event.target.value = '';
            if (file) void restore(file);
          }}
        />
      </div>
      {outcome && (
        <div role="status">
          <Told outcome={outcome} />
        </div>
      )}
    </Section>
  );
}

function Told({ outcome }: { outcome: Outcome }) {
  if ('code' in outcome) return <StatusPanel glyph="serious" title={outcome.message} text={outcome.next} />;
  if (outcome.kind === 'backed_up')
    return <p>Saved as {outcome.name}. Keep it where only you can read it.</p>;
  return (
    <>
      <p>Restored.</p>
      <ul className={styles.report}>
        {outcome.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
