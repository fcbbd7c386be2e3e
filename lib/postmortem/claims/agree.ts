/** Whether a figure says what a fact is, as people round. Pure arithmetic, no judgement of which fact is meant. */
import type { CountFigure, DurationFigure, Figure, InstantFigure, Nearness } from './figure';

const MINUTE = 60_000;
const DAY = 86_400_000;
const DAY_MINUTES = 1_440;
/** "3pm" and "about 15:00" allow for more than "15:00". */
const HOUR_ONLY_MINUTES = 10;
const ABOUT_MINUTES = 15;
const ABOUT_SHARE = 0.1;

/** Rounded down as Debrief does, or to the nearest; "about 14 hours" is also 14 h 40, "almost two hours" also 1 h 50. */
export function isLength({ ms, unitMs, near }: DurationFigure, fact: number): boolean {
  const off = fact - ms;
  const isRounded = Math.abs(off) < unitMs && (off >= 0 || -off <= unitMs / 2);
  const isShorter = off <= 0 && -off <= Math.max(unitMs / 2, ms * 2 * ABOUT_SHARE);
  switch (near) {
    case 'exact':
      return isRounded;
    case 'about':
      return Math.abs(off) <= Math.max(unitMs / 2, ms * ABOUT_SHARE);
    case 'below':
      return isShorter;
    case 'within':
      return isRounded || isShorter;
    case 'above':
      return off >= 0 && off <= Math.max(unitMs, ms * 2 * ABOUT_SHARE);
  }
}

export function isNumber(value: number, near: Nearness, fact: number): boolean {
  const room = Math.max(1, value * ABOUT_SHARE);
  if (near === 'exact') return value === fact;
  if (near === 'about') return Math.abs(value - fact) <= room;
  return near === 'below' ? fact <= value && value - fact <= room : fact >= value && fact - value <= room;
}

export type Day = NonNullable<InstantFigure['day']>;

/** `local`: the fact in milliseconds since 1970, shifted to the zone the figure is read in. */
export function isOnDay(day: Day, local: number): boolean {
  const date = dateOf(Math.floor(local / DAY));
  return (
    date.day === day.day && date.month === day.month && (day.year === undefined || date.year === day.year)
  );
}

const dates = new Map<number, Required<Day>>();

/** A long ticket has thousands of instants on some hundred days. */
function dateOf(dayNumber: number): Required<Day> {
  const known = dates.get(dayNumber);
  if (known) return known;
  if (dates.size > 5_000) dates.clear();
  const date = new Date(dayNumber * DAY);
  const made = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  dates.set(dayNumber, made);
  return made;
}

/** Of a time without a day, also the day after the one named before it: "on 17 Nov from 22:00 to 07:33". */
export function isInstant(figure: InstantFigure, local: number, named: Day | undefined): boolean {
  if (figure.time && !isTime(figure, figure.time, local)) return false;
  if (figure.day) return isOnDay(figure.day, local);
  return !named || isOnDay(named, local) || isOnDay(named, local - DAY);
}

function isTime(figure: InstantFigure, { hour, minute, isHourOnly }: Time, local: number): boolean {
  // "24:52" is a slip of the pen, and no time of the next day.
  if (hour > 23 || minute > 59) return false;
  const room = Math.max(figure.near === 'exact' ? 0 : ABOUT_MINUTES, isHourOnly ? HOUR_ONLY_MINUTES : 0);
  // 17:31:50 is written as 17:31 and as 17:32.
  return minutesOff(figure, local) <= room || minutesOff(figure, local + MINUTE / 2) <= room;
}

type Time = NonNullable<InstantFigure['time']>;

/** Between the times of day, the short way round. */
export function minutesOff({ time }: InstantFigure, local: number): number {
  const sinceMidnight = local - Math.floor(local / DAY) * DAY;
  const off = Math.abs(Math.floor(sinceMidnight / MINUTE) - (time?.hour ?? 0) * 60 - (time?.minute ?? 0));
  return Math.min(off, Math.abs(DAY_MINUTES - off));
}

/** Of a sentence that somebody changed: whether the figure still says what the one in its place said. */
export function saysTheSame(figure: Figure, original: Figure): boolean {
  if (figure.kind === 'instant' && original.kind === 'instant') return isSameInstant(figure, original);
  if (figure.kind === 'duration' && original.kind === 'duration') return isLength(figure, original.ms);
  if (figure.kind === 'count' && original.kind === 'count') return isSameCount(figure, original);
  return false;
}

function isSameCount(a: CountFigure, b: CountFigure): boolean {
  return a.noun === b.noun && isNumber(a.value, a.near, b.value);
}

function isSameInstant(a: InstantFigure, b: InstantFigure): boolean {
  const sameDay =
    !a.day ||
    !b.day ||
    (a.day.day === b.day.day &&
      a.day.month === b.day.month &&
      (a.day.year === undefined || b.day.year === undefined || a.day.year === b.day.year));
  if (!sameDay || !a.time || !b.time) return sameDay;
  const minutes = (b.time.hour * 60 + b.time.minute) * MINUTE;
  return isInstant({ ...a, day: undefined }, minutes, undefined);
}
