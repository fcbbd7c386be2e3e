import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { at, type CaptureBuilder, ms, ticket } from '../support/capture-builder';

const later = { now: at('+10h') };

function waitsOf(builder: CaptureBuilder, now = at('+10h')) {
  return analyse(builder.build(), { now }).waits;
}

describe('the customer’s waits', () => {
  it('run from the first unanswered message to the next public reply by a person', () => {
    const builder = ticket()
      .customer('+0', 'The export fails.')
      .note('+20m', 'Looking at the log.')
      .customer('+1h', 'Any news?')
      .reply('+2h5m')
      .customer('+3h', 'It fails again.')
      .reply('+3h10m');
    expect(waitsOf(builder)).toMatchObject([
      {
        from: at('+0'),
        to: at('+2h5m'),
        ms: ms('2h5m'),
        end: 'reply',
        events: ['e1', 'e4'],
        customerMessages: ['e1', 'e3'],
        notes: ['e2'],
      },
      { ms: ms('10m'), end: 'reply', events: ['e5', 'e6'], customerMessages: ['e5'], notes: [] },
    ]);
    expect(analyse(builder.build(), later).longestWait?.events).toEqual(['e1', 'e4']);
  });

  it.each<[string, (builder: CaptureBuilder) => CaptureBuilder]>([
    ['an internal note', (b) => b.note('+1h')],
    ['a bot', (b) => b.reply('+1h', 'Have you tried our articles?', { by: 'bot' })],
    [
      'an automatic answer in an agent’s name',
      (b) => b.reply('+1h', 'Received.', { auto: 'acknowledgement' }),
    ],
    ['a bounced mail', (b) => b.reply('+1h', 'Hello', { delivery: 'failed' })],
    ['a draft', (b) => b.reply('+1h', 'Hello', { delivery: 'draft' })],
    ['a side conversation', (b) => b.reply('+1h', 'Vendor?', { audience: 'side' })],
    [
      'what an agent enters in the customer’s name',
      (b) => b.reply('+1h', 'She called.', { onBehalfOf: 'ada' }),
    ],
    ['the customer’s mail forwarded by an agent', (b) => b.reply('+1h', 'Fwd', { forwardedFrom: 'ada' })],
    ['Pending', (b) => b.status('+1h', 'open', 'pending')],
  ])('are not ended by %s', (_, add) => {
    const waits = waitsOf(add(ticket().customer('+0', 'The export fails.')).reply('+2h'));
    expect(waits).toMatchObject([{ from: at('+0'), to: at('+2h'), end: 'reply' }]);
  });

  it('start with what an agent entered in the customer’s name', () => {
    const waits = waitsOf(ticket().reply('+0', 'She called: it fails.', { onBehalfOf: 'ada' }).reply('+1h'));
    expect(waits).toMatchObject([{ from: at('+0'), ms: ms('1h') }]);
  });

  it('end unanswered when the ticket is solved', () => {
    const builder = ticket().customer('+0', 'It fails.').status('+4h', 'open', 'solved').reply('+5h');
    expect(waitsOf(builder)).toMatchObject([{ to: at('+4h'), end: 'solved', events: ['e1', 'e2'] }]);
  });

  it('end with the reply when reply and solve were one save', () => {
    const builder = ticket()
      .customer('+0', 'It fails.')
      .reply('+4h', 'Fixed.', { save: 's1' })
      .status('+4h', 'open', 'solved', { save: 's1' });
    expect(waitsOf(builder)).toMatchObject([{ to: at('+4h'), end: 'reply', events: ['e1', 'e2'] }]);
  });

  it('run up to now while nobody has answered', () => {
    const [wait] = waitsOf(ticket().customer('+0', 'It fails.').customer('+1h', 'Hello?'), at('+9h12m'));
    expect(wait).toMatchObject({
      ms: ms('9h12m'),
      end: 'open',
      events: ['e1'],
      customerMessages: ['e1', 'e2'],
    });
    expect(wait).not.toHaveProperty('to');
  });

  it('stop at the solve that only the ticket’s own dates tell of', () => {
    const solved = { status: { label: 'Solved', status: 'solved' as const }, solvedAt: at('+3h') };
    expect(waitsOf(ticket(solved).customer('+0', 'It fails.'))).toMatchObject([
      { to: at('+3h'), ms: ms('3h'), end: 'solved', certainty: 'lower_bound' },
    ]);
  });

  it('are not opened by a thanks that asks for nothing', () => {
    const builder = ticket()
      .customer('+0', 'It fails.')
      .reply('+1h')
      .customer('+2h', 'Works again, thank you!');
    expect(waitsOf(builder)).toHaveLength(1);
  });

  it('keep the opening message inside when the reader’s clock runs behind', () => {
    const [wait] = waitsOf(ticket().customer('+2h', 'It fails.'), at('+1h'));
    expect(wait).toMatchObject({ ms: 0, end: 'open', customerMessages: ['e1'] });
  });

  it('go by time where the helpdesk’s own order differs, and by its order within one second', () => {
    const builder = ticket()
      .customer('+1h', 'It fails.', { seq: 9 })
      .reply('+2h', 'Found it.', { seq: 1 })
      .customer('+3h', 'And the other one?', { seq: 11 })
      .reply('+3h', 'Which one?', { seq: 12 });
    expect(waitsOf(builder)).toMatchObject([{ ms: ms('1h') }, { ms: 0, events: ['e3', 'e4'] }]);
    expect(analyse(builder.build(), later).firstReply).toMatchObject({ events: ['e1', 'e2'], ms: ms('1h') });
  });

  it.each([
    ['a day', { precision: 'day' as const }, 'unknown'],
    ['a minute', { precision: 'min' as const, earliest: at('+0'), latest: at('+59s') }, 'lower_bound'],
    ['a second', { precision: 's' as const }, 'exact'],
  ])('are as certain as a time known to %s', (_, time, certainty) => {
    const builder = ticket()
      .customer('+0', 'It fails.', { time: { at: at('+0'), ...time } })
      .reply('+2h');
    expect(waitsOf(builder)).toMatchObject([{ certainty }]);
  });

  it('take the earliest of equally long ones as the longest', () => {
    const builder = ticket().customer('+0', 'One.').reply('+1h').customer('+2h', 'Two.').reply('+3h');
    expect(analyse(builder.build(), later).longestWait?.events).toEqual(['e1', 'e2']);
  });
});

describe('the first reply', () => {
  it('is missing where the customer has not written', () => {
    expect(analyse(ticket().reply('+0').note('+1h').build(), later).firstReply).toBeUndefined();
  });

  it('counts from the customer’s first message on a ticket that an agent opened', () => {
    const builder = ticket().reply('+0', 'We noticed a fault.').customer('+1h', 'Which one?').reply('+1h30m');
    expect(analyse(builder.build(), later).firstReply).toMatchObject({ ms: ms('30m'), events: ['e2', 'e3'] });
  });

  it('runs up to now, or to the solve that came instead', () => {
    const open = ticket().customer('+0', 'It fails.');
    expect(analyse(open.build(), later).firstReply).toMatchObject({ ms: ms('10h'), events: ['e1'] });
    const solved = analyse(open.status('+3h', 'open', 'solved').build(), later).firstReply;
    expect(solved).toMatchObject({ ms: ms('3h') });
    expect(solved).not.toHaveProperty('to');
  });
});
