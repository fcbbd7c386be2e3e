import { isHandMade } from '../analysis/overlay';
import type { TicketEvent } from '../ticket/events';
import { DECIDED } from './draft-timeline';
import type { TimelineEntry } from './schema';

/**
 * What people wrote in a row of the timeline, each word at the place it has in `entry.text`, so that it can be read for
 * wording; the rest is blank: what the ticket says is nobody's to reword. `event` is the one the row is about.
 */
export function ownWords(
  { text, state }: Pick<TimelineEntry, 'text' | 'state'>,
  event: TicketEvent | undefined,
): string {
  const isEdited = state === 'edited';
  // What somebody reports of a call is quoted like a message, but the quotation is the reporter's own words.
  if (event && isHandMade(event) && event.actor.side !== 'customer') {
    const from = isEdited ? 0 : Math.max(text.indexOf('“'), text.startsWith(DECIDED) ? DECIDED.length : 0);
    return blank(text.slice(0, from)) + text.slice(from).replace(/[“”]/g, ' ');
  }
  return isEdited ? text.replace(/“.*”/gs, blank) : blank(text);
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
