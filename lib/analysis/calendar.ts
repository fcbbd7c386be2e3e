/**
 * Business time: how much of a span lies in a calendar's hours, and when so much of it will have passed. Times are
 * UTC instants, lengths are milliseconds; an undefined calendar counts every hour of every day.
 */
import type { Iso } from '../ticket/basics';
import type { Calendar, CalendarRef } from '../ticket/ticket';
import { openStretches } from './calendar/open-hours';
import { elapsed } from './positions';

/** Instants of this form end with the year 9999. */
const END_OF_TIME = Date.parse('9999-12-31T23:59:59.999Z');

/** A calendar that has not got there by then never does: it keeps the cost of an impossible target bounded. */
const HORIZON = 400 * 366 * 86_400_000;

/**
 * Business time in `[from, to)`: 0 or more, 0 where `to` is before `from`. Outside its days of validity a calendar
 * is closed; both of those days belong to it. Throws a RangeError for a time zone this browser does not know
 * (`analyse` sets such calendars aside beforehand).
 */
export function businessMs(calendar: Calendar | undefined, from: Iso, to: Iso): number {
  if (calendar === undefined) return elapsed(from, to);
  let sum = 0;
  for (const open of openStretches(calendar, Date.parse(from), Date.parse(to))) sum += open.to - open.from;
  return sum;
}

/**
 * The first instant at which so much business time has passed since `from`; `from` itself for 0. Undefined when
 * the calendar never gets there, which is decided after 400 years. Throws a RangeError for a length below 0 or one that is no number.
 */
export function addBusinessMs(calendar: Calendar | undefined, from: Iso, ms: number): Iso | undefined {
  if (!(ms >= 0)) throw new RangeError(`Cannot add ${ms} ms of business time.`);
  if (ms === 0) return from;
  const start = Date.parse(from);
  if (calendar === undefined) return start + ms > END_OF_TIME ? undefined : instant(start + ms);
  let left = ms;
  for (const open of openStretches(calendar, start, Math.min(END_OF_TIME, start + HORIZON))) {
    if (left <= open.to - open.from) return instant(open.from + left);
    left -= open.to - open.from;
  }
  return undefined;
}

/**
 * Business time as Zendesk counts it for its reply and resolution times: the whole span by the one schedule that
 * is in force at its end, also where the ticket had another one before (Zendesk, "About native support time
 * metrics"; vectors V7 and V7b). An empty history counts every hour.
 */
export function zendeskScheduleMs(history: readonly CalendarRef[], from: Iso, to: Iso): number {
  return businessMs(calendarAt(history, to), from, to);
}

/** The calendar in force at an instant; before the first one it is the first. */
export function calendarAt(history: readonly CalendarRef[], at: Iso): Calendar | undefined {
  const sorted = history.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return (sorted.findLast((ref) => ref.from <= at) ?? sorted[0])?.calendar;
}

function instant(ms: number): Iso {
  return new Date(ms).toISOString();
}
