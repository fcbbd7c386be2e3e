/**
 * When something was promised for: "by 3pm", "tomorrow morning", "within 2 hours", "EOD Friday", read in the writer's
 * zone against the message's own time. The words of a working day ("end of day", "lunch", "at 3", "two business days"),
 * the plainest of times and the conversion to an instant are ours; dates and times in other words are found by chrono.
 */
import * as chrono from 'chrono-node/en';
import type { Iso } from '../../ticket/basics';
import { instantOfWallTime, type WallTime, wallTimeOf } from '../../ticket/wall-time';
import { type CalendarDay, dayText } from './calendar-day';
import { type NearTime, nearTime } from './near-time';
import { spokenZone } from './spoken-zone';
import { isBehind, namesATime } from './time-words';
import { inPlainWords } from './working-day-words';

export interface PromisedTime {
  /**
   * The last moment at which the promise is kept: the promised time, or the end of the promised day in the
   * writer's zone.
   */
  dueAt: Iso;
  /** The promised calendar day in the writer's zone. */
  dueDay: string;
  /** `day`: no time of day was named, so `dueAt` is only the end of that day. */
  precision: 'time' | 'day';
}

/** Undefined where the text names no time to come. Offsets without a zone in the text count in `zone`. */
export function promisedTime(text: string, at: Iso, writersZone = 'UTC'): PromisedTime | undefined {
  if (!namesATime.test(text)) return undefined;
  const spoken = spokenZone(text);
  const zone = spoken?.zone ?? writersZone;
  const now = wallTimeOf(at, zone);
  const plain = inPlainWords(spoken?.rest ?? text, now);
  const near = nearTime(plain, now);
  return near ? fromNear(near, at, now, zone) : parsedTime(plain, at, now, zone);
}

function fromNear({ day, time, inMinutes }: NearTime, at: Iso, now: WallTime, zone: string): PromisedTime {
  if (inMinutes !== undefined) {
    const wall = new Date(wallMs(now) + inMinutes * MINUTE);
    const dueAt = new Date(wall.getTime() - offsetOf(at, now)).toISOString();
    return { dueAt, dueDay: wall.toISOString().slice(0, 10), precision: 'time' };
  }
  if (!time) return wholeDay(day ?? now, zone);
  const isOver = wallMs({ ...now, ...time }) - offsetOf(at, now) < Date.parse(at);
  const wall = { ...now, day: isOver ? now.day + 1 : now.day, ...day, ...time };
  const dueAt = instantOfWallTime(wall, zone);
  return notBefore(at, { dueAt, dueDay: dayText(wall), precision: 'time' }, day !== undefined);
}

/** By chrono, for all that is said in more words. */
function parsedTime(plain: string, at: Iso, now: WallTime, zone: string): PromisedTime | undefined {
  const found = parser.parse(plain, referenceAt(at, now), { forwardDate: true });
  const ahead = found.filter((one) => !isBehind(plain, one.index) && !isAmount(plain, one));
  // "Goes out on Thursday, I'm booking it now": what is done now is not what was promised for a time.
  const named = ahead.filter((one) => !/^(?:right )?now$/i.test(one.text));
  const results = named.length > 0 ? named : ahead;
  const last = results.at(-1);
  if (!last) return undefined;
  // A range is kept by its end: "between 2 and 4pm", "in 3 to 5 days".
  const end = last.end ?? last.start;
  const day = results.findLast((one) => hasDay(one.start) && one !== last)?.start;
  const timeIn = end.isCertain('hour') ? end : results.findLast((one) => one.start.isCertain('hour'))?.start;
  const dayIn = hasDay(end) ? end : (day ?? end);
  return resolve(dayIn, timeIn, at, zone);
}

type Parts = chrono.ParsedResult['start'];

const parser = chrono.casual.clone();

/**
 * Chrono counts from the reference's own wall time; giving that as UTC keeps the zone of this machine out of the
 * result.
 */
function referenceAt(at: Iso, now: WallTime): { instant: Date; timezone: number } {
  return { instant: new Date(at), timezone: offsetOf(at, now) / MINUTE };
}

const MINUTE = 60_000;

/** How far the wall clock that shows `now` at an instant is ahead of UTC, in milliseconds but to the minute. */
function offsetOf(at: Iso, now: WallTime): number {
  return wallMs(now) - Math.floor(Date.parse(at) / MINUTE) * MINUTE;
}

function wallMs({ year, month, day, hour, minute }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

function resolve(day: Parts, time: Parts | undefined, at: Iso, zone: string): PromisedTime {
  const named = time?.get('timezoneOffset');
  const exact = time?.isCertain('timezoneOffset') && named !== null && named !== undefined;
  const wall = {
    year: part(day, 'year'),
    month: part(day, 'month'),
    day: part(day, 'day'),
    hour: time ? part(time, 'hour') : 23,
    minute: time ? part(time, 'minute') : 59,
  };
  if (!time) return wholeDay(wall, zone);
  const dueDay = dayText(wall);
  const dueAt = exact ? new Date(wallMs(wall) - named * MINUTE).toISOString() : instantOfWallTime(wall, zone);
  return notBefore(at, { dueAt, dueDay, precision: 'time' }, hasDay(day));
}

/** Kept until the day's end in the writer's zone. */
function wholeDay(day: CalendarDay, zone: string): PromisedTime {
  const wall = { year: day.year, month: day.month, day: day.day, hour: 23, minute: 59 };
  return { dueAt: lastMoment(instantOfWallTime(wall, zone)), dueDay: dayText(day), precision: 'day' };
}

/** "By 4pm", written at five: the next day's. A day that was named stays. */
function notBefore(at: Iso, due: PromisedTime, dayNamed: boolean): PromisedTime {
  if (dayNamed || due.dueAt >= at) return due;
  const next = new Date(Date.parse(due.dueAt) + 86_400_000).toISOString();
  return { ...due, dueAt: next, dueDay: nextDay(due.dueDay) };
}

function part(parts: Parts, name: 'year' | 'month' | 'day' | 'hour' | 'minute'): number {
  return parts.get(name) ?? 0;
}

function hasDay(parts: Parts): boolean {
  return parts.isCertain('day') || parts.isCertain('weekday');
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function lastMoment(minute: Iso): Iso {
  return new Date(Date.parse(minute) + 59_999).toISOString();
}

/** "Two days of downtime": a length, not a time to come. */
function isAmount(text: string, { index, text: found }: chrono.ParsedResult): boolean {
  return /^ (?:of|later|ago|old)\b/i.test(text.slice(index + found.length));
}
