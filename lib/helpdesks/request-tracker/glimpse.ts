/** What a ticket's own record tells at first sight, before anything of its history is read. */
import { cleanLine } from '../../ticket/clean-text';
import type { Glimpse } from '../../ticket/glimpse';
import { instant } from './dates';
import { usersIn } from './names';
import { type Fields, text } from './shape';
import { statusesOf } from './statuses';
import { priorityValue } from './values';

/** Undefined where the record tells no time of creation. */
export function glimpseOf(ticket: Fields): Glimpse | undefined {
  const createdAt = instant(text(ticket.Created));
  if (!createdAt) return undefined;
  const status = text(ticket.Status);
  // Before the history is read, only the present status tells.
  const statuses = statusesOf(ticket, []);
  const due = statuses.isOver(status) ? undefined : instant(text(ticket.Due));
  // A login that is an e-mail address is shortened, as everywhere.
  const requester = cleanLine(usersIn(ticket, 'Requestor')[0]?.split('@')[0] ?? '');
  return {
    subject: cleanLine(text(ticket.Subject)),
    status: statuses.value(status),
    priority: priorityValue(text(ticket.Priority)),
    ...(requester ? { requester } : {}),
    createdAt,
    // RT has one Due and does not say what it is for.
    slas: due ? [{ metric: 'other', stage: 'active', due }] : [],
  };
}
