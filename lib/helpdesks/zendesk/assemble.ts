/** Puts ticket, history and clocks together, with the state the ticket was in before its first change. */
import type { Iso, Value } from '../../ticket/basics';
import type { TicketEvent } from '../../ticket/events';
import type { CalendarRef, ReportedMetric, Ticket } from '../../ticket/ticket';
import type { TicketRef } from '../contract';
import type { Audit } from './audits';
import { createdValue } from './changes';
import type { Clocks } from './clocks';
import { type Fields, fieldsOf, idOf, lineOf, listOf } from './fields';
import type { Context } from './scene';
import { fieldValue, tagsOf } from './values';
import { viaOf } from './via';

export interface Parts {
  ref: TicketRef;
  ticket: Fields;
  createdAt: Iso;
  audits: readonly Audit[];
  events: TicketEvent[];
  clocks: Clocks;
  metrics: ReportedMetric[];
  calendars: CalendarRef[];
}

export function ticketOf(context: Context, parts: Parts): Omit<Ticket, 'events'> {
  const { ref, ticket, events } = parts;
  const requester = idOf(ticket.requester_id);
  if (requester) context.people.mention(requester);
  const submitter = idOf(ticket.submitter_id) ?? parts.audits[0]?.author ?? requester ?? '-1';
  return {
    v: 1,
    id: `${ref.helpdesk}:${ref.site}:${ref.key}`,
    helpdesk: ref.helpdesk,
    site: ref.site,
    key: ref.key,
    url: ref.url,
    subject: lineOf(ticket.subject) ?? lineOf(ticket.raw_subject) ?? `Ticket ${ref.key}`,
    kind: ticket.type === 'incident' ? 'incident' : 'ticket',
    channel: viaOf(fieldsOf(ticket.via)).channel,
    requester,
    onBehalfOf: requester !== submitter && context.people.isAgent(submitter) ? requester : undefined,
    organization: context.names.organizations.get(idOf(ticket.organization_id) ?? ''),
    participants: participantsOf(context, parts, requester),
    ...stateOf(context, parts),
    tags: tagsOf(ticket.tags),
    productAreas: [],
    initial: initialOf(context, parts),
    createdAt: parts.createdAt,
    createdBy: context.people.actor(submitter, { requester, team: undefined, hint: 'customer' }),
    ...endsOf(ticket, events),
    mergedFrom: mergeKeys(events, 'merged_from'),
    mergedInto: mergeKeys(events, 'merged_into')[0],
    deleted: ticket.status === 'deleted' || undefined,
    slas: parts.clocks.reported,
    metrics: parts.metrics,
    calendars: parts.calendars,
    // Last: by now everybody has been mentioned.
    people: context.people.all(),
  };
}

function stateOf(
  context: Context,
  { ticket }: Parts,
): Pick<Ticket, 'status' | 'priority' | 'group' | 'assignee'> {
  const value = (name: string) => fieldValue(name, ticket[name], context.names, context.people);
  const custom = idOf(ticket.custom_status_id);
  const status = custom && context.names.statuses.has(custom) ? value('custom_status_id') : value('status');
  const priority = value('priority');
  const group = value('group_id');
  const assignee = value('assignee_id');
  return {
    status: status ?? { label: 'Unknown', status: 'unknown' },
    priority,
    group,
    assignee,
  };
}

/** From the Create events; without them from what the first change of each field says it was before. */
function initialOf(context: Context, { audits, ticket }: Parts): Ticket['initial'] {
  const created = audits[0]?.events.filter(({ type, fields }) => type === 'Create' && !fields.via) ?? [];
  const known = created.some(({ fields }) => fields.field_name === 'status');
  const value = (...names: string[]): Value | undefined => {
    for (const name of names) {
      const raw = known ? createdValue(created, name) : earliest(audits, ticket, name);
      if (raw === undefined || (name === 'custom_status_id' && !context.names.statuses.has(idOf(raw) ?? '')))
        continue;
      return fieldValue(name, raw, context.names, context.people);
    }
    return known ? null : undefined;
  };
  const status = value('custom_status_id', 'status');
  const priority = value('priority');
  const group = value('group_id');
  const assignee = value('assignee_id');
  return {
    status,
    priority,
    group,
    assignee,
    known,
  };
}

function earliest(audits: readonly Audit[], ticket: Fields, name: string): unknown {
  for (const { events } of audits) {
    const change = events.find(({ type, fields }) => type === 'Change' && fields.field_name === name);
    if (change) return change.fields.previous_value;
  }
  return ticket[name];
}

type Participants = Ticket['participants'];

function participantsOf(context: Context, parts: Parts, requester: string | undefined): Participants {
  const { ticket, createdAt, events } = parts;
  const rows: Participants = requesters(context, parts, requester);
  const copied = [...listOf(ticket.email_cc_ids)].map((id) => ['cc', id] as const);
  const following = [...listOf(ticket.follower_ids)].map((id) => ['follower', id] as const);
  // Newer accounts repeat both here; those that never changed over to CCs and followers have only this.
  const older = copied.length + following.length > 0 ? [] : listOf(ticket.collaborator_ids);
  const working = [...older].map((id) => ['collaborator', id] as const);
  for (const [part, raw] of [...copied, ...following, ...working]) {
    const id = idOf(raw);
    if (id) rows.push({ person: context.people.mention(id).id, part, from: createdAt });
  }
  for (const event of events) {
    if (event.kind !== 'participant') continue;
    const { person, part } = event;
    const row = rows.find(
      (candidate) => candidate.person === person && candidate.part === part && !candidate.to,
    );
    if (!event.added) {
      if (row) row.to = event.time.at;
      else rows.push({ person, part, from: createdAt, to: event.time.at });
    } else if (row) row.from = event.time.at;
    else rows.push({ person, part, from: event.time.at });
  }
  return rows;
}

/** Whoever asked, one after another. */
function requesters(context: Context, parts: Parts, now: string | undefined): Participants {
  const changes = parts.events.filter((event) => event.kind === 'change' && event.field === 'requester');
  const rows: Participants = [];
  let from = parts.createdAt;
  for (const change of changes) {
    const before = change.kind === 'change' ? change.from?.id : undefined;
    if (before) rows.push({ person: before, part: 'requester', from, to: change.time.at });
    from = change.time.at;
  }
  if (now) rows.push({ person: context.people.mention(now).id, part: 'requester', from });
  return rows;
}

/** Solved and closed only while the ticket still is: a reopened one has no end. */
function endsOf(ticket: Fields, events: readonly TicketEvent[]): Pick<Ticket, 'solvedAt' | 'closedAt'> {
  const last = (common: string) =>
    events.findLast(
      (event) => event.kind === 'change' && event.field === 'status' && event.to?.status === common,
    )?.time.at;
  const isClosed = ticket.status === 'closed';
  const solvedAt = isClosed || ticket.status === 'solved' ? (last('solved') ?? last('closed')) : undefined;
  const closedAt = isClosed ? last('closed') : undefined;
  return { solvedAt, closedAt };
}

function mergeKeys(events: readonly TicketEvent[], relation: 'merged_from' | 'merged_into'): string[] {
  const keys = events.filter((event) => event.kind === 'link' && event.relation === relation);
  return [...new Set(keys.map((event) => (event.kind === 'link' ? event.to.key : '')))];
}
