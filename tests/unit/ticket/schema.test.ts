import { describe, expect, it } from 'vitest';
import { parseCapture } from '../../../lib/ticket/schema';
import { at, ticket } from '../support/capture-builder';

function refusal(input: unknown) {
  const result = parseCapture(input);
  return result.ok ? 'accepted' : result.problem.at;
}

describe('a capture', () => {
  it('is accepted with links to its own site', () => {
    const builder = ticket().customer('+0', 'Down.', { url: 'https://desk.example/tickets/4711#comment-1' });
    expect(refusal(builder.raw())).toBe('accepted');
  });

  it.each([
    ['another site', 'https://elsewhere.example/x'],
    ['a look-alike', 'https://desk.example.elsewhere.example/x'],
    ['another port', 'https://desk.example:8443/x'],
    ['another scheme', 'http://desk.example/x'],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,x'],
    ['nothing absolute', '/tickets/1'],
    ['a blob of the same site', 'blob:https://desk.example/1'],
  ])('is refused when an event links to %s', (_, url) => {
    expect(refusal(ticket().note('+0').customer('+1h', 'Down.', { url }).raw())).toBe('ticket.events.1.url');
  });

  it.each(['javascript:alert(1)', 'ftp://desk.example/1', 'not a url'])(
    'is refused at the address %s',
    (url) => {
      expect(refusal(ticket({ url }).raw())).toBe('ticket.url');
    },
  );

  it('is refused when it says it is from another site than its address', () => {
    const url = 'https://elsewhere.example/tickets/4711';
    expect(refusal(ticket({ url }).raw())).toBe('ticket.url');
    expect(refusal(ticket({ url, site: 'not a site' }).raw())).toBe('ticket.url');
    expect(refusal(ticket({ url, site: 'https://elsewhere.example' }).raw())).toBe('accepted');
  });

  it('is refused when two events share an id', () => {
    expect(refusal(ticket().note('+0', 'x', { id: 'a' }).note('+1h', 'y', { id: 'a' }).raw())).toBe(
      'ticket.events.1.id',
    );
  });

  it.each([
    '2026-11-16T08:00:00Z',
    '2026-11-16 08:00:00.000',
    '2026-13-01T00:00:00.000Z',
    '2026-11-16T25:00:00.000Z',
    '',
    0,
  ])('is refused with the instant %j', (when) => {
    expect(refusal(ticket({ createdAt: when as string }).raw())).toBe('ticket.createdAt');
  });

  it.each([[undefined], [null], [42], ['{}'], [[]], [{ v: 2 }], [{ v: 1, ticket: { events: 'none' } }]])(
    'is not %j',
    (input) => {
      expect(refusal(input)).not.toBe('accepted');
    },
  );

  it('is refused with words a person can act on', () => {
    const result = parseCapture(ticket({ createdAt: 'yesterday' }).raw());
    expect(result).toEqual({
      ok: false,
      problem: {
        code: 'unexpected_answer',
        message: 'This is not a ticket capture Debrief can read: ticket.createdAt: not a UTC instant.',
        next: 'Pull the ticket again. If it happens again, report the field named here.',
        at: 'ticket.createdAt',
      },
    });
  });

  it('keeps what the helpdesk does not say apart from what it says is empty', () => {
    const [silent, empty] = ticket().group('+1h', undefined, 'Tier 1').group('+2h', null, 'Tier 1').build()
      .ticket.events;
    expect(silent).not.toHaveProperty('from');
    expect(empty).toHaveProperty('from', null);
  });

  it('ends where its own schema ends: unknown fields are not kept', () => {
    const result = parseCapture({ ...ticket().note('+0').raw(), secret: at('+0') });
    expect(result.ok && 'secret' in result.value).toBe(false);
  });
});
