import { expect, it } from 'vitest';
import { calendarWords } from '../../../lib/language/calendar-words';
import { calendar, officeHours, weekdays } from '../analysis/calendar/calendars';

it.each([
  [officeHours('Europe/Berlin'), 'Mon–Fri 09:00–17:00, Europe/Berlin'],
  [
    calendar('UTC', [
      [weekdays, '13:00', '17:00'],
      [weekdays, '09:00', '12:00'],
      [[6], '10:00', '14:00'],
    ]),
    'Mon–Fri 09:00–12:00 and 13:00–17:00, Sat 10:00–14:00, UTC',
  ],
  [calendar('UTC', [[[1, 3], '09:00', '17:00']]), 'Mon, Wed 09:00–17:00, UTC'],
  [calendar('UTC', []), 'never open, UTC'],
  [officeHours('UTC', { holidays: [{ day: '2026-12-25' }] }), 'Mon–Fri 09:00–17:00, UTC, 1 holiday'],
])('says a week in words', (hours, words) => {
  expect(calendarWords(hours)).toBe(words);
});
