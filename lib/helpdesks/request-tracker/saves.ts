import type { TicketEvent } from '../../ticket/events';
import type { Save } from './deadlines';
import type { Reading } from './events';
import type { Transaction } from './history';

/** The saves on the ticket itself, as far as deadlines go, in order. */
export function savesOf(reading: Reading, events: readonly TicketEvent[]): Save[] {
  const saves = new Map<number, Save>();
  reading.transactions.forEach((one, index) => {
    const event = events[index];
    if (!event || one.ticketKey !== reading.key) return;
    const save = saves.get(one.save) ?? { event, customerWrote: false, weReplied: false };
    saves.set(one.save, save);
    if (one.type === 'Create' || one.type === 'Correspond') {
      if (event.actor.side === 'customer') save.customerWrote = true;
      if (event.actor.side === 'agent') save.weReplied = true;
    }
    const field = fieldOf(one);
    if (field === 'Due') {
      save.event = event;
      save.due = { to: one.newValue };
    }
    if (field === 'SLA') save.level = { to: one.newValue };
    if (field === 'Status') save.status = { isOver: reading.statuses.isOver(one.newValue) };
  });
  return [...saves.values()];
}

/** The changes of one field of the ticket itself. */
export function changesOf(reading: Pick<Reading, 'transactions' | 'key'>, field: string): Transaction[] {
  return reading.transactions.filter((one) => one.ticketKey === reading.key && fieldOf(one) === field);
}

function fieldOf(one: Transaction): string | undefined {
  if (one.type === 'Status') return 'Status';
  return one.type === 'Set' ? one.field : undefined;
}
