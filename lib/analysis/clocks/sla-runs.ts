import type { Iso } from '../../ticket/basics';
import type { EventId, Sla } from '../../ticket/events';
import { addRun, type Run } from './runs';

const starts = new Set<Sla['phase']>(['started', 'resumed']);
const stops = new Set<Sla['phase']>(['achieved', 'cancelled', 'removed']);

/** Whether the helpdesk tells of the clock itself, or only of a target that was set. */
export function isLived(events: readonly Sla[]): boolean {
  return events.some(({ phase }) => phase === 'paused' || starts.has(phase) || phase === 'achieved');
}

/**
 * One target's own events as running and paused stretches up to the end. Starting again while it runs counts once;
 * where no start is told, it starts with the first event.
 */
export function runsOfEvents(events: readonly Sla[], end: { at: Iso; event?: EventId }): Run[] {
  const runs: Run[] = [];
  const [first] = events;
  const isTold = events.some((event) => event.phase === 'started');
  let on: Omit<Run, 'to'> | undefined =
    first && !isTold ? { from: first.time.at, state: 'running', opened: first.id } : undefined;
  const turnTo = (event: Sla, state: 'running' | 'paused' | undefined) => {
    if (on) addRun(runs, { ...on, to: event.time.at, closed: event.id });
    on = state && { from: event.time.at, state, opened: event.id };
  };
  for (const event of events) {
    if (event.time.at > end.at) break;
    if (starts.has(event.phase)) {
      if (on?.state !== 'running') turnTo(event, 'running');
    } else if (event.phase === 'paused') {
      if (on?.state !== 'paused') turnTo(event, 'paused');
    } else if (stops.has(event.phase)) turnTo(event, undefined);
  }
  if (on) addRun(runs, { ...on, to: end.at, ...(end.event === undefined ? {} : { closed: end.event }) });
  return runs;
}
