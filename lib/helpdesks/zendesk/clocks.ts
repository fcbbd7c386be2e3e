/**
 * SLA clocks out of metric events. Zendesk keeps a clock for every metric of every ticket, with or without a
 * target; only those with a target are somebody's promise, so only those become events.
 */
import type { Iso, SlaMetric } from '../../ticket/basics';
import type { Sla } from '../../ticket/events';
import type { ReportedSla } from '../../ticket/ticket';
import { appliedIn, isTarget } from './applied';
import type { Warn } from './audits';
import { clockRows } from './clock-rows';
import { countOf, type Fields, fieldsOf, idOf, instantOf, lineOf, listOf, objectsOf } from './fields';
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
  /** The target was taken away and no other put in its place. */
  isRemoved: boolean;
}

export interface Clocks {
  drafts: Draft[];
  reported: ReportedSla[];
  /** Some target counts in business hours. */
  business: boolean;
  /** Whether Zendesk told of targets at all, and how much was left out because nothing was promised. */
  told: boolean;
  withoutTarget: number;
}

/**
 * Beside the ticket or inside it; by metric or in one list. `now` is Zendesk's time: a breach it has only put
 * down for later has not happened (never seen, but a breach that is told as `deleted` must once have been one).
 */
export function readClocks(ticket: Fields, answer: Fields, url: string, now: Iso, warn: Warn): Clocks {
  const told = ticket.metric_events ?? answer.metric_events;
  const sla = fieldsOf(ticket.slas ?? answer.slas) ?? {};
  const rows = Array.isArray(told)
    ? told
    : Object.values(fieldsOf(told) ?? {}).flatMap((list) => [...listOf(list)]);
  const events = rows
    .map((row, index) => parse(row, index, warn))
    .filter((event) => event !== undefined)
    .filter(({ type, at }) => type !== 'breach' || at <= now);
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const place = { url, endpoint: `/api/v2/tickets/${idOf(ticket.id) ?? ''}?include=metric_events` };
  const promised = new Set(events.filter(isPromise).map(placeOf));
  const clocks = groupClocks(events.filter((event) => promised.has(placeOf(event))));
  const stages = objectsOf(sla.policy_metrics);
  return {
    drafts: clocks.flatMap((clock) => clockRows(clock, place, warn)),
    reported: reportedSlas(clocks, stages),
    business: clocks.some(({ business }) => business),
    told: told !== undefined || ticket.slas !== undefined || answer.slas !== undefined,
    withoutTarget: events.filter((event) => !promised.has(placeOf(event))).length,
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
    instance: countOf(Number(idOf(fields.instance_id))) ?? 0,
    type,
    at,
    raw: String(fields.time),
    fields,
  };
}

function isPromise(event: MetricEvent): boolean {
  return event.type === 'breach' || isTarget(appliedIn(event));
}

function placeOf({ metric, instance }: MetricEvent): string {
  return `${metric}/${instance}`;
}

function groupClocks(events: readonly MetricEvent[]): Clock[] {
  const clocks = new Map<string, Clock>();
  for (const event of events) {
    const place = placeOf(event);
    let clock = clocks.get(place);
    if (!clock) {
      const metric = metricOf(event);
      const scope = metric === 'group_ownership' ? 'group' : 'ticket';
      clock = { key: `sla/${place}`, metric, events: [], business: false, scope, isRemoved: false };
      clocks.set(place, clock);
    }
    clock.events.push(event);
    const applied = appliedIn(event);
    if (!applied) continue;
    if (event.type === 'apply_group_sla') clock.scope = 'group';
    // The first policy names the clock, so that a later one moves its target instead of starting another.
    if (!clock.policy && applied.policy) clock.key = `${applied.policy.id ?? 'sla'}/${place}`;
    clock.policy = applied.policy ?? clock.policy;
    clock.targetMs = applied.targetMs ?? clock.targetMs;
    clock.business = applied.business ?? clock.business;
    clock.isRemoved = !isTarget(applied);
  }
  return [...clocks.values()];
}

/** The vendor counts cycles: the first reply is instance 1 of the reply time, each later one is a next reply. */
function metricOf({ metric, instance }: MetricEvent): SlaMetric {
  if (metric === 'reply_time') return instance <= 1 ? 'first_reply' : 'next_reply';
  return slaMetric(metric) ?? 'other';
}
