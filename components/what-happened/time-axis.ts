/** Where an instant lies on the picture, in per cent of its width, and which ticks help to read it. */
import { formatDay, formatTime } from '../../lib/language/dates';
import type { Iso } from '../../lib/ticket/basics';

export interface TimeAxis {
  from: number;
  to: number;
  /** Per cent of the width, kept off the edges so that a mark is never cut. */
  x(at: Iso): number;
  ticks: { x: number; label: string }[];
  days: { x: number; label: string }[];
}

const EDGE = 1.5;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  5 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  7 * DAY,
  28 * DAY,
];
const MOST_TICKS = 7;
/** A day's name takes this much of 360 px, and the word UTC at the right edge the rest of `LAST_DAY`. */
const CLOSEST_DAYS = 22;
const LAST_DAY = 100 - CLOSEST_DAYS - 9;

export function timeAxis(fromIso: Iso, toIso: Iso): TimeAxis {
  const from = Date.parse(fromIso);
  const to = Math.max(Date.parse(toIso), from + 10 * MINUTE);
  const scale = (ms: number) => EDGE + ((ms - from) / (to - from)) * (100 - 2 * EDGE);
  const x = (at: Iso) => Math.min(100 - EDGE, Math.max(EDGE, scale(Date.parse(at))));
  const step = STEPS.find((candidate) => (to - from) / candidate <= MOST_TICKS) ?? 28 * DAY;
  const ticks: TimeAxis['ticks'] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) {
    const iso = new Date(at).toISOString();
    const isMidnight = at % DAY === 0;
    if (step < DAY && isMidnight) continue;
    ticks.push({
      x: scale(at),
      label: step >= DAY ? '' : step < HOUR ? formatTime(iso) : formatTime(iso).slice(0, 2),
    });
  }
  return { from, to, x, ticks, days: dayLabels(from, to, step, scale) };
}

/** The first day at the left edge, then each midnight that leaves room for its name. */
function dayLabels(from: number, to: number, step: number, scale: (ms: number) => number): TimeAxis['days'] {
  const days = [{ x: 0, label: formatDay(new Date(from).toISOString()) }];
  for (let at = Math.ceil((from + 1) / DAY) * DAY; at <= to; at += Math.max(DAY, step)) {
    const x = scale(at);
    if (x - (days.at(-1)?.x ?? 0) < CLOSEST_DAYS || x > LAST_DAY) continue;
    days.push({ x, label: formatDay(new Date(at).toISOString()) });
  }
  return days;
}
