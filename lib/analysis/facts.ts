/**
 * One pass over a capture: events in order, people by id, and who counts as the customer or as the company.
 * Every other part of the analysis asks here, so that "a reply" means one thing everywhere.
 */
import { isClosingRemark } from '../language/remarks';
import type { Iso, Person, Value } from '../ticket/basics';
import type { Change, EventId, Message, Sla, TicketEvent } from '../ticket/events';
import { inOrder } from '../ticket/order';
import type { Capture } from '../ticket/schema';
import type { Ticket } from '../ticket/ticket';
import { type Doubts, doubtsOf } from './doubts';

export interface Facts {
  ticket: Ticket;
  now: Iso;
  events: readonly TicketEvent[];
  byId: ReadonlyMap<EventId, TicketEvent>;
  people: ReadonlyMap<string, Person>;
  /** Events whose time is in doubt. */
  doubts: Doubts;
  customerMessages: readonly Message[];
  /** Customer messages after which nobody owes an answer: a thanks, a confirmation. */
  closingRemarks: ReadonlySet<Message>;
  /** Customer-visible messages by a person of the company that were not known to have failed. */
  replies: readonly Message[];
  /** Internal notes by people; what a rule writes down is nobody's work. */
  notes: readonly Message[];
  changes: readonly Change[];
  slaEvents: readonly Sla[];
  /** Everything a person of the company did. */
  staffEvents: readonly TicketEvent[];
}

export function gatherFacts(capture: Capture, now: Iso): Facts {
  const { ticket } = capture;
  const people = new Map(ticket.people.map((person) => [person.id, person]));
  const events = withFormerValues(inOrder(ticket.events), ticket);
  const said: Record<'customerMessages' | 'replies' | 'notes', Message[]> = {
    customerMessages: [],
    replies: [],
    notes: [],
  };
  // Sorted once: going through ten thousand events again for each question takes longer than most answers.
  const changes: Change[] = [];
  const slaEvents: Sla[] = [];
  const byId = new Map<EventId, TicketEvent>();
  const staffEvents: TicketEvent[] = [];
  for (const event of events) {
    byId.set(event.id, event);
    if (isStaff(event, people)) staffEvents.push(event);
    if (event.kind === 'change') changes.push(event);
    else if (event.kind === 'sla') slaEvents.push(event);
    else if (event.kind === 'message') {
      const as = roleOf(event, people);
      if (as) said[as].push(event);
    }
  }
  return {
    ticket,
    now,
    events,
    byId,
    people,
    doubts: doubtsOf(capture),
    ...said,
    closingRemarks: new Set(said.customerMessages.filter(isClosingRemark)),
    changes,
    slaEvents,
    staffEvents,
  };
}

function roleOf(
  message: Message,
  people: Facts['people'],
): 'customerMessages' | 'replies' | 'notes' | undefined {
  if (isSpoken(message)) {
    if (isCustomers(message, people)) return 'customerMessages';
    return isByStaff(message, people) ? 'replies' : undefined;
  }
  const isNote = message.audience === 'internal' && message.auto === undefined;
  return isNote && isByStaff(message, people) ? 'notes' : undefined;
}

/**
 * A message the customer could see and somebody meant: automatic answers, notes, drafts and bounced mail neither
 * start nor stop the customer's wait.
 */
function isSpoken(message: Message): boolean {
  if (message.audience !== 'customer' || message.auto !== undefined) return false;
  return message.delivery !== 'failed' && message.delivery !== 'draft';
}

/** The customer's own words, also where an agent entered or forwarded them in the customer's name. */
function isCustomers(message: Message, people: Facts['people']): boolean {
  const writer = message.onBehalfOf ?? message.forwardedFrom;
  if (writer === undefined || writer === message.actor.id) return message.actor.side === 'customer';
  return people.get(writer)?.sides.includes('customer') ?? false;
}

/** What a person of the company did, as opposed to a rule, a bot or the customer. */
function isStaff(event: TicketEvent, people: Facts['people']): boolean {
  // A macro is a text that a person chose to send.
  return isByStaff(event, people) && (event.via?.rule === undefined || event.via.rule.type === 'macro');
}

function isByStaff(event: TicketEvent, people: Facts['people']): boolean {
  return event.actor.side === 'agent' && (people.get(event.actor.id)?.kind ?? 'human') === 'human';
}

export function isSameSave(a: TicketEvent, b: TicketEvent): boolean {
  return a.batch !== undefined && a.batch === b.batch;
}

/** What the creating save set is how the ticket began: no hand-off and no escalation. */
export function isSetup(change: Change, facts: Facts): boolean {
  if (change.time.at <= facts.ticket.createdAt) return true;
  const first = facts.events[0];
  return first !== undefined && first.time.at <= facts.ticket.createdAt && isSameSave(change, first);
}

/**
 * Some helpdesks log only the new value of a field (osTicket, FreeScout). The former one is then what the
 * change before it set, or what the ticket began with.
 */
function withFormerValues(events: readonly TicketEvent[], ticket: Ticket): TicketEvent[] {
  const { status, priority, group, assignee } = ticket.initial;
  const known = new Map<string, Value | undefined>(Object.entries({ status, priority, group, assignee }));
  return events.map((event) => {
    if (event.kind !== 'change' || event.field === 'custom' || event.field === 'tags') return event;
    const former = known.get(event.field);
    if (event.to !== undefined) known.set(event.field, event.to);
    return event.from === undefined && former !== undefined ? { ...event, from: former } : event;
  });
}
