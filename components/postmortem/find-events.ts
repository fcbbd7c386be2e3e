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
  /** All that can be looked for (`spaced`). */
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
      return { event, text, words: spaced(`${formatStamp(event.time.at)} ${who} ${whole}`) };
    });
}

/** Those in which every word begins one, in any order; first those that have them as they were typed. */
export function matching(events: readonly FoundEvent[], query: string): readonly FoundEvent[] {
  const asked = spaced(query);
  const parts = asked.split(' ').filter(Boolean);
  if (parts.length === 0) return events;
  const found = events.filter(({ words }) => parts.every((part) => has(words, part)));
  const isTyped = ({ words }: FoundEvent) => words.includes(asked.trimEnd());
  return [...found.filter(isTyped), ...found.filter((one) => !isTyped(one))];
}

/** Some scripts write without spaces between words. */
function has(words: string, part: string): boolean {
  return words.includes(` ${part}`) || (/[^ -~]/.test(part) && words.includes(part));
}

/** Words alone, each with a space before it. */
function spaced(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()} `;
}
