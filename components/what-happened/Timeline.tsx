import { useMemo, useState } from 'react';
import type { Overlay } from '../../lib/analysis/overlay';
import type { Analysis, Silence } from '../../lib/analysis/types';
import { formatDay, zoneName } from '../../lib/language/dates';
import type { EventId, TicketEvent } from '../../lib/ticket/events';
import { inOrder } from '../../lib/ticket/order';
import type { Capture } from '../../lib/ticket/schema';
import type { Corrections } from '../panel/use-corrections';
import { SaveAnonymised } from '../report/SaveAnonymised';
import { Filters } from '../ui/Filters';
import { Section } from '../ui/Section';
import { entryTags, silencesByEnd } from './entry-tags';
import styles from './Timeline.module.css';
import { type Row, RowContent, type RowsProps, rowClass } from './TimelineRow';
import { type Filter, filterNames, matches } from './timeline-filter';
import { VirtualRows } from './VirtualRows';
import { WhereFrom } from './WhereFrom';

/** Below this a plain list is simpler for the browser, for find-in-page and for print. */
const VIRTUAL_FROM = 150;

/** Everything that happened, UTC beside the viewer's own time; each row takes the page to its entry. */
export function Timeline({
  capture,
  analysis,
  corrections,
}: {
  capture: Capture;
  analysis: Analysis;
  corrections?: Corrections;
}) {
  const [filter, setFilter] = useState<Filter>('all');
  // Kept here, because a long list drops the rows that are out of sight.
  const [explained, setExplained] = useState<ReadonlySet<EventId>>(new Set());
  const events = useMemo(() => inOrder(capture.ticket.events), [capture]);
  const people = useMemo(
    () => new Map(capture.ticket.people.map((person) => [person.id, person])),
    [capture],
  );
  const marks = corrections?.overlay.marks ?? none;
  const tags = useMemo(() => entryTags(analysis, events, marks), [analysis, events, marks]);
  const rows = useMemo(() => {
    const shown = events.filter((event) => matches(filter, event));
    const silences = filter === 'all' || filter === 'customer' ? silencesByEnd(analysis) : new Map();
    return withDays(shown, silences);
  }, [events, filter, analysis]);
  const options = useMemo(
    () =>
      filterNames.map(({ id, label }) => ({
        id,
        label,
        count: events.filter((event) => matches(id, event)).length,
      })),
    [events],
  );
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const first = events[0]?.time.at ?? capture.ticket.createdAt;
  const List = rows.length > VIRTUAL_FROM ? VirtualRows : PlainRows;
  return (
    <Section title="Timeline" aside={`${events.length} ${events.length === 1 ? 'event' : 'events'}`}>
      <Filters label="Show" options={options} chosen={filter} onChoose={setFilter} />
      <div className={styles.columns} aria-hidden="true">
        <span>UTC</span>
        <span>{zone === 'UTC' ? '' : zoneName(first, zone)}</span>
      </div>
      <div className={zone === 'UTC' ? styles.oneZone : undefined}>
        <List
          rows={rows}
          people={people}
          zone={zone}
          tags={tags}
          beside={(event) => (
            <WhereFrom
              event={event}
              capture={capture}
              corrections={corrections}
              isOpen={explained.has(event.id)}
              onToggle={() => setExplained((ids) => toggled(ids, event.id))}
            />
          )}
        />
      </div>
      {rows.length === 0 && <p className={styles.nothing}>Nothing of this kind on this ticket.</p>}
      <div className={styles.report}>
        <span className="soft">Something read wrong?</span>
        <SaveAnonymised capture={capture} />
      </div>
    </Section>
  );
}

function PlainRows({ rows, ...context }: RowsProps) {
  return (
    <ol className={styles.list}>
      {rows.map((row) => (
        <li key={row.key} className={rowClass(row)}>
          <RowContent row={row} {...context} />
        </li>
      ))}
    </ol>
  );
}

function toggled(ids: ReadonlySet<EventId>, id: EventId): ReadonlySet<EventId> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

const none: Overlay['marks'] = [];

function withDays(events: readonly TicketEvent[], silences: ReadonlyMap<EventId, Silence>): Row[] {
  const rows: Row[] = [];
  let day = '';
  for (const event of events) {
    const today = event.time.at.slice(0, 10);
    if (today !== day) {
      day = today;
      rows.push({ kind: 'day', key: `day ${today}`, day: formatDay(event.time.at) });
    }
    const before = silences.get(event.id);
    if (before) rows.push({ kind: 'silence', key: `silence ${event.id}`, silence: before });
    rows.push({ kind: 'event', key: event.id, event });
  }
  const still = silences.get('');
  if (still) rows.push({ kind: 'silence', key: 'silence', silence: still });
  return rows;
}
