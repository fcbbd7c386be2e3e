/** One target's own events read in order: how long its clock ran, and when it ran past the target. */
import type { Iso } from '../ticket/basics';
import type { Sla } from '../ticket/events';
import { elapsed } from './positions';

/** Time between start and end less the pauses; starting again while it runs counts once. */
export function runningMs(events: readonly Sla[], end: Iso): number {
  return runs(events, end).reduce((sum, run) => sum + elapsed(run.from, run.to), 0);
}

/** When the running time reached the target, if it went past it before the end. */
export function passedAt(events: readonly Sla[], targetMs: number, end: Iso): Iso | undefined {
  let left = targetMs;
  for (const run of runs(events, end)) {
    const length = elapsed(run.from, run.to);
    if (length > left) return new Date(Date.parse(run.from) + left).toISOString();
    left -= length;
  }
  return undefined;
}

const stops = new Set<Sla['phase']>(['paused', 'achieved', 'cancelled', 'removed']);

function runs(events: readonly Sla[], end: Iso): { from: Iso; to: Iso }[] {
  const found: { from: Iso; to: Iso }[] = [];
  let since = events.some((event) => event.phase === 'started') ? undefined : events[0]?.time.at;
  for (const { phase, time } of events) {
    if (time.at > end) break;
    if (phase === 'started' || phase === 'resumed') since ??= time.at;
    else if (since !== undefined && stops.has(phase)) {
      found.push({ from: since, to: time.at });
      since = undefined;
    }
  }
  if (since !== undefined && since < end) found.push({ from: since, to: end });
  return found;
}

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
