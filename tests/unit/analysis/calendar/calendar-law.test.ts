import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessMs, businessMs } from '../../../../lib/analysis/calendar';
import { hoursOf } from '../../../../lib/analysis/calendar/hours';
import { openStretches } from '../../../../lib/analysis/calendar/open-hours';
import type { Calendar } from '../../../../lib/ticket/ticket';
import { minutesByMinute } from './calendars';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Zones with half hours, quarter hours, half-hour summer time, a skipped day, and a change each half year. */
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Pacific/Chatham',
];

/** Around days on which clocks change somewhere, and the day Samoa left out. */
const anchors = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
  '2011-12-29',
];

const wall = fc
  .integer({ min: 0, max: 95 })
  .map((quarter) => `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`);
const interval = fc
  .tuple(fc.integer({ min: 1, max: 7 }), wall, fc.oneof(wall, fc.constant('24:00')))
  .filter(([, from, to]) => from < to)
  .map(([day, from, to]) => ({ day: day as Calendar['weekly'][number]['day'], from, to }));

interface Case {
  hours: Calendar;
  from: number;
  to: number;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    anchor: fc.constantFrom(...anchors),
    zone: fc.constantFrom(...zones),
    weekly: fc.array(interval, { minLength: 1, maxLength: 12 }),
    holidays: fc.array(fc.tuple(fc.integer({ min: -2, max: 3 }), fc.option(wall), fc.option(wall)), {
      maxLength: 2,
    }),
    validTo: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 4 }),
    from: fc.integer({ min: -1_500, max: 3_000 }),
    length: fc.integer({ min: 0, max: 3_000 }),
  })
  .map(({ anchor, zone, weekly, holidays, validTo, from, length }) => {
    const day = (offset: number) => new Date(Date.parse(anchor) + offset * DAY).toISOString().slice(0, 10);
    const start = Date.parse(anchor) + from * MINUTE;
    const hours: Calendar = {
      id: 'any',
      zone,
      weekly,
      holidays: holidays.map(([offset, since, until]) => ({
        day: day(offset),
        ...(since === null ? {} : { from: since }),
        ...(until === null ? {} : { to: until }),
      })),
      ...(validTo === undefined ? {} : { validTo: day(validTo) }),
    };
    return { hours, from: start, to: start + length * MINUTE };
  });

const iso = (ms: number) => new Date(ms).toISOString();

describe('business time', () => {
  it('is what counting minute by minute gives, in every zone and across every change of clocks', () => {
    fc.assert(
      fc.property(cases, ({ hours, from, to }) => {
        expect(businessMs(hours, iso(from), iso(to)) / MINUTE).toBe(
          minutesByMinute(hours, iso(from), iso(to)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('of a span is the sum of its parts, and never more than the span', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), ({ hours, from, to }, share) => {
        const middle = from + Math.floor((to - from) * share);
        const [whole, first, second] = [
          businessMs(hours, iso(from), iso(to)),
          businessMs(hours, iso(from), iso(middle)),
          businessMs(hours, iso(middle), iso(to)),
        ];
        expect(first + second).toBe(whole);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(whole).toBeGreaterThanOrEqual(first);
        expect(whole).toBeLessThanOrEqual(to - from);
      }),
    );
  });

  it('does not pass between the open stretches', () => {
    fc.assert(
      fc.property(cases, ({ hours, from, to }) => {
        let at = from;
        for (const open of [...openStretches(hours, from, to), { from: to, to }]) {
          expect(businessMs(hours, iso(at), iso(open.from))).toBe(0);
          expect(businessMs(hours, iso(open.from), iso(open.to))).toBe(open.to - open.from);
          at = open.to;
        }
      }),
    );
  });

  it('added is what is counted afterwards, and not reached a moment sooner', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 12 * DAY }), ({ hours, from }, ms) => {
        const due = addBusinessMs(hours, iso(from), ms);
        if (due === undefined) expect(businessMs(hours, iso(from), iso(from + 400 * DAY))).toBeLessThan(ms);
        else {
          expect(businessMs(hours, iso(from), due)).toBe(ms);
          expect(businessMs(hours, iso(from), iso(Date.parse(due) - 1))).toBe(ms - 1);
        }
      }),
    );
  });

  it('is the same when it is laid out for the whole ticket', () => {
    fc.assert(
      fc.property(cases, cases, fc.integer({ min: 0, max: 4_000 }), (first, second, change) => {
        const [from, to] = [iso(first.from), iso(first.to)];
        const since = iso(first.from + change * MINUTE);
        const history = [
          { calendar: second.hours, from: since },
          { calendar: first.hours, from },
        ];
        const hours = hoursOf(history, from, to);
        // Of two from one instant on, the later one listed counts, so the first never does.
        const expected = since === from ? businessMs(first.hours, from, to) : splitAt(first, second, since);
        expect(hours.ms(from, to)).toBe(expected);
        const open = hours
          .open(from, to)
          .reduce((sum, one) => sum + Date.parse(one.to) - Date.parse(one.from), 0);
        expect(open).toBe(expected);
        if (expected > 0) expect(hours.ms(from, hours.add(from, expected) ?? '')).toBe(expected);
      }),
    );
  });
});

function splitAt(first: Case, second: Case, since: string): number {
  const [from, to] = [iso(first.from), iso(first.to)];
  const until = since < to ? since : to;
  return businessMs(first.hours, from, until) + (since < to ? businessMs(second.hours, since, to) : 0);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
