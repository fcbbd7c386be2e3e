import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../lib/analysis/analyse';
import type { Target } from '../../../../lib/analysis/clocks/types';
import { at, ms, START, ticket } from '../../support/capture-builder';
import { officeHours } from '../calendar/calendars';
import { clockOf, clocksOf, drawn } from './clocks-of';

/** 09:00 to 17:00 in UTC; tickets begin on a Monday at 08:00. */
const calendars = [{ calendar: officeHours(), from: START }];
const target = (fields: Partial<Target> = {}): Target[] => [
  { metric: 'first_reply', targetMs: ms('1h'), hours: 'calendar', ...fields },
];
const answered = (offset: string) => ticket().customer('+0', 'Down.').reply(offset);

describe('a target of the user’s own', () => {
  it.each([
    ['+59m', { state: 'achieved', overMs: -ms('1m') }],
    ['+1h', { state: 'achieved', overMs: 0 }],
    ['+61m', { state: 'breached', overMs: ms('1m'), firstBreachAt: at('+1h') }],
  ])('answered at %s', (offset, verdict) => {
    const clock = clockOf(answered(offset), 'first_reply', { targets: target() });
    expect(clock).toMatchObject({ targetMs: ms('1h'), dueAt: at('+1h'), ...verdict });
  });

  it('stands among the targets, and says whose it is', () => {
    const { slas } = analyse(answered('+2h').build(), { now: at('+3h'), targets: target() });
    expect(slas).toMatchObject([
      { metric: 'first_reply', state: 'breached', source: 'debrief', actualMs: ms('2h') },
    ]);
  });

  it('gives way to the helpdesk’s own', () => {
    const builder = answered('+2h').sla('+0', 'first_reply', 'applied', { targetMs: ms('4h') });
    expect(clockOf(builder, 'first_reply', { targets: target() })).toMatchObject({
      targetMs: ms('4h'),
      source: 'helpdesk',
      state: 'achieved',
    });
  });

  it('in business hours runs inside them alone, and is due inside them', () => {
    const clock = clockOf(answered('+90m'), 'first_reply', {
      targets: target({ hours: 'business' }),
      calendars,
    });
    expect(drawn(clock)).toEqual(['outside 0–60 e1', 'running 60–90 e1→e2']);
    expect(clock).toMatchObject({
      valueMs: ms('30m'),
      calendarMs: ms('90m'),
      dueAt: at('+2h'),
      state: 'achieved',
      certainty: 'exact',
    });
  });

  it('in business hours without a calendar counts every hour and says that this is not sure', () => {
    const clock = clockOf(answered('+90m'), 'first_reply', { targets: target({ hours: 'business' }) });
    expect(clock).toMatchObject({ valueMs: ms('90m'), certainty: 'unknown' });
  });

  it.each([
    ['the priority when the clock stopped, not today’s', '+30m', '+2h', ms('4h'), 'achieved'],
    ['a priority raised while it ran', '+3h', '+2h', ms('1h'), 'breached'],
  ])('is that of %s', (_, reply, raised, targetMs, state) => {
    const builder = ticket({ initial: { priority: { label: 'Normal' }, known: true } })
      .customer('+0', 'Down.')
      .priority(raised, 'Normal', 'Urgent')
      .reply(reply);
    const targets = [
      ...target({ targetMs: ms('4h'), priority: 'Normal' }),
      ...target({ priority: 'urgent' }),
    ];
    expect(clockOf(builder, 'first_reply', { targets })).toMatchObject({ targetMs, state });
  });

  it('missed while it was in force stays missed when the priority is lowered', () => {
    const builder = ticket({ initial: { priority: { label: 'Urgent' }, known: true } })
      .customer('+0', 'Down.')
      .priority('+2h', 'Urgent', 'Normal')
      .reply('+3h');
    const targets = [...target({ targetMs: ms('9h') }), ...target({ priority: 'Urgent' })];
    expect(clockOf(builder, 'first_reply', { targets })).toMatchObject({
      state: 'breached',
      targetMs: ms('1h'),
      firstBreachAt: at('+1h'),
      overMs: ms('1h'),
    });
  });

  it('does not apply where it is for priorities and the ticket has none', () => {
    const clock = clockOf(answered('+2h'), 'first_reply', { targets: target({ priority: 'Urgent' }) });
    expect(clock).not.toHaveProperty('targetMs');
  });
});

describe('a policy of the helpdesk’s', () => {
  it('applied late still measures from the start', () => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .sla('+2h', 'first_reply', 'applied', { targetMs: ms('1h'), policy: { name: 'Gold' } })
      .reply('+3h');
    expect(clockOf(builder, 'first_reply')).toMatchObject({
      valueMs: ms('3h'),
      overMs: ms('2h'),
      firstBreachAt: at('+1h'),
      state: 'breached',
      policy: 'Gold',
      instance: 'p/first_reply/1',
    });
  });

  it('in business hours is counted by the ticket’s calendar, which explains what each hour did', () => {
    const builder = ticket({ calendars })
      .customer('+0', 'Down.')
      .sla('+0', 'first_reply', 'started')
      .sla('+0', 'first_reply', 'applied', { targetMs: ms('8h'), businessHours: true })
      .reply('+26h')
      .sla('+26h', 'first_reply', 'achieved');
    const clock = clockOf(builder, 'first_reply', { now: at('+3d') });
    expect(drawn(clock)).toEqual([
      'outside 0–60 e2',
      'running 60–540 e2',
      'outside 540–1500 e2',
      'running 1500–1560 e2→e5',
    ]);
    expect(clock).toMatchObject({
      valueMs: ms('9h'),
      overMs: ms('1h'),
      dueAt: at('+9h'),
      firstBreachAt: at('+25h'),
      state: 'breached',
    });
    const { slas } = analyse(builder.build(), { now: at('+3d') });
    expect(slas).toMatchObject([
      { actualMs: ms('9h'), breachedAt: at('+25h'), unit: 'business', certainty: 'exact' },
    ]);
  });

  it('stands in place of our clock of the same turn, and beside our sums', () => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .reply('+1h')
      .customer('+2h', 'Again.')
      .sla('+2h', 'next_reply', 'applied', { targetMs: ms('2h') })
      .sla('+2h', 'next_reply', 'started')
      .reply('+3h')
      .sla('+3h', 'next_reply', 'achieved')
      .customer('+5h', 'And again.')
      .sla('+0', 'requester_wait', 'applied', { targetMs: ms('4h') });
    expect(clocksOf(builder, 'next_reply').map(({ instance }) => instance)).toEqual([
      'p/next_reply/1',
      'debrief/next_reply/2',
    ]);
    expect(clocksOf(builder, 'requester_wait').map(({ source }) => source)).toEqual(['helpdesk', 'debrief']);
  });
});

describe('calendars', () => {
  it('of the options count in place of the ticket’s', () => {
    const builder = ticket({ calendars: [{ calendar: officeHours('Asia/Kolkata'), from: START }] })
      .customer('+0', 'Down.')
      .reply('+2h');
    expect(clockOf(builder, 'first_reply').valueMs).toBe(ms('2h'));
    expect(clockOf(builder, 'first_reply', { calendars }).valueMs).toBe(ms('1h'));
    expect(clockOf(builder, 'first_reply', { calendars: [] })).toMatchObject({
      valueMs: ms('2h'),
      unit: 'calendar',
    });
  });

  it('in a time zone nobody knows are set aside and named, and the ticket is read all the same', () => {
    const builder = answered('+2h');
    const lost = [{ calendar: officeHours('Mars/Olympus'), from: START }];
    const found = analyse(builder.build(), { now: at('+3h'), calendars: lost });
    expect(found.calendars).toEqual([]);
    expect(found.unknowns).toContainEqual(
      expect.objectContaining({
        what: 'Business calendar hours',
        why: expect.stringContaining('Mars/Olympus'),
      }),
    );
  });
});
