/** Events that the schema was asked about before their capture is whole, so that this need not be waited for then. */
import type { TicketEvent } from './events';
import { sortedWith } from './stable-json';

/** What the schema made of each, by what it was before. */
const checked = new WeakMap<object, TicketEvent>();

/** From here on the event must not be changed; what is kept of it is in any case what the schema made of it. */
export function rememberChecked(event: TicketEvent, kept: TicketEvent): void {
  checked.set(event, kept);
}

export function checkedBefore(event: unknown): TicketEvent | undefined {
  return typeof event === 'object' && event !== null ? checked.get(event) : undefined;
}

/** The same event once its place is known, a number like any other. */
export function placed(event: TicketEvent, seq: number): TicketEvent {
  const copy = sortedWith(event, { seq });
  const kept = checked.get(event);
  if (kept && Number.isFinite(seq)) checked.set(copy, { ...kept, seq });
  return copy;
}
