/** Zendesk's own numbers: what it says about each target now, and the ticket's metric set. */
import type { SlaMetric } from '../../ticket/basics';
import type { ReportedMetric, ReportedSla } from '../../ticket/ticket';
import type { Clock, MetricEvent } from './clocks';
import { countOf, type Fields, fieldsOf, instantOf, lineOf, minutesOf, numberOf } from './fields';

// The model's words are Zendesk's metric names, less the `_time`.
const slaMetrics: readonly SlaMetric[] = [
  'first_reply',
  'next_reply',
  'agent_work',
  'requester_wait',
  'periodic_update',
  'pausable_update',
  'resolution',
  'first_resolution',
  'group_ownership',
];

export function slaMetric(name: string): SlaMetric | undefined {
  return slaMetrics.find((metric) => name === `${metric}_time` || name === `total_${metric}_time`);
}

/** Minutes become milliseconds; seconds are told for messaging only. */
export function readMetrics(set: Fields): ReportedMetric[] {
  const found: ReportedMetric[] = [];
  for (const [key, value] of Object.entries(set)) {
    const name = /^(\w+)_in_(minutes|seconds)$/.exec(key);
    const spans = fieldsOf(value);
    if (name?.[1] && spans) {
      const scale = name[2] === 'minutes' ? 1 : 1 / 60;
      const ms = (span: unknown) => minutesOf((numberOf(span) ?? Number.NaN) * scale);
      const calendarMs = ms(spans.calendar);
      const businessMs = ms(spans.business);
      if (calendarMs === undefined && businessMs === undefined) continue;
      found.push({
        name: scale === 1 ? name[1] : `messaging_${name[1]}`,
        calendarMs,
        businessMs,
      });
    } else if (/^(reopens|replies|(group|assignee)_stations)$/.test(key)) {
      const count = countOf(value);
      if (count !== undefined) found.push({ name: key, count });
    }
  }
  return found;
}

/** What Zendesk says now, one row per clock; the time left is not kept, because it moves without a change. */
export function reportedSlas(clocks: readonly Clock[], now: readonly Fields[]): ReportedSla[] {
  const open = new Map(now.map((row) => [slaMetric(lineOf(row.metric) ?? ''), row]));
  const latest = new Map(clocks.map((clock) => [clock.metric, clock]));
  const rows = clocks.map((clock) => {
    const told = latest.get(clock.metric) === clock ? open.get(clock.metric) : undefined;
    return reportedSla(clock, told);
  });
  for (const [metric, row] of open) {
    if (metric && !latest.has(metric)) rows.push(toldOnly(metric, row));
  }
  return rows;
}

function reportedSla(clock: Clock, told: Fields | undefined): ReportedSla {
  const breach = clock.events.find(({ type, fields }) => type === 'breach' && fields.deleted !== true);
  const stage = stageOf(told) ?? (clock.isRemoved ? 'cancelled' : stageBy(clock.events));
  const spent = fieldsOf(clock.events.findLast(({ type }) => type === 'update_status')?.fields.status);
  // Before the end these minutes are those of the last event, not of now.
  const elapsedMs =
    stage === 'achieved' ? minutesOf(clock.business ? spent?.business : spent?.calendar) : undefined;
  const due = instantOf(told?.breach_at);
  return {
    instance: clock.key,
    metric: clock.metric,
    policy: clock.policy,
    targetMs: clock.targetMs,
    due,
    stage,
    breachedAt: breach?.at,
    elapsedMs,
    unit: clock.business ? 'business' : 'calendar',
  };
}

function toldOnly(metric: SlaMetric, row: Fields): ReportedSla {
  const due = instantOf(row.breach_at);
  return {
    instance: `sla/${metric}/1`,
    metric,
    due,
    stage: stageOf(row) ?? 'unknown',
    unit: 'calendar',
  };
}

function stageOf(row: Fields | undefined): ReportedSla['stage'] | undefined {
  const stage = lineOf(row?.stage);
  return stage === 'active' || stage === 'paused' || stage === 'achieved' ? stage : undefined;
}

function stageBy(events: readonly MetricEvent[]): ReportedSla['stage'] {
  const last = events.findLast(
    ({ type }) => type === 'activate' || type === 'pause' || type === 'fulfill',
  )?.type;
  return last === 'fulfill'
    ? 'achieved'
    : last === 'pause'
      ? 'paused'
      : last === 'activate'
        ? 'active'
        : 'unknown';
}
