import type { Iso } from '../ticket/basics';
import type { EventId } from '../ticket/events';
import type { Facts } from './facts';
import type { Readings } from './readings';
import type { Segment } from './segments';

/** When the customer had what they came for: by their own word, else by the last solve. */
export interface Resolution {
  at: Iso;
  event?: EventId;
  how: 'customer_confirmed' | 'solved';
}

/**
 * The customer's last confirmation, unless they wrote again after it and asked for more; without one the last solve.
 * A confirmation before a reopening is none.
 */
export function findResolution(
  facts: Facts,
  readings: Readings,
  solves: readonly Segment[],
  marked: readonly EventId[],
): Resolution | undefined {
  const chosen = marked.map((id) => facts.byId.get(id)).find((event) => event !== undefined);
  if (chosen) return { at: chosen.time.at, event: chosen.id, how: 'customer_confirmed' };
  const last = facts.customerMessages.findLast((message) => !isFarewell(message.id, facts, readings));
  if (last && readings.says(last, 'resolution_confirm')) {
    return { at: last.time.at, event: last.id, how: 'customer_confirmed' };
  }
  const solve = solves.at(-1);
  if (!solve) return undefined;
  return { at: solve.from, ...(solve.opened === undefined ? {} : { event: solve.opened }), how: 'solved' };
}

/** A thanks that confirms nothing, after the confirmation. */
function isFarewell(id: EventId, facts: Facts, readings: Readings): boolean {
  const message = facts.byId.get(id);
  if (message?.kind !== 'message' || !facts.closingRemarks.has(message)) return false;
  return !readings.says(message, 'resolution_confirm');
}
