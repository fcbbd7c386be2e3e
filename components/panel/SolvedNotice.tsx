import { isSolved } from '../../lib/analysis/segments';
import type { Analysis } from '../../lib/analysis/types';
import { formatMoment, formatStamp } from '../../lib/language/dates';
import { DRAFT_HOURS, resolvedAt } from '../../lib/postmortem/follow-ups';
import type { Capture } from '../../lib/ticket/schema';
import { Button } from '../ui/Button';
import { Glyph } from '../ui/Glyph';
import styles from './Notices.module.css';

const HOUR_MS = 3_600_000;

interface SolvedNoticeProps {
  /** The ticket as it was seen before. */
  earlier: Capture;
  analysis: Analysis;
  onStart: () => void;
}

/** The moment at which a postmortem begins to be due: said once, with the way to begin. */
export function SolvedNotice({ earlier, analysis, onStart }: SolvedNoticeProps) {
  const from = resolvedAt(analysis);
  if (from === undefined || isSolved(earlier.ticket.status)) return null;
  const by = new Date(Date.parse(from) + DRAFT_HOURS * HOUR_MS).toISOString();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <div className={styles.strip} role="status">
      <Glyph name="done" />
      <span className={styles.words}>
        This ticket was solved. The draft is due by{' '}
        <time dateTime={by} title={`${formatStamp(by, zone)} where you are`}>
          {formatMoment(by)} UTC
        </time>
        .
      </span>
      <Button variant="small" onClick={onStart}>
        Start postmortem
      </Button>
    </div>
  );
}
