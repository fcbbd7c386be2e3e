import type { Iso } from '../../ticket/basics';
import type { EventId, Sla } from '../../ticket/events';
import { addRun, type Run } from './runs';

const starts = new Set<Sla['phase']>(['started', 'resumed']);
const stops = new Set<Sla['phase']>(['achieved', 'cancelled', 'removed']);

/** The events of every target, by its instance. */
export function byInstance(events: readonly Sla[]): Map<string, Sla[]> {
  const instances = new Map<string, Sla[]>();
  for (const event of events) {
    const list = instances.get(event.instance);
    if (list) list.push(event);
    else instances.set(event.instance, [event]);
  }
  return instances;
}

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
  let on: { since: Sla; state: 'running' | 'paused' } | undefined =
    first && !isTold ? { since: first, state: 'running' } : undefined;
  const close = (to: Iso, closed: EventId | undefined) => {
    if (!on) return;
    const run: Run = { from: on.since.time.at, to, state: on.state, opened: on.since.id };
    if (closed !== undefined) run.closed = closed;
    addRun(runs, run);
  };
  const turnTo = (event: Sla, state: 'running' | 'paused' | undefined) => {
    close(event.time.at, event.id);
    on = state && { since: event, state };
  };
  for (const event of events) {
    if (event.time.at > end.at) break;
    if (starts.has(event.phase)) {
      if (on?.state !== 'running') turnTo(event, 'running');
    } else if (event.phase === 'paused') {
      if (on?.state !== 'paused') turnTo(event, 'paused');
    } else if (stops.has(event.phase)) turnTo(event, undefined);
  }
  close(end.at, end.event);
  return runs;
}
