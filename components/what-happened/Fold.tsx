import { useState } from 'react';
import styles from './Clocks.module.css';

/** A row that unfolds; what is inside is drawn once it is asked for. */
export function Fold({ summary, children }: { summary: React.ReactNode; children: React.ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && <div className={styles.inside}>{children}</div>}
    </details>
  );
}
