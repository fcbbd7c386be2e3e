// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pullTicket } from '../../../lib/platform/pull';
import { FakePort } from './fake-port';

const origin = 'https://acme.zendesk.com';
const ref = { helpdesk: 'zendesk', site: origin, key: '7', url: `${origin}/agent/tickets/7` };

let page: FakePort;

beforeEach(() => {
  fakeBrowser.reset();
  page = new FakePort();
  Object.assign(fakeBrowser.scripting, { executeScript: async () => [{ documentId: 'doc-1', frameId: 0 }] });
  Object.assign(fakeBrowser.tabs, { connect: () => page.port });
});

const json = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  kind: 'response',
  status,
  url: origin,
  redirected: false,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
  spent: { networkMs: 1, pageMs: 0 },
});

it('tells nothing of what comes in beside a request that has ended the pull', async () => {
  const told: string[] = [];
  const pulling = pullTicket(
    1,
    ref,
    {
      onProgress: ({ label }) => told.push(String(label)),
      onWaiting: () => told.push('waiting'),
      onGlimpse: () => told.push('glimpse'),
    },
    new AbortController().signal,
  ).then((result) => {
    told.push('ended');
    return result;
  });
  // The reader is loaded first.
  await vi.waitFor(() => expect(page.asked).not.toHaveLength(0), 10_000);
  page.say({ kind: 'head', origin, lang: 'en', scripts: [] }, page.asked[0]);
  const asked = (path: string) => page.asked.find((one) => one.kind === 'get' && one.url.includes(path));
  await vi.waitFor(() => expect(asked('/audits')).toBeDefined());
  page.say(json(429, {}, { 'retry-after': '0' }), asked('/users/me.json'));
  await vi.waitFor(() => expect(told).toContain('waiting'));
  // Told when the pause is over, which it is after the pull.
  page.say(json(200, { audits: [], next_page: null, count: 0 }), asked('/audits'));
  page.say(json(401, {}), asked('/tickets/7.json'));
  const result = await pulling;
  expect(result).toMatchObject({ ok: false, problem: { code: 'signed_out' } });
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(told).toEqual(['Reading the ticket', 'waiting', 'ended']);
});
