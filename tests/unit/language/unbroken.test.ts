import { expect, it } from 'vitest';
import {
  formatDay,
  formatExact,
  formatLongDay,
  formatMoment,
  formatStamp,
} from '../../../lib/language/dates';
import { formatDuration } from '../../../lib/language/duration';
import { unbroken } from '../../../lib/language/unbroken';
import { at, ms } from '../support/capture-builder';

it.each(['+40s', '+24m', '+2h14m', '+47h10m', '+2d18h', '+400d'])(
  'a length of time of %s stays on one line',
  (length) => {
    const words = formatDuration(ms(length));
    expect(unbroken(words)).toBe(words.replaceAll(' ', '\u00a0'));
  },
);

it.each([formatDay, formatLongDay, formatMoment, formatStamp, formatExact])(
  'a date stays on one line: %o',
  (format) => {
    const words = `${format(at('+3h'))} UTC`;
    const parts = unbroken(words).split(' ');
    expect(parts.length).toBe(/\d UTC/.test(words) && !/[a-z] UTC/.test(words) ? 1 : 2);
    expect(parts.join(' ').replaceAll('\u00a0', ' ')).toBe(words);
  },
);

it('other words break as they did, and are otherwise the same', () => {
  expect(unbroken('No reply for 2 h 14 min, 3 people and 1 hour from Mon 08:12 UTC to noon')).toBe(
    'No reply for 2\u00a0h\u00a014\u00a0min, 3 people and 1 hour from Mon\u00a008:12\u00a0UTC to noon',
  );
});
