/**
 * SLA clocks out of metric events. Zendesk keeps a clock for every metric of every ticket, with or without a
 * target; only those with a target are somebody's promise, so only those become events.
 */
import type { Iso, SlaMetric } from '../../ticket/basics';
import type { Sla } from '../../ticket/events';
import type { ReportedSla } from '../../ticket/ticket';
import type { Warn } from './audits';
import {
  countOf,
  type Fields,
  fieldsOf,
  flagOf,
  idOf,
  instantOf,
  lineOf,
  listOf,
  minutesOf,
  numberOf,
  objectsOf,
} from './fields';
import { SYSTEM_ID } from './people';
import { reportedSlas, slaMetric } from './reported';
import type { Draft } from './scene';

export interface MetricEvent {
  id: string;
  metric: string;
  instance: number;
  type: string;
  at: Iso;
  raw: string;
  fields: Fields;
}

export interface Clock {
  key: string;
  metric: SlaMetric;
  events: MetricEvent[];
  policy?: { id?: string; name: string };
  targetMs?: number;
  business: boolean;
  scope: Sla['scope'];
}

export interface Clocks {
  drafts: Draft[];
  reported: ReportedSla[];
  /** Whether Zendesk told of targets at all, and how much was left out because nothing was promised. */
  told: boolean;
  withoutTarget: number;
}

/** Beside the ticket or inside it; by metric or in one list. */
export function readClocks(ticket: Fields, answer: Fields, url: string, warn: Warn): Clocks {
  const told = ticket.metric_events ?? answer.metric_events;
  const sla = fieldsOf(ticket.slas ?? answer.slas) ?? {};
  const rows = Array.isArray(told)
    ? told
    : Object.values(fieldsOf(told) ?? {}).flatMap((list) => [...listOf(list)]);
  const events = rows.map((row, index) => parse(row, index, warn)).filter((event) => event !== undefined);
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const promised = new Set(events.filter(isPromise).map(({ metric }) => metric));
  const clocks = groupClocks(events.filter(({ metric }) => promised.has(metric)));
  const now = objectsOf(sla.policy_metrics);
  return {
    drafts: clocks.flatMap((clock) => clockDrafts(clock, url, warn)),
    reported: reportedSlas(clocks, now),
    told: told !== undefined || ticket.slas !== undefined || answer.slas !== undefined,
    withoutTarget: events.filter(({ metric }) => !promised.has(metric)).length,
  };
}

function parse(row: unknown, index: number, warn: Warn): MetricEvent | undefined {
  const fields = fieldsOf(row);
  const metric = lineOf(fields?.metric);
  const type = lineOf(fields?.type);
  const at = instantOf(fields?.time);
  if (!fields || !metric || !type || !at) {
    warn('metric_event', 'without metric, type or time', `metric_events[${index}]`);
    return undefined;
  }
  const id = idOf(fields.id) ?? `${metric}-${index}`;
  return {
    id,
    metric,
    instance: countOf(fields.instance_id) ?? 0,
    type,
    at,
    raw: String(fields.time),
    fields,
  };
}

function isPromise({ type }: MetricEvent): boolean {
  return type === 'apply_sla' || type === 'apply_group_sla' || type === 'breach';
}

function groupClocks(events: readonly MetricEvent[]): Clock[] {
  const clocks = new Map<string, Clock>();
  for (const event of events) {
    const place = `${event.metric}/${event.instance}`;
    let clock = clocks.get(place);
    if (!clock) {
      const metric = metricOf(event);
      const scope = metric === 'group_ownership' ? 'group' : 'ticket';
      clock = { key: place, metric, events: [], business: false, scope };
      clocks.set(place, clock);
    }
    clock.events.push(event);
    const applied = appliedIn(event);
    if (!applied) continue;
    if (event.type === 'apply_group_sla') clock.scope = 'group';
    // The first policy names the clock, so that a later one moves its target instead of starting another.
    clock.policy ??= applied.policy;
    clock.targetMs = applied.targetMs ?? clock.targetMs;
    clock.business = applied.business ?? clock.business;
  }
  return [...clocks.values()].map((clock) => ({
    ...clock,
    key: `${clock.policy?.id ?? 'sla'}/${clock.key}`,
  }));
}

/** The vendor counts cycles: the first reply is instance 1 of the reply time, each later one is a next reply. */
function metricOf({ metric, instance }: MetricEvent): SlaMetric {
  if (metric === 'reply_time') return instance <= 1 ? 'first_reply' : 'next_reply';
  return slaMetric(metric) ?? 'other';
}

interface Applied {
  policy?: { id?: string; name: string };
  targetMs?: number;
  business?: boolean;
}

function appliedIn({ type, fields }: MetricEvent): Applied | undefined {
  if (type !== 'apply_sla' && type !== 'apply_group_sla') return undefined;
  const sla = fieldsOf(fields.sla ?? fields.group_sla) ?? {};
  const policy = fieldsOf(sla.policy);
  const id = idOf(policy?.id) ?? lineOf(policy?.id);
  const seconds = numberOf(sla.target_in_seconds);
  const targetMs = minutesOf(seconds === undefined ? sla.target : seconds / 60);
  return {
    policy: policy && { id, name: lineOf(policy.title) ?? 'SLA policy' },
    targetMs,
    business: flagOf(sla.business_hours),
  };
}

function clockDrafts(clock: Clock, url: string, warn: Warn): Draft[] {
  let before: string | undefined;
  let applied: Applied | undefined;
  const drafts: Draft[] = [];
  for (const event of clock.events) {
    // Numbers, not happenings: they are kept with the reported targets.
    if (event.type === 'update_status' || event.type === 'measure') continue;
    const now = appliedIn(event);
    const phase = phaseOf(event, before, applied, now);
    if (!phase) warn('metric_event', `unknown type ${event.type}`, `metric event ${event.id}`);
    else drafts.push(draftOf(clock, event, phase, now, url));
    if (now) applied = now;
    else if (event.type !== 'breach') before = event.type;
  }
  return drafts;
}

function phaseOf(
  event: MetricEvent,
  before: string | undefined,
  applied: Applied | undefined,
  now: Applied | undefined,
): Sla['phase'] | undefined {
  if (now) return applied && applied.targetMs !== now.targetMs ? 'retargeted' : 'applied';
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
  url: string,
): Draft {
  const policy = applied?.policy ?? clock.policy;
  return {
    id: `metric:${event.id}`,
    time: { at: event.at, precision: 's', raw: event.raw },
    actor: { id: SYSTEM_ID, side: 'system' },
    via: { channel: 'other', rule: { type: 'sla', title: policy?.name } },
    url,
    source: { endpoint: '/api/v2/tickets?include=metric_events', rule: `${event.metric} ${event.type}` },
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
