/**
 * A clock per target instance, from the helpdesk's own SLA events; where a helpdesk only shows a deadline (Request
 * Tracker), from the deadline in force at the time against the reply or the solve; where it only tells that a
 * policy was applied, from Debrief's own measure, because a target applied late still counts from the start.
 */
import type { SlaMetric } from '../../ticket/basics';
import type { EventId, Sla } from '../../ticket/events';
import type { ReportedSla, Ticket } from '../../ticket/ticket';
import { everyHour, type Hours } from '../calendar/hours';
import { distinct, elapsed, within } from '../positions';
import type { SlaState } from '../types';
import type { History, Measured } from './measured';
import { dueAt, segmentsIn, sumsOf } from './runs';
import { type Deadline, decisiveDeadline } from './sla-deadlines';
import { type End, endOf, isUntil } from './sla-end';
import { type Known, missOf, overOf } from './sla-miss';
import { byInstance, isLived, runsOfEvents } from './sla-runs';
import type { Clock, ClockSegment } from './types';

export function slaClocks(history: History, measured: readonly Measured[], hours: HoursBy): Clock[] {
  const reported = new Map(history.facts.ticket.slas.map((sla) => [sla.instance, sla]));
  const clocks: Clock[] = [];
  for (const [instance, all] of byInstance(history.facts.slaEvents)) {
    const clock = slaClock({ history, measured, hours, all, reported: reported.get(instance) });
    if (clock) clocks.push(clock);
  }
  return clocks;
}

/** The hours of one calendar by its id, where the target names it; else those of the ticket. */
export type HoursBy = (calendarId: string | undefined) => Hours;

interface Given {
  history: History;
  measured: readonly Measured[];
  hours: HoursBy;
  all: readonly Sla[];
  reported: ReportedSla | undefined;
}

function slaClock(given: Given): Clock | undefined {
  const { all, reported } = given;
  const first = all[0];
  // An instance without a target is a clock the helpdesk keeps for everybody; nothing was promised.
  if (!first || !isPromise(all, reported)) return undefined;
  const known = readClock(given, first);
  const { segments, end, events, targetMs, own, applied, hours, reportedMs } = known;
  const miss = missOf(known);
  const state = stateOf(events, {
    ended: end !== undefined,
    missed: miss !== undefined,
    stage: reported?.stage,
  });
  const overMs = overOf(known, miss, state);
  const due = known.deadline?.due ?? dueBy(known, hours);
  const policy = applied?.policy?.name ?? reported?.policy?.name;
  const reply = replyAt(given.history, end);
  const clock: Clock = {
    metric: first.metric,
    instance: first.instance,
    segments,
    valueMs: known.sums.valueMs,
    calendarMs: known.sums.calendarMs,
    state,
    certainty: known.isCounted ? (own?.certainty ?? 'exact') : 'unknown',
    events: evidenceOf(own?.events[0], known.start, applied, miss?.event, end?.event, reply),
    unit: known.business ? 'business' : 'calendar',
    source: known.computed ? 'computed' : 'helpdesk',
  };
  if (targetMs !== undefined) clock.targetMs = targetMs;
  if (due !== undefined) clock.dueAt = due;
  if (miss?.at !== undefined) clock.firstBreachAt = miss.at;
  if (overMs !== undefined) clock.overMs = overMs;
  if (policy !== undefined) clock.policy = policy;
  if (reportedMs !== undefined) clock.reportedMs = reportedMs;
  return clock;
}

interface Reading extends Known {
  segments: ClockSegment[];
  start: Sla;
  own: Measured | undefined;
  /** The target in force when the clock stopped, or now. */
  applied: Sla | undefined;
  business: boolean;
  hours: Hours;
  sums: Pick<Clock, 'valueMs' | 'calendarMs'>;
  reportedMs: number | undefined;
}

function readClock({ history, measured, hours, all, reported }: Given, first: Sla): Reading {
  const { facts } = history;
  const computed = all.some((event) => event.computed);
  const own = computed || isLived(all) ? undefined : counterpart(measured, first, facts.now);
  const start = all.find((event) => event.phase === 'started') ?? first;
  const end = own ? endOfOwn(own) : endOf(history, all, { computed, start, stage: reported?.stage });
  const events = end ? all.filter((event) => isUntil(event, end)) : all;
  const applied = events.findLast((event) => event.phase === 'applied' || event.phase === 'retargeted');
  const deadline = decisiveDeadline(events, end?.at, facts.now) ?? dueOf(reported);
  const business = applied?.businessHours ?? reported?.unit === 'business';
  const counted = business ? hours(applied?.calendarId) : everyHour;
  const late = computed ? movedTooLate(deadline) : undefined;
  const limit = late === undefined ? (end ?? { at: facts.now }) : { at: late };
  const segments = segmentsIn(own?.runs ?? runsOfEvents(events, limit), counted);
  const sums = sumsOf(segments);
  const isCounted = !business || counted.known;
  const reportedMs = isCounted
    ? undefined
    : businessActual(facts.ticket, first.metric, end !== undefined, reported);
  const byDeadline = computed && deadline ? elapsed(start.time.at, deadline.due) : undefined;
  return {
    now: facts.now,
    events,
    end,
    computed,
    segments,
    isCounted,
    actualMs: isCounted ? sums.valueMs : reportedMs,
    targetMs: applied?.targetMs ?? reported?.targetMs ?? byDeadline,
    deadline,
    reported,
    start,
    own,
    applied,
    business,
    hours: counted,
    sums,
    reportedMs,
  };
}

/** Debrief's measure of the same metric that was under way when the target was set. */
function counterpart(
  measured: readonly Measured[],
  { metric, time }: Sla,
  now: string,
): Measured | undefined {
  return measured.findLast(
    (clock) => clock.metric === metric && clock.from <= time.at && time.at <= (clock.end?.at ?? now),
  );
}

function endOfOwn({ end }: Measured): End | undefined {
  return end && { at: end.at, ...(end.event === undefined ? {} : { event: end.event }) };
}

function dueBy({ isCounted, targetMs, segments }: Known, hours: Hours): string | undefined {
  return isCounted && targetMs !== undefined && targetMs >= 0 ? dueAt(segments, targetMs, hours) : undefined;
}

/** The reply that stopped the clock: the clock's own end is no entry on the helpdesk's page, the reply is. */
function replyAt({ facts }: History, end: End | undefined): EventId | undefined {
  return end === undefined ? undefined : within(facts.replies, end.at, end.at)[0]?.id;
}

/** A clock that was set in the moment it started is one piece of evidence, not two. */
function evidenceOf(
  from: EventId | undefined,
  start: Sla,
  applied: Sla | undefined,
  ...others: (EventId | undefined)[]
): EventId[] {
  const first = applied && applied.time.at === start.time.at ? applied.id : start.id;
  return distinct([from, first, applied?.id, ...others].filter((id) => id !== undefined));
}

/**
 * When a deadline that had passed was moved: up to then it was missed by, and what came after counts against the
 * new one.
 */
function movedTooLate(deadline: Deadline | undefined): string | undefined {
  return deadline?.until !== undefined && deadline.until > deadline.due ? deadline.until : undefined;
}

function isPromise(events: readonly Sla[], reported: ReportedSla | undefined): boolean {
  if (reported?.targetMs !== undefined || reported?.due !== undefined) return true;
  return events.some(({ phase }) => phase === 'applied' || phase === 'retargeted' || phase === 'breached');
}

function dueOf(reported: ReportedSla | undefined): Deadline | undefined {
  return reported?.due === undefined ? undefined : { due: reported.due };
}

const reportedNames: Partial<Record<SlaMetric, string>> = {
  first_reply: 'reply_time',
  requester_wait: 'requester_wait_time',
  resolution: 'full_resolution_time',
  first_resolution: 'first_resolution_time',
};

/** Without the calendar, business hours are taken from the helpdesk, which knows it. */
function businessActual(
  ticket: Ticket,
  metric: SlaMetric,
  ended: boolean,
  reported: ReportedSla | undefined,
): number | undefined {
  if (reported?.elapsedMs !== undefined) return reported.elapsedMs;
  const name = reportedNames[metric];
  if (!name || !ended) return undefined;
  return ticket.metrics.find((candidate) => candidate.name === name)?.businessMs;
}

const lifecycle = new Set<Sla['phase']>([
  'applied',
  'retargeted',
  'started',
  'paused',
  'resumed',
  'achieved',
  'cancelled',
  'removed',
]);

function stateOf(
  events: readonly Sla[],
  known: { ended: boolean; missed: boolean; stage: ReportedSla['stage'] | undefined },
): SlaState {
  const last = events.findLast(({ phase }) => lifecycle.has(phase));
  if (last?.phase === 'cancelled' || last?.phase === 'removed') return 'cancelled';
  if (known.ended || known.stage === 'achieved') return known.missed ? 'breached' : 'achieved';
  if (last?.phase === 'paused' || known.stage === 'paused')
    return known.missed ? 'paused_breached' : 'paused';
  return known.missed ? 'active_breached' : 'active';
}
