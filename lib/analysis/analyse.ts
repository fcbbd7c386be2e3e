import type { Iso } from '../ticket/basics';
import type { Capture } from '../ticket/schema';
import type { CalendarRef } from '../ticket/ticket';
import { givenBy } from './calendar/given';
import { hoursOf } from './calendar/hours';
import { clocksOf, measureClocks } from './clocks/find-clocks';
import type { History } from './clocks/measured';
import { findMetrics } from './clocks/metrics';
import { slaClocks } from './clocks/sla-clocks';
import type { Clock, Metric, Target } from './clocks/types';
import { certaintyOf } from './doubts';
import { findEscalations } from './escalations';
import { type Facts, gatherFacts } from './facts';
import { findFindings } from './findings/find-findings';
import { answersIn } from './findings/said';
import { findHandoffs } from './handoffs';
import { writeHeadline } from './headline';
import { pickKeyEvents } from './key-events';
import { findMilestones } from './milestones';
import { emptyOverlay, marked, type Overlay, throughOverlay } from './overlay';
import { elapsed, firstMatchAfter } from './positions';
import { findPromises } from './promises';
import { readMessages } from './readings';
import { reconcile } from './reconcile';
import { findResolution } from './resolution';
import { isSolved, type Segment, segmentsOf, solvesOf, timeWhere } from './segments';
import { findSilences } from './silences';
import { findSlas } from './slas';
import { findStages } from './stages';
import { suggest } from './suggestion';
import { type ThresholdsGiven, withDefaults } from './thresholds';
import type { Analysis, Span } from './types';
import { findUnknowns } from './unknowns';
import { findWaits, longest } from './waits';
import { type Hypothesis, supposing } from './what-if';

/** What can be done before there is a capture. */
export { compileAhead } from '../language/signals';

export interface AnalyseOptions {
  /** Open spans run up to it. */
  now: Iso;
  /** In place of the ticket's own: none known to the helpdesk, or another one supposed. */
  calendars?: readonly CalendarRef[];
  /** For metrics that the helpdesk reports no target for. */
  targets?: readonly Target[];
  /** A person's corrections; everything follows from them. */
  overlay?: Overlay;
  /** From where on something is a finding; what is left out keeps its default. */
  thresholds?: ThresholdsGiven;
  /** One thing changed; the analysis is then marked as hypothetical. */
  suppose?: Hypothesis;
}

/**
 * What happened on a ticket, from its capture alone. Pure: the same capture and options give the same analysis.
 * Open spans run up to `now`; where something could not be known, it is said in `unknowns`. Options are laid over
 * the capture before anything is computed, so that a supposed change is no more than another capture.
 */
export function analyse(read: Capture, options: AnalyseOptions): Analysis {
  const { now, overlay = emptyOverlay, suppose } = options;
  const thresholds = withDefaults(options.thresholds);
  const seen = throughOverlay(read, overlay);
  const given = suppose
    ? givenBy(supposing(seen, suppose), suppose.kind === 'calendar' ? undefined : options.calendars)
    : givenBy(seen, options.calendars);
  const { capture } = given;
  const facts = gatherFacts(capture, now);
  const readings = readMessages(facts);
  const status = segmentsOf(facts, 'status');
  const assignee = segmentsOf(facts, 'assignee');
  const group = segmentsOf(facts, 'group');
  const solves = solvesOf(status);
  const span = ticketSpan(facts, status, solves);
  const openUntil = (from: Iso) => (span.to !== undefined && span.to >= from ? span.to : facts.now);
  const waits = findWaits(facts, solves);
  const silences = findSilences(facts, status);
  const handoffs = findHandoffs(facts, { status, solves, assignee });
  const escalations = findEscalations(facts, { handoffs, openUntil, readings, overlay });
  const firstReply = findFirstReply(facts, openUntil);
  const resolution = findResolution(facts, readings, solves, marked(overlay, 'customer_confirmed'));
  const milestones = findMilestones(facts, { status, escalations, firstReply, resolution });
  const longestWait = longest(waits);
  const longestSilence = longest(silences);
  const parts = { status, assignee, solves, waits, handoffs, escalations, solved: !span.open };
  const { clocks, metrics } = countAll(facts, parts, { targets: options.targets ?? [], longestSilence });
  const promises = findPromises(facts, readings, { solves, thresholds });
  const core = {
    now,
    ...(suppose ? { hypothetical: suppose } : {}),
    span,
    customer: customerName(facts),
    milestones,
    ...(firstReply ? { firstReply } : {}),
    waits,
    ...(longestWait ? { longestWait } : {}),
    silences,
    ...(longestSilence ? { longestSilence } : {}),
    handoffs,
    escalations,
    clocks,
    metrics,
    reconciliation: reconcile(clocks, capture.ticket.metrics, capture, { metrics, facts }),
    calendars: capture.ticket.calendars,
    promises,
    ...(resolution ? { resolution } : {}),
    stages: findStages(facts, { status, assignee, group }),
    slas: findSlas(facts, clocks),
    unassigned: unassignedTime(facts, status, assignee),
    reopens: milestones.filter((milestone) => milestone.kind === 'reopened').length,
    counts: countsOf(facts),
    unknowns: [...findUnknowns(capture, status, assignee), ...given.unknowns],
  };
  const marks = (as: 'wrong_answer' | 'right_answer') => marked(overlay, as);
  const scene = {
    ...core,
    ...{ facts, readings, thresholds, status, assignee, group, marked: marks },
    ...workingTime(facts),
  };
  const answers = answersIn(scene);
  const findings = findFindings({ ...scene, answers });
  return {
    ...core,
    findings,
    ...(answers ? { answers } : {}),
    suggestion: suggest(facts, { findings, escalations, slas: core.slas }),
    headline: writeHeadline(facts, core, assignee),
    keyEvents: pickKeyEvents(facts, { ...core, readings, findings, resolution, overlay }),
  };
}

/** Absent where no calendar is known: then nothing can be said of hours without coverage. */
function workingTime(facts: Facts): { workingMs?: (from: Iso, to: Iso) => number } {
  const { calendars, createdAt } = facts.ticket;
  if (calendars.length === 0) return {};
  const hours = hoursOf(calendars, createdAt, facts.now > createdAt ? facts.now : createdAt);
  return { workingMs: hours.ms };
}

/** Clocks and counts. A ticket without events has none: every number names the events it came from. */
function countAll(
  facts: Facts,
  parts: Omit<History, 'facts' | 'creation'>,
  given: { targets: readonly Target[]; longestSilence: Analysis['longestSilence'] },
): { clocks: Clock[]; metrics: Metric[] } {
  const [creation] = facts.events;
  if (!creation) return { clocks: [], metrics: [] };
  const history: History = { ...parts, facts, creation: creation.id };
  const { calendars, createdAt } = facts.ticket;
  const last = facts.events.at(-1)?.time.at ?? facts.now;
  const until = last > facts.now ? last : facts.now;
  const hours = hoursOf(calendars, createdAt, until);
  const measured = measureClocks(history);
  const told = slaClocks(history, measured, (id) => {
    const named = calendars.find(({ calendar }) => calendar.id === id);
    return named && calendars.length > 1 ? hoursOf([named], createdAt, until) : hours;
  });
  const priority = segmentsOf(facts, 'priority');
  const { doubts } = facts;
  const own = clocksOf(measured, told, { hours, targets: given.targets, priority, doubts });
  return {
    clocks: [...told, ...own],
    metrics: findMetrics(history, segmentsOf(facts, 'group'), given.longestSilence),
  };
}

function countsOf(facts: Facts): Analysis['counts'] {
  return {
    customerMessages: facts.customerMessages.length,
    replies: facts.replies.length,
    notes: facts.notes.length,
    changes: facts.changes.length,
    events: facts.events.length,
  };
}

/**
 * First reply time: first customer message to the first public reply by a person. A ticket that an agent
 * opened has no first reply to wait for before the customer has written.
 */
function findFirstReply(facts: Facts, openUntil: (from: Iso) => Iso): Span | undefined {
  const first = facts.customerMessages[0];
  if (!first) return undefined;
  const reply = firstMatchAfter(facts.replies, first, () => true);
  return {
    from: first.time.at,
    ...(reply ? { to: reply.time.at } : {}),
    ms: elapsed(first.time.at, reply?.time.at ?? openUntil(first.time.at)),
    certainty: certaintyOf(facts.doubts, [first.id, reply?.id]),
    events: reply ? [first.id, reply.id] : [first.id],
  };
}

function ticketSpan(facts: Facts, status: readonly Segment[], solves: readonly Segment[]): Analysis['span'] {
  const from = facts.ticket.createdAt;
  const open = !isSolved(status.at(-1)?.value ?? facts.ticket.status);
  const solve = open ? undefined : solves.at(-1);
  return {
    from,
    ...(solve ? { to: solve.from } : {}),
    ms: elapsed(from, solve?.from ?? facts.now),
    certainty: solve && solve.opened === undefined && solve.from !== from ? 'unknown' : 'exact',
    events: solve?.opened === undefined ? [] : [solve.opened],
    open,
  };
}

function unassignedTime(facts: Facts, status: readonly Segment[], assignee: readonly Segment[]): Span {
  const from = facts.ticket.createdAt;
  let ms = 0;
  for (const segment of status) {
    if (isSolved(segment.value)) continue;
    ms += timeWhere(assignee, segment.from, segment.to ?? facts.now, (value) => value === null);
  }
  return {
    from,
    ms,
    certainty: assignee.some((segment) => segment.value === undefined) ? 'lower_bound' : 'exact',
    events: assignee.map((segment) => segment.opened).filter((id) => id !== undefined),
  };
}

function customerName(facts: Facts): string {
  const { ticket } = facts;
  const requester = ticket.requester === undefined ? undefined : facts.people.get(ticket.requester);
  return ticket.organization || requester?.org || requester?.name || 'The customer';
}
