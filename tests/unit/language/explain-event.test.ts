import { describe, expect, it } from 'vitest';
import { explainEvent } from '../../../lib/language/explain-event';
import type { Capture } from '../../../lib/ticket/schema';
import { ticket } from '../support/capture-builder';

function explained(capture: Capture, id: string): Record<string, string> {
  const event = capture.ticket.events.find((one) => one.id === id);
  if (!event) throw new Error('no such event');
  return Object.fromEntries(explainEvent(event, capture).map(({ term, text }) => [term, text]));
}

describe('where an event came from', () => {
  it('is the endpoint, the rule, the time as found, the zone with its origin, and the place in the history', () => {
    const capture = ticket()
      .customer('+0', 'Hello?')
      .reply('+1h', 'Yes.', {
        id: 'reply',
        save: 'audit:7',
        time: {
          at: '2026-11-16T09:00:00.000Z',
          precision: 's',
          raw: '2026-11-16T10:00:00+01:00',
          zone: '+01:00',
          zoneFrom: 'offset',
        },
        source: { endpoint: '/api/v2/tickets/7/audits', rule: 'comment' },
      })
      .status('+1h', 'open', 'solved', { save: 'audit:7' })
      .build();
    expect(explained(capture, 'reply')).toEqual({
      'Read as': 'A message the customer could see, by the rule “comment”',
      Asked: 'GET /api/v2/tickets/7/audits',
      'Time found': '2026-11-16T10:00:00+01:00',
      Zone: '+01:00, as the time itself says',
      'Read to be': '2026-11-16 09:00:00 UTC, exact to the second',
      Place: 'Entry 2 of 3, saved together with 1 other (audit:7)',
      'Said by': 'The helpdesk',
      Id: 'reply',
    });
  });

  it('tells the doubt of a time that is not exact', () => {
    const capture = ticket()
      .customer('+0', 'Hello?', {
        time: {
          at: '2026-10-25T00:30:00.000Z',
          precision: 'min',
          raw: '25.10.2026 02:30',
          zone: 'Europe/Berlin',
          zoneFrom: 'profile',
          earliest: '2026-10-25T00:30:00.000Z',
          latest: '2026-10-25T01:30:59.000Z',
        },
      })
      .build();
    expect(explained(capture, 'e1')).toMatchObject({
      Zone: 'Europe/Berlin, from your profile in the helpdesk',
      'Read to be':
        '2026-10-25 00:30:00 UTC, exact to the minute: between 2026-10-25 00:30:00 and 2026-10-25 01:30:59',
    });
  });

  it('says where a time was lent by another entry, and where the raw one was not kept', () => {
    const coverage = { complete: true, parts: [], unknownTypes: [], doubtfulTimes: ['e2'], warnings: [] };
    const capture = ticket({}, { coverage }).customer('+0', 'Hello?').note('+0').build();
    expect(explained(capture, 'e1')['Time found']).toBe('Not kept');
    expect(explained(capture, 'e2')['Time found']).toBe('None that could be read; lent by the entry before');
    expect(explained(capture, 'e2')).not.toHaveProperty('Zone');
  });

  it('says what Debrief worked out by itself, and what came from a merged ticket', () => {
    const capture = ticket()
      .sla('+0', 'first_reply', 'applied', { computed: true })
      .note('+1h', 'Seen.', { source: { rule: 'Comment', ticketKey: '14' } })
      .build();
    expect(explained(capture, 'e1')['Said by']).toBe(
      'Debrief, worked out from the deadline the helpdesk showed then',
    );
    expect(explained(capture, 'e2')).toMatchObject({
      Merged: 'From ticket 14, which was merged into this one',
      'Said by': 'The helpdesk',
    });
  });

  it.each([
    [{ audience: 'internal' as const }, 'A message for colleagues only'],
    [{ audience: 'side' as const }, 'A message in a side conversation'],
    [{ auto: 'acknowledgement' as const }, 'An automatic message the customer could see'],
  ])('has words for a message with %o', (more, words) => {
    const capture = ticket().reply('+0', 'Hi', more).build();
    expect(explained(capture, 'e1')['Read as']).toBe(`${words}, by the rule “test”`);
  });
});
