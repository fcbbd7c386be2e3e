/** The same ticket with one thing changed. What comes of it is a supposition, and every analysis of it says so. */
import type { Iso } from '../ticket/basics';
import type { Message, TicketEvent } from '../ticket/events';
import { inOrder } from '../ticket/order';
import type { Capture } from '../ticket/schema';
import type { CalendarRef, Ticket } from '../ticket/ticket';
import { type Facts, gatherFacts, isSameSave } from './facts';
import { elapsed, isAfter } from './positions';

export type Hypothesis =
  /** The ticket had gone to this group, by its name, from the start. */
  | { kind: 'first_group'; group: string }
  /** A person of the company had replied at that time. */
  | { kind: 'reply_at'; at: Iso }
  /** Other working hours had counted. */
  | { kind: 'calendar'; calendars: CalendarRef[] };

/** The capture as it would have been. A supposition that does not fit the ticket changes nothing. */
export function supposing(capture: Capture, hypothesis: Hypothesis): Capture {
  const { ticket } = capture;
  switch (hypothesis.kind) {
    case 'calendar':
      return { ...capture, ticket: { ...ticket, calendars: hypothesis.calendars } };
    case 'reply_at':
      return { ...capture, ticket: { ...ticket, events: [...ticket.events, replyAt(hypothesis.at)] } };
    case 'first_group':
      return withFirstGroup(capture, hypothesis.group);
  }
}

function replyAt(at: Iso): TicketEvent {
  return {
    id: 'supposed:reply',
    kind: 'message',
    time: { at, precision: 's' },
    seq: Number.MAX_SAFE_INTEGER,
    actor: { id: 'supposed:agent', side: 'agent' },
    source: { rule: 'supposed' },
    audience: 'customer',
    body: { text: '(supposed reply)' },
    attachments: [],
    channel: 'other',
  };
}

/**
 * What the teams before it did falls away, but not what they told the customer: a reply is a reply whoever gave it.
 * All that followed the move happens as much sooner as the team could have begun.
 */
function withFirstGroup(capture: Capture, group: string): Capture {
  const { ticket } = capture;
  const events = inOrder(ticket.events);
  const arrival = events.find(
    (event) => event.kind === 'change' && event.field === 'group' && event.to?.label === group,
  );
  if (arrival?.kind !== 'change' || arrival.time.at <= ticket.createdAt) return capture;
  const facts = gatherFacts(capture, capture.capturedAt);
  const handedOver = events.findLast((event) => isSaid(event) && isSameSave(event, arrival)) ?? arrival;
  const settled = isAfter(handedOver, arrival) ? handedOver : arrival;
  const move = { settled, ...talkBefore(facts, settled) };
  const saved = elapsed(move.begin, arrival.time.at);
  const needless = needlessAsking(facts, move, saved);
  const at = events.indexOf(arrival);
  const before = events.slice(0, at).filter((event) => !needless.has(event) && stays(event, ticket));
  const after = events
    .slice(at + 1)
    .filter((event) => !needless.has(event))
    .map((event) => (isSaid(event) && !isAfter(event, settled) ? event : sooner(event, saved)));
  const ends = (time: Iso | undefined) => (time === undefined ? undefined : earlier(time, saved));
  const { solvedAt, closedAt, ...rest } = ticket;
  const [solved, closed] = [ends(solvedAt), ends(closedAt)];
  return {
    ...capture,
    ticket: {
      ...rest,
      ...(solved === undefined ? {} : { solvedAt: solved }),
      ...(closed === undefined ? {} : { closedAt: closed }),
      initial: { ...ticket.initial, group: arrival.to ?? null },
      // What came sooner still comes after what it answers, also at the very instant at which that was asked.
      events: [...before, ...after].map((event, seq) => ({ ...event, seq })),
    },
  };
}

function stays(event: TicketEvent, ticket: Ticket): boolean {
  return event.actor.side === 'customer' || isSaid(event) || event.time.at <= ticket.createdAt;
}

function isSaid(event: TicketEvent): boolean {
  return event.kind === 'message' && event.audience === 'customer';
}

interface Move {
  /** The move, or the last that was said in the save that moved it: what was said up to it stands. */
  settled: TicketEvent;
  /** The moment from which the team could have begun: the creation, or the question that was open at the move. */
  begin: Iso;
  /** What the customer had asked and nobody had answered by the move, in order. */
  open: readonly Message[];
}

/** Where the teams before it had answered, the team could not have answered what was asked only afterwards any sooner. */
function talkBefore(facts: Facts, settled: TicketEvent): Omit<Move, 'settled'> {
  const isBefore = (message: Message) => !isAfter(message, settled);
  const lastReply = facts.replies.findLast(isBefore);
  const asked = facts.customerMessages.filter(isBefore);
  const open = lastReply ? asked.filter((message) => isAfter(message, lastReply)) : asked;
  // What the customer wrote first is what the first reply answers, also where it reads as a thanks.
  const first = open.find((message) => message === asked[0] || !facts.closingRemarks.has(message));
  const { createdAt } = facts.ticket;
  const isLater = first !== undefined && first.time.at > createdAt;
  return { begin: isLater ? first.time.at : createdAt, open };
}

/** Asking again while nobody answers: with the answer that came sooner there would have been nothing to ask. */
function needlessAsking(facts: Facts, { settled, open }: Move, saved: number): ReadonlySet<TicketEvent> {
  const answer = facts.replies.find((reply) => isAfter(reply, settled));
  if (!answer) return new Set();
  const answeredAt = earlier(answer.time.at, saved);
  return new Set(open.slice(1).filter((message) => message.time.at > answeredAt));
}

function sooner<Event extends TicketEvent>(event: Event, ms: number): Event {
  const moved = { ...event, time: { ...event.time, at: earlier(event.time.at, ms) } };
  return moved.kind === 'sla' && moved.due !== undefined ? { ...moved, due: earlier(moved.due, ms) } : moved;
}

function earlier(at: Iso, ms: number): Iso {
  return new Date(Date.parse(at) - ms).toISOString();
}
