import type { Calendar } from '../ticket/ticket';

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "Mon–Fri 09:00–17:00, Sat 10:00–14:00, Europe/Berlin", with what is closed besides. */
export function calendarWords({ weekly, holidays, zone }: Calendar): string {
  const days = new Map<string, number[]>();
  for (let day = 1; day <= 7; day++) {
    const hours = weekly
      .filter((interval) => interval.day === day)
      .map(({ from, to }) => `${from}–${to}`)
      .sort()
      .join(' and ');
    if (hours) days.set(hours, [...(days.get(hours) ?? []), day]);
  }
  const parts = [...days].map(([hours, list]) => `${dayRange(list)} ${hours}`);
  if (parts.length === 0) parts.push('never open');
  const closed =
    holidays.length === 0 ? '' : `, ${holidays.length} ${holidays.length === 1 ? 'holiday' : 'holidays'}`;
  return `${parts.join(', ')}, ${zone}${closed}`;
}

/** "Mon–Fri", "Sat", "Mon, Wed". */
function dayRange(days: readonly number[]): string {
  const names = days.map((day) => dayNames[day - 1] ?? '');
  const [first = 0] = days;
  const isRow = days.every((day, index) => day === first + index);
  return isRow && days.length > 2 ? `${names[0]}–${names.at(-1)}` : names.join(', ');
}
