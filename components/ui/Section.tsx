import { useId } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  title: string;
  aside?: React.ReactNode;
  id?: string;
  className?: string;
  children: React.ReactNode;
}

/** A full-bleed part of a screen, divided from the next by a hairline. */
export function Section({ title, aside, id, className, children }: SectionProps) {
  const heading = useId();
  return (
    <section
      id={id}
      className={[styles.section, className].filter(Boolean).join(' ')}
      aria-labelledby={heading}
    >
      <header className={styles.header}>
        <h2 id={heading}>{title}</h2>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </header>
      {children}
    </section>
  );
}
