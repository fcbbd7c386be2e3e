import { isSolved } from '../../lib/analysis/segments';
import type { Analysis } from '../../lib/analysis/types';
import { formatStamp } from '../../lib/language/dates';
import { DRAFT_HOURS, resolvedAt } from '../../lib/postmortem/follow-ups';
import type { Capture } from '../../lib/ticket/schema';
import { Button } from '../ui/Button';
import { Glyph } from '../ui/Glyph';
import styles from './Notices.module.css';
import { useSolvedOffer } from './use-solved-offer';

const HOUR_MS = 3_600_000;

interface SolvedNoticeProps {
  ticketId: string;
  /** The ticket as it was seen before, where it was. */
  earlier: Capture | undefined;
  analysis: Analysis;
  onStart: () => void;
}

/** The moment at which a postmortem begins to be due, with the way to begin: it stays until one of its buttons is pressed. */
export function SolvedNotice({ ticketId, earlier, analysis, onStart }: SolvedNoticeProps) {
  const from = resolvedAt(analysis);
  const wasOpen = earlier !== undefined && !isSolved(earlier.ticket.status);
  const { isOffered, decline } = useSolvedOffer(ticketId, from, wasOpen);
  if (!isOffered || from === undefined) return null;
  const by = new Date(Date.parse(from) + DRAFT_HOURS * HOUR_MS).toISOString();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <div className={styles.offer} role="status">
      <Glyph name="done" />
      <span className={styles.words}>
        This ticket was solved. The draft {Date.parse(by) < Date.now() ? 'was' : 'is'} due by{' '}
        <time dateTime={by} title={`${formatStamp(by, zone)} where you are`}>
          {formatStamp(by)} UTC
        </time>
        .
      </span>
      <span className={styles.answers}>
        <Button variant="small" onClick={onStart}>
          Start postmortem
        </Button>
        <Button variant="quiet" onClick={decline}>
          Not now
        </Button>
      </span>
    </div>
  );
}
