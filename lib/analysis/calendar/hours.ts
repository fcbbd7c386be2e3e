/**
 * The hours that count on one ticket: one calendar after another, each from when the ticket got it. The open
 * hours of the ticket's span are laid out once, so that each of its many clocks asks by halves.
 */
import type { Iso } from '../../ticket/basics';
import type { CalendarRef } from '../../ticket/ticket';
import { addBusinessMs } from '../calendar';
import { elapsed, firstIndex } from '../positions';
import { openStretches, type Stretch } from './open-hours';

export interface Hours {
  /** False: no calendar is known, and every hour counts. */
  known: boolean;
  /** Business time in `[from, to)`. */
  ms(from: Iso, to: Iso): number;
  /** The open stretches inside `[from, to)`. */
  open(from: Iso, to: Iso): OpenHours[];
  /** When so much business time will have passed; undefined: never. */
  add(from: Iso, ms: number): Iso | undefined;
}

export interface OpenHours {
  from: Iso;
  to: Iso;
}

export const everyHour: Hours = {
  known: false,
  ms: elapsed,
  open: (from, to) => (from < to ? [{ from, to }] : []),
  add: (from, ms) => addBusinessMs(undefined, from, ms),
};

/** Every instant asked about should lie in `[from, to]`; others are answered too, only not as fast. */
export function hoursOf(history: readonly CalendarRef[], from: Iso, to: Iso): Hours {
  if (history.length === 0) return everyHour;
  const refs = history.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const span = { from: Date.parse(from), to: Date.parse(to) };
  let laidOut: Layout | undefined;
  const layout = (): Layout => {
    laidOut ??= layOut([...historyStretches(refs, span.from, span.to)]);
    return laidOut;
  };
  const around = (since: number, until: number) =>
    since >= span.from && until <= span.to ? layout() : layOut([...historyStretches(refs, since, until)]);
  return {
    known: true,
    open: (since, until) => cut(around(Date.parse(since), Date.parse(until)), since, until),
    ms(since, until) {
      const [start, end] = [Date.parse(since), Date.parse(until)];
      if (start >= end) return 0;
      const laid = around(start, end);
      return passedBy(laid, end) - passedBy(laid, start);
    },
    add: (since, ms) => addThrough(refs, since, ms),
  };
}

/** What the calendars, one after another, leave open in `[from, to)`. */
function* historyStretches(refs: readonly CalendarRef[], from: number, to: number): Generator<Stretch> {
  for (const [index, { calendar, from: since }] of refs.entries()) {
    const start = index === 0 ? from : Math.max(from, Date.parse(since));
    const next = refs[index + 1];
    const end = next ? Math.min(to, Date.parse(next.from)) : to;
    if (start < end) yield* openStretches(calendar, start, end);
  }
}

function addThrough(refs: readonly CalendarRef[], from: Iso, ms: number): Iso | undefined {
  let left = ms;
  let at = from;
  for (const [index, { calendar }] of refs.entries()) {
    const next = refs[index + 1]?.from;
    if (next !== undefined && next <= at) continue;
    const reached = addBusinessMs(calendar, at, left);
    if (next === undefined || (reached !== undefined && reached <= next)) return reached;
    for (const open of openStretches(calendar, Date.parse(at), Date.parse(next))) left -= open.to - open.from;
    at = next;
  }
  return undefined;
}

interface Layout {
  stretches: readonly Stretch[];
  /** Open time before each stretch. */
  before: readonly number[];
  /** The same stretches as instants: many clocks run through them, and each is written once. */
  instants: readonly OpenHours[];
}

function layOut(stretches: readonly Stretch[]): Layout {
  let sum = 0;
  const before = stretches.map(({ from, to }) => {
    const start = sum;
    sum += to - from;
    return start;
  });
  const iso = (ms: number) => new Date(ms).toISOString();
  return { stretches, before, instants: stretches.map(({ from, to }) => ({ from: iso(from), to: iso(to) })) };
}

function passedBy({ stretches, before }: Layout, at: number): number {
  const index = firstIndex(stretches, (stretch) => stretch.from >= at) - 1;
  const stretch = stretches[index];
  return stretch ? (before[index] ?? 0) + Math.min(at, stretch.to) - stretch.from : 0;
}

function cut({ instants }: Layout, from: Iso, to: Iso): OpenHours[] {
  const found: OpenHours[] = [];
  for (let index = firstIndex(instants, (open) => open.to > from); index < instants.length; index++) {
    const open = instants[index];
    if (!open || open.from >= to) break;
    if (open.from >= from && open.to <= to) found.push(open);
    else found.push({ from: open.from > from ? open.from : from, to: open.to < to ? open.to : to });
  }
  return found;
}
