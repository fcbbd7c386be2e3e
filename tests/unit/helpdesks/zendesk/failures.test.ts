import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TicketRef } from '../../../../lib/helpdesks/contract';
import { zendesk } from '../../../../lib/helpdesks/zendesk';
import { parseCapture } from '../../../../lib/ticket/schema';
import { nodePage } from '../../../helpdesks/zendesk/node-page';
import {
  type FaultAnswer,
  startZendeskReplay,
  type ZendeskReplay,
} from '../../../helpdesks/zendesk/replay-server';
import { escalationStory, longStory } from '../../../helpdesks/zendesk/stories';

let replay: ZendeskReplay;
beforeEach(async () => {
  replay = await startZendeskReplay({ plain: true, stories: [escalationStory(), longStory(1_000)] });
});
afterEach(() => replay.close());

const ref = zendesk.locate(new URL('https://acme.zendesk.com/agent/tickets/48213')) as TicketRef;

async function pull(options: { signal?: AbortSignal } = {}) {
  const page = await nodePage(replay, 48_213, options);
  return { page, result: await zendesk.pull(ref, page) };
}

function problem(code: string, more: object = {}) {
  return {
    ok: false,
    problem: { code, message: expect.stringMatching(/\w/), next: expect.stringMatching(/\.$/), ...more },
  };
}

const ticket = /tickets\/48213\.json/;
const audits = /audits/;

describe('what ends a pull', () => {
  it.each<[string, RegExp, FaultAnswer, string, object]>([
    ['a session that ended', ticket, { status: 401 }, 'signed_out', { status: 401 }],
    ['a sign-in page instead of data', ticket, 'login_page', 'signed_out', {}],
    ['a session that ends while the history is read', audits, { status: 401 }, 'signed_out', {}],
    ['a session that ends at the last part', /users\/me/, { status: 401 }, 'signed_out', {}],
    ['a ticket this agent may not see', ticket, { status: 403 }, 'no_permission', { status: 403 }],
    ['a history this agent may not see', audits, { status: 403 }, 'no_permission', {}],
    ['a ticket that is gone', ticket, { status: 404 }, 'not_found', { status: 404 }],
    ['an answer that is cut off', ticket, 'cut_off', 'offline', {}],
    ['JSON that ends early', audits, { text: '{"audits":[{"id":1,' }, 'unexpected_answer', {}],
    ['an answer without the ticket', ticket, { json: { tickets: [] } }, 'unexpected_answer', {}],
    [
      'another ticket',
      ticket,
      { json: { ticket: { id: 7, created_at: '2026-11-17T08:12:05Z' } } },
      'unexpected_answer',
      {},
    ],
    ['a ticket from no time', ticket, { json: { ticket: { id: 48_213 } } }, 'unexpected_answer', {}],
    ['an answer without audits', audits, { json: { audit: [] } }, 'unexpected_answer', {}],
    ['a list where an object should be', ticket, { json: [] }, 'unexpected_answer', {}],
    ['a server that stays broken', ticket, { status: 503 }, 'unexpected_answer', { status: 503 }],
    [
      'being asked to wait for an hour',
      audits,
      { status: 429, retryAfter: 3_600 },
      'rate_limited',
      { retryAfterMs: 3_600_000 },
    ],
    ['being asked to wait without end', audits, { status: 429, retryAfter: 2 }, 'rate_limited', {}],
  ])('%s', async (_name, on, answer, code, more) => {
    replay.faults.push({ on, answer });
    const { result } = await pull();
    expect(result).toMatchObject(problem(code, more));
  });

  it('signing out on the page, and goes on after signing in again', async () => {
    const page = await nodePage(replay, 48_213);
    replay.signOut();
    expect(await zendesk.pull(ref, page)).toMatchObject(problem('signed_out'));
    await fetch(`${replay.address}/access/login/session?return_to=/agent/tickets/48213`);
    expect((await pull()).result.ok).toBe(true);
  });

  it('a person who stops it', async () => {
    replay.faults.push({ on: audits, answer: 'no_answer' });
    const stop = new AbortController();
    const running = pull({ signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    expect((await running).result).toMatchObject(problem('cancelled'));
  });
});

describe('what a pull goes on after', () => {
  it('a pause Zendesk asks for, which is announced and then kept', async () => {
    replay.faults.push({ on: audits, times: 2, answer: { status: 429, retryAfter: 20 } });
    const { page, result } = await pull();
    expect(result.ok).toBe(true);
    expect(page.waits).toEqual([20_000, 20_000]);
    expect(page.until[0]).toBe('2026-11-23T12:30:20.000Z');
  });

  it('one error of the server', async () => {
    replay.faults.push({ on: ticket, times: 1, answer: { status: 500 } });
    expect((await pull()).result.ok).toBe(true);
  });

  it.each<[string, RegExp, FaultAnswer, string, string]>([
    ['refused metrics', /metrics\.json/, { status: 403 }, 'metrics', 'refused'],
    ['absent metrics', /metrics\.json/, { status: 404 }, 'metrics', 'absent'],
    ['metrics of another shape', /metrics\.json/, { json: { metric: 1 } }, 'metrics', 'failed'],
    [
      'side conversations of an account without them',
      /side_conversations/,
      { status: 404 },
      'side_conversations',
      'absent',
    ],
    ['refused names', /show_many/, { status: 403 }, 'people', 'partial'],
  ])('%s, which the coverage tells', async (_name, on, answer, part, state) => {
    replay.faults.push({ on, answer });
    const { result } = await pull();
    if (!result.ok) throw new Error(result.problem.message);
    expect(parseCapture(result.value).ok).toBe(true);
    expect(result.value.coverage.parts.find((row) => row.part === part)).toMatchObject({ state });
  });

  it('refused field titles, statuses, groups and viewer, with numbers in place of names', async () => {
    for (const on of [/ticket_fields/, /groups\//, /users\/me/, /count\.json/]) {
      replay.faults.push({ on, answer: { status: 403 } });
    }
    const { result } = await pull();
    if (!result.ok) throw new Error(result.problem.message);
    const changes = result.value.ticket.events.filter((event) => event.kind === 'change');
    expect(changes).toContainEqual(expect.objectContaining({ field: 'custom', name: 'Field 360700001' }));
    expect(changes).toContainEqual(
      expect.objectContaining({ to: { id: '7200001', label: 'Group 7200001' } }),
    );
    expect(result.value.viewer).toEqual({});
  });

  it('fewer comments in the audits than Zendesk counts, which makes the capture partial', async () => {
    replay.faults.push({ on: /count\.json/, answer: { json: { count: { value: 29 } } } });
    const { result } = await pull();
    if (!result.ok) throw new Error(result.problem.message);
    expect(result.value.coverage.complete).toBe(false);
    expect(result.value.coverage.parts).toContainEqual(
      expect.objectContaining({ part: 'comments', state: 'partial', found: 27, expected: 29 }),
    );
  });
});
