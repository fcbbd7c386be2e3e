/** The happenings of one clock as rows of the history. */
import type { Sla } from '../../ticket/events';
import { type Applied, appliedIn, isTarget } from './applied';
import type { Warn } from './audits';
import type { Clock, MetricEvent } from './clocks';
import { timeFrom } from './fields';
import { SYSTEM_ID } from './people';
import type { Draft } from './scene';

interface Place {
  url: string;
  endpoint: string;
}

export function clockRows(clock: Clock, place: Place, warn: Warn): Draft[] {
  let before: string | undefined;
  let applied: Applied | undefined;
  const drafts: Draft[] = [];
  for (const event of clock.events) {
    // Numbers, not happenings: they are kept with the reported targets.
    if (event.type === 'update_status' || event.type === 'measure') continue;
    if (isTakenBackBesideAnother(clock, event)) {
      drafts.push({
        ...baseOf(event, place, clock.policy?.name),
        kind: 'other',
        label: 'Second miss taken back',
        data: {},
      });
      continue;
    }
    const now = appliedIn(event);
    const phase = phaseOf(event, before, applied, now);
    if (!phase) warn('metric_event', `unknown type ${event.type}`, `metric event ${event.id}`);
    else drafts.push(draftOf(clock, event, phase, now, place));
    if (now) applied = now;
    else if (event.type !== 'breach') before = event.type;
  }
  return drafts;
}

/**
 * Zendesk can put down a second breach when a target is applied anew, and take that one back (its own field
 * `deleted`). The first still stands: as a cancelled breach the second would seem to take both back.
 */
function isTakenBackBesideAnother(clock: Clock, event: MetricEvent): boolean {
  const isStanding = ({ type, at, fields }: MetricEvent) =>
    type === 'breach' && fields.deleted !== true && at <= event.at;
  return event.type === 'breach' && event.fields.deleted === true && clock.events.some(isStanding);
}

function phaseOf(
  event: MetricEvent,
  before: string | undefined,
  applied: Applied | undefined,
  now: Applied | undefined,
): Sla['phase'] | undefined {
  if (now && !isTarget(now)) return 'removed';
  if (now) return isTarget(applied) && applied?.targetMs !== now.targetMs ? 'retargeted' : 'applied';
  switch (event.type) {
    case 'activate':
      return before === 'pause' ? 'resumed' : 'started';
    case 'pause':
      return 'paused';
    case 'fulfill':
      return 'achieved';
    case 'breach':
      // Kept by Zendesk although a later change made it void.
      return event.fields.deleted === true ? 'breach_cancelled' : 'breached';
    default:
      return undefined;
  }
}

function draftOf(
  clock: Clock,
  event: MetricEvent,
  phase: Sla['phase'],
  applied: Applied | undefined,
  place: Place,
): Draft {
  const policy = applied?.policy ?? clock.policy;
  return {
    ...baseOf(event, place, policy?.name),
    kind: 'sla',
    instance: clock.key,
    metric: clock.metric,
    scope: clock.scope,
    phase,
    targetMs: applied?.targetMs,
    businessHours: applied?.business,
    policy,
    computed: false,
  };
}

function baseOf(event: MetricEvent, { url, endpoint }: Place, policy: string | undefined) {
  return {
    id: `metric:${event.id}`,
    time: timeFrom(event.at, event.raw),
    actor: { id: SYSTEM_ID, side: 'system' as const },
    via: { channel: 'other' as const, rule: { type: 'sla' as const, title: policy } },
    url,
    source: { endpoint, rule: `${event.metric} ${event.type}` },
  };
}
