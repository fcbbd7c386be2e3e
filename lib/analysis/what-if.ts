/** The same ticket with one thing changed. What comes of it is a supposition, and every analysis of it says so. */
import type { Iso } from '../ticket/basics';
import type { TicketEvent } from '../ticket/events';
import { inOrder } from '../ticket/order';
import type { Capture } from '../ticket/schema';
import type { CalendarRef } from '../ticket/ticket';

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
 * What the teams before it did falls away, and all that followed the move to it happens as much sooner as the move
 * came after the creation. What the customer wrote before the move stays where it was.
 */
function withFirstGroup(capture: Capture, group: string): Capture {
  const { ticket } = capture;
  const events = inOrder(ticket.events);
  const arrival = events.find(
    (event) => event.kind === 'change' && event.field === 'group' && event.to?.label === group,
  );
  if (arrival?.kind !== 'change' || arrival.time.at <= ticket.createdAt) return capture;
  const saved = Date.parse(arrival.time.at) - Date.parse(ticket.createdAt);
  const at = events.indexOf(arrival);
  const before = events
    .slice(0, at)
    .filter((event) => event.actor.side === 'customer' || event.time.at <= ticket.createdAt);
  const after = events.slice(at + 1).map((event) => sooner(event, saved));
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
      events: [...before, ...after],
    },
  };
}

function sooner<Event extends TicketEvent>(event: Event, ms: number): Event {
  const moved = { ...event, time: { ...event.time, at: earlier(event.time.at, ms) } };
  return moved.kind === 'sla' && moved.due !== undefined ? { ...moved, due: earlier(moved.due, ms) } : moved;
}

function earlier(at: Iso, ms: number): Iso {
  return new Date(Date.parse(at) - ms).toISOString();
}
