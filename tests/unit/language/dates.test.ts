import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDay,
  formatExact,
  formatLongDay,
  formatMoment,
  formatStamp,
  formatTime,
  zoneName,
} from '../../../lib/language/dates';

const at = '2026-11-17T23:12:40.000Z';

describe('dates', () => {
  it('are written in UTC unless another zone is asked for', () => {
    expect([formatDay(at), formatLongDay(at), formatTime(at), formatMoment(at), formatStamp(at)]).toEqual([
      'Tue 17 Nov',
      'Tue 17 Nov 2026',
      '23:12',
      'Tue 23:12',
      '17 Nov 23:12',
    ]);
    expect(formatStamp(at, 'Europe/Berlin')).toBe('18 Nov 00:12');
    expect(formatMoment(at, 'America/New_York')).toBe('Tue 18:12');
    expect(formatExact(at)).toBe('2026-11-17 23:12:40');
  });

  it('are in UTC what the browser writes for a zone that is the same', () => {
    const instant = fc.date({
      min: new Date('1000-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, (date) => {
        const iso = date.toISOString();
        for (const format of [formatLongDay, formatMoment, formatStamp]) {
          expect(format(iso)).toBe(format(iso, 'Etc/UTC'));
        }
      }),
    );
  });

  it('follow daylight saving', () => {
    expect(formatTime('2026-03-29T00:59:00.000Z', 'Europe/Berlin')).toBe('01:59');
    expect(formatTime('2026-03-29T01:00:00.000Z', 'Europe/Berlin')).toBe('03:00');
    expect(zoneName('2026-01-10T12:00:00.000Z', 'Europe/Berlin')).toBe('CET');
    expect(zoneName('2026-07-10T12:00:00.000Z', 'Europe/Berlin')).toBe('CEST');
  });

  it.each([
    ['2026-09-02T00:00:00.000Z', 'Wed 2 Sep', '00:00'],
    ['2028-02-29T12:00:00.000Z', 'Tue 29 Feb', '12:00'],
    ['2026-12-31T23:59:59.000Z', 'Thu 31 Dec', '23:59'],
  ])('%s is %s', (when, day, time) => {
    expect([formatDay(when), formatTime(when)]).toEqual([day, time]);
  });

  it('fall back to UTC, and say so, for a zone nobody knows', () => {
    expect(formatStamp(at, 'Middle/Earth')).toBe('17 Nov 23:12');
    expect(zoneName(at, 'Middle/Earth')).toBe('UTC');
  });
});
