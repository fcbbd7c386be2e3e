import type { Iso } from '../ticket/basics';

/** "Tue 17 Nov", in the given zone. */
export function formatDay(at: Iso, zone = 'UTC'): string {
  const parts = partsOf(at, zone);
  return `${parts.weekday} ${parts.day} ${parts.month}`;
}

/** "Tue 17 Nov 2026". */
export function formatLongDay(at: Iso, zone = 'UTC'): string {
  return `${formatDay(at, zone)} ${partsOf(at, zone).year}`;
}

/** "08:12". */
export function formatTime(at: Iso, zone = 'UTC'): string {
  const parts = partsOf(at, zone);
  return `${parts.hour}:${parts.minute}`;
}

/** "Tue 08:12": short, for evidence inside one week. */
export function formatMoment(at: Iso, zone = 'UTC'): string {
  const parts = partsOf(at, zone);
  return `${parts.weekday} ${parts.hour}:${parts.minute}`;
}

/** "17 Nov 08:12". */
export function formatStamp(at: Iso, zone = 'UTC'): string {
  const parts = partsOf(at, zone);
  return `${parts.day} ${parts.month} ${parts.hour}:${parts.minute}`;
}

/** "2026-11-17 08:12:40", for tables that people sort and search. */
export function formatExact(at: Iso): string {
  return at.slice(0, 19).replace('T', ' ');
}

/** "CET" or "GMT+5:30": the zone's short name on that day. */
export function zoneName(at: Iso, zone: string): string {
  const parts = formatFor(zone).formatToParts(new Date(at));
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

interface Parts {
  weekday: string;
  day: string;
  month: string;
  year: string;
  hour: string;
  minute: string;
}

function partsOf(at: Iso, zone: string): Parts {
  return zone === 'UTC' ? utcParts(at) : zonedParts(at, zone);
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What the browser would say too, in a twentieth of the time; a long timeline asks ten thousand times. */
function utcParts(at: Iso): Parts {
  const date = new Date(at);
  // The indexes come from the date itself.
  return {
    weekday: weekdays[date.getUTCDay()] as string,
    day: String(date.getUTCDate()),
    month: months[date.getUTCMonth()] as string,
    year: String(date.getUTCFullYear()),
    hour: String(date.getUTCHours()).padStart(2, '0'),
    minute: String(date.getUTCMinutes()).padStart(2, '0'),
  };
}

function zonedParts(at: Iso, zone: string): Parts {
  const found: Record<string, string> = {};
  for (const part of formatFor(zone).formatToParts(new Date(at))) found[part.type] = part.value;
  return {
    weekday: found.weekday ?? '',
    day: found.day ?? '',
    // "Sept" is the one month that en-GB writes with four letters.
    month: (found.month ?? '').slice(0, 3),
    year: found.year ?? '',
    hour: found.hour ?? '',
    minute: found.minute ?? '',
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs more than using it a hundred times, so each zone's is kept. */
function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: isZone(zone) ? zone : 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  formats.set(zone, made);
  return made;
}

/** Zone names come from profiles and pages; one the browser does not know must not stop a date from showing. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
