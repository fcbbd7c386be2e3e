/** The SLA clocks as stretches of time, one lane per metric: running, paused, outside hours, over its target. */
import type { Iso, SlaMetric } from '../ticket/basics';
import type { EventId } from '../ticket/events';
import type { ClockSegment } from './clocks/types';
import { isMissed } from './missed';
import type { Analysis, SlaOutcome } from './types';

export interface ClockStretch {
  from: Iso;
  to: Iso;
  state: ClockSegment['state'] | 'over';
  /** The event that began it; a stretch over the target began by itself. */
  opened?: EventId;
}

export interface ClockLane {
  metric: SlaMetric;
  stretches: ClockStretch[];
  /** Deadlines that were missed, to be marked. */
  missedAt: Iso[];
  /** The cycle that speaks for the lane: the worst, or the last. */
  outcome: SlaOutcome;
}

export function clockLanes(analysis: Analysis): ClockLane[] {
  const lanes = new Map<SlaMetric, ClockLane>();
  const clocks = new Map(analysis.clocks.map((clock) => [clock.instance, clock]));
  for (const outcome of analysis.slas) {
    const lane = lanes.get(outcome.metric);
    const segments = clocks.get(outcome.instance)?.segments ?? [];
    const stretches = segments.flatMap((segment) => split(segment, outcome.breachedAt));
    const missedAt =
      outcome.breachedAt === undefined || outcome.state === 'cancelled' ? [] : [outcome.breachedAt];
    if (!lane) lanes.set(outcome.metric, { metric: outcome.metric, stretches, missedAt, outcome });
    else {
      lane.stretches.push(...stretches);
      lane.missedAt.push(...missedAt);
      if (isWorse(outcome, lane.outcome)) lane.outcome = outcome;
    }
  }
  return [...lanes.values()];
}

function isWorse(a: SlaOutcome, b: SlaOutcome): boolean {
  if (isMissed(a.state) !== isMissed(b.state)) return isMissed(a.state);
  return isMissed(a.state) ? (a.overMs ?? 0) > (b.overMs ?? 0) : (a.actualMs ?? 0) >= (b.actualMs ?? 0);
}

/** What ran after the breach is over the target. */
function split({ from, to, state, opened }: ClockSegment, breachedAt: Iso | undefined): ClockStretch[] {
  if (state !== 'running' || breachedAt === undefined || breachedAt >= to)
    return [{ from, to, state, opened }];
  if (breachedAt <= from) return [{ from, to, state: 'over', opened }];
  return [
    { from, to: breachedAt, state: 'running', opened },
    { from: breachedAt, to, state: 'over' },
  ];
}
