/** What a draft is written from: the evidence, and what went wrong in it, decided once for every section. */
import { missed } from '../analysis/missed';
import type { Analysis, Escalation, Handoff, Milestone, Silence, SlaOutcome } from '../analysis/types';
import { longest } from '../analysis/waits';
import type { Iso, Person } from '../ticket/basics';
import type { EventId, Message, TicketEvent } from '../ticket/events';
import type { Capture } from '../ticket/schema';
import { upperFirst } from './facts-in-words';
import { LONG_GAP_MS } from './handoffs-in-words';
import { nameInProse, subjectInProse } from './names-in-prose';
import type { KindId } from './schema';
import { withoutStaffNames } from './staff-names';

const HOUR = 3_600_000;
/** Nobody expects a word within the hour; after four, silence is felt whatever the targets say. */
const SILENCE_FELT_MS = HOUR;
const SILENCE_LONG_MS = 4 * HOUR;
const WAIT_LONG_MS = 24 * HOUR;

export interface Story {
  capture: Capture;
  analysis: Analysis;
  kind: KindId;
  /** The customer inside a sentence and at the start of one. */
  customer: string;
  Customer: string;
  subject: string;
  events: ReadonlyMap<EventId, TicketEvent>;
  people: ReadonlyMap<string, Person>;
  messages: readonly Message[];
  /** Text from the ticket without colleagues' names. */
  nameless: (text: string) => string;
  late: readonly SlaOutcome[];
  /** Customer messages written while an earlier one was unanswered. */
  chasers: readonly EventId[];
  reopenings: readonly Reopening[];
  /** The hand-off with the longest gap, if it was long enough to matter. */
  handoff?: Handoff;
  /** The longest silence while the customer was waiting, if it was long enough to matter. */
  silence?: Silence;
  demand?: Escalation;
  /** Whether the longest wait is what there is to explain. */
  waitMatters: boolean;
  /** Whether anything in the history went wrong for the customer. */
  failed: boolean;
}

export interface Reopening {
  at: Iso;
  solvedAt?: Iso;
  events: EventId[];
}

export function storyOf(capture: Capture, analysis: Analysis, kind: KindId): Story {
  const { ticket } = capture;
  const nameless = withoutStaffNames(ticket);
  const customer = customerInProse(capture, analysis);
  const late = missed(analysis.slas);
  const chasers = analysis.waits.flatMap((wait) => wait.customerMessages.slice(1));
  const reopenings = reopeningsIn(analysis.milestones);
  const handoff = worstHandoff(analysis);
  const { longestWait } = analysis;
  const silence = longest(analysis.silences.filter(({ customerMessages }) => customerMessages.length > 0));
  // Two messages within a few minutes are one message; only a felt wait makes the second one a reminder.
  const isChased = chasers.length > 0 && longestWait !== undefined && longestWait.ms >= SILENCE_FELT_MS;
  const isTroubled =
    late.length > 0 || isChased || (longestWait !== undefined && longestWait.end !== 'reply');
  const isFelt = silence !== undefined && silence.ms >= (isTroubled ? SILENCE_FELT_MS : SILENCE_LONG_MS);
  const demand = analysis.escalations.find((escalation) => escalation.kind === 'customer_asked');
  const isLong = longestWait !== undefined && longestWait.ms >= WAIT_LONG_MS;
  return {
    capture,
    analysis,
    kind,
    customer,
    Customer: upperFirst(customer),
    subject: subjectInProse(nameless(ticket.subject)),
    events: new Map(ticket.events.map((event) => [event.id, event])),
    people: new Map(ticket.people.map((person) => [person.id, person])),
    messages: ticket.events.filter((event) => event.kind === 'message'),
    nameless,
    late,
    chasers,
    reopenings,
    ...(handoff ? { handoff } : {}),
    ...(isFelt ? { silence } : {}),
    ...(demand ? { demand } : {}),
    waitMatters:
      longestWait !== undefined &&
      longestWait.ms > 0 &&
      (isTroubled || isFelt || isLong || handoff !== undefined || reopenings.length === 0),
    failed:
      isTroubled ||
      isFelt ||
      isLong ||
      reopenings.length > 0 ||
      handoff !== undefined ||
      demand !== undefined,
  };
}

/** A colleague who opened the ticket is not named either. */
function customerInProse({ ticket }: Capture, { customer }: Analysis): string {
  const requester = ticket.people.find((person) => person.id === ticket.requester);
  const isColleague = requester?.name === customer && !requester.sides.includes('customer');
  if (isColleague || customer === 'The customer') return 'the customer';
  return nameInProse(customer, 'the customer');
}

/** A gap of an hour explains no wait of a month. */
function worstHandoff({ handoffs, longestWait }: Analysis): Handoff | undefined {
  const worst = longest(handoffs.map((handoff) => ({ handoff, ms: handoff.gap.ms })))?.handoff;
  const least = Math.max(LONG_GAP_MS, (longestWait?.ms ?? 0) / 10);
  return worst && worst.gap.ms >= least ? worst : undefined;
}

function reopeningsIn(milestones: readonly Milestone[]): Reopening[] {
  let solved: Milestone | undefined;
  return milestones.flatMap((milestone) => {
    if (milestone.kind === 'solved' || milestone.kind === 'closed') solved = milestone;
    if (milestone.kind !== 'reopened' || milestone.at === undefined) return [];
    return [
      {
        at: milestone.at,
        ...(solved?.at === undefined ? {} : { solvedAt: solved.at }),
        events: [solved?.event, milestone.event].filter((id) => id !== undefined),
      },
    ];
  });
}
