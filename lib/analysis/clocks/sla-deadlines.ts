/** What a target's own events say of its breach and its deadline. */
import type { Iso } from '../../ticket/basics';
import type { Sla } from '../../ticket/events';

/**
 * The first breach that a later change did not cancel. Zendesk keeps cancelled breaches in the list, and a
 * breach at the very end is none: exactly on target is met.
 */
export function firstStandingBreach(events: readonly Sla[], end: Iso | undefined, now: Iso): Sla | undefined {
  let lastCancelled = '';
  for (const event of events) {
    if (event.phase === 'breach_cancelled' && event.time.at > lastCancelled) lastCancelled = event.time.at;
  }
  return events.find(
    ({ phase, time }) =>
      phase === 'breached' && time.at > lastCancelled && (end === undefined ? time.at <= now : time.at < end),
  );
}

export interface Deadline {
  due: Iso;
  /** When another deadline took its place, or the clock stopped; absent while it stands. */
  until?: Iso;
}

/**
 * The deadline that counts: the first that passed while it was in force, because moving a deadline afterwards
 * does not keep it; else the one in force when the clock stopped.
 */
export function decisiveDeadline(
  events: readonly Sla[],
  end: Iso | undefined,
  now: Iso,
): Deadline | undefined {
  const told = events.filter((event) => event.due !== undefined);
  let last: Deadline | undefined;
  for (const [index, event] of told.entries()) {
    if (event.due === undefined) continue;
    const until = told[index + 1]?.time.at ?? end;
    last = { due: event.due, ...(until === undefined ? {} : { until }) };
    if ((until ?? now) > event.due) return last;
  }
  return last;
}
