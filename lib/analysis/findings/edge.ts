/** Why nobody was there when something came: the end of a shift, a weekend, another day off, a holiday. */
import { type CalendarDay, dayText, weekdayOf } from '../../language/reading/calendar-day';
import type { Iso } from '../../ticket/basics';
import type { Calendar } from '../../ticket/ticket';
import { wallTimeOf } from '../../ticket/wall-time';

/** "Before a weekend", "on a holiday", "at the end of working hours": the day itself in the calendar's zone, else the next. */
export function edgeWords(calendar: Calendar, at: Iso): string {
  const today = wallTimeOf(at, calendar.zone);
  const own = dayOff(calendar, today);
  if (own !== undefined) return `on ${own}`;
  const next = dayOff(calendar, { ...today, day: today.day + 1 });
  return next === undefined ? 'at the end of working hours' : `before ${next}`;
}

function dayOff({ weekly, holidays }: Calendar, day: CalendarDay): string | undefined {
  const text = dayText(day);
  if (holidays.some((holiday) => holiday.day === text && holiday.from === undefined)) return 'a holiday';
  const weekday = weekdayOf(day);
  if (weekly.some((hours) => hours.day === weekday)) return undefined;
  return weekday > 5 ? 'a weekend' : 'a day off';
}
