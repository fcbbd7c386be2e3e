/** The SLA clocks as stretches of time, one lane per metric: running, paused, over its target. */
import type { Iso, SlaMetric } from '../ticket/basics';
import type { Sla } from '../ticket/events';
import { inOrder } from '../ticket/order';
import type { Capture } from '../ticket/schema';
import { isMissed } from './slas';
import type { Analysis, SlaOutcome } from './types';

export interface ClockStretch {
  from: Iso;
  to: Iso;
  state: 'running' | 'paused' | 'over';
}

export interface ClockLane {
  metric: SlaMetric;
  stretches: ClockStretch[];
  /** Deadlines that were missed, to be marked. */
  missedAt: Iso[];
  /** The cycle that speaks for the lane: the worst, or the last. */
  outcome: SlaOutcome;
}

export function clockLanes(capture: Capture, analysis: Analysis): ClockLane[] {
  const lanes = new Map<SlaMetric, ClockLane>();
  const events = inOrder(capture.ticket.events).filter((event): event is Sla => event.kind === 'sla');
  for (const outcome of analysis.slas) {
    const own = events.filter((event) => event.instance === outcome.instance);
    const lane = lanes.get(outcome.metric);
    const stretches = stretchesOf(own, outcome, analysis.now);
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

function stretchesOf(events: readonly Sla[], outcome: SlaOutcome, now: Iso): ClockStretch[] {
  const found: ClockStretch[] = [];
  let since: Iso | undefined;
  let state: 'running' | 'paused' = 'running';
  const close = (to: Iso) => {
    if (since !== undefined && since < to)
      found.push(...split({ from: since, to, state }, outcome.breachedAt));
    since = undefined;
  };
  for (const event of events) {
    const { at } = event.time;
    const next = nextState(event, since !== undefined);
    if (next === undefined) continue;
    close(at);
    if (next === 'stopped') continue;
    since = at;
    state = next;
  }
  const end = endOf(events[0], outcome, now);
  if (end !== undefined) close(end);
  return found;
}

/** A clock without a closing event (a deadline alone) ran for as long as was counted; one still on runs to now. */
function endOf(first: Sla | undefined, outcome: SlaOutcome, now: Iso): Iso | undefined {
  if (outcome.state === 'cancelled' || first === undefined) return undefined;
  if (outcome.state !== 'achieved' && outcome.state !== 'breached') return now;
  if (outcome.actualMs === undefined) return undefined;
  return new Date(Date.parse(first.time.at) + outcome.actualMs).toISOString();
}

function nextState(event: Sla, isOn: boolean): 'running' | 'paused' | 'stopped' | undefined {
  switch (event.phase) {
    case 'started':
    case 'resumed':
      return 'running';
    case 'applied':
      return isOn ? undefined : 'running';
    case 'paused':
      return 'paused';
    case 'achieved':
    case 'cancelled':
    case 'removed':
      return 'stopped';
    default:
      return undefined;
  }
}

/** What ran after the breach is over the target. */
function split(stretch: ClockStretch, breachedAt: Iso | undefined): ClockStretch[] {
  const { from, to, state } = stretch;
  if (state !== 'running' || breachedAt === undefined || breachedAt >= to) return [stretch];
  if (breachedAt <= from) return [{ from, to, state: 'over' }];
  return [
    { from, to: breachedAt, state: 'running' },
    { from: breachedAt, to, state: 'over' },
  ];
}
