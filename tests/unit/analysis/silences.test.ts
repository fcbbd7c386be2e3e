import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { at, type CaptureBuilder, ms, ticket } from '../support/capture-builder';

function silencesOf(builder: CaptureBuilder, now = at('+10h')) {
  return analyse(builder.build(), { now }).silences;
}

describe('silences', () => {
  it('that begin with the ticket begin at its first message', () => {
    const builder = ticket().customer('+0', 'It is down.').reply('+3h', 'We are on it.');
    const first = analyse(builder.build(), { now: at('+4h') }).silences[0];
    expect(first?.events).toEqual(['e1', 'e2']);
  });

  it('lie between customer-visible messages, with what was written meanwhile', () => {
    const builder = ticket()
      .customer('+0', 'It fails.')
      .reply('+1h')
      .note('+2h')
      .note('+3h', 'Rule ran.', { by: 'bot' })
      .customer('+4h', 'Any news?')
      .reply('+7h');
    expect(silencesOf(builder, at('+8h'))).toMatchObject([
      { from: at('+0'), to: at('+1h'), customerMessages: ['e1'] },
      { from: at('+1h'), to: at('+7h'), events: ['e2', 'e6'], notes: ['e3'], customerMessages: ['e5'] },
      { from: at('+7h'), ms: ms('1h'), events: ['e6'] },
    ]);
    expect(analyse(builder.build(), { now: at('+8h') }).longestSilence?.events).toEqual(['e2', 'e6']);
  });

  it('leave out the customer’s turn: Pending until the customer answers', () => {
    const builder = ticket()
      .reply('+0', 'Which version?')
      .status('+1s', 'open', 'pending')
      .customer('+5h', 'Version 3.')
      .reply('+6h')
      .status('+6h', 'pending', 'solved');
    expect(silencesOf(builder)).toMatchObject([{ from: at('+5h'), to: at('+6h'), ms: ms('1h') }]);
  });

  it('begin again when the status leaves Pending', () => {
    const builder = ticket()
      .customer('+0', 'It fails.')
      .reply('+0', 'Which version?', { save: 's' })
      .status('+0', 'new', 'pending', { save: 's' })
      .status('+2h', 'pending', 'open')
      .reply('+6h')
      .status('+6h', 'open', 'solved');
    expect(silencesOf(builder)).toMatchObject([{ from: at('+2h'), to: at('+6h'), events: ['e4', 'e5'] }]);
  });

  it('count what was silent before somebody set Pending without a word', () => {
    const builder = ticket()
      .customer('+0', 'It fails.')
      .reply('+0')
      .status('+5h', 'open', 'pending')
      .status('+6h', 'pending', 'solved');
    expect(silencesOf(builder)).toMatchObject([{ from: at('+0'), to: at('+5h') }]);
  });

  it('count On-hold, because waiting for a third party is still the company’s turn', () => {
    const builder = ticket()
      .customer('+0', 'It fails.')
      .reply('+0')
      .status('+1h', 'open', 'hold')
      .reply('+6h')
      .status('+6h', 'hold', 'solved');
    expect(silencesOf(builder)).toMatchObject([{ ms: ms('6h') }]);
  });

  it('end with the solve and begin again with a reopening', () => {
    const builder = ticket()
      .reply('+0')
      .status('+1h', 'open', 'solved')
      .customer('+5h', 'It fails again.', { save: 's' })
      .status('+5h', 'solved', 'open', { save: 's' })
      .reply('+7h')
      .status('+7h', 'open', 'solved');
    expect(silencesOf(builder)).toMatchObject([
      { from: at('+0'), to: at('+1h') },
      { from: at('+5h'), to: at('+7h') },
    ]);
  });

  it('do not begin with what the customer writes on a ticket that stays solved', () => {
    const builder = ticket()
      .reply('+0', 'Fixed.')
      .status('+0', 'new', 'solved')
      .customer('+5h', 'By the way, the new tray arrived.');
    expect(silencesOf(builder)).toEqual([]);
  });

  it('do not begin with a thanks that reopened the ticket', () => {
    const builder = ticket()
      .reply('+0', 'Fixed.', { save: 'r' })
      .status('+0', 'new', 'solved', { save: 'r' })
      .customer('+5h', 'Thanks, it works now.', { save: 's' })
      .status('+5h', 'solved', 'open', { save: 's' })
      .status('+9h', 'open', 'solved');
    expect(silencesOf(builder)).toEqual([]);
  });

  it('do not begin before the ticket has a message the customer wrote or could read', () => {
    const builder = ticket().note('+0', 'Check the disks.').customer('+3d', 'It is down.').reply('+3d1h');
    expect(silencesOf(builder, at('+3d1h'))).toMatchObject([{ from: at('+3d'), ms: ms('1h') }]);
  });

  it.each([
    ['nothing is on the ticket', ticket()],
    ['only changes are', ticket().group('+1h', 'Desk', 'Tier 2').status('+2h', 'pending', 'open')],
    ['only notes are', ticket().note('+0', 'Check the disks.').note('+1d', 'Done.')],
    ['only automatic messages are', ticket().message('+0', 'We got it.', { by: 'bot' })],
    ['an agent opened it and the customer never wrote', ticket().reply('+0', 'Your certificate runs out.')],
  ])('are none where %s: nobody is known to wait', (_what, builder) => {
    const found = analyse(builder.build(), { now: at('+5d') });
    expect(found.silences).toEqual([]);
    expect(found.longestSilence).toBeUndefined();
    expect(found.findings.map(({ kind }) => kind)).not.toContain('silence');
  });
});
