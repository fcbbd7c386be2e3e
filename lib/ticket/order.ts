import type { TicketEvent } from './events';

/**
 * The one order of events: by instant, then by the helpdesk's own order. `seq` is source order, so events of
 * one save stay together and a reply stays before the status change saved with it.
 */
export function compareEvents(a: TicketEvent, b: TicketEvent): number {
  if (a.time.at !== b.time.at) return a.time.at < b.time.at ? -1 : 1;
  return a.seq - b.seq || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export function inOrder(events: readonly TicketEvent[]): TicketEvent[] {
  // As most readers hand them over.
  return isInOrder(events) ? [...events] : [...events].sort(compareEvents);
}

function isInOrder(events: readonly TicketEvent[]): boolean {
  let before: TicketEvent | undefined;
  for (const event of events) {
    if (before && compareEvents(before, event) > 0) return false;
    before = event;
  }
  return true;
}
