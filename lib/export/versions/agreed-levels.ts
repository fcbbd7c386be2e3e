import { isMissed } from '../../analysis/missed';
import type { SlaOutcome, SlaState } from '../../analysis/types';
import type { SlaMetric } from '../../ticket/basics';
import type { Record } from '../record';

/** One target as a customer knows it; all its cycles together, told by the one that went worst. */
export interface Level {
  name: string;
  targetMs: number;
  actualMs: number;
  /** Positive: late by. */
  overMs: number;
  state: 'met' | 'missed' | 'running';
  isRunning: boolean;
  isAtLeast: boolean;
  unit: SlaOutcome['unit'];
  /** How often it was measured, and how often missed. */
  times: number;
  missed: number;
}

/** What customers are promised; how long a team holds a ticket, or works on it, is between teams. */
const names: Partial<{ readonly [metric in SlaMetric]: string }> = {
  first_reply: 'First reply',
  next_reply: 'Next reply',
  periodic_update: 'Regular update',
  pausable_update: 'Regular update',
  requester_wait: 'Your wait in all',
  first_resolution: 'First solution',
  resolution: 'Solution',
};

const settled = new Set<SlaState>(['cancelled', 'unknown']);

/** Targets a user set up for themselves were agreed with nobody. */
export function agreedLevels({ capture, analysis }: Record): Level[] {
  const inside = new Set(
    capture.ticket.events.flatMap((event) =>
      event.kind === 'sla' && event.scope !== 'ticket' ? [event.instance] : [],
    ),
  );
  const groups = new Map<string, { name: string; outcomes: Counted[] }>();
  for (const outcome of analysis.slas) {
    const name = names[outcome.metric];
    if (name === undefined || outcome.source === 'debrief' || inside.has(outcome.instance)) continue;
    if (settled.has(outcome.state) || !isCounted(outcome)) continue;
    const key = `${name} ${outcome.targetMs} ${outcome.unit}`;
    const group = groups.get(key) ?? { name, outcomes: [] };
    group.outcomes.push(outcome);
    groups.set(key, group);
  }
  const order = Object.values(names);
  return [...groups.values()]
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    .map(({ name, outcomes }) => levelOf(name, outcomes));
}

type Counted = SlaOutcome & { targetMs: number; actualMs: number };

function isCounted(outcome: SlaOutcome): outcome is Counted {
  return outcome.targetMs !== undefined && outcome.actualMs !== undefined && outcome.actualMs >= 0;
}

function levelOf(name: string, outcomes: readonly Counted[]): Level {
  const worst = outcomes.reduce((one, other) => (overBy(other) > overBy(one) ? other : one));
  const missed = outcomes.filter(({ state }) => isMissed(state)).length;
  const isRunning = /^(?:active|paused)/.test(worst.state);
  return {
    name,
    targetMs: worst.targetMs,
    actualMs: worst.actualMs,
    overMs: overBy(worst),
    state: isMissed(worst.state) ? 'missed' : isRunning ? 'running' : 'met',
    isRunning,
    isAtLeast: worst.certainty === 'lower_bound',
    unit: worst.unit,
    times: outcomes.length,
    missed,
  };
}

/** A missed one is worse than any other, whatever the helpdesk rounds. */
function overBy({ state, overMs, actualMs, targetMs }: Counted): number {
  const over = overMs ?? actualMs - targetMs;
  return isMissed(state) ? Math.max(over, 0) : Math.min(over, 0);
}
