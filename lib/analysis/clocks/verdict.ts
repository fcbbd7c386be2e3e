/** A clock held against its target: due, over, and by how much. */
import type { Iso } from '../../ticket/basics';
import type { Hours } from '../calendar/hours';
import type { SlaState } from '../types';
import { dueAt, passedAt, sumsOf } from './runs';
import type { Clock, ClockSegment } from './types';

/** A target and from when it was in force; the first one is in force from the clock's start, however late it came. */
export interface TargetPhase {
  from: Iso;
  targetMs: number;
}

export interface Progress {
  segments: readonly ClockSegment[];
  /** Undefined: it has not ended. */
  ended: 'met' | 'given_up' | undefined;
  hours: Hours;
}

type Verdict = Pick<Clock, 'state' | 'targetMs' | 'dueAt' | 'firstBreachAt' | 'overMs'>;

/**
 * The target that decides is the first that was passed while in force, because a later one does not keep it; else
 * the last one. Exactly on target is kept.
 */
export function verdictOf(progress: Progress, phases: readonly TargetPhase[]): Verdict {
  const decisive = decide(progress.segments, phases);
  if (!decisive) return { state: stateOf(progress, false) };
  const { targetMs, firstBreachAt, countedMs } = decisive;
  const due = dueAt(progress.segments, targetMs, progress.hours);
  const state = stateOf(progress, firstBreachAt !== undefined);
  return {
    state,
    targetMs,
    ...(due === undefined ? {} : { dueAt: due }),
    ...(firstBreachAt === undefined ? {} : { firstBreachAt }),
    ...(state === 'cancelled' ? {} : { overMs: countedMs - targetMs }),
  };
}

interface Decisive {
  targetMs: number;
  firstBreachAt?: Iso;
  /** What had been counted when the target went out of force, or at the end. */
  countedMs: number;
}

function decide(segments: readonly ClockSegment[], phases: readonly TargetPhase[]): Decisive | undefined {
  let last: Decisive | undefined;
  for (const [index, { from, targetMs }] of phases.entries()) {
    const inForce = until(segments, phases[index + 1]?.from);
    const passed = passedAt(inForce, targetMs);
    last = { targetMs, countedMs: sumsOf(inForce).valueMs };
    if (passed !== undefined) return { ...last, firstBreachAt: index > 0 && from > passed ? from : passed };
  }
  return last;
}

function until(segments: readonly ClockSegment[], end: Iso | undefined): readonly ClockSegment[] {
  if (end === undefined) return segments;
  return segments.flatMap((segment) =>
    segment.from >= end ? [] : segment.to <= end ? [segment] : [{ ...segment, to: end }],
  );
}

export function stateOf({ segments, ended }: Progress, breached: boolean): SlaState {
  if (ended === 'given_up' && !breached) return 'cancelled';
  if (ended !== undefined) return breached ? 'breached' : 'achieved';
  const last = segments.at(-1)?.state;
  if (last === 'paused') return breached ? 'paused_breached' : 'paused';
  if (last === 'uncertain' && !breached) return 'unknown';
  return breached ? 'active_breached' : 'active';
}
