import { formatLongDay, formatTime } from '../../lib/language/dates';
import { describeEvent } from '../../lib/language/describe-event';
import type { Person } from '../../lib/ticket/basics';
import type { TicketEvent } from '../../lib/ticket/events';
import { EvidenceLink, glyphOf } from '../ui/Evidence';
import { Glyph } from '../ui/Glyph';
import styles from './Timeline.module.css';

export type Row =
  | { kind: 'day'; key: string; day: string }
  | { kind: 'event'; key: string; event: TicketEvent };

interface RowContext {
  people: ReadonlyMap<string, Person>;
  zone: string;
  /** What stands beside an entry and below it. */
  beside: (event: TicketEvent) => React.ReactNode;
}

export interface RowsProps extends RowContext {
  rows: readonly Row[];
}

/** One event, or the day that the next ones fall on. */
export function RowContent({ row, people, zone, beside }: RowContext & { row: Row }) {
  if (row.kind === 'day') return <div className={styles.day}>{row.day}</div>;
  return (
    <>
      <Entry event={row.event} people={people} zone={zone} />
      {beside(row.event)}
    </>
  );
}

function Entry({ event, people, zone }: { event: TicketEvent; people: RowsProps['people']; zone: string }) {
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
        <span className={styles.text}>{describeEvent(event, people)}</span>
      </span>
    </EvidenceLink>
  );
}

export function rowClass(row: Row): string | undefined {
  if (row.kind === 'day') return undefined;
  const { event } = row;
  if (event.kind === 'message') return event.audience === 'customer' ? undefined : styles.internal;
  return event.kind === 'sla' && event.phase === 'breached' ? styles.breach : styles.change;
}
