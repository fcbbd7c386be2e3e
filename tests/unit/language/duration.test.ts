import { expect, it } from 'vitest';
import { formatDuration, parseDuration } from '../../../lib/language/duration';
import { ms } from '../support/capture-builder';

it.each([
  ['+0', '0 min'],
  ['+999ms', '0 min'],
  ['+40s', '40 s'],
  ['+59s', '59 s'],
  ['+1m', '1 min'],
  ['+24m', '24 min'],
  ['+59m59s', '59 min'],
  ['+1h', '1 h'],
  ['+9h12m', '9 h 12 min'],
  ['+9h12m59s', '9 h 12 min'],
  ['+47h10m', '47 h 10 min'],
  ['+47h59m59s', '47 h 59 min'],
  ['+48h', '2 d'],
  ['+2d18h', '2 d 18 h'],
  ['+2d18h59m', '2 d 18 h'],
  ['+400d', '400 d'],
])('%s reads %s', (offset, words) => {
  expect(formatDuration(ms(offset))).toBe(words);
});

it('reads a length the same before and after', () => {
  expect(formatDuration(-ms('1h24m'))).toBe('1 h 24 min');
});

it.each([
  ['40 s', '+40s'],
  ['30 min', '+30m'],
  ['90m', '+90m'],
  ['4h', '+4h'],
  ['1.5 hours', '+90m'],
  ['1,5 h', '+90m'],
  ['4h30m', '+4h30m'],
  ['9 h 12 min', '+9h12m'],
  ['2 d 18 h', '+2d18h'],
  [' 1 Day ', '+1d'],
])('%j is read as a length', (text, offset) => {
  expect(parseDuration(text)).toBe(ms(offset));
});

it.each(['', ' ', '4', 'h', '4 x', '4 h and more', '-4 h', 'four hours', '4 hh'])(
  '%j is not a length',
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);
