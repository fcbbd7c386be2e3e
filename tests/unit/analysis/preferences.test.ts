import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { emptyOverlay } from '../../../lib/analysis/overlay';
import { noPreferences, optionsFor, type Preferences } from '../../../lib/analysis/preferences';
import type { Capture } from '../../../lib/ticket/schema';
import { at, ticket } from '../support/capture-builder';

const HOUR = 3_600_000;

/** Asked on a Monday 8 am UTC, answered after three hours. */
const answered = () =>
  ticket({}, { capturedAt: at('+1d') })
    .customer('+0', 'Down.')
    .reply('+3h', 'Up again.')
    .status('+3h', 'open', 'solved')
    .build();

const analysed = (capture: Capture, preferences: Partial<Preferences>) =>
  analyse(capture, optionsFor(capture, emptyOverlay, { ...noPreferences, ...preferences }));

describe('what a user decides for all tickets', () => {
  it('moves the line from which something is a finding', () => {
    const titles = (preferences: Partial<Preferences>) =>
      analysed(answered(), preferences).findings.map(({ title }) => title);
    expect(titles({})).toEqual(['An answer took 3 h']);
    expect(titles({ thresholds: { unansweredMs: 4 * HOUR } })).toEqual([]);
    expect(titles({ thresholds: { silenceMs: 2 * HOUR } })).toEqual(['3 h without a word to the customer']);
    expect(titles({ thresholds: { unansweredMs: undefined } })).toEqual(['An answer took 3 h']);
  });

  it('sets a target where the helpdesk has none', () => {
    const target = { metric: 'first_reply', targetMs: HOUR, hours: 'calendar' } as const;
    expect(analysed(answered(), {}).slas).toEqual([]);
    expect(analysed(answered(), { targets: [target] }).slas).toMatchObject([
      { metric: 'first_reply', state: 'breached', overMs: 2 * HOUR, source: 'debrief' },
    ]);
  });

  it('gives the working hours, but not where the helpdesk tells some', () => {
    const week = ([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '10:00', to: '18:00' }));
    const calendar = { id: 'own', zone: 'UTC', weekly: week, holidays: [] };
    const target = { metric: 'first_reply', targetMs: HOUR, hours: 'business' } as const;
    const over = (capture: Capture) => analysed(capture, { calendar, targets: [target] }).slas[0]?.overMs;
    expect(over(answered())).toBe(0);
    const own = { ...calendar, weekly: week.map((day) => ({ ...day, from: '08:00' })) };
    const told = ticket({ calendars: [{ calendar: own, from: at('+0') }] })
      .customer('+0', 'Down.')
      .reply('+3h', 'Up again.')
      .build();
    expect(over(told)).toBe(2 * HOUR);
  });
});
