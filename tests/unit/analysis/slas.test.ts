import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { missed } from '../../../lib/analysis/missed';
import type { ReportedSla } from '../../../lib/ticket/ticket';
import { at, type CaptureBuilder, ms, ticket } from '../support/capture-builder';

function slasOf(builder: CaptureBuilder, now = at('+10h')) {
  return analyse(builder.build(), { now }).slas;
}

const hour = { targetMs: ms('1h'), businessHours: false };
const started = () =>
  ticket()
    .sla('+0', 'first_reply', 'started')
    .sla('+0', 'first_reply', 'applied', { ...hour, policy: { name: 'Gold' } });

describe('targets with the helpdesk’s own events', () => {
  it('are missed by the time over the target', () => {
    const builder = started().sla('+1h', 'first_reply', 'breached').sla('+1h24m', 'first_reply', 'achieved');
    expect(slasOf(builder)).toMatchObject([
      {
        metric: 'first_reply',
        policy: 'Gold',
        state: 'breached',
        targetMs: ms('1h'),
        actualMs: ms('1h24m'),
        overMs: ms('24m'),
        breachedAt: at('+1h'),
        unit: 'calendar',
        source: 'helpdesk',
        certainty: 'exact',
        events: ['e2', 'e3', 'e4'],
      },
    ]);
  });

  it('stop counting when they are cancelled', () => {
    const cancelled = started().sla('+40m', 'first_reply', 'cancelled');
    expect(slasOf(cancelled)).toMatchObject([{ state: 'cancelled', actualMs: ms('40m') }]);
  });

  it('are met with time to spare', () => {
    expect(slasOf(started().sla('+40m', 'first_reply', 'achieved'))).toMatchObject([
      { state: 'achieved', overMs: -ms('20m') },
    ]);
  });

  it('are met exactly on target, also where a breach was written at that very moment', () => {
    const onTarget = started().sla('+1h', 'first_reply', 'breached').sla('+1h', 'first_reply', 'achieved');
    expect(slasOf(onTarget)).toMatchObject([{ state: 'achieved', overMs: 0 }]);
    expect(slasOf(onTarget)[0]).not.toHaveProperty('breachedAt');
  });

  it('keep running while there is no answer, missed from the breach on', () => {
    expect(slasOf(started(), at('+30m'))).toMatchObject([
      { state: 'active', actualMs: ms('30m'), overMs: -ms('30m') },
    ]);
    const breached = started().sla('+1h', 'first_reply', 'breached');
    expect(slasOf(breached, at('+3h'))).toMatchObject([{ state: 'active_breached', overMs: ms('2h') }]);
  });

  it('are not missed yet by a breach that Zendesk has written ahead', () => {
    const ahead = started().sla('+1h', 'first_reply', 'breached');
    expect(slasOf(ahead, at('+20m'))).toMatchObject([{ state: 'active' }]);
  });

  it('do not count the pauses', () => {
    const builder = started()
      .sla('+30m', 'first_reply', 'paused')
      .sla('+5h', 'first_reply', 'resumed')
      .sla('+5h20m', 'first_reply', 'achieved');
    expect(slasOf(builder)).toMatchObject([{ state: 'achieved', actualMs: ms('50m') }]);
    expect(slasOf(started().sla('+30m', 'first_reply', 'paused'))).toMatchObject([
      { state: 'paused', actualMs: ms('30m') },
    ]);
    const late = started().sla('+1h', 'first_reply', 'breached').sla('+2h', 'first_reply', 'paused');
    expect(slasOf(late)).toMatchObject([{ state: 'paused_breached', overMs: ms('1h') }]);
  });

  it('stand without a breach that a later change cancelled, and with one that came after', () => {
    const cancelled = started()
      .sla('+1h', 'first_reply', 'breached')
      .sla('+1h', 'first_reply', 'breach_cancelled')
      .sla('+1h10m', 'first_reply', 'retargeted', { targetMs: ms('4h') });
    expect(slasOf(cancelled, at('+2h'))).toMatchObject([
      { state: 'active', targetMs: ms('4h'), overMs: -ms('2h') },
    ]);
    const again = cancelled.sla('+4h', 'first_reply', 'breached').sla('+5h', 'first_reply', 'achieved');
    expect(slasOf(again)).toMatchObject([{ state: 'breached', breachedAt: at('+4h'), overMs: ms('1h') }]);
  });

  it('keep the target in force when the clock stopped', () => {
    const builder = started()
      .sla('+40m', 'first_reply', 'achieved')
      .sla('+2h', 'first_reply', 'retargeted', { targetMs: ms('10m') });
    expect(slasOf(builder)).toMatchObject([{ state: 'achieved', targetMs: ms('1h') }]);
  });

  it('run on after a reopening, with what ran before', () => {
    const builder = ticket()
      .sla('+0', 'resolution', 'started')
      .sla('+0', 'resolution', 'applied', { targetMs: ms('4h') })
      .sla('+1h', 'resolution', 'achieved')
      .sla('+5h', 'resolution', 'started');
    expect(slasOf(builder, at('+6h'))).toMatchObject([{ state: 'active', actualMs: ms('2h') }]);
    expect(slasOf(builder, at('+9h'))).toMatchObject([{ state: 'active_breached', breachedAt: at('+8h') }]);
  });

  it.each(['cancelled', 'removed'] as const)('count neither way once %s', (phase) => {
    const [outcome] = slasOf(started().sla('+2h', 'first_reply', phase));
    expect(outcome).toMatchObject({ state: 'cancelled' });
    expect(outcome).not.toHaveProperty('overMs');
  });

  it('hold per instance: every reply cycle is a target of its own', () => {
    const cycle = (n: number) => ({ instance: `p/next_reply/${n}` });
    const builder = ticket()
      .sla('+0', 'next_reply', 'applied', { ...hour, ...cycle(1) })
      .sla('+30m', 'next_reply', 'achieved', cycle(1))
      .sla('+2h', 'next_reply', 'applied', { ...hour, ...cycle(2) })
      .sla('+3h', 'next_reply', 'breached', cycle(2))
      .sla('+5h', 'next_reply', 'achieved', cycle(2));
    expect(slasOf(builder)).toMatchObject([{ state: 'achieved' }, { state: 'breached', overMs: ms('2h') }]);
  });

  it('promise nothing where the helpdesk only keeps a clock', () => {
    expect(slasOf(ticket().sla('+0', 'agent_work', 'started').sla('+4h', 'agent_work', 'achieved'))).toEqual(
      [],
    );
  });

  it('end with the reply or the solve on a solved ticket whose history tells no end', () => {
    const builder = started()
      .customer('+0', 'Down.')
      .sla('+1h', 'first_reply', 'breached')
      .reply('+3h')
      .status('+6h', 'open', 'solved');
    expect(slasOf(builder)).toMatchObject([{ state: 'breached', overMs: ms('2h') }]);
  });

  it('are found late by the clock where the helpdesk writes no breaches', () => {
    expect(slasOf(started().sla('+2h', 'first_reply', 'achieved'))).toMatchObject([
      { state: 'breached', breachedAt: at('+1h'), overMs: ms('1h') },
    ]);
  });
});

describe('targets in business hours', () => {
  const business = () =>
    ticket({ metrics: [{ name: 'reply_time', calendarMs: ms('16h'), businessMs: ms('1h24m') }] })
      .sla('+0', 'first_reply', 'started')
      .sla('+0', 'first_reply', 'applied', { targetMs: ms('1h'), businessHours: true });

  it('take the counted time from the helpdesk, which knows its calendar', () => {
    const builder = business().sla('+15h', 'first_reply', 'breached').sla('+16h', 'first_reply', 'achieved');
    expect(slasOf(builder, at('+1d'))).toMatchObject([
      { unit: 'business', actualMs: ms('1h24m'), overMs: ms('24m'), certainty: 'exact' },
    ]);
  });

  it('say that the counted time is not known while the helpdesk has not told it', () => {
    const [outcome] = slasOf(business().sla('+2h', 'first_reply', 'breached'), at('+5h'));
    expect(outcome).toMatchObject({ state: 'active_breached', certainty: 'unknown' });
    expect(outcome).not.toHaveProperty('actualMs');
  });

  it('are met without a breach, however long the night was', () => {
    expect(slasOf(business().sla('+16h', 'first_reply', 'achieved'), at('+1d'))).toMatchObject([
      { state: 'achieved' },
    ]);
  });
});

describe('deadlines without an outcome', () => {
  const due = (offset: string) => ({ due: at(offset), computed: true });

  it('are held against the reply', () => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .sla('+0', 'first_reply', 'applied', due('+1h'))
      .reply('+1h24m');
    expect(slasOf(builder)).toMatchObject([
      {
        state: 'breached',
        overMs: ms('24m'),
        targetMs: ms('1h'),
        source: 'computed',
        breachedAt: at('+1h'),
        events: ['e2', 'e3'],
      },
    ]);
  });

  it.each([
    ['+1h', 'achieved', 0],
    ['+50m', 'achieved', -ms('10m')],
  ])('answered at %s are %s', (offset, state, overMs) => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .sla('+0', 'first_reply', 'applied', due('+1h'))
      .reply(offset);
    expect(slasOf(builder)).toMatchObject([{ state, overMs }]);
  });

  it('are held against the solve for a resolution', () => {
    const builder = ticket()
      .sla('+0', 'resolution', 'applied', due('+4h'))
      .reply('+1h')
      .status('+6h', 'open', 'solved');
    expect(slasOf(builder)).toMatchObject([{ state: 'breached', overMs: ms('2h') }]);
  });

  it('are held against the reply that the wait of a next-reply target was for', () => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .reply('+10m')
      .customer('+1h', 'Still down.')
      .sla('+1h', 'next_reply', 'applied', due('+2h'))
      .reply('+3h');
    expect(slasOf(builder)).toMatchObject([{ state: 'breached', overMs: ms('1h'), events: ['e4', 'e5'] }]);
  });

  it('run while nothing has happened', () => {
    const builder = ticket().customer('+0', 'Down.').sla('+0', 'first_reply', 'applied', due('+1h'));
    expect(slasOf(builder, at('+30m'))).toMatchObject([{ state: 'active', overMs: -ms('30m') }]);
    expect(slasOf(builder, at('+3h'))).toMatchObject([{ state: 'active_breached', overMs: ms('2h') }]);
  });

  it('count as they stood then: moved in time is in force, moved by the reply’s own save is not', () => {
    const moved = ticket()
      .customer('+0', 'Down.')
      .sla('+0', 'first_reply', 'applied', due('+1h'))
      .sla('+30m', 'first_reply', 'retargeted', due('+3h'))
      .reply('+2h')
      .sla('+2h', 'first_reply', 'retargeted', due('+1d'));
    expect(slasOf(moved)).toMatchObject([{ state: 'achieved', dueAt: at('+3h'), overMs: -ms('1h') }]);
  });

  it('stay missed when they are moved after they had passed', () => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .sla('+0', 'first_reply', 'applied', due('+1h'))
      .sla('+2h', 'first_reply', 'retargeted', due('+9h'))
      .reply('+4h');
    expect(slasOf(builder)).toMatchObject([
      { state: 'breached', dueAt: at('+1h'), breachedAt: at('+1h'), overMs: ms('1h') },
    ]);
  });
});

describe('targets of which only the present state is told', () => {
  const reported = (fields: Partial<ReportedSla>) =>
    ticket({
      slas: [{ instance: 'p/x', metric: 'resolution', stage: 'active', unit: 'calendar', ...fields }],
    });

  it.each<[string, Partial<ReportedSla>, object]>([
    ['running', { due: at('+11h') }, { state: 'active' }],
    [
      'running late',
      { due: at('+8h') },
      { state: 'active_breached', overMs: ms('2h'), breachedAt: at('+8h') },
    ],
    ['paused', { stage: 'paused' }, { state: 'paused' }],
    [
      'met',
      { stage: 'achieved', targetMs: ms('2h'), elapsedMs: ms('1h') },
      { state: 'achieved', overMs: -ms('1h') },
    ],
    [
      'missed',
      { stage: 'breached', targetMs: ms('2h'), elapsedMs: ms('3h') },
      { state: 'breached', overMs: ms('1h') },
    ],
    ['cancelled', { stage: 'cancelled' }, { state: 'cancelled' }],
    ['unknown', { stage: 'unknown' }, { state: 'unknown' }],
  ])('%s', (_, fields, expected) => {
    expect(slasOf(reported(fields))).toMatchObject([{ ...expected, events: [], certainty: 'lower_bound' }]);
  });

  it('are not called late up to now once they have stopped', () => {
    const [outcome] = slasOf(reported({ stage: 'breached', breachedAt: at('+1h') }));
    expect(outcome).toMatchObject({ state: 'breached', breachedAt: at('+1h') });
    expect(outcome).not.toHaveProperty('overMs');
  });

  it('give way to the events of the same instance, and add what those leave out', () => {
    const builder = ticket({
      slas: [{ instance: 'p/first_reply/1', metric: 'first_reply', stage: 'breached', unit: 'calendar' }],
    }).sla('+0', 'first_reply', 'applied', hour);
    expect(slasOf(builder)).toMatchObject([{ state: 'active_breached', targetMs: ms('1h') }]);
  });
});

it('lists what was missed, worst first', () => {
  const late = (n: number, over: string) => {
    const cycle = { instance: `p/next_reply/${n}` };
    return (builder: CaptureBuilder) =>
      builder
        .sla('+0', 'next_reply', 'applied', { ...hour, ...cycle })
        .sla('+1h', 'next_reply', 'breached', cycle)
        .sla(`+${ms('1h') + ms(over)}ms`, 'next_reply', 'achieved', cycle);
  };
  const builder = late(2, '2h')(late(1, '5m')(ticket()));
  expect(missed(slasOf(builder)).map((outcome) => outcome.overMs)).toEqual([ms('2h'), ms('5m')]);
});

it('a target missed at the very moment of the pull is missed, and not yet late by anything', () => {
  const capture = ticket().sla('+2d', 'first_reply', 'breached').build();
  const [outcome] = analyse(capture, { now: at('+2d') }).slas;
  expect(outcome?.state).toBe('active_breached');
  expect(outcome).not.toHaveProperty('overMs');
});
