/** What a ticket's own answer tells at first sight, before anything of its history is read. */
import type { Iso } from '../../ticket/basics';
import type { Glimpse } from '../../ticket/glimpse';
import { readClocks } from './clocks';
import { absentWhenUndefined, type Fields, idOf, lineOf, objectsOf } from './fields';
import { People } from './people';
import { customStatuses, fieldValue, type Names } from './values';

export function glimpseOf(ticket: Fields, answer: Fields, at: { createdAt: Iso; now: Iso }): Glimpse {
  const people = new People(() => undefined);
  people.learn(objectsOf(answer.users));
  const names: Names = {
    groups: namesOf(answer.groups),
    organizations: namesOf(answer.organizations),
    // Asked for later, and only where the history needs them: until then a state goes by Zendesk's own name.
    statuses: customStatuses([]),
    fields: new Map(),
    schedules: new Map(),
  };
  const value = (name: string) => fieldValue(name, ticket[name], names, people);
  const { reported } = readClocks(ticket, answer, '', at.now, () => undefined);
  const requester = idOf(ticket.requester_id);
  return absentWhenUndefined({
    subject: lineOf(ticket.subject) ?? lineOf(ticket.raw_subject) ?? `Ticket ${idOf(ticket.id)}`,
    status: value('status') ?? null,
    priority: value('priority'),
    group: value('group_id'),
    requester: requester && people.knows(requester) ? people.nameOf(requester) : undefined,
    organization: names.organizations.get(idOf(ticket.organization_id) ?? ''),
    createdAt: at.createdAt,
    slas: reported.map(({ metric, stage, due, breachedAt }) => ({ metric, stage, due, breachedAt })),
  });
}

function namesOf(rows: unknown): Map<string, string> {
  const named = objectsOf(rows).map(({ id, name }) => [idOf(id) ?? '', lineOf(name) ?? ''] as const);
  return new Map(named.filter(([id, name]) => id && name));
}
