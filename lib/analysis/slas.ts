/** Targets met or missed: one for each clock that has a target, and those of which only the present state is told. */
import type { SlaMetric } from '../ticket/basics';
import type { Clock, ClockMetric } from './clocks/types';
import type { Facts } from './facts';
import { asReported } from './sla-reported';
import type { SlaOutcome } from './types';

export function findSlas(facts: Facts, clocks: readonly Clock[]): SlaOutcome[] {
  const drawn = new Set<string>();
  for (const event of facts.slaEvents) drawn.add(event.instance);
  return [
    ...clocks.filter(isPromised).map(outcomeOf),
    ...facts.ticket.slas.filter((sla) => !drawn.has(sla.instance)).map((sla) => asReported(sla, facts.now)),
  ];
}

type Promised = Clock & { metric: SlaMetric };

/** Kept by the helpdesk, or held against a target of the user's own. */
function isPromised(clock: Clock): clock is Promised {
  return isTargeted(clock.metric) && (clock.source !== 'debrief' || clock.targetMs !== undefined);
}

const withoutTargets: readonly ClockMetric[] = [
  'first_reply_native',
  'agent_wait',
  'on_hold',
  'full_resolution',
  'unassigned',
  'handoff_gap',
  'escalation_update',
];

function isTargeted(metric: ClockMetric): metric is SlaMetric {
  return !withoutTargets.includes(metric);
}

function outcomeOf(clock: Promised): SlaOutcome {
  const { instance, metric, policy, targetMs, overMs, dueAt, firstBreachAt, state, unit, source, events } =
    clock;
  // Counted by a calendar nobody told: only the helpdesk's own count holds.
  const isCounted = unit === 'calendar' || clock.certainty !== 'unknown';
  const actualMs = isCounted ? clock.valueMs : clock.reportedMs;
  const certainty = clock.reportedMs === undefined ? clock.certainty : 'exact';
  const outcome: SlaOutcome = { instance, metric, state, unit, source, certainty, events };
  if (policy !== undefined) outcome.policy = policy;
  if (targetMs !== undefined) outcome.targetMs = targetMs;
  if (actualMs !== undefined) outcome.actualMs = actualMs;
  if (overMs !== undefined) outcome.overMs = overMs;
  if (dueAt !== undefined) outcome.dueAt = dueAt;
  if (firstBreachAt !== undefined) outcome.breachedAt = firstBreachAt;
  return outcome;
}
