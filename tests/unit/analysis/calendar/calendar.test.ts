import { describe, expect, it } from 'vitest';
import { addBusinessMs, businessMs, zendeskScheduleMs } from '../../../../lib/analysis/calendar';
import { hoursOf } from '../../../../lib/analysis/calendar/hours';
import type { Calendar, CalendarRef } from '../../../../lib/ticket/ticket';
import { calendar, everyDay, officeHours, weekdays } from './calendars';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const office = officeHours();

/** 2026-11-20 is a Friday. */
const on = (day: string, wall: string) => `2026-11-${day}T${wall}:00.000Z`;

describe('due times known from other products (product vectors V1 to V6)', () => {
  it.each([
    ['V1: Friday 16:30 and 1 h', on('20', '16:30'), 1, on('23', '09:30')],
    ['V2: Wednesday 10:00 and 2 h', on('18', '10:00'), 2, on('18', '12:00')],
    ['V3: Wednesday 07:00, before hours, and 2 h', on('18', '07:00'), 2, on('18', '11:00')],
    ['V4: Friday 16:00 and 8 h', on('20', '16:00'), 8, on('23', '16:00')],
    ['V5: Friday 16:00 and 2 h', on('20', '16:00'), 2, on('23', '10:00')],
    ['V6: Thursday 16:30 and 1 h', on('19', '16:30'), 1, on('20', '09:30')],
  ])('%s', (_, from, hours, due) => {
    expect(addBusinessMs(office, from, hours * HOUR)).toBe(due);
    expect(businessMs(office, from, due)).toBe(hours * HOUR);
  });

  it('falls on the close of a day that is just long enough', () => {
    expect(addBusinessMs(office, on('20', '16:00'), HOUR)).toBe(on('20', '17:00'));
  });
});

describe('one ticket under two schedules (V7, V7b)', () => {
  const chicago = calendar('UTC', [
    [[2, 3], '12:00', '24:00'],
    [[3, 4], '00:00', '02:00'],
  ]);
  const sanFrancisco = calendar('UTC', [
    [[2, 3], '15:00', '24:00'],
    [[3, 4], '00:00', '00:30'],
  ]);
  const history = (change: string): CalendarRef[] => [
    { calendar: chicago, from: '2020-09-27T00:00:00.000Z' },
    { calendar: sanFrancisco, from: change },
  ];
  const minute = (count: number) =>
    new Date(Date.parse('2020-09-27T00:00:00.000Z') + Math.round(count * MINUTE)).toISOString();

  it.each([
    ['V7', minute(3902), minute(5461.25), minute(5461.46), 959.46, 689.46],
    [
      'V7b',
      '2020-09-29T17:01:38.000Z',
      '2020-09-30T19:01:25.000Z',
      '2020-09-30T19:01:46.000Z',
      960 + 8 / 60,
      690 + 8 / 60,
    ],
  ])('%s: across both, and by Zendesk’s last schedule alone', (_, created, change, reply, across, last) => {
    const hours = hoursOf(history(change), created, reply);
    expect(hours.ms(created, reply)).toBe(Math.round(across * MINUTE));
    expect(zendeskScheduleMs(history(change), created, reply)).toBe(Math.round(last * MINUTE));
  });

  it('counts every hour where no schedule is known', () => {
    expect(zendeskScheduleMs([], on('20', '16:00'), on('21', '16:00'))).toBe(24 * HOUR);
  });

  it('goes on by the next schedule when a deadline lies behind the change', () => {
    const hours = hoursOf(history(on('24', '16:00')), on('24', '00:00'), on('25', '00:00'));
    // Chicago is open from 12:00 to 16:00, San Francisco from then to 00:30.
    expect(hours.add(on('24', '11:00'), 5 * HOUR)).toBe(on('24', '17:00'));
  });
});

describe('days of odd length', () => {
  const allDay = (zone: string) => calendar(zone, [[everyDay, '00:00', '24:00']]);
  const hoursOfDay = (zone: string, day: string, next: string, counted: Calendar) =>
    businessMs(counted, instant(zone, day), instant(zone, next)) / HOUR;

  it.each([
    ['Europe/Berlin', '2026-03-29', '2026-03-30', 23],
    ['Europe/Berlin', '2026-10-25', '2026-10-26', 25],
    ['America/Chicago', '2026-11-01', '2026-11-02', 25],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-05', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-06', 24.5],
    ['Asia/Kolkata', '2026-03-29', '2026-03-30', 24],
    ['Asia/Kathmandu', '2026-03-29', '2026-03-30', 24],
  ])('%s has on %s as many hours as its wall clocks', (zone, day, next, hours) => {
    expect(hoursOfDay(zone, day, next, allDay(zone))).toBe(hours);
  });

  it('an hour that comes twice counts twice, and one that never comes not at all', () => {
    const night = calendar('Europe/Berlin', [[everyDay, '01:00', '04:00']]);
    expect(businessMs(night, '2026-10-24T22:00:00.000Z', '2026-10-25T22:00:00.000Z')).toBe(4 * HOUR);
    expect(businessMs(night, '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z')).toBe(2 * HOUR);
  });

  it('a day that the date line swallowed has no hours', () => {
    const apia = calendar('Pacific/Apia', [[everyDay, '09:00', '17:00']]);
    // Thursday 29 December 2011, then Saturday 31.
    expect(businessMs(apia, '2011-12-29T10:00:00.000Z', '2011-12-31T10:00:00.000Z')).toBe(16 * HOUR);
  });

  it.each([
    ['Asia/Kolkata', '03:30'],
    ['Asia/Kathmandu', '03:15'],
    ['Australia/Lord_Howe', '22:00'],
  ])('%s opens at nine by its own clocks', (zone, opens) => {
    const from = opens === '22:00' ? on('15', '12:00') : on('16', '00:00');
    const first = addBusinessMs(officeHours(zone), from, 1);
    expect(first).toBe(new Date(Date.parse(on(opens === '22:00' ? '15' : '16', opens)) + 1).toISOString());
  });
});

describe('weeks', () => {
  const week = [on('16', '00:00'), on('23', '00:00')] as const;

  it('split shifts leave the lunch break out', () => {
    const split = calendar('UTC', [
      [weekdays, '09:00', '12:00'],
      [weekdays, '13:00', '17:00'],
    ]);
    expect(businessMs(split, ...week)).toBe(35 * HOUR);
    expect(addBusinessMs(split, on('16', '11:30'), HOUR)).toBe(on('16', '13:30'));
  });

  it('overlapping and touching intervals count once', () => {
    const twice = calendar('UTC', [
      [weekdays, '09:00', '13:00'],
      [weekdays, '12:00', '15:00'],
      [weekdays, '15:00', '17:00'],
    ]);
    expect(businessMs(twice, ...week)).toBe(40 * HOUR);
  });

  it('an interval that ends before it begins goes on after midnight', () => {
    const night = calendar('UTC', [[[5], '22:00', '06:00']]);
    expect(businessMs(night, ...week)).toBe(8 * HOUR);
    expect(addBusinessMs(night, on('20', '23:00'), 2 * HOUR)).toBe(on('21', '01:00'));
  });

  it('Sunday night goes on into Monday', () => {
    const night = calendar('UTC', [[[7], '22:00', '06:00']]);
    expect(businessMs(night, on('22', '21:00'), on('23', '12:00'))).toBe(8 * HOUR);
  });

  it('holidays close the whole day or a part of it', () => {
    const withHolidays = officeHours('UTC', {
      holidays: [
        { day: '2026-11-17' },
        { day: '2026-11-18', from: '12:00' },
        { day: '2026-11-19', to: '10:00' },
      ],
    });
    expect(businessMs(withHolidays, ...week)).toBe((8 + 3 + 7 + 8) * HOUR);
    expect(addBusinessMs(withHolidays, on('16', '16:00'), 2 * HOUR)).toBe(on('18', '10:00'));
  });

  it('is closed before it is valid and after, and open on both of those days', () => {
    const short = officeHours('UTC', { validFrom: '2026-11-17', validTo: '2026-11-18' });
    expect(businessMs(short, ...week)).toBe(16 * HOUR);
    expect(addBusinessMs(short, on('16', '00:00'), 17 * HOUR)).toBeUndefined();
  });

  it('counts years as the sum of their weeks', () => {
    expect(businessMs(office, '2016-11-14T00:00:00.000Z', '2026-11-16T00:00:00.000Z')).toBe(522 * 40 * HOUR);
  });
});

describe('at the edges', () => {
  it('counts nothing backwards', () => {
    expect(businessMs(office, on('18', '12:00'), on('18', '10:00'))).toBe(0);
    expect(businessMs(undefined, on('18', '12:00'), on('18', '10:00'))).toBe(0);
  });

  it('without a calendar every hour counts', () => {
    expect(businessMs(undefined, on('20', '16:00'), on('22', '16:00'))).toBe(48 * HOUR);
    expect(addBusinessMs(undefined, on('20', '16:00'), 48 * HOUR)).toBe(on('22', '16:00'));
  });

  it('nothing added is the instant itself, also outside the hours', () => {
    expect(addBusinessMs(office, on('21', '03:00'), 0)).toBe(on('21', '03:00'));
  });

  it.each([
    ['no interval at all', []],
    ['an interval of no length', [[weekdays, '09:00', '09:00'] as [number[], string, string]]],
  ])('%s is never reached', (_, weekly) => {
    expect(addBusinessMs(calendar('UTC', weekly), on('16', '09:00'), 1)).toBeUndefined();
  });

  it('a length that would outlast the calendar of the world is not reached', () => {
    expect(addBusinessMs(undefined, on('16', '09:00'), 9_000 * 365 * 24 * HOUR)).toBeUndefined();
  });

  it.each([-1, Number.NaN])('refuses to add %d', (ms) => {
    expect(() => addBusinessMs(office, on('16', '09:00'), ms)).toThrow(RangeError);
    expect(() => addBusinessMs(undefined, on('16', '09:00'), ms)).toThrow(RangeError);
  });

  it('a time zone that does not exist is a bug of the caller', () => {
    expect(() => businessMs(officeHours('Mars/Olympus'), on('16', '09:00'), on('17', '09:00'))).toThrow(
      RangeError,
    );
  });
});

/** Local midnight, by trial: the first minute that `Intl` puts on that day. */
function instant(zone: string, day: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  let at = Date.parse(`${day}T00:00:00.000Z`) - 15 * HOUR;
  while (format.format(at) < day) at += MINUTE;
  return new Date(at).toISOString();
}
