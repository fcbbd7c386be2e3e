/** Puts what was read together: the ticket with its state at the start and now, and the account of what is missing. */
import type { Iso } from '../../ticket/basics';
import { cleanLine } from '../../ticket/clean-text';
import type { TicketEvent } from '../../ticket/events';
import { compareEvents } from '../../ticket/order';
import type { Capture } from '../../ticket/schema';
import type { Ticket } from '../../ticket/ticket';
import type { TicketRef } from '../contract';
import { coverageOf } from './coverage';
import { instant } from './dates';
import { deadlinesOf } from './deadlines';
import { eventsOf, fieldValue, personValue, type Reading } from './events';
import type { History } from './history';
import { usersIn } from './names';
import { actor, type Roles } from './people';
import type { Rest } from './rest';
import { changesOf, savesOf } from './saves';
import { count, type Fields, fields, text } from './shape';
import { priorityValue } from './values';

export interface Viewer {
  id?: string;
  privileged?: boolean;
  timeZone?: string;
  language?: string;
}

export interface Pulled {
  ref: TicketRef;
  ticket: Fields;
  history: History;
  reading: Reading;
  viewer: Viewer;
  missed: Rest['missed'];
  roles: Roles;
  capturedAt: Iso;
}

export function captureOf(pulled: Pulled): Omit<Capture, 'id'> {
  const { reading, viewer } = pulled;
  const unknown = new Map<string, number>();
  const events = eventsOf(reading, unknown);
  const ticket = ticketOf(pulled, events);
  const coverage = coverageOf(pulled, ticket, unknown);
  const { privileged, ...seen } = viewer;
  const limited =
    privileged === false || coverage.parts.some((part) => part.part === 'notes' && part.state === 'refused');
  return {
    v: 1,
    ticket,
    coverage,
    statusMap: reading.statuses.map(),
    capturedAt: pulled.capturedAt,
    viewer: { ...seen, ...(limited ? { limited } : {}) },
  };
}

function ticketOf(pulled: Pulled, events: readonly TicketEvent[]): Ticket {
  const { ref, ticket, reading } = pulled;
  const { site, key, people } = reading;
  const status = reading.statuses.value(text(ticket.Status));
  const isOver = reading.statuses.isOver(text(ticket.Status));
  const resolved = instant(text(ticket.Resolved));
  const deadlines = deadlinesOf(
    savesOf(reading, events),
    { due: startOf(reading, 'Due', text(ticket.Due)), level: startOf(reading, 'SLA', text(ticket.SLA)) },
    { due: text(ticket.Due), level: text(ticket.SLA), isOver },
  );
  const queue = text(fields(ticket.Queue).id);
  const all = [...events, ...deadlines.events].sort(compareEvents);
  const first = events.find((event) => event.kind === 'message' && event.source.ticketKey === undefined);
  const createdAt = instant(text(ticket.Created)) ?? first?.time.at ?? pulled.capturedAt;
  const participants = participantsOf(pulled, events, createdAt);
  const requester = participants.find((one) => one.part === 'requester')?.person;
  const creator = createdBy(pulled, first);
  const onBehalfOf = creator.side === 'agent' ? askedAtFirst(participants, events, createdAt) : undefined;
  const minutes = count(ticket.TimeWorked) ?? 0;
  const roster = people.all();
  const organization = roster.find((person) => person.id === requester)?.org;
  return {
    v: 1,
    id: `${ref.helpdesk}:${site}:${key}`,
    helpdesk: ref.helpdesk,
    site,
    key,
    url: `${site}/Ticket/Display.html?id=${key}`,
    subject: cleanLine(text(ticket.Subject)),
    kind: 'ticket',
    ...(first?.kind === 'message' ? { channel: first.channel } : {}),
    people: roster,
    ...(requester === undefined ? {} : { requester }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(organization === undefined ? {} : { organization }),
    participants,
    status,
    priority: priorityValue(text(ticket.Priority)),
    group: { id: queue, label: reading.names.queue(queue) },
    assignee: personValue(people, text(fields(ticket.Owner).id)),
    tags: [],
    productAreas: [],
    initial: initialOf(pulled, first !== undefined),
    createdAt,
    createdBy: creator,
    ...(resolved && status.status === 'solved' ? { solvedAt: resolved } : {}),
    ...(resolved && isOver && status.status !== 'solved' ? { closedAt: resolved } : {}),
    mergedFrom: [...new Set(reading.transactions.map((one) => one.ticketKey))].filter(
      (other) => other !== key,
    ),
    ...(status.status === 'deleted' ? { deleted: true } : {}),
    events: all,
    slas: deadlines.now,
    metrics: minutes > 0 ? [{ name: 'time_worked', calendarMs: minutes * 60_000 }] : [],
    calendars: [],
  };
}

function createdBy(pulled: Pulled, first: TicketEvent | undefined): Ticket['createdBy'] {
  if (first) return first.actor;
  const login = text(fields(pulled.ticket.Creator).id);
  return actor(pulled.reading.people, pulled.reading.people.id(login) ?? `user:${login || 'unknown'}`);
}

/** The requester at the creation: one who never came in later, or the first whose part ended. */
function askedAtFirst(participants: Ticket['participants'], events: readonly TicketEvent[], createdAt: Iso) {
  const still = participants.find((one) => one.part === 'requester' && one.from === createdAt);
  const first = events.find((event) => event.kind === 'change' && event.field === 'requester');
  return still?.person ?? (first?.kind === 'change' ? first.from?.id : undefined);
}

/** What a field was before its first change; what never changed was always so. */
function startOf(reading: Reading, field: string, now: string): string {
  return changesOf(reading, field)[0]?.oldValue ?? now;
}

function initialOf(pulled: Pulled, known: boolean): Ticket['initial'] {
  const { reading, ticket } = pulled;
  const start = (field: string, now: string) =>
    fieldValue(reading, { type: 'Set', field }, startOf(reading, field, now));
  return {
    status: start('Status', text(ticket.Status)),
    priority: start('Priority', text(ticket.Priority)),
    group: start('Queue', text(fields(ticket.Queue).id)),
    assignee: start('Owner', text(fields(ticket.Owner).id)),
    known,
  };
}

const parts = { Requestor: 'requester', Cc: 'cc', AdminCc: 'follower' } as const;

function participantsOf(pulled: Pulled, events: readonly TicketEvent[], from: Iso): Ticket['participants'] {
  const { people } = pulled.reading;
  return Object.entries(parts).flatMap(([role, part]) =>
    usersIn(pulled.ticket, role).flatMap((login) => {
      const person = people.id(login);
      if (!person) return [];
      people.side(person);
      const joined = events.findLast((event) =>
        event.kind === 'participant'
          ? event.added && event.person === person && event.part === part
          : event.kind === 'change' &&
            event.field === 'requester' &&
            part === 'requester' &&
            event.to?.id === person,
      );
      return [{ person, part, from: joined?.time.at ?? from }];
    }),
  );
}
