/** Entries of a ticket by the words that somebody types. */
import { formatStamp } from '../../lib/language/dates';
import { describeEvent } from '../../lib/language/describe-event';
import type { EventId, TicketEvent } from '../../lib/ticket/events';
import { inOrder } from '../../lib/ticket/order';
import type { Ticket } from '../../lib/ticket/ticket';

export interface FoundEvent {
  event: TicketEvent;
  /** What it says, in a line. */
  text: string;
  /** All that can be looked for, in small letters. */
  words: string;
}

/** In order of time, without those that stand at the part already. */
export function eventsToLink(
  { events, people }: Ticket,
  nameOf: (event: TicketEvent) => string,
  linked: ReadonlySet<EventId>,
): FoundEvent[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  return inOrder(events)
    .filter(({ id }) => !linked.has(id))
    .map((event) => {
      const text = describeEvent(event, byId);
      const whole = event.kind === 'message' ? event.body.text : text;
      const who = [nameOf(event), byId.get(event.actor.id)?.name, event.actor.team].join(' ');
      return { event, text, words: `${formatStamp(event.time.at)} ${who} ${whole}`.toLowerCase() };
    });
}

/** Those that have every word, or the beginning of it, in any order. */
export function matching(events: readonly FoundEvent[], query: string): readonly FoundEvent[] {
  const asked = query.toLowerCase().split(/\s+/).filter(Boolean);
  return asked.length === 0
    ? events
    : events.filter(({ words }) => asked.every((word) => words.includes(word)));
}
