/** Which names a history needs, and asking for those that did not come along with it. */
import type { Page } from '../contract';
import type { Audit } from './audits';
import { type Fields, fieldsOf, idOf, lineOf, listOf } from './fields';
import type { People } from './people';
import { getCustomStatuses, getGroups, getTicketFields, getUsers, type Optional } from './requests';
import { customFields, customStatuses, type Names } from './values';

const MOST_PEOPLE = 1_000;

export interface NamesRead {
  names: Names;
  people: Optional<unknown>;
}

export async function readNames(
  page: Page,
  given: {
    ticket: Fields;
    audits: readonly Audit[];
    groups: readonly Fields[];
    organizations: readonly Fields[];
  },
  people: People,
): Promise<NamesRead> {
  const { ticket, audits } = given;
  const changed = changedFields(audits);
  const missing = [...peopleIn(ticket, audits)].filter((id) => !people.knows(id)).slice(0, MOST_PEOPLE);
  const [users, fields, statuses] = await Promise.all([
    getUsers(page, missing),
    [...changed].some((name) => idOf(name)) ? getTicketFields(page) : undefined,
    changed.has('custom_status_id') ? getCustomStatuses(page) : undefined,
  ]);
  people.learn(users.value ?? []);
  const groups = namedRows(given.groups);
  const wanted = [...groupsIn(audits)].filter((id) => !groups.has(id));
  // Team names of agents ride along when the list is asked for anyway; alone they are not worth a request.
  const asked = await getGroups(page, wanted);
  for (const [id, name] of namedRows(asked.value ?? [])) groups.set(id, name);
  const organizations = namedRows(given.organizations);
  people.setNames({ groups, organizations });
  const names: Names = {
    groups,
    organizations,
    statuses: customStatuses(statuses?.value ?? []),
    fields: customFields(fields?.value ?? []),
  };
  return { names, people: users };
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
  told.push(...listOf(ticket.email_cc_ids), ...listOf(ticket.follower_ids));
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
