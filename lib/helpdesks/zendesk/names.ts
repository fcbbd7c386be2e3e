/** Which names a history needs, and asking for those that did not come along with it. */
import type { Page } from '../contract';
import type { Audit } from './audits';
import { type Fields, fieldsOf, idOf, lineOf, listOf } from './fields';
import type { People } from './people';
import { getCustomStatuses, getGroups, getTicketFields, getUsers, type Optional } from './requests';
import { customFields, customStatuses, type Names } from './values';
import { channelName } from './via';

const MOST_PEOPLE = 1_000;

export interface NamesRead {
  names: Names;
  people: Optional<unknown>;
  /** What became of each list of names that was asked for. */
  asked: { of: string; read: Optional<unknown> }[];
}

export async function readNames(
  page: Page,
  given: {
    ticket: Fields;
    audits: readonly Audit[];
    groups: readonly Fields[];
    organizations: readonly Fields[];
    /** Users named outside ticket and history. */
    others: readonly string[];
  },
  people: People,
): Promise<NamesRead> {
  const { ticket, audits, others } = given;
  for (const id of staffIn(audits)) people.addStaff(id);
  const changed = changedFields(audits);
  const named = new Set([...peopleIn(ticket, audits), ...others]);
  const missing = [...named].filter((id) => !people.knows(id)).slice(0, MOST_PEOPLE);
  const groups = namedRows(given.groups);
  const wanted = [...groupsIn(audits)].filter((id) => !groups.has(id));
  const [users, fields, statuses, asked] = await Promise.all([
    getUsers(page, missing),
    [...changed].some((name) => idOf(name)) ? getTicketFields(page) : undefined,
    changed.has('custom_status_id') ? getCustomStatuses(page) : undefined,
    // Team names of agents ride along when the list is asked for anyway; alone they are not worth a request.
    getGroups(page, wanted),
  ]);
  people.learn(users.value ?? []);
  const gone = users.state === 'read' ? missing.filter((id) => !people.knows(id)) : [];
  people.learnDeleted(gone);
  for (const [id, name] of namedRows(asked.value ?? [])) groups.set(id, name);
  const organizations = namedRows(given.organizations);
  people.setNames({ groups, organizations });
  const names: Names = {
    groups,
    organizations,
    statuses: customStatuses(statuses?.value ?? []),
    schedules: new Map(),
    fields: customFields(fields?.value ?? []),
  };
  const lists = { fields, statuses, groups: asked };
  return {
    names,
    people: gone.length > 0 ? { ...users, note: deletedNote(gone.length) } : users,
    asked: Object.entries(lists).flatMap(([of, read]) => (read ? [{ of, read }] : [])),
  };
}

function deletedNote(count: number): string {
  return count === 1 ? 'Zendesk has deleted one of them' : `Zendesk has deleted ${count} of them`;
}

/**
 * Whoever held the ticket, moved it by hand between teams and people, wrote a note on the page or used a macro: no
 * customer can. It tells an agent whose account is deleted from a customer.
 */
function staffIn(audits: readonly Audit[]): Set<string> {
  const staff: (string | undefined)[] = [];
  for (const { author, events, via } of audits) {
    for (const { type, fields } of events) {
      const name = fields.field_name;
      if (name === 'assignee_id') staff.push(idOf(fields.value), idOf(fields.previous_value));
      const isMove = type === 'Change' && (name === 'assignee_id' || name === 'group_id') && !fields.via;
      // By mail somebody who was not copied lands in a note too.
      const isNote = type === 'Comment' && fields.public === false && channelName(via) === 'web';
      if (isMove || isNote || type === 'AgentMacroReference') staff.push(author);
    }
  }
  return new Set(staff.filter((id) => id !== undefined));
}

function namedRows(rows: readonly Fields[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const row of rows) {
    const id = idOf(row.id);
    const name = lineOf(row.name);
    if (id && name) names.set(id, name);
  }
  return names;
}

/** Everybody the ticket or its history names by id. */
function peopleIn(ticket: Fields, audits: readonly Audit[]): Set<string> {
  const told: unknown[] = [ticket.requester_id, ticket.submitter_id, ticket.assignee_id];
  told.push(
    ...listOf(ticket.email_cc_ids),
    ...listOf(ticket.follower_ids),
    ...listOf(ticket.collaborator_ids),
  );
  for (const audit of audits) {
    told.push(audit.author);
    for (const { fields } of audit.events) {
      told.push(fields.author_id);
      const name = fields.field_name;
      if (name === 'assignee_id' || name === 'requester_id') told.push(fields.value, fields.previous_value);
    }
  }
  return new Set(told.map(idOf).filter((id) => id !== undefined));
}

function groupsIn(audits: readonly Audit[]): Set<string> {
  const ids = audits.flatMap(({ events }) =>
    events
      .filter(({ fields }) => fields.field_name === 'group_id')
      .flatMap(({ fields }) => [idOf(fields.value), idOf(fields.previous_value)]),
  );
  return new Set(ids.filter((id) => id !== undefined));
}

/** Names of fields a change moved; what a ticket was created with is not worth a request. */
function changedFields(audits: readonly Audit[]): Set<string> {
  const names = new Set<string>();
  for (const { events } of audits) {
    for (const { type, fields } of events) {
      const name = lineOf(fields.field_name);
      if (name && (type === 'Change' || name === 'custom_status_id') && !fieldsOf(fields.value))
        names.add(name);
    }
  }
  return names;
}
