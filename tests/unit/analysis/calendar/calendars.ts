/** Calendars for tests, and a slow way to count their hours that shares no code with the fast one. */
import type { Calendar } from '../../../../lib/ticket/ticket';

type Interval = Calendar['weekly'][number];
type Day = Interval['day'];

export function calendar(
  zone: string,
  weekly: readonly [days: readonly number[], from: string, to: string][],
  more: Partial<Calendar> = {},
): Calendar {
  return {
    id: 'hours',
    zone,
    weekly: weekly.flatMap(([days, from, to]) => days.map((day) => ({ day: day as Day, from, to }))),
    holidays: [],
    ...more,
  };
}

export const weekdays = [1, 2, 3, 4, 5];
export const everyDay = [1, 2, 3, 4, 5, 6, 7];

export function officeHours(zone = 'UTC', more: Partial<Calendar> = {}): Calendar {
  return calendar(zone, [[weekdays, '09:00', '17:00']], more);
}

/** Minutes of `[from, to)` whose local wall time is open, asked of `Intl` minute by minute. */
export function minutesByMinute(hours: Calendar, from: string, to: string): number {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: hours.zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  let open = 0;
  for (let at = Date.parse(from); at < Date.parse(to); at += 60_000) {
    const [day = '', wall = ''] = format.format(at).split(' ');
    if (isOpen(hours, day, wall)) open++;
  }
  return open;
}

function isOpen(hours: Calendar, day: string, wall: string): boolean {
  if (hours.validFrom !== undefined && day < hours.validFrom) return false;
  if (hours.validTo !== undefined && day > hours.validTo) return false;
  const isIn = (from = '00:00', to = '24:00') => from <= wall && wall < to;
  if (hours.holidays.some((holiday) => holiday.day === day && isIn(holiday.from, holiday.to))) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return hours.weekly.some((interval) => interval.day === weekday && isIn(interval.from, interval.to));
}
