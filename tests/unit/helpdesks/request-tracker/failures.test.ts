// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { captureOf, opening } from './captures';
import { fakeRt, json, pullFrom } from './fake-rt';

describe('what goes wrong', () => {
  it.each<[string, string, () => Response, Record<string, unknown>]>([
    [
      'a session that ended (401)',
      'ticket/12',
      () => new Response('Authorization required', { status: 401 }),
      { code: 'signed_out', status: 401 },
    ],
    [
      'a session that ended (login page)',
      'ticket/12',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      { code: 'signed_out' },
    ],
    [
      'a session that ends on the way',
      'attachments',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      { code: 'signed_out' },
    ],
    [
      'a session that ends with the last texts',
      'fields=Content&',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      { code: 'signed_out' },
    ],
    [
      'no permission',
      'ticket/12',
      () => json({ message: 'Forbidden' }, 403),
      { code: 'no_permission', at: '/rt/REST/2.0/ticket/12' },
    ],
    ['no such ticket', 'ticket/12', () => json({ message: 'Not Found' }, 404), { code: 'not_found' }],
    [
      'a hidden history',
      'history',
      () => json({ items: [], total: null }),
      { code: 'no_permission', at: '/rt/REST/2.0/ticket/12/history' },
    ],
    [
      'an answer cut off',
      'history',
      () => new Response('{"items":[{"id":"7', { headers: { 'content-type': 'application/json' } }),
      { code: 'unexpected_answer' },
    ],
    ['a list without items', 'history', () => json({ message: 'hm' }), { code: 'unexpected_answer' }],
    [
      'an entry without a time',
      'history',
      () => json({ items: [{ id: '7', Created: 'yesterday' }] }),
      { code: 'unexpected_answer' },
    ],
    ['an answer that is no ticket', 'ticket/12', () => json([]), { code: 'unexpected_answer' }],
    [
      'an order to wait for an hour',
      'ticket/12',
      () => json({}, 429, { 'retry-after': '3600' }),
      { code: 'rate_limited', retryAfterMs: 3_600_000 },
    ],
  ])('names %s', async (_name, path, answer, problem) => {
    const rt = fakeRt([opening]);
    rt.answers[path] = answer;
    const result = await pullFrom(rt);
    expect(result).toMatchObject({ ok: false, problem });
    expect(!result.ok && result.problem.next).toMatch(/\.$/);
  });

  it('waits as long as it is told to, then goes on', async () => {
    const rt = fakeRt([opening]);
    rt.answers.history = (asked) => (asked === 1 ? json({}, 429, { 'retry-after': '7' }) : undefined);
    const waits: number[] = [];
    await captureOf(rt, { wait: async (ms) => void waits.push(ms) });
    expect(waits).toEqual([7_000]);
  });
});
