import { lazy, Suspense } from 'react';
import { formatTime } from '../../lib/language/dates';
import type { TicketEvent } from '../../lib/ticket/events';
import type { Capture } from '../../lib/ticket/schema';
import type { Corrections } from '../panel/use-corrections';
import { IconButton } from '../ui/Button';
import styles from './Timeline.module.css';

const Explanation = lazy(() => import('./Explanation').then((module) => ({ default: module.Explanation })));

interface WhereFromProps {
  event: TicketEvent;
  capture: Capture;
  /** Absent where nothing can be corrected. */
  corrections: Corrections | undefined;
  isOpen: boolean;
  onToggle: () => void;
}

/** Beside an entry the question where it came from, below it the answer. */
export function WhereFrom({ event, capture, corrections, isOpen, onToggle }: WhereFromProps) {
  return (
    <>
      <span className={styles.from}>
        <IconButton
          icon="info"
          label={`Where from? Entry at ${formatTime(event.time.at)}`}
          aria-expanded={isOpen}
          onClick={onToggle}
        />
      </span>
      {isOpen && (
        <Suspense>
          <Explanation event={event} capture={capture} corrections={corrections} />
        </Suspense>
      )}
    </>
  );
}
