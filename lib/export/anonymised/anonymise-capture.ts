import type { TicketEvent } from '../../ticket/events';
import { inOrder } from '../../ticket/order';
import { type Capture, parseCapture } from '../../ticket/schema';
import type { Calendar, ReportedSla, Ticket } from '../../ticket/ticket';
import { anonymiseEvent, anonymisePolicy, type EventIds } from './anonymise-event';
import { anonymiseActor, anonymisePerson, anonymiseValue, maybe, statusLabel } from './anonymise-values';
import { Disguise } from './disguise';
import { neutralText } from './neutral-text';
import { knownLanguage, knownZone } from './plain-values';

/** The `id` of a capture that has not been sealed anew: the old one would tell which ticket it was. */
export const UNSEALED = 'anonymised';

/**
 * A capture that can be shown to strangers: kinds, order, times, sides, roles, states, counts and lengths as they
 * are; names, addresses, texts, tags, titles, values and numbers of records replaced. Built field by field out of
 * lists of what may pass, never by taking things out. Pure: the same capture, the same bytes. The analysis of the
 * result has the same clocks, waits, hand-offs and counts.
 */
export function anonymiseCapture(capture: Capture): Capture {
  const disguise = new Disguise(capture.ticket);
  const eventId = eventIdsOf(disguise, capture.ticket);
  const { v, statusMap, capturedAt, viewer } = capture;
  const result: Capture = {
    v,
    id: UNSEALED,
    ticket: anonymiseTicket(disguise, capture.ticket, eventId),
    coverage: coverageOf(disguise, capture, eventId),
    statusMap: statusMap.map(({ label, common, from }) => ({
      label: statusLabel(disguise, label),
      common,
      from,
    })),
    capturedAt,
    viewer: {
      id: maybe(viewer.id, (id) => disguise.ids.id(id)),
      timeZone: knownZone(viewer.timeZone),
      language: knownLanguage(viewer.language),
      limited: viewer.limited,
    },
  };
  // Through JSON, so that what is unknown is absent here as it is in the file.
  const parsed = parseCapture(JSON.parse(JSON.stringify(result)));
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value;
}

/** Ids decide between events of one instant and one place, so among those the new ones stand in the old order. */
function eventIdsOf(disguise: Disguise, ticket: Ticket): EventIds {
  const made = new Map(ticket.events.map(({ id }) => [id, disguise.ids.id(id)]));
  const events = inOrder(ticket.events);
  const isTied = (a: TicketEvent, b: TicketEvent | undefined) => a.time.at === b?.time.at && a.seq === b.seq;
  for (let start = 0, end = 0; start < events.length; start = end) {
    const first = events[start];
    while (first && isTied(first, events[end])) end++;
    const tied = events.slice(start, end).map(({ id }) => id);
    const fresh = tied.map((id) => made.get(id) ?? '').sort();
    tied.forEach((id, index) => {
      made.set(id, fresh[index] ?? '');
    });
  }
  return (id) => made.get(id) ?? disguise.ids.id(id);
}

/** Of ours; another one is a helpdesk somebody wrote a reader for. */
const helpdesks = new Set(['zendesk', 'request-tracker']);

function anonymiseTicket(disguise: Disguise, ticket: Ticket, eventId: EventIds): Ticket {
  const { ids } = disguise;
  const { v, kind, channel, createdAt, solvedAt, closedAt, deleted } = ticket;
  const helpdesk = helpdesks.has(ticket.helpdesk) ? ticket.helpdesk : 'helpdesk';
  const site = ids.address(ticket.site);
  const key = ids.key(ticket.key);
  // Everybody and everything is named in the order of the history, whatever else mentions it.
  const events = ticket.events.map((event) => anonymiseEvent(disguise, event, eventId));
  return {
    ...{ v, kind, channel, createdAt, solvedAt, closedAt, deleted },
    ...{ id: `${helpdesk}:${site}:${key}`, helpdesk, site, key },
    internalId: maybe(ticket.internalId, (id) => ids.id(id)),
    url: ids.address(ticket.url),
    subject: neutralText(ticket.subject),
    people: ticket.people.map((person) => anonymisePerson(disguise, person)),
    requester: maybe(ticket.requester, (id) => ids.id(id)),
    onBehalfOf: maybe(ticket.onBehalfOf, (id) => ids.id(id)),
    organization: maybe(ticket.organization, (name) => disguise.numbered('Organisation', name)),
    participants: ticket.participants.map(({ person, part, from, to }) => ({
      person: ids.id(person),
      ...{ part, from, to },
    })),
    status: anonymiseValue(disguise, 'status', ticket.status),
    ...stateOf(disguise, ticket),
    initial: {
      status: maybe(ticket.initial.status, (status) => anonymiseValue(disguise, 'status', status)),
      ...stateOf(disguise, ticket.initial),
      known: ticket.initial.known,
    },
    tags: ticket.tags.map((tag) => disguise.tag(tag)),
    productAreas: ticket.productAreas.map((area) => disguise.numbered('Area', area)),
    createdBy: anonymiseActor(disguise, ticket.createdBy),
    mergedFrom: ticket.mergedFrom.map((other) => ids.key(other)),
    mergedInto: maybe(ticket.mergedInto, (other) => ids.key(other)),
    events,
    slas: ticket.slas.map((sla) => reportedOf(disguise, sla)),
    metrics: ticket.metrics.map(({ name, calendarMs, businessMs, count }) => ({
      name: disguise.words(name),
      ...{ calendarMs, businessMs, count },
    })),
    calendars: ticket.calendars.map(({ calendar, from }) => ({
      calendar: calendarOf(disguise, calendar),
      from,
    })),
  };
}

type State = Pick<Ticket['initial'], 'priority' | 'group' | 'assignee'>;

function stateOf(disguise: Disguise, state: State): State {
  const value = (field: keyof State) => maybe(state[field], (told) => anonymiseValue(disguise, field, told));
  return { priority: value('priority'), group: value('group'), assignee: value('assignee') };
}

function reportedOf(disguise: Disguise, sla: ReportedSla): ReportedSla {
  const { metric, targetMs, due, stage, breachedAt, elapsedMs, remainingMs, unit } = sla;
  return {
    instance: disguise.ids.instance(sla.instance),
    policy: maybe(sla.policy, (policy) => anonymisePolicy(disguise, policy)),
    ...{ metric, targetMs, due, stage, breachedAt, elapsedMs, remainingMs, unit },
  };
}

function calendarOf(disguise: Disguise, calendar: Calendar): Calendar {
  const { weekly, holidays, validFrom, validTo } = calendar;
  return {
    id: disguise.ids.id(calendar.id),
    zone: knownZone(calendar.zone) ?? 'UTC',
    weekly: weekly.map(({ day, from, to }) => ({ day, from, to })),
    holidays: holidays.map(({ day, from, to }) => ({ day, from, to })),
    validFrom,
    validTo,
  };
}

function coverageOf(disguise: Disguise, { coverage }: Capture, eventId: EventIds): Capture['coverage'] {
  return {
    complete: coverage.complete,
    parts: coverage.parts.map(({ part, state, found, expected, note }) => ({
      part: disguise.words(part),
      ...{ state, found, expected },
      note: maybe(note, (text) => disguise.words(text)),
    })),
    unknownTypes: coverage.unknownTypes.map(({ type, count }) => ({
      type: disguise.numbered('Type', type),
      count,
    })),
    doubtfulTimes: coverage.doubtfulTimes.map(eventId),
    warnings: coverage.warnings.map(({ field, reason, source }) => ({
      field: disguise.words(field),
      reason: disguise.words(reason),
      source: maybe(source, (text) => disguise.words(text)),
    })),
  };
}
