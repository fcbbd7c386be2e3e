/**
 * Targets met or missed, per instance, from the helpdesk's own SLA events; where a helpdesk only shows a
 * deadline (Request Tracker), from the deadline in force at the time against the reply or the solve.
 */
import type { Iso, SlaMetric } from '../ticket/basics';
import type { Sla } from '../ticket/events';
import type { ReportedSla, Ticket } from '../ticket/ticket';
import type { Facts } from './facts';
import { elapsed, firstIndex, firstMatchAfter, isAfter, within } from './positions';
import { type Segment, solveFrom } from './segments';
import { type Deadline, decisiveDeadline, firstStandingBreach, passedAt, runningMs } from './sla-clock';
import { asReported } from './sla-reported';
import type { SlaOutcome, SlaState, Wait } from './types';

export interface SlaContext {
  waits: readonly Wait[];
  solves: readonly Segment[];
  /** Whether the ticket is solved now. */
  solved: boolean;
}

export function findSlas(facts: Facts, context: SlaContext): SlaOutcome[] {
  const instances = new Map<string, Sla[]>();
  for (const event of facts.events) {
    if (event.kind !== 'sla') continue;
    const list = instances.get(event.instance);
    if (list) list.push(event);
    else instances.set(event.instance, [event]);
  }
  const reported = new Map(facts.ticket.slas.map((sla) => [sla.instance, sla]));
  const outcomes = [...instances].map(([instance, events]) =>
    outcomeOf(facts, context, events, reported.get(instance)),
  );
  const reportedOnly = facts.ticket.slas.filter((sla) => !instances.has(sla.instance));
  return [
    ...outcomes.filter((outcome) => outcome !== undefined),
    ...reportedOnly.map((sla) => asReported(sla, facts.now)),
  ];
}

/** Missed by how much, worst first; the same time keeps the helpdesk's order. */
export function missed(outcomes: readonly SlaOutcome[]): SlaOutcome[] {
  return outcomes
    .filter((outcome) => isMissed(outcome.state))
    .sort((a, b) => (b.overMs ?? 0) - (a.overMs ?? 0));
}

export function isMissed(state: SlaState): boolean {
  return state === 'breached' || state === 'active_breached' || state === 'paused_breached';
}

function outcomeOf(
  facts: Facts,
  context: SlaContext,
  all: readonly Sla[],
  reported: ReportedSla | undefined,
): SlaOutcome | undefined {
  const first = all[0];
  // An instance without a target is a clock the helpdesk keeps for everybody; nothing was promised.
  if (!first || !isPromise(all, reported)) return undefined;
  const computed = all.some((event) => event.computed);
  const start = all.find((event) => event.phase === 'started') ?? first;
  const end = endOf(facts, context, all, { computed, start, stage: reported?.stage });
  const events = end ? all.filter((event) => isUntil(event, end)) : all;
  const applied = events.findLast((event) => event.phase === 'applied' || event.phase === 'retargeted');
  const deadline = decisiveDeadline(events, end?.at, facts.now) ?? dueOf(reported);
  const business = applied?.businessHours ?? reported?.unit === 'business';
  const targetMs =
    applied?.targetMs ??
    reported?.targetMs ??
    (computed && deadline ? elapsed(start.time.at, deadline.due) : undefined);
  const actualMs = business
    ? businessActual(facts.ticket, first.metric, end !== undefined, reported)
    : runningMs(events, (computed && movedTooLate(deadline)) || (end?.at ?? facts.now));
  const miss = missOf({ facts, events, end, computed, business, targetMs, deadline, reported });
  const state = stateOf(events, {
    ended: end !== undefined,
    missed: miss !== undefined,
    stage: reported?.stage,
  });
  const overMs = overOf({ facts, state, end, computed, miss, deadline, targetMs, actualMs });
  const policy = applied?.policy?.name ?? reported?.policy?.name;
  return {
    instance: first.instance,
    metric: first.metric,
    ...(policy === undefined ? {} : { policy }),
    ...(targetMs === undefined ? {} : { targetMs }),
    ...(actualMs === undefined ? {} : { actualMs }),
    ...(overMs === undefined ? {} : { overMs }),
    ...(deadline === undefined ? {} : { dueAt: deadline.due }),
    ...(miss?.at === undefined ? {} : { breachedAt: miss.at }),
    state,
    unit: business ? 'business' : 'calendar',
    source: computed ? 'computed' : 'helpdesk',
    certainty: business && actualMs === undefined ? 'unknown' : 'exact',
    events: evidenceOf(start, applied, miss?.event, end?.event, replyAt(facts, end?.at)),
  };
}

/** The reply that stopped the clock: the clock's own end is no entry on the helpdesk's page, the reply is. */
function replyAt(facts: Facts, at: Iso | undefined): string | undefined {
  return at === undefined ? undefined : within(facts.replies, at, at)[0]?.id;
}

/** A clock that was set in the moment it started is one piece of evidence, not two. */
function evidenceOf(start: Sla, applied: Sla | undefined, ...others: (string | undefined)[]): string[] {
  const first = applied && applied.time.at === start.time.at ? applied.id : start.id;
  return [...new Set([first, applied?.id, ...others])].filter((id) => id !== undefined);
}

/**
 * When a deadline that had passed was moved: up to then it was missed by, and what came after counts against the
 * new one.
 */
function movedTooLate(deadline: Deadline | undefined): Iso | undefined {
  return deadline?.until !== undefined && deadline.until > deadline.due ? deadline.until : undefined;
}

function isPromise(events: readonly Sla[], reported: ReportedSla | undefined): boolean {
  if (reported?.targetMs !== undefined || reported?.due !== undefined) return true;
  return events.some(({ phase }) => phase === 'applied' || phase === 'retargeted' || phase === 'breached');
}

function dueOf(reported: ReportedSla | undefined): Deadline | undefined {
  return reported?.due === undefined ? undefined : { due: reported.due };
}

interface End {
  at: Iso;
  event?: string;
  /** Place of the ending event; what its own save did after it came too late. */
  seq?: number;
}

function endOf(
  facts: Facts,
  context: SlaContext,
  events: readonly Sla[],
  how: { computed: boolean; start: Sla; stage: ReportedSla['stage'] | undefined },
): End | undefined {
  if (how.computed) return computedEnd(facts, context, how.start);
  const index = events.findLastIndex((event) => event.phase === 'achieved');
  const achieved = events[index];
  // A clock that started again after it was met (a reopened ticket) is not over.
  const restarted = events.some((event, place) => place > index && event.phase === 'started');
  if (achieved && !restarted) return { at: achieved.time.at, event: achieved.id };
  // Some histories tell of the breach and never of the end; on a solved ticket the clock stands all the same.
  const closed =
    how.stage === 'achieved' || (context.solved && how.stage !== 'active' && how.stage !== 'paused');
  return closed ? computedEnd(facts, context, how.start) : undefined;
}

/** For deadlines without an outcome: the reply that was owed, or the solve, whichever came first. */
function computedEnd(facts: Facts, context: SlaContext, start: Sla): End | undefined {
  const solved = solveFrom(context.solves, start.time.at);
  const solve = solved && endAt(facts, solved.from, solved.opened);
  const reply = owedReply(facts, context, start);
  return reply && !(solve && solve.at < reply.at) ? reply : solve;
}

function owedReply(facts: Facts, context: SlaContext, start: Sla): End | undefined {
  if (start.metric === 'next_reply') {
    const index = firstIndex(context.waits, (wait) => wait.to === undefined || wait.to >= start.time.at);
    const wait = context.waits[index];
    return wait?.to === undefined ? undefined : endAt(facts, wait.to, wait.events.at(-1));
  }
  if (!['first_reply', 'periodic_update', 'pausable_update'].includes(start.metric)) return undefined;
  const reply = firstMatchAfter(facts.replies, start, () => true);
  return reply && endAt(facts, reply.time.at, reply.id);
}

function endAt(facts: Facts, at: Iso, event: string | undefined): End {
  const seq = event === undefined ? undefined : facts.byId.get(event)?.seq;
  return { at, ...(event === undefined ? {} : { event }), ...(seq === undefined ? {} : { seq }) };
}

function isUntil(event: Sla, end: End): boolean {
  return !isAfter(event, { time: { at: end.at }, seq: end.seq ?? Number.POSITIVE_INFINITY });
}

interface Miss {
  at?: Iso;
  event?: string;
}

/** The helpdesk's word comes first; where it says nothing about a breach, the clock or the deadline decides. */
function missOf(known: {
  facts: Facts;
  events: readonly Sla[];
  end: End | undefined;
  computed: boolean;
  business: boolean;
  targetMs: number | undefined;
  deadline: Deadline | undefined;
  reported: ReportedSla | undefined;
}): Miss | undefined {
  const { facts, events, end, deadline, reported, targetMs } = known;
  const limit = end?.at ?? facts.now;
  const byDeadline = deadline && (deadline.until ?? limit) > deadline.due ? { at: deadline.due } : undefined;
  if (known.computed) return byDeadline;
  const told = firstStandingBreach(events, end?.at, facts.now);
  if (told) return { at: told.time.at, event: told.id };
  if (reported?.breachedAt !== undefined && reported.breachedAt < limit) return { at: reported.breachedAt };
  if (reported?.stage === 'breached') return {};
  if (reported?.stage === 'active' && !end) return byDeadline;
  if (reported !== undefined || events.some(({ phase }) => phase === 'breach_cancelled')) return undefined;
  const paused = events.some(({ phase }) => phase === 'paused');
  if (known.business || targetMs === undefined) return paused ? undefined : byDeadline;
  const passed = passedAt(events, targetMs, limit);
  return passed === undefined ? undefined : { at: passed };
}

const reportedNames: Partial<Record<SlaMetric, string>> = {
  first_reply: 'reply_time',
  requester_wait: 'requester_wait_time',
  resolution: 'full_resolution_time',
  first_resolution: 'first_resolution_time',
};

/** Business hours are taken from the helpdesk, which knows its calendar. */
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

/** Late by; below zero: to spare. A figure that contradicts the helpdesk's own verdict is not shown. */
function overOf(known: {
  facts: Facts;
  state: SlaState;
  end: End | undefined;
  computed: boolean;
  miss: Miss | undefined;
  deadline: Deadline | undefined;
  targetMs: number | undefined;
  actualMs: number | undefined;
}): number | undefined {
  const { facts, end, deadline, miss, targetMs, actualMs } = known;
  if (known.state === 'cancelled') return undefined;
  const until = end?.at ?? facts.now;
  if (known.computed && deadline) {
    return Date.parse(miss ? (deadline.until ?? until) : until) - Date.parse(deadline.due);
  }
  const counted = targetMs === undefined || actualMs === undefined ? undefined : actualMs - targetMs;
  if (!miss) return counted !== undefined && counted > 0 ? undefined : counted;
  if (counted !== undefined && counted > 0) return counted;
  return miss.at === undefined ? undefined : elapsed(miss.at, until);
}
