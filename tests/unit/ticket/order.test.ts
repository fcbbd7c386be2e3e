import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TicketEvent } from '../../../lib/ticket/events';
import { inOrder } from '../../../lib/ticket/order';
import { type CaptureBuilder, ticket } from '../support/capture-builder';

function idsOf(builder: CaptureBuilder) {
  return inOrder(builder.build().ticket.events).map((event) => event.id);
}

it('puts events in order of time, then of the helpdesk, then of their ids', () => {
  const builder = ticket()
    .note('+2h', 'x', { id: 'late' })
    .note('+1h', 'x', { id: 'second', seq: 7 })
    .note('+1h', 'x', { id: 'first', seq: 3 })
    .note('+1h', 'x', { id: 'b', seq: 9 })
    .note('+1h', 'x', { id: 'a', seq: 9 });
  expect(idsOf(builder)).toEqual(['first', 'second', 'a', 'b', 'late']);
});

it('is one order, whatever order they came in', () => {
  const builder = ticket();
  for (let index = 0; index < 12; index++) builder.note(`+${index % 3}h`, 'x', { seq: index % 4 });
  const events: TicketEvent[] = builder.build().ticket.events;
  const expected = inOrder(events);
  fc.assert(
    fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
      expect(inOrder(shuffled)).toEqual(expected);
    }),
  );
});

it('leaves the list it was given alone', () => {
  const events = ticket().note('+2h').note('+1h').build().ticket.events;
  inOrder(events);
  expect(events.map((event) => event.id)).toEqual(['e1', 'e2']);
});
