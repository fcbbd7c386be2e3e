import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promisedTime } from '../../../../lib/language/reading/promised-time';

const THURSDAY = '2026-03-05T15:00:00.000Z';

describe('times', () => {
  it.each([
    ['by 4pm', '2026-03-05T16:00'],
    ['by 2pm', '2026-03-06T14:00'], // gone by today
    ['at 3', '2026-03-05T15:00'],
    ['by 10', '2026-03-06T10:00'],
    ['before 16:30 today', '2026-03-05T16:30'],
    ['by 9:30 a.m. tomorrow', '2026-03-06T09:30'],
    ['in 3 hours', '2026-03-05T18:00'],
    ['within the hour', '2026-03-05T16:00'],
    ['in half an hour', '2026-03-05T15:30'],
    ['within 48h', '2026-03-07T15:00'],
    ['in 2-3 hours', '2026-03-05T18:00'],
    ['between 4 and 6pm', '2026-03-05T18:00'],
    ['by EOD', '2026-03-05T18:00'],
    ['by EOD Friday', '2026-03-06T18:00'],
    ['by close of business on Tuesday', '2026-03-10T18:00'],
    ['by the end of tomorrow', '2026-03-06T18:00'],
    ['by lunch', '2026-03-06T12:00'],
    ['by noon tomorrow', '2026-03-06T12:00'],
    ['Monday at 10:15', '2026-03-09T10:15'],
    ['tomorrow with the result, at 3pm', '2026-03-06T15:00'],
    ['by 5pm CET', '2026-03-05T16:00'],
    ['by Friday 3pm ET', '2026-03-06T20:00'],
    ['I read the logs since Monday and reply by 4pm', '2026-03-05T16:00'],
    ['Update 8: a word by 15:30 tomorrow', '2026-03-06T15:30'],
    ['12:15 am tomorrow', '2026-03-06T00:15'],
    ['on Saturday by 12pm', '2026-03-07T12:00'],
    ['by 9:00, for the 12 users on Friday', '2026-03-06T09:00'],
    ['within two hours for all 400 users', '2026-03-05T17:00'],
    ['in 90 minutes', '2026-03-05T16:30'],
    ['from 4 to 6pm', '2026-03-05T18:00'],
  ])('%j', (text, expected) => {
    expect(promisedTime(text, THURSDAY)).toMatchObject({ precision: 'time', dueAt: `${expected}:00.000Z` });
  });
});

describe('days without a time', () => {
  it.each([
    ['tomorrow', '2026-03-06'],
    ['tomorrow morning', '2026-03-06'],
    ['first thing Monday', '2026-03-09'],
    ['first thing', '2026-03-06'],
    ['on Monday', '2026-03-09'],
    ['on Thursday', '2026-03-12'],
    ['on 18 March', '2026-03-18'],
    ['by the 18th', '2026-03-18'],
    ['by the 2nd', '2026-04-02'],
    ['on 12/03', '2026-03-12'],
    ['within 2 business days', '2026-03-09'],
    ['in 3-5 days', '2026-03-10'],
    ['later today', '2026-03-05'],
    ['tonight', '2026-03-05'],
    ['by the end of the week', '2026-03-06'],
    ['early next week', '2026-03-09'],
    ['by 2026-03-09', '2026-03-09'],
    ['in two weeks', '2026-03-19'],
    ['within 3 days, once run 12 is through', '2026-03-08'],
    ['Ticket 48260: an answer on Wednesday', '2026-03-11'],
  ])('%j', (text, dueDay) => {
    expect(promisedTime(text, THURSDAY)).toEqual({
      precision: 'day',
      dueDay,
      dueAt: `${dueDay}T23:59:59.999Z`,
    });
  });
});

it.each(['soon', 'shortly', 'as soon as it is fixed', 'asap', ''])('%j names no time', (text) => {
  expect(promisedTime(text, THURSDAY)).toBeUndefined();
});

describe('the writer’s zone', () => {
  it.each([
    ['by 5pm', 'Europe/Berlin', '2026-03-05T16:00:00.000Z'],
    ['by 11am', 'America/New_York', '2026-03-05T16:00:00.000Z'],
    ['tomorrow', 'America/New_York', '2026-03-07T04:59:59.999Z'],
    ['tomorrow', 'Asia/Kolkata', '2026-03-06T18:29:59.999Z'],
    // Clocks go forward on the 29th.
    ['on 30 March at 9am', 'Europe/Berlin', '2026-03-30T07:00:00.000Z'],
    ['in 3 hours', 'Asia/Kolkata', '2026-03-05T18:00:00.000Z'],
    ['by 5pm CET', 'America/New_York', '2026-03-05T16:00:00.000Z'],
  ])('%j in %s', (text, zone, dueAt) => {
    expect(promisedTime(text, THURSDAY, zone)?.dueAt).toBe(dueAt);
  });

  it('that is not known is read as UTC', () => {
    expect(promisedTime('by 5pm', THURSDAY, 'Nowhere/At-All')?.dueAt).toBe('2026-03-05T17:00:00.000Z');
  });
});

it('never lies before the message where no day is named, whatever the zone', () => {
  const zones = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
  );
  const said = fc.constantFrom(
    'by 4pm',
    'at 3',
    'by EOD',
    'in 2 hours',
    'by noon',
    'within 30 minutes',
    'by 23:30',
  );
  const when = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(zones, said, when, (zone, text, date) => {
      const at = date.toISOString();
      const due = promisedTime(text, at, zone);
      // To the minute: a promise is not made to the second.
      expect(Date.parse(due?.dueAt ?? '') - Date.parse(at)).toBeGreaterThan(-60_000);
      expect(Date.parse(due?.dueAt ?? '') - Date.parse(at)).toBeLessThan(50 * 3_600_000);
    }),
    { numRuns: 40 },
  );
});
