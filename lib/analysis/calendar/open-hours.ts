/**
 * A calendar's open hours as stretches of real time. An instant is open when its local wall time lies in an
 * interval of that weekday and in no holiday: so a day of 23 or 25 hours, an hour that comes twice, one that never
 * comes and a day skipped at the date line need no rule of their own.
 */
import type { Calendar } from '../../ticket/ticket';
import { offsetStretches } from './zone-offsets';

/** `[from, to)` in milliseconds since 1970. */
export interface Stretch {
  from: number;
  to: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The open stretches inside `[from, to)`, in order, touching ones joined. Costs as many steps as there are days. */
export function* openStretches(calendar: Calendar, from: number, to: number): Generator<Stretch> {
  const rules = rulesOf(calendar);
  if (rules.isNeverOpen) return;
  let last: Stretch | undefined;
  // A day's margin is more than any zone is from UTC.
  const start = Math.max(from, (rules.firstDay - 1) * DAY);
  const end = Math.min(to, (rules.lastDay + 2) * DAY);
  for (const { from: since, to: until, offset } of offsetStretches(calendar.zone, start, end)) {
    const firstDay = Math.max(rules.firstDay, Math.floor((since + offset) / DAY));
    const lastDay = Math.min(rules.lastDay, Math.floor((until + offset - 1) / DAY));
    for (let day = firstDay; day <= lastDay; day++) {
      for (const open of rules.openOn(day)) {
        const opens = Math.max(since, day * DAY + open.from - offset);
        const closes = Math.min(until, day * DAY + open.to - offset);
        if (opens >= closes) continue;
        if (last?.to === opens) last.to = closes;
        else {
          if (last) yield last;
          last = { from: opens, to: closes };
        }
      }
    }
  }
  if (last) yield last;
}

interface Rules {
  isNeverOpen: boolean;
  firstDay: number;
  lastDay: number;
  /** In milliseconds of local wall time since that day's midnight; days are counted from 1970. */
  openOn(day: number): readonly Stretch[];
}

const read = new WeakMap<Calendar, Rules>();

function rulesOf(calendar: Calendar): Rules {
  let rules = read.get(calendar);
  if (!rules) {
    rules = readRules(calendar);
    read.set(calendar, rules);
  }
  return rules;
}

function readRules(calendar: Calendar): Rules {
  const weekly = weekOf(calendar);
  const closed = new Map<number, Stretch[]>();
  for (const { day, from, to } of calendar.holidays) {
    const stretch = { from: wallMs(from ?? '00:00'), to: wallMs(to ?? '24:00') };
    // One that ends before it begins closes nothing: a holiday is a part of one day.
    if (stretch.from < stretch.to)
      closed.set(dayNumber(day), [...(closed.get(dayNumber(day)) ?? []), stretch]);
  }
  return {
    isNeverOpen: weekly.every((day) => day.length === 0),
    firstDay: calendar.validFrom === undefined ? Number.NEGATIVE_INFINITY : dayNumber(calendar.validFrom),
    lastDay: calendar.validTo === undefined ? Number.POSITIVE_INFINITY : dayNumber(calendar.validTo),
    openOn(day) {
      // 1 January 1970 was a Thursday.
      const open = weekly[(((day + 3) % 7) + 7) % 7] ?? [];
      const holidays = closed.get(day);
      return holidays ? holidays.reduce(without, open) : open;
    },
  };
}

/** By weekday from Monday. "22:00 to 06:00" goes on into the next day; "09:00 to 09:00" is nothing. */
function weekOf({ weekly }: Calendar): Stretch[][] {
  const days: Stretch[][] = [[], [], [], [], [], [], []];
  for (const { day, from, to } of weekly) {
    const [start, end] = [wallMs(from), wallMs(to)];
    if (start < end) days[day - 1]?.push({ from: start, to: end });
    else if (start > end) {
      days[day - 1]?.push({ from: start, to: DAY });
      if (end > 0) days[day % 7]?.push({ from: 0, to: end });
    }
  }
  return days.map(joined);
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

function without(open: readonly Stretch[], closed: Stretch): readonly Stretch[] {
  return open
    .flatMap(({ from, to }) => [
      { from, to: Math.min(to, closed.from) },
      { from: Math.max(from, closed.to), to },
    ])
    .filter(({ from, to }) => from < to);
}

function wallMs(wall: string): number {
  return (Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3, 5))) * MINUTE;
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`) / DAY;
}
