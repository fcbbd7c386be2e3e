import { describe, expect, it } from 'vitest';
import { type AnalyseOptions, analyse } from '../../../lib/analysis/analyse';
import { reconcile } from '../../../lib/analysis/reconcile';
import type { ReportedMetric, ReportedSla, Ticket } from '../../../lib/ticket/ticket';
import { at, type CaptureBuilder, ms, START, ticket } from '../support/capture-builder';
import { officeHours } from './calendar/calendars';

/** 09:00 to 17:00 in UTC; tickets begin on a Monday at 08:00. */
const office = { calendar: officeHours(), from: START };

function rows(builder: CaptureBuilder, options: Partial<AnalyseOptions> = {}) {
  return analyse(builder.build(), { now: at('+3d'), ...options }).reconciliation;
}

const told = (...metrics: ReportedMetric[]): Partial<Ticket> => ({ metrics });
const replyTime = (calendarMs: number, businessMs?: number) =>
  told({ name: 'reply_time', calendarMs, ...(businessMs === undefined ? {} : { businessMs }) });

describe('a number of the helpdesk', () => {
  it('that is ours is told as such', () => {
    const builder = ticket(replyTime(ms('2h')))
      .customer('+0', 'Down.')
      .reply('+2h');
    expect(rows(builder)).toEqual([
      {
        name: 'reply_time',
        unit: 'calendar',
        ours: ms('2h'),
        theirs: ms('2h'),
        difference: 0,
        agrees: true,
        events: ['e1', 'e2'],
      },
    ]);
  });

  it('agrees within its whole minutes, and not a second more', () => {
    const builder = (theirs: number) => ticket(replyTime(theirs)).customer('+0', 'Down.').reply('+2h59s');
    expect(rows(builder(ms('2h')))).toMatchObject([
      { agrees: true, reason: 'rounding', difference: ms('59s') },
    ]);
    expect(rows(builder(ms('2h') - 1_000))).toMatchObject([{ agrees: false, reason: 'unexplained' }]);
  });

  it('that we have none for is left alone', () => {
    const builder = ticket(told({ name: 'toString', calendarMs: 1 }, { name: 'odd', count: 3 })).customer(
      '+0',
      'Down.',
    );
    expect(rows(builder)).toEqual([]);
  });

  it('that has not come about by our count stands by itself', () => {
    const [row] = rows(ticket(replyTime(ms('2h'))).customer('+0', 'Down.'));
    expect(row).toMatchObject({ theirs: ms('2h'), agrees: false, reason: 'unexplained' });
    expect(row).not.toHaveProperty('ours');
  });

  it('of a sum that still grows is not compared', () => {
    const waiting = told({ name: 'requester_wait_time', calendarMs: ms('1h') });
    expect(rows(ticket(waiting).customer('+0', 'Down.'))).toEqual([]);
  });

  it('in business hours is compared only where a calendar is known', () => {
    const builder = (fields: Partial<Ticket> = {}) =>
      ticket({ ...replyTime(ms('2h'), ms('1h')), ...fields })
        .customer('+0', 'Down.')
        .reply('+2h');
    expect(rows(builder()).map(({ unit }) => unit)).toEqual(['calendar']);
    expect(rows(builder({ calendars: [office] }))).toMatchObject([
      { unit: 'calendar', agrees: true },
      { unit: 'business', agrees: true, ours: ms('1h') },
    ]);
  });
});

describe('the reason is the one change that makes the difference vanish', () => {
  it('calendar against business hours', () => {
    const builder = ticket({ ...replyTime(ms('2h'), ms('2h')), calendars: [office] })
      .customer('+0', 'Down.')
      .reply('+2h');
    expect(rows(builder)).toMatchObject([
      { agrees: true },
      { unit: 'business', reason: 'calendar_against_business' },
    ]);
  });

  it('the schedule changed: the last one for the whole span', () => {
    const late = {
      calendar: officeHours('UTC', { id: 'late', weekly: allDays('13:00', '21:00') }),
      from: at('+6h'),
    };
    // By the first until 14:00 and then by the second: 5 h and 2 h; by the last alone from 13:00.
    const builder = ticket({ ...replyTime(ms('8h'), ms('3h')), calendars: [office, late] })
      .customer('+0', 'Down.')
      .reply('+8h');
    expect(rows(builder)[1]).toMatchObject({ ours: ms('7h'), theirs: ms('3h'), reason: 'schedule_changed' });
  });

  it('the schedule changed: each status by the schedule it began with', () => {
    const late = {
      calendar: officeHours('UTC', { id: 'late', weekly: allDays('13:00', '21:00') }),
      from: at('+3h'),
    };
    const builder = ticket({
      ...told({ name: 'requester_wait_time', businessMs: ms('7h'), calendarMs: ms('8h') }),
      calendars: [office, late],
    })
      .customer('+0', 'Down.')
      .status('+8h', 'new', 'solved');
    expect(rows(builder)[1]).toMatchObject({ ours: ms('5h'), reason: 'schedule_changed' });
  });

  it.each([
    ['made_by_agent', '+0', 'the opening comment counted as the reply'],
    ['made_by_agent', '+1h', 'from the customer’s first message on'],
  ])('%s: %s', (reason, theirs) => {
    const builder = ticket({ ...replyTime(ms(theirs)), createdBy: { id: 'ann', side: 'agent' } })
      .reply('+0', 'We saw an alarm.')
      .customer('+2h', 'Thank you for telling us, what now?')
      .reply('+3h', 'We are on it.');
    expect(rows(builder)).toMatchObject([{ ours: ms('3h'), reason }]);
  });

  it.each([
    ['reply_by_note', { audience: 'internal' as const }],
    ['automatic_reply', { by: 'bot' }],
    ['automatic_reply', { auto: 'acknowledgement' as const }],
    ['automatic_reply', { delivery: 'failed' as const }],
  ])('%s', (reason, how) => {
    const builder = ticket(replyTime(ms('1h')))
      .customer('+0', 'Down.')
      .message('+1h', 'Hello', { by: 'ann', ...how })
      .reply('+3h');
    expect(rows(builder)).toMatchObject([{ ours: ms('3h'), reason }]);
  });

  it('is none where a note stands at another time', () => {
    const builder = ticket(replyTime(ms('1h')))
      .customer('+0', 'Down.')
      .note('+2h')
      .reply('+3h');
    expect(rows(builder)).toMatchObject([{ reason: 'unexplained' }]);
  });

  it('of counts: a reopening not solved yet, a bot’s replies, nobody as a station', () => {
    const counts = told(
      { name: 'reopens', count: 1 },
      { name: 'replies', count: 2 },
      { name: 'assignee_stations', count: 2 },
      { name: 'group_stations', count: 0 },
    );
    const builder = ticket(counts)
      .customer('+0', 'Down.')
      .message('+1m', 'Have you tried this article?', { by: 'bot' })
      .reply('+1h')
      .assignee('+1h', null, 'ann')
      .assignee('+2h', 'ann', null)
      .status('+2h', 'new', 'solved')
      .status('+3h', 'solved', 'open');
    expect(rows(builder).map(({ name, ours, reason }) => [name, ours, reason])).toEqual([
      ['reopens', 0, 'reopening_not_solved'],
      ['replies', 1, 'automatic_reply'],
      ['assignee_stations', 1, 'nobody_counted'],
      ['group_stations', 0, undefined],
    ]);
  });
});

describe('a target of the helpdesk', () => {
  const reported = (fields: Partial<ReportedSla>): Partial<Ticket> => ({
    slas: [
      {
        instance: 'p/first_reply/1',
        metric: 'first_reply',
        stage: 'achieved',
        unit: 'calendar',
        targetMs: ms('2h'),
        ...fields,
      },
    ],
  });
  const started = (fields: Partial<Ticket>, targetMs = ms('2h')) =>
    ticket(fields)
      .customer('+0', 'Down.')
      .sla('+0', 'first_reply', 'started')
      .sla('+0', 'first_reply', 'applied', { targetMs });

  it('is compared by what it counted and by when it was missed', () => {
    const builder = started(reported({ elapsedMs: ms('3h'), breachedAt: at('+2h') }))
      .reply('+3h')
      .sla('+3h', 'first_reply', 'achieved');
    expect(rows(builder)).toMatchObject([
      { name: 'first_reply', instance: 'p/first_reply/1', unit: 'calendar', agrees: true },
      { unit: 'instant', ours: Date.parse(at('+2h')), agrees: true },
    ]);
  });

  it('applied late is counted by the helpdesk from then, or missed no sooner than then', () => {
    const late = (fields: Partial<ReportedSla>) =>
      ticket(reported(fields))
        .customer('+0', 'Down.')
        .sla('+150m', 'first_reply', 'applied', { targetMs: ms('2h') })
        .reply('+3h');
    expect(rows(late({ elapsedMs: ms('30m') }))).toMatchObject([
      { ours: ms('3h'), theirs: ms('30m'), reason: 'policy_applied_late' },
    ]);
    expect(rows(late({ breachedAt: at('+150m') }))).toMatchObject([
      { ours: Date.parse(at('+2h')), reason: 'policy_applied_late' },
    ]);
  });

  it('was missed under the target of another priority', () => {
    const raised = started(reported({ breachedAt: at('+2h') }))
      .sla('+130m', 'first_reply', 'retargeted', { targetMs: ms('1h') })
      .reply('+3h')
      .sla('+3h', 'first_reply', 'achieved');
    expect(rows(raised)).toMatchObject([{ ours: Date.parse(at('+1h')), reason: 'priority_changed' }]);
  });

  it('counted in the other kind of hours', () => {
    const builder = started({ ...reported({ elapsedMs: ms('2h') }), calendars: [office] })
      .reply('+3h')
      .sla('+3h', 'first_reply', 'achieved');
    expect(rows(builder)).toMatchObject([{ ours: ms('3h'), reason: 'calendar_against_business' }]);
  });

  it('counted by a calendar nobody told is not compared', () => {
    const builder = ticket(reported({ elapsedMs: ms('3h'), unit: 'business' }))
      .customer('+0', 'Down.')
      .sla('+0', 'first_reply', 'started')
      .sla('+0', 'first_reply', 'applied', { targetMs: ms('2h'), businessHours: true })
      .reply('+3h')
      .sla('+3h', 'first_reply', 'achieved');
    expect(rows(builder)).toEqual([]);
  });
});

it('can be asked for by itself, with clocks and the helpdesk’s numbers', () => {
  const capture = ticket().customer('+0', 'Down.').reply('+2h').build();
  const { clocks } = analyse(capture, { now: at('+3h') });
  const [row] = reconcile(clocks, [{ name: 'reply_time', calendarMs: ms('2h') }], capture);
  expect(row).toMatchObject({ agrees: true, ours: ms('2h') });
});

function allDays(from: string, to: string) {
  return ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, from, to }));
}
