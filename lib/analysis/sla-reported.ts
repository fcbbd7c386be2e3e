import type { Iso } from '../ticket/basics';
import type { ReportedSla } from '../ticket/ticket';
import { elapsed } from './positions';
import type { SlaOutcome, SlaState } from './types';

/** What the helpdesk says now about a target whose events were not read. */
export function asReported(sla: ReportedSla, now: Iso): SlaOutcome {
  const overdue = sla.stage === 'active' && sla.due !== undefined && sla.due < now;
  const breachedAt = sla.breachedAt ?? (overdue ? sla.due : undefined);
  const isMissed = breachedAt !== undefined;
  const states: Record<ReportedSla['stage'], SlaState> = {
    active: isMissed ? 'active_breached' : 'active',
    paused: isMissed ? 'paused_breached' : 'paused',
    achieved: isMissed ? 'breached' : 'achieved',
    breached: 'breached',
    cancelled: 'cancelled',
    unknown: 'unknown',
  };
  const overMs = overOf(sla, breachedAt, now);
  return {
    instance: sla.instance,
    metric: sla.metric,
    ...(sla.policy === undefined ? {} : { policy: sla.policy.name }),
    ...(sla.targetMs === undefined ? {} : { targetMs: sla.targetMs }),
    ...(sla.elapsedMs === undefined ? {} : { actualMs: sla.elapsedMs }),
    ...(overMs === undefined ? {} : { overMs }),
    ...(breachedAt === undefined ? {} : { breachedAt }),
    ...(sla.due === undefined ? {} : { dueAt: sla.due }),
    state: states[sla.stage],
    unit: sla.unit,
    source: 'helpdesk',
    certainty: 'lower_bound',
    events: [],
  };
}

/** Only a clock that still runs is late up to now; when a stopped one stopped is not told. */
function overOf(sla: ReportedSla, breachedAt: Iso | undefined, now: Iso): number | undefined {
  if (sla.stage === 'cancelled' || sla.stage === 'unknown') return undefined;
  if (sla.targetMs !== undefined && sla.elapsedMs !== undefined) return sla.elapsedMs - sla.targetMs;
  if (sla.remainingMs !== undefined) return -sla.remainingMs;
  return sla.stage === 'active' && breachedAt !== undefined ? elapsed(breachedAt, now) : undefined;
}
