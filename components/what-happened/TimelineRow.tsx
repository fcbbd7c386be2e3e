import type { Silence } from '../../lib/analysis/types';
import { formatLongDay, formatTime } from '../../lib/language/dates';
import { describeEvent } from '../../lib/language/describe-event';
import { formatDuration } from '../../lib/language/duration';
import { unbroken } from '../../lib/language/unbroken';
import type { Person } from '../../lib/ticket/basics';
import type { EventId, TicketEvent } from '../../lib/ticket/events';
import { EvidenceLink, glyphOf } from '../ui/Evidence';
import { Glyph } from '../ui/Glyph';
import styles from './Timeline.module.css';

export type Row =
  | { kind: 'day'; key: string; day: string }
  | { kind: 'silence'; key: string; silence: Silence }
  | { kind: 'event'; key: string; event: TicketEvent };

interface RowContext {
  people: ReadonlyMap<string, Person>;
  zone: string;
  tags: ReadonlyMap<EventId, readonly string[]>;
  /** What stands beside an entry and below it. */
  beside: (event: TicketEvent) => React.ReactNode;
}

export interface RowsProps extends RowContext {
  rows: readonly Row[];
}

/** One event, or the day that the next ones fall on. */
export function RowContent({ row, people, zone, tags, beside }: RowContext & { row: Row }) {
  if (row.kind === 'day') return <div className={styles.day}>{row.day}</div>;
  if (row.kind === 'silence') return <Quiet silence={row.silence} />;
  return (
    <>
      <Entry event={row.event} people={people} zone={zone} tags={tags.get(row.event.id) ?? none} />
      {beside(row.event)}
    </>
  );
}

const none: readonly string[] = [];

/** Nothing has a place in time as well. */
function Quiet({ silence: { ms, notes } }: { silence: Silence }) {
  const inside =
    notes.length === 0 ? '' : `; ${notes.length} internal ${notes.length === 1 ? 'note' : 'notes'}`;
  return (
    <div className={styles.quiet}>
      <svg width="40" height="12" aria-hidden="true">
        <rect width="40" height="12" fill="url(#silence)" stroke="var(--bad)" strokeWidth=".75" />
      </svg>
      <span>
        {unbroken(formatDuration(ms))} without a word to the customer{inside}
      </span>
    </div>
  );
}

interface EntryProps {
  event: TicketEvent;
  people: RowsProps['people'];
  zone: string;
  tags: readonly string[];
}

function Entry({ event, people, zone, tags }: EntryProps) {
  const { at } = event.time;
  const isMessage = event.kind === 'message';
  return (
    <EvidenceLink event={event}>
      <time dateTime={at} title={`${formatLongDay(at)} ${at.slice(11, 19)} UTC`}>
        {formatTime(at)}
      </time>
      {zone === 'UTC' ? <span /> : <time className="soft">{formatTime(at, zone)}</time>}
      <Glyph name={glyphOf(event)} size={10} />
      <span className={styles.what}>
        {isMessage && <span className={styles.who}>{people.get(event.actor.id)?.name ?? 'Somebody'}</span>}
        {isMessage && event.actor.team && <span>, {event.actor.team}</span>}
        {isMessage && event.audience !== 'customer' && (
          <span className={styles.mark}>
            {event.audience === 'internal' ? 'Internal' : 'Side conversation'}
          </span>
        )}
        {isMessage && event.auto && <span className={styles.mark}>Automatic</span>}
        {tags.map((tag) => (
          <span key={tag} className={styles.tag}>
            {tag}
          </span>
        ))}
        <span className={styles.text}>{describeEvent(event, people)}</span>
      </span>
    </EvidenceLink>
  );
}

export function rowClass(row: Row): string | undefined {
  if (row.kind !== 'event') return undefined;
  const { event } = row;
  if (event.kind === 'message') return event.audience === 'customer' ? undefined : styles.internal;
  return event.kind === 'sla' && event.phase === 'breached' ? styles.breach : styles.change;
}
