/** How sure the times of events are: a number that rests on a doubtful one says so. */
import type { EventId } from '../ticket/events';
import type { Capture } from '../ticket/schema';
import type { Certainty } from './types';

/** Events whose time is not exact; all others are. */
export type Doubts = ReadonlyMap<EventId, Certainty>;

/** A time known only to the minute or worse cannot give an exact length; one the reader doubted may be any. */
export function doubtsOf({ ticket, coverage }: Capture): Doubts {
  const doubts = new Map<EventId, Certainty>();
  for (const id of coverage.doubtfulTimes) doubts.set(id, 'unknown');
  for (const { id, time } of ticket.events) {
    const { precision, earliest, latest } = time;
    if (precision === 'relative' || precision === 'day') doubts.set(id, 'unknown');
    else if (earliest !== undefined && earliest !== latest && !doubts.has(id)) doubts.set(id, 'lower_bound');
  }
  return doubts;
}

/** Of a length of time that lies between these events. */
export function certaintyOf(doubts: Doubts, ids: readonly (EventId | undefined)[]): Certainty {
  let certainty: Certainty = 'exact';
  if (doubts.size === 0) return certainty;
  for (const id of ids) if (id !== undefined) certainty = worse(certainty, doubts.get(id) ?? 'exact');
  return certainty;
}

export function worse(a: Certainty, b: Certainty): Certainty {
  if (a === 'unknown' || b === 'unknown') return 'unknown';
  return a === 'lower_bound' || b === 'lower_bound' ? 'lower_bound' : 'exact';
}
