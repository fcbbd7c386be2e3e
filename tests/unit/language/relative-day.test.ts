import { describe, expect, it } from 'vitest';
import { dayFrom } from '../../../lib/language/relative-day';

/** A Tuesday. */
const TODAY = '2026-11-24';

describe('a day in words', () => {
  it.each([
    ['Send the summary by Friday', 'Friday', '2026-11-27'],
    ['Ship it next Friday', 'next Friday', '2026-12-04'],
    ['this Thursday', 'this Thursday', '2026-11-26'],
    ['by tuesday', 'tuesday', '2026-12-01'],
    ['tomorrow at noon', 'tomorrow', '2026-11-25'],
    ['the day after tomorrow', 'the day after tomorrow', '2026-11-26'],
    ['today', 'today', '2026-11-24'],
    ['in two weeks', 'in two weeks', '2026-12-08'],
    ['within 10 days', 'within 10 days', '2026-12-04'],
    ['in a fortnight', 'in a fortnight', '2026-12-08'],
    ['in a month', 'in a month', '2026-12-24'],
    ['3 weeks from now', '3 weeks from now', '2026-12-15'],
    ['end of week', 'end of week', '2026-11-27'],
    ['EOW', 'EOW', '2026-11-27'],
    ['by the end of the month', 'the end of the month', '2026-11-30'],
    ['end of month', 'end of month', '2026-11-30'],
    ['end of quarter', 'end of quarter', '2026-12-31'],
    ['next week', 'next week', '2026-12-04'],
    ['next month', 'next month', '2026-12-31'],
    ['end of next quarter', 'end of next quarter', '2027-03-31'],
    ['Q1', 'Q1', '2027-03-31'],
    ['Q4', 'Q4', '2026-12-31'],
    ['4 December', '4 December', '2026-12-04'],
    ['Dec 4th', 'Dec 4th', '2026-12-04'],
    ['12 May', '12 May', '2027-05-12'],
    ['May 12, 2026', 'May 12, 2026', '2026-05-12'],
    ['4.12.2026', '4.12.2026', '2026-12-04'],
    ['by 2026-12-04', '2026-12-04', '2026-12-04'],
    ['by end of January', 'end of January', '2027-01-31'],
  ])('%s', (text, words, day) => {
    const found = dayFrom(text, TODAY);
    expect(found?.day).toBe(day);
    expect(text.slice(found?.start, found?.end)).toBe(words);
  });

  it.each([
    'soon',
    'as soon as possible',
    'every Monday report to the lead',
    'within 45 minutes',
    'the weekly report',
    'May I ask',
    '31.02.2026',
    'a second look',
  ])('is not in “%s”', (text) => {
    expect(dayFrom(text, TODAY)).toBeUndefined();
  });

  it('of a month that is shorter is its last', () => {
    expect(dayFrom('in a month', '2027-01-31')?.day).toBe('2027-02-28');
  });

  it('needs a day to count from', () => {
    expect(dayFrom('tomorrow', 'not a day')).toBeUndefined();
  });
});
