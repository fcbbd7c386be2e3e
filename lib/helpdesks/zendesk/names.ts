/** Which names a history needs, and asking for those that did not come along with it. */
import { ahead } from '../ahead';
import type { Page } from '../contract';
import type { Audit } from './audits';
import { type Fields, fieldsOf, idOf, lineOf, listOf } from './fields';
import type { Directory } from './people';
import { getCustomStatuses, getGroups, getTicketFields, getUsers, type Optional } from './requests';
import { customFields, customStatuses, type Names } from './values';
import { channelName } from './via';

const MOST_PEOPLE = 1_000;

/** The same as a context's, each a list that can be told whole. */
type NameLists = { [of in keyof Names]: ReadonlyMap<string, NonNullable<ReturnType<Names[of]['get']>>> };

export interface NamesRead {
  names: NameLists;
  people: Optional<unknown>;
  /** What became of each list of names that was asked for. */
  asked: { of: string; read: Optional<unknown> }[];
}

interface Given {
  ticket: Fields;
  audits: readonly Audit[];
  groups: readonly Fields[];
  organizations: readonly Fields[];
  /** Users named outside ticket and history. */
  others: readonly string[];
}

/**
 * The names one pull needs. They may be read before all of the history is there, and again when it is: what was
 * asked for once is not asked for again.
 */
export class NamesReader {
  private readonly page: Page;
  private readonly directory: Directory;
  private readonly users: Promise<Optional<Fields[]>>[] = [];
  private readonly groups: Promise<Optional<Fields[]>>[] = [];
  private readonly askedUsers = new Set<string>();
  private readonly askedGroups = new Set<string>();
  private hasGroupList = false;
  private fields: Promise<Optional<Fields[]>> | undefined;
  private statuses: Promise<Optional<Fields[]>> | undefined;

  constructor(page: Page, directory: Directory) {
    this.page = page;
    this.directory = directory;
  }

  async read(given: Given): Promise<NamesRead> {
    const { directory } = this;
    const groups = namedRows(given.groups);
    const wanted = [...groupsIn(given.audits)].filter((id) => !groups.has(id));
    this.ask(given, wanted);
    const [users, fields, statuses, lists] = await Promise.all([
      Promise.all(this.users).then(joined),
      this.fields,
      this.statuses,
      Promise.all(this.groups),
    ]);
    directory.learn(users.value);
    const gone = users.state === 'read' ? this.gone(users.value) : [];
    directory.learnDeleted(gone);
    for (const [id, name] of namedRows(lists.flatMap(({ value }) => value ?? []))) {
      // Team names of agents ride along when the list is needed anyway; what was asked for too early tells none.
      if (wanted.length > 1 || wanted.includes(id)) groups.set(id, name);
    }
    const organizations = namedRows(given.organizations);
    directory.names = { groups, organizations };
    const names = {
      groups,
      organizations,
      statuses: customStatuses(statuses?.value ?? []),
      schedules: new Map<string, string>(),
      fields: customFields(fields?.value ?? []),
    };
    const asked = { fields, statuses, groups: wanted.length > 0 ? lists.at(-1) : undefined };
    return {
      names,
      people: gone.length > 0 ? { ...users, note: deletedNote(gone.length) } : users,
      asked: Object.entries(asked).flatMap(([of, read]) => (read ? [{ of, read }] : [])),
    };
  }

  private ask({ ticket, audits, others }: Given, groups: readonly string[]): void {
    const { page, directory } = this;
    for (const id of staffIn(audits)) directory.addStaff(id);
    const changed = changedFields(audits);
    if ([...changed].some((name) => idOf(name))) this.fields ??= ahead(getTicketFields(page));
    if (changed.has('custom_status_id')) this.statuses ??= ahead(getCustomStatuses(page));
    this.askUsers(new Set([...peopleIn(ticket, audits), ...others]));
    this.askGroups(groups);
  }

  private askUsers(named: ReadonlySet<string>): void {
    const missing = [...named]
      .filter((id) => !this.directory.knows(id) && !this.askedUsers.has(id))
      .slice(0, MOST_PEOPLE - this.askedUsers.size);
    for (const id of missing) this.askedUsers.add(id);
    for (const read of getUsers(this.page, missing)) this.users.push(ahead(read));
  }

  private askGroups(wanted: readonly string[]): void {
    const isList = wanted.length > 1;
    if (this.hasGroupList || (!isList && wanted.every((id) => this.askedGroups.has(id)))) return;
    this.hasGroupList = isList;
    for (const id of wanted) this.askedGroups.add(id);
    this.groups.push(ahead(getGroups(this.page, wanted)));
  }

  private gone(users: readonly Fields[]): string[] {
    const told = new Set(users.map(({ id }) => idOf(id)));
    return [...this.askedUsers].filter((id) => !told.has(id));
  }
}

/** What came before the first part that failed, whichever of them answered first. */
function joined(parts: readonly Optional<Fields[]>[]): Optional<Fields[]> & { value: Fields[] } {
  const failed = parts.findIndex(({ value }) => !value);
  const read = failed < 0 ? parts : parts.slice(0, failed);
  return { state: 'read', ...parts[failed], value: read.flatMap(({ value }) => value ?? []) };
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
