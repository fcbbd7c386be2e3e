/** What a ticket's own answer tells at first sight, before anything of its history is read. */
import type { Iso } from '../../ticket/basics';
import type { Glimpse } from '../../ticket/glimpse';
import { sortedCopy } from '../../ticket/stable-json';
import type { ReportedSla } from '../../ticket/ticket';
import { type Fields, idOf, lineOf, objectsOf } from './fields';
import { Directory, People } from './people';
import { customStatuses, fieldValue, type Names } from './values';

export function glimpseOf(
  ticket: Fields,
  answer: Fields,
  { createdAt, reported }: { createdAt: Iso; reported: readonly ReportedSla[] },
): Glimpse {
  const directory = new Directory();
  directory.learn(objectsOf(answer.users));
  const people = new People(directory, () => undefined);
  const names: Names = {
    groups: namesOf(answer.groups),
    organizations: namesOf(answer.organizations),
    // Asked for later, and only where the history needs them: until then a state goes by Zendesk's own name.
    statuses: customStatuses([]),
    fields: new Map(),
    schedules: new Map(),
  };
  const value = (name: string) => fieldValue(name, ticket[name], names, people);
  const requester = idOf(ticket.requester_id);
  return sortedCopy({
    subject: lineOf(ticket.subject) ?? lineOf(ticket.raw_subject) ?? `Ticket ${idOf(ticket.id)}`,
    status: value('status') ?? null,
    priority: value('priority'),
    group: value('group_id'),
    requester: requester && directory.knows(requester) ? people.nameOf(requester) : undefined,
    organization: names.organizations.get(idOf(ticket.organization_id) ?? ''),
    createdAt,
    slas: reported.map(({ metric, stage, due, breachedAt }) => ({ metric, stage, due, breachedAt })),
  });
}

function namesOf(rows: unknown): Map<string, string> {
  const named = objectsOf(rows).map(({ id, name }) => [idOf(id) ?? '', lineOf(name) ?? ''] as const);
  return new Map(named.filter(([id, name]) => id && name));
}
