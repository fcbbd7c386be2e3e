import { useId, useState } from 'react';
import styles from './Section.module.css';

interface FoldedSectionProps {
  title: string;
  /** What one would like to know without unfolding it. */
  aside?: React.ReactNode;
  children: React.ReactNode;
}

/** A part of a screen that is asked for now and then; what is inside is drawn once it is. */
export function FoldedSection({ title, aside, children }: FoldedSectionProps) {
  const heading = useId();
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.folded} aria-labelledby={heading}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={styles.header}>
          <h2 id={heading}>{title}</h2>
          {aside !== undefined && <span className={styles.aside}>{aside}</span>}
        </summary>
        {open && <div className={styles.inside}>{children}</div>}
      </details>
    </section>
  );
}
