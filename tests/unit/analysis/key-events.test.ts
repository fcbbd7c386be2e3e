import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { at, type CaptureBuilder, ticket } from '../support/capture-builder';

function keyEventsOf(builder: CaptureBuilder) {
  return analyse(builder.build(), { now: at('+5d') }).keyEvents;
}

describe('key events', () => {
  it('are the turning points, in order of time, each with why', () => {
    const builder = ticket()
      .customer('+0', 'All printers are down.')
      .note('+10m')
      .reply('+1h', 'Looking.')
      .note('+1h10m')
      .group('+2h', 'Tier 1', 'Tier 2')
      .note('+2h10m')
      .customer('+3h', 'Any news?')
      .tag('+3h10m', 'printer')
      .customer('+8h', 'Please escalate this.')
      .note('+8h5m')
      .reply('+9h', 'We found it.', { by: 'bo' })
      .tag('+9h10m', 'driver')
      .customer('+10h', 'Works again, thank you.')
      .status('+11h', 'open', 'solved', { by: 'bo' });
    expect(keyEventsOf(builder)).toEqual([
      { id: 'e1', why: 'the first report' },
      { id: 'e3', why: 'first reply by a person' },
      { id: 'e5', why: 'escalation: Tier 1 → Tier 2' },
      { id: 'e7', why: 'the customer asked again' },
      { id: 'e9', why: 'escalation: Customer asked to escalate' },
      { id: 'e11', why: 'first update after an escalation' },
      { id: 'e13', why: 'the customer confirmed that it works' },
    ]);
  });

  it('name the missed target and a reopening', () => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .sla('+0', 'first_reply', 'applied', { targetMs: 3_600_000 })
      .sla('+1h', 'first_reply', 'breached')
      .reply('+2h')
      .status('+3h', 'open', 'solved')
      .status('+4h', 'solved', 'open');
    expect(keyEventsOf(builder).filter(({ id }) => id === 'e3' || id === 'e6')).toEqual([
      { id: 'e3', why: 'target missed' },
      { id: 'e6', why: 'reopened' },
    ]);
  });

  it('are ten at most', () => {
    const builder = ticket();
    for (let hour = 0; hour < 40; hour++) {
      builder
        .customer(`+${hour}h`, 'Please escalate this.')
        .customer(`+${hour}h9m`, 'Any news?')
        .reply(`+${hour}h30m`);
      builder.sla(`+${hour}h`, 'next_reply', 'breached', { instance: `p/next_reply/${hour}` });
      builder.group(`+${hour}h40m`, `Tier ${(hour % 2) + 1}`, `Tier ${((hour + 1) % 2) + 1}`);
    }
    expect(keyEventsOf(builder)).toHaveLength(10);
  });

  it.each([
    [0, 0],
    [1, 1],
    [4, 4],
    [30, 5],
  ])('of %i events in which nothing turns are %i', (count, expected) => {
    const builder = ticket();
    for (let index = 0; index < count; index++) builder.tag(`+${index}h`, `tag-${index}`);
    expect(keyEventsOf(builder)).toHaveLength(expected);
  });
});
