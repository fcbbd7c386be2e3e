import type { WallTime } from '../../ticket/wall-time';

/** A month or day beyond the last one counts on into the next: 32 January is 1 February. */
export type CalendarDay = Pick<WallTime, 'year' | 'month' | 'day'>;

/** `YYYY-MM-DD`. */
export function dayText({ year, month, day }: CalendarDay): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** 1 is Monday. */
export function weekdayOf({ year, month, day }: CalendarDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}
