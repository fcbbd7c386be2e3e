import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../lib/analysis/analyse';
import { at, ms, ticket } from '../../support/capture-builder';
import { clockOf, clocksOf, drawn, metricOf } from './clocks-of';

/** New for an hour, then open, pending, hold, open again, solved after nine hours. */
const history = () =>
  ticket()
    .customer('+0', 'Down.')
    .status('+1h', 'new', 'open')
    .status('+2h', 'open', 'pending')
    .status('+4h', 'pending', 'hold')
    .status('+7h', 'hold', 'open')
    .status('+9h', 'open', 'solved');

describe('time in a status', () => {
  it('requester wait runs in New, Open and On-hold, and stands in Pending', () => {
    expect(drawn(clockOf(history(), 'requester_wait'))).toEqual([
      'running 0–120 e1→e3',
      'paused 120–240 e3→e4',
      'running 240–540 e4→e6',
    ]);
    expect(clockOf(history(), 'requester_wait')).toMatchObject({ valueMs: ms('7h'), state: 'achieved' });
  });

  it('agent work stands from Pending on through On-hold: one pause, begun once (V9)', () => {
    expect(drawn(clockOf(history(), 'agent_work'))).toEqual([
      'running 0–120 e1→e3',
      'paused 120–420 e3→e5',
      'running 420–540 e5→e6',
    ]);
  });

  it('agent wait, on-hold and total resolution are sums of their own', () => {
    expect(clockOf(history(), 'agent_wait').valueMs).toBe(ms('2h'));
    expect(clockOf(history(), 'on_hold').valueMs).toBe(ms('3h'));
    expect(clockOf(history(), 'resolution').valueMs).toBe(ms('9h'));
  });

  it('goes on after a reopening, without the time it was solved', () => {
    const reopened = ticket()
      .customer('+0', 'Down.')
      .status('+1h', 'new', 'solved')
      .status('+5h', 'solved', 'open')
      .status('+7h', 'open', 'solved');
    expect(clockOf(reopened, 'requester_wait').valueMs).toBe(ms('3h'));
    expect(clockOf(reopened, 'first_resolution').valueMs).toBe(ms('1h'));
    expect(clockOf(reopened, 'full_resolution').valueMs).toBe(ms('7h'));
    expect(metricOf(reopened, 'reopens')).toBe(1);
  });

  it('keeps what was waited before the priority was raised (V8)', () => {
    const raised = ticket()
      .customer('+0', 'Down.')
      .status('+1h', 'new', 'hold')
      .priority('+3h', 'Normal', 'Urgent')
      .status('+4h', 'hold', 'open');
    const targets = [
      {
        metric: 'requester_wait' as const,
        targetMs: ms('20h'),
        hours: 'calendar' as const,
        priority: 'Normal',
      },
      {
        metric: 'requester_wait' as const,
        targetMs: ms('8h'),
        hours: 'calendar' as const,
        priority: 'Urgent',
      },
    ];
    expect(clockOf(raised, 'requester_wait', { targets })).toMatchObject({
      valueMs: ms('10h'),
      targetMs: ms('8h'),
      firstBreachAt: at('+8h'),
      overMs: ms('2h'),
    });
  });

  it('is uncertain, and a lower bound, where the first state is not told', () => {
    const unknown = ticket({ initial: { known: false } })
      .customer('+0', 'Down.')
      .status('+2h', undefined, 'open')
      .status('+3h', 'open', 'solved');
    const clock = clockOf(unknown, 'requester_wait');
    expect(drawn(clock)).toEqual(['uncertain 0–120 e1→e2', 'running 120–180 e2→e3']);
    expect(clock).toMatchObject({ valueMs: ms('1h'), certainty: 'lower_bound' });
  });

  it('is uncertain in a status whose meaning is not known', () => {
    const odd = ticket()
      .customer('+0', 'Down.')
      .change('+1h', 'status', { from: { label: 'New', status: 'new' }, to: { label: 'Awaiting vendor' } });
    expect(drawn(clockOf(odd, 'agent_work'))).toEqual(['running 0–60 e1→e2', 'uncertain 60–600 e2']);
    expect(clockOf(odd, 'agent_work').state).toBe('unknown');
  });

  it('stands now where the ticket is pending', () => {
    const pending = ticket().customer('+0', 'Down.').status('+1h', 'new', 'pending');
    expect(clockOf(pending, 'requester_wait').state).toBe('paused');
    expect(clockOf(pending, 'agent_wait')).toMatchObject({ state: 'active', valueMs: ms('9h') });
  });

  it('of a merged ticket is the remaining one’s, whatever state the other was in', () => {
    const merged = ticket({ mergedFrom: ['4700'], status: { label: 'Open', status: 'open' } })
      .customer('+0', 'Down.')
      .status('+1h', 'open', 'solved', { source: { rule: 'test', ticketKey: '4700' } });
    expect(clockOf(merged, 'requester_wait')).toMatchObject({ valueMs: ms('10h'), state: 'active' });
    expect(analyse(merged.build(), { now: at('+10h') }).unknowns).toContainEqual(
      expect.objectContaining({ what: 'Merged ticket 4700' }),
    );
  });
});

describe('time without an owner', () => {
  it('counts nobody, while unsolved, with what began and ended it', () => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .assignee('+1h', null, 'ann')
      .assignee('+2h', 'ann', null)
      .status('+4h', 'new', 'solved')
      .status('+6h', 'solved', 'open')
      .assignee('+7h', null, 'bo');
    expect(drawn(clockOf(builder, 'unassigned'))).toEqual([
      'running 0–60 e1→e2',
      'running 120–240 e3→e4',
      'running 360–420 e5→e6',
    ]);
  });

  it('is uncertain where the first assignee is not told', () => {
    const unknown = ticket({ initial: { known: false } })
      .customer('+0', 'Down.')
      .assignee('+1h', undefined, 'ann');
    expect(clockOf(unknown, 'unassigned')).toMatchObject({ valueMs: 0, certainty: 'lower_bound' });
  });
});

describe('gaps', () => {
  const moved = () =>
    ticket()
      .person('bo', { team: 'Tier 2' })
      .person('ann', { team: 'Tier 1' })
      .customer('+0', 'Down.')
      .group('+1h', 'Tier 1', 'Tier 2', { by: 'ann' })
      .note('+3h', 'On it.', { by: 'bo' })
      .reply('+4h', 'Fixed.', { by: 'bo' });

  it('after a hand-off run to the first action of the new side', () => {
    expect(drawn(clockOf(moved(), 'handoff_gap'))).toEqual(['running 60–180 e2→e3']);
  });

  it('after an escalation run to the first message the customer could see', () => {
    expect(clocksOf(moved(), 'escalation_update').map(drawn)).toEqual([['running 60–240 e2→e4']]);
  });
});

describe('numbers that are no clocks', () => {
  it('count stations in sequence, and how many different ones there were', () => {
    const builder = ticket({ initial: { group: { label: 'Tier 1' }, assignee: null, known: true } })
      .customer('+0', 'Down.')
      .group('+1h', 'Tier 1', 'Tier 2')
      .assignee('+1h', null, 'ann')
      .group('+2h', 'Tier 2', 'Tier 1')
      .assignee('+2h', 'ann', null)
      .assignee('+3h', null, 'bo');
    expect(metricOf(builder, 'group_stations')).toBe(3);
    expect(metricOf(builder, 'distinct_groups')).toBe(2);
    expect(metricOf(builder, 'assignee_stations')).toBe(2);
    expect(metricOf(builder, 'reassignments')).toBe(3);
  });

  it('count an agent’s messages within one chat once', () => {
    const chat = { channel: 'chat' as const, threadId: 'c1' };
    const builder = ticket()
      .customer('+0', 'Down.', chat)
      .reply('+1m', 'Hello', chat)
      .reply('+2m', 'Try this.', chat);
    expect(metricOf(builder, 'replies')).toBe(1);
    expect(metricOf(builder.reply('+1h', 'By mail.'), 'replies')).toBe(2);
  });

  it('call one reply and a solve one-touch', () => {
    const once = () => ticket().customer('+0', 'Down.').reply('+1h');
    expect(metricOf(once().status('+1h', 'new', 'solved'), 'one_touch')).toBe(1);
    expect(metricOf(once(), 'one_touch')).toBe(0);
    expect(metricOf(once().reply('+2h').status('+3h', 'new', 'solved'), 'one_touch')).toBe(0);
  });
});

it('a ticket without events has no clocks: there would be nothing to show for them', () => {
  expect(analyse(ticket().build(), { now: at('+1h') })).toMatchObject({ clocks: [], metrics: [] });
});
