import { useEffect, useId, useRef, useState } from 'react';
import sectionStyles from '../ui/Section.module.css';

interface PartProps {
  id: string;
  title: string;
  /** State, or what one would like to know without unfolding it. */
  aside?: React.ReactNode;
  /** Whether it begins unfolded; a person's own choice holds from then on. */
  open: boolean;
  /** Folds it the moment this turns true. */
  closesOn?: boolean;
  children: React.ReactNode;
}

/** A part that folds away once it is done with; a link to it, or to something in it, unfolds it (`goToPart`). */
export function Part({ id, title, aside, open, closesOn = false, children }: PartProps) {
  const heading = useId();
  const [isOpen, setOpen] = useState(open);
  const fold = useRef<HTMLElement>(null);
  const wasClosed = useRef(closesOn);
  useEffect(() => {
    if (closesOn && !wasClosed.current) {
      // The button that had the focus goes with what is inside.
      fold.current?.focus();
      setOpen(false);
    }
    wasClosed.current = closesOn;
  }, [closesOn]);
  return (
    <section className={sectionStyles.folded} id={id} aria-labelledby={heading}>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary ref={fold} className={sectionStyles.header}>
          <h2 id={heading}>{title}</h2>
          {aside !== undefined && <span className={sectionStyles.aside}>{aside}</span>}
        </summary>
        {isOpen && <div className={sectionStyles.inside}>{children}</div>}
      </details>
    </section>
  );
}

/** A field of the document: its part, and what to move to in it. */
export interface Place {
  part: string;
  target: string;
}

/** Unfolds what `partId` names, and moves to `target` inside it, else to the part; the focus goes along. */
export function goToPart(partId: string, target = partId): void {
  const part = document.getElementById(partId);
  const fold = part?.querySelector('details');
  if (fold && !fold.open) fold.open = true;
  // What is inside is drawn after the fold has told that it is open.
  requestAnimationFrame(() => {
    const found = document.getElementById(target) ?? part;
    found?.scrollIntoView({ block: 'start' });
    const field = found?.matches('textarea, input, select, button, summary')
      ? found
      : found?.querySelector<HTMLElement>('textarea, input, select, button, summary');
    if (field instanceof HTMLElement) field.focus({ preventScroll: true });
  });
}
