/** Stretches of a clock before hours are taken into account, and what is asked of them. */
import type { Iso } from '../../ticket/basics';
import type { EventId } from '../../ticket/events';
import type { Hours } from '../calendar/hours';
import { elapsed, firstIndex } from '../positions';
import type { ClockSegment } from './types';

export interface Run {
  from: Iso;
  to: Iso;
  state: 'running' | 'paused' | 'uncertain';
  opened: EventId;
  closed?: EventId;
}

/** Adds a run in time order; one that only continues the last is joined to it, so a pause is never two. */
export function addRun(runs: Run[], run: Run): void {
  if (run.from >= run.to) return;
  const last = runs.at(-1);
  if (last?.state !== run.state || last.to !== run.from) runs.push(run);
  else {
    last.to = run.to;
    if (run.closed === undefined) delete last.closed;
    else last.closed = run.closed;
  }
}

/** The part of the runs inside a span, whose own events stand at its two ends. */
export function clipRuns(
  runs: readonly Run[],
  span: Omit<Run, 'state' | 'closed'> & { closed?: EventId | undefined },
): Run[] {
  const found: Run[] = [];
  for (let index = firstIndex(runs, (run) => run.to > span.from); index < runs.length; index++) {
    const run = runs[index];
    if (!run || run.from >= span.to) break;
    const { from, opened } = run.from > span.from ? run : span;
    const end = run.to < span.to ? run : span;
    const clipped: Run = { from, to: end.to, state: run.state, opened };
    if (end.closed !== undefined) clipped.closed = end.closed;
    addRun(found, clipped);
  }
  return found;
}

/** Running time outside the hours is set apart. */
export function segmentsIn(runs: readonly Run[], hours: Hours): ClockSegment[] {
  return hours.known
    ? runs.flatMap((run) => (run.state === 'running' ? splitByHours(run, hours) : run))
    : [...runs];
}

function splitByHours({ from, to, opened, closed }: Run, hours: Hours): ClockSegment[] {
  const segments: ClockSegment[] = [];
  let at = from;
  const add = (until: Iso, state: 'running' | 'outside') => {
    if (at < until) segments.push({ from: at, to: until, state, opened });
    at = until;
  };
  for (const open of hours.open(from, to)) {
    add(open.from, 'outside');
    add(open.to, 'running');
  }
  add(to, 'outside');
  const last = segments.at(-1);
  if (last && closed !== undefined) last.closed = closed;
  return segments;
}

/** What counts, and what would with the closed hours. */
export function sumsOf(segments: readonly ClockSegment[]): { valueMs: number; calendarMs: number } {
  let [valueMs, outsideMs] = [0, 0];
  for (const { from, to, state } of segments) {
    if (state === 'running') valueMs += elapsed(from, to);
    else if (state === 'outside') outsideMs += elapsed(from, to);
  }
  return { valueMs, calendarMs: valueMs + outsideMs };
}

/**
 * The first instant from which the running time is over the target: exactly on target is in time. At the close of
 * the hours or in a pause that is when it runs again.
 */
export function passedAt(segments: readonly ClockSegment[], targetMs: number): Iso | undefined {
  return reach(segments, targetMs, (length, left) => length > left);
}

/** When it reached, or would have reached, the target had it run on; a clock that stands still is not due. */
export function dueAt(segments: readonly ClockSegment[], targetMs: number, hours: Hours): Iso | undefined {
  const reached = reach(segments, targetMs, (length, left) => length >= left);
  const last = segments.at(-1);
  if (reached !== undefined || last === undefined) return reached;
  if (last.state === 'paused' || last.state === 'uncertain') return undefined;
  return hours.add(last.to, Math.max(0, targetMs - sumsOf(segments).valueMs));
}

function reach(
  segments: readonly ClockSegment[],
  targetMs: number,
  isIn: (length: number, left: number) => boolean,
): Iso | undefined {
  let left = targetMs;
  for (const { from, to, state } of segments) {
    if (state !== 'running') continue;
    const length = elapsed(from, to);
    if (isIn(length, left)) return new Date(Date.parse(from) + left).toISOString();
    left -= length;
  }
  return undefined;
}
