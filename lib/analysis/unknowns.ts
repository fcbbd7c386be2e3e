import type { Capture } from '../ticket/schema';
import type { Segment } from './segments';
import type { Unknown } from './types';

/** What the capture could not tell, in words for the reader of the analysis. */
export function findUnknowns(
  capture: Capture,
  status: readonly Segment[],
  assignee: readonly Segment[],
): Unknown[] {
  const unknowns: Unknown[] = [];
  if (status[0]?.value === undefined) {
    unknowns.push({
      what: 'Status before the first change',
      why: 'the history does not say how the ticket began',
      events: [],
    });
  }
  if (assignee[0]?.value === undefined) {
    unknowns.push({
      what: 'Assignee before the first change',
      why: 'time without an owner may be longer than shown',
      events: [],
    });
  }
  for (const key of capture.ticket.mergedFrom) {
    unknowns.push({
      what: `Merged ticket ${key}`,
      why: 'clocks are those of the ticket it was merged into; how the helpdesk counts merged ones is not documented',
      events: [],
    });
  }
  const doubtful = new Set(capture.coverage.doubtfulTimes);
  const inDoubt = capture.ticket.events.filter((event) => doubtful.has(event.id)).map((event) => event.id);
  if (inDoubt.length > 0) {
    unknowns.push({
      what: inDoubt.length === 1 ? 'The time of 1 event' : `The times of ${inDoubt.length} events`,
      why: 'the helpdesk does not show them exactly',
      events: inDoubt,
    });
  }
  for (const part of capture.coverage.parts) {
    if (part.state !== 'partial' && part.state !== 'refused' && part.state !== 'failed') continue;
    unknowns.push({ what: part.part, why: part.note ?? `only partly read (${part.state})`, events: [] });
  }
  return unknowns;
}
