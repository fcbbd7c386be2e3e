import { describe, expect, it } from 'vitest';
import { at, ms, ticket } from '../../support/capture-builder';
import { clockOf, clocksOf, drawn } from './clocks-of';

const byAgent = { createdBy: { id: 'ann', side: 'agent' as const } };

describe('first reply time', () => {
  it('runs from creation, for a target from the first customer message, to the first public reply', () => {
    const builder = ticket().note('+0', 'Called in.').customer('+10m', 'Down.').reply('+40m').reply('+3h');
    expect(drawn(clockOf(builder, 'first_reply_native'))).toEqual(['running 0–40 e1→e3']);
    expect(drawn(clockOf(builder, 'first_reply'))).toEqual(['running 10–40 e2→e3']);
    expect(clockOf(builder, 'first_reply')).toMatchObject({
      valueMs: ms('30m'),
      calendarMs: ms('30m'),
      state: 'achieved',
      certainty: 'exact',
      source: 'debrief',
    });
  });

  it.each([
    ['a note', { audience: 'internal' as const }],
    ['a bot', { by: 'bot' }],
    ['an automatic answer', { auto: 'acknowledgement' as const }],
    ['bounced mail', { delivery: 'failed' as const }],
    ['a side conversation', { audience: 'side' as const }],
  ])('is not stopped by %s', (_, how) => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .message('+10m', 'Hello', { by: 'ann', ...how })
      .reply('+1h');
    expect(clockOf(builder, 'first_reply').valueMs).toBe(ms('1h'));
    expect(clockOf(builder, 'first_reply_native').valueMs).toBe(ms('1h'));
  });

  it('where an agent opened the ticket with a reply is the second one, and no target counts', () => {
    const builder = ticket(byAgent).reply('+0', 'We called you.').customer('+1h', 'Right.').reply('+90m');
    expect(clockOf(builder, 'first_reply_native').valueMs).toBe(ms('90m'));
    expect(clocksOf(builder, 'first_reply')).toEqual([]);
    expect(clockOf(builder, 'next_reply').valueMs).toBe(ms('30m'));
  });

  it('of a ticket opened by a note in the customer’s name starts with the customer’s own words', () => {
    const builder = ticket(byAgent).note('+0').customer('+2h', 'Still down.').reply('+3h');
    expect(clockOf(builder, 'first_reply').valueMs).toBe(ms('1h'));
  });

  it('runs on while nobody replies, up to now', () => {
    const clock = clockOf(ticket().customer('+0', 'Down.'), 'first_reply');
    expect(clock).toMatchObject({ state: 'active', valueMs: ms('10h') });
    expect(clock.segments[0]).not.toHaveProperty('closed');
  });

  it('ends with the solve, which for a target counts as kept and by itself as never replied', () => {
    const builder = ticket().customer('+0', 'Down.').status('+2h', 'new', 'solved');
    expect(clockOf(builder, 'first_reply')).toMatchObject({ state: 'achieved', valueMs: ms('2h') });
    expect(clockOf(builder, 'first_reply_native')).toMatchObject({ state: 'cancelled' });
  });
});

describe('next reply time', () => {
  it('has one clock for each turn of the customer, which asking again does not restart', () => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .reply('+1h')
      .customer('+2h', 'Still down.')
      .customer('+3h', 'Any news?')
      .reply('+4h')
      .customer('+5h', 'And now?');
    expect(clocksOf(builder, 'next_reply').map(drawn)).toEqual([
      ['running 120–240 e3→e5'],
      ['running 300–600 e6'],
    ]);
    expect(clocksOf(builder, 'next_reply').map(({ instance }) => instance)).toEqual([
      'debrief/next_reply/1',
      'debrief/next_reply/2',
    ]);
  });

  it('is stopped by the reply and not by the status that was saved with it', () => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .reply('+1h')
      .customer('+2h', 'Still down.')
      .status('+3h', 'open', 'solved', { save: 's', seq: 40 })
      .reply('+3h', 'Fixed.', { save: 's', seq: 39 });
    expect(clockOf(builder, 'next_reply').segments[0]?.closed).toBe('e5');
  });
});

describe('updates', () => {
  const builder = () =>
    ticket()
      .customer('+0', 'Down.')
      .status('+0', 'new', 'open', { save: 'x' })
      .reply('+1h')
      .status('+2h', 'open', 'pending')
      .customer('+4h', 'Here you are.')
      .status('+4h', 'pending', 'open')
      .reply('+5h')
      .status('+6h', 'open', 'solved');

  it('are owed from each reply to the next, until the solve', () => {
    expect(clocksOf(builder(), 'periodic_update').map(drawn)).toEqual([
      ['running 60–300 e3→e7'],
      ['running 300–360 e7→e8'],
    ]);
  });

  it('stand still in Pending where the target allows it (V10: the plain one does not)', () => {
    expect(clocksOf(builder(), 'pausable_update').map(drawn)).toEqual([
      ['running 60–120 e3→e4', 'paused 120–240 e4→e6', 'running 240–300 e6→e7'],
      ['running 300–360 e7→e8'],
    ]);
    expect(clocksOf(builder(), 'periodic_update')[0]?.valueMs).toBe(ms('4h'));
    expect(clocksOf(builder(), 'pausable_update')[0]?.valueMs).toBe(ms('2h'));
  });

  it('are not owed after a reply that was saved with the solve', () => {
    const solved = ticket()
      .customer('+0', 'Down.')
      .reply('+1h', 'Fixed.', { save: 's' })
      .status('+1h', 'open', 'solved', { save: 's' });
    expect(clocksOf(solved, 'periodic_update')).toEqual([]);
  });

  it('run where the status is not known, and the pausable one says that it cannot tell', () => {
    const unknown = ticket({ initial: { known: false }, status: { label: 'Odd' } })
      .reply('+1h')
      .reply('+2h');
    expect(clocksOf(unknown, 'periodic_update')[0]).toMatchObject({ valueMs: ms('1h'), certainty: 'exact' });
    expect(clocksOf(unknown, 'pausable_update')[0]).toMatchObject({ valueMs: 0, certainty: 'lower_bound' });
  });
});

it('a message from after now does not make a clock run backwards', () => {
  const [clock] = clocksOf(ticket().customer('+20h', 'Down.'), 'first_reply', { now: at('+10h') });
  expect(clock).toMatchObject({ valueMs: 0, segments: [], events: ['e1'] });
});
