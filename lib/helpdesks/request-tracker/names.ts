/** Names for the numbers that transactions hold: queues, custom fields, and people who only appear as values. */
import { cleanLine } from '../../ticket/clean-text';
import { isDateText } from './dates';
import type { Transaction } from './history';
import type { People } from './people';
import { type Rest, severally } from './rest';
import { type Fields, fields, list, text } from './shape';

export interface Names {
  queue(id: string): string;
  customField(id: string): string;
  /** A custom field of RT's type DateTime, whose values are UTC without a mark like RT's own dates. */
  isInstant(id: string): boolean;
}

export async function readNames(
  source: Rest,
  ticket: Fields,
  transactions: readonly Transaction[],
  people: People,
): Promise<Names> {
  const queues = new Map<string, string>();
  const customFields = new Map(list(ticket.CustomFields).map((field) => [text(field.id), text(field.name)]));
  const moves = transactions.filter((one) => one.field === 'Queue');
  const queueIds = new Set([
    text(fields(ticket.Queue).id),
    ...moves.flatMap((one) => [one.oldValue, one.newValue]),
  ]);
  const instants = new Set<string>();
  const fieldChanges = transactions.filter((one) => one.type === 'CustomField');
  const keys = [...namedInTicket(ticket), ...namedInValues(transactions)].filter((key) => !people.id(key));
  const queue = async (id: string) => {
    const found = text((await source.find(`queue/${encodeURIComponent(id)}`, 'Name'))?.Name);
    if (found) queues.set(id, found);
  };
  const field = async (id: string) => {
    const found = await source.find(`customfield/${encodeURIComponent(id)}`, 'Name');
    if (text(found?.Name)) customFields.set(id, text(found?.Name));
    if (found?.Type === 'DateTime') instants.add(id);
  };
  const isUnclear = (one: Transaction) =>
    !customFields.has(one.field) || isDateText(one.newValue) || isDateText(one.oldValue);
  await severally(
    [
      ...[...queueIds].filter(Boolean).map((id) => () => queue(id)),
      ...[...new Set(fieldChanges.filter(isUnclear).map((one) => one.field))].map((id) => () => field(id)),
      ...[...new Set(keys)].map((key) => () => people.lookUp(key)),
    ],
    (work) => work(),
  );
  return {
    queue: (id) => cleanLine(queues.get(id) ?? '') || `Queue ${id}`,
    customField: (id) => cleanLine(customFields.get(id) ?? '') || `Custom field ${id}`,
    isInstant: (id) => instants.has(id),
  };
}

/** Logins in the ticket's roles. */
function namedInTicket(ticket: Fields): string[] {
  return ['Owner', 'Creator', 'Requestor', 'Cc', 'AdminCc'].flatMap((role) => usersIn(ticket, role));
}

export function usersIn(ticket: Fields, role: string): string[] {
  const value = ticket[role];
  const members = Array.isArray(value) ? list(value) : [fields(value)];
  return members.filter((member) => member.type === 'user').map((member) => text(member.id));
}

function namedInValues(transactions: readonly Transaction[]): string[] {
  return transactions
    .filter(isAboutPeople)
    .flatMap((one) => [one.oldValue, one.newValue])
    .filter((id) => /^[1-9]\d*$/.test(id));
}

export function isAboutPeople(one: Transaction): boolean {
  return one.field === 'Owner' || /^(Add|Del|Set)Watcher$/.test(one.type);
}
