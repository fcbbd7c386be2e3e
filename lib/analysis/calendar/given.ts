import type { Capture } from '../../ticket/schema';
import type { CalendarRef } from '../../ticket/ticket';
import type { Unknown } from '../types';
import { isKnownZone } from './zone-offsets';

/**
 * The capture with the calendars that will be counted by: those given, else the ticket's own. One in a time zone
 * that this browser does not know is set aside and named, because guessing its hours would be worse than saying so;
 * the capture is not refused for it, since the rest of the ticket is sound.
 */
export function givenBy(
  capture: Capture,
  calendars: readonly CalendarRef[] = capture.ticket.calendars,
): { capture: Capture; unknowns: Unknown[] } {
  const usable = calendars.filter(({ calendar }) => isKnownZone(calendar.zone));
  const unusable = calendars.filter(({ calendar }) => !isKnownZone(calendar.zone));
  return {
    capture: { ...capture, ticket: { ...capture.ticket, calendars: usable } },
    unknowns: unusable.map(({ calendar }) => ({
      what: `Business calendar ${calendar.id}`,
      why: `this browser does not know its time zone ${calendar.zone}`,
      events: [],
    })),
  };
}
