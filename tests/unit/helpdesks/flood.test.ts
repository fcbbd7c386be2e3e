// @vitest-environment jsdom
/** A helpdesk that never stops answering, or whose ticket is another one by the time the next page is read. */
import { describe, expect, it } from 'vitest';
import { parseCapture } from '../../../lib/ticket/schema';
import { type Desk, requestTrackerDesk, zendeskDesk } from './support/desks';
import { type Pulled, pullOver } from './support/wired-page';

type Body = { [key: string]: unknown };

/** Answers whose body a test rewrites; `asked` counts the requests before this one. */
function pullWith(desk: Desk, rewrite: (body: Body, url: URL, asked: number) => unknown): Promise<Pulled> {
  let asked = 0;
  return pullOver(desk, async (url) => {
    const { status, body } = await desk.answer(url);
    const headers = { 'content-type': 'application/json' };
    return new Response(JSON.stringify(rewrite(Object(body), url, asked++)), { status, headers });
  });
}

function eventsPart({ result }: Pulled) {
  if (!result.ok) throw new Error(result.problem.message);
  expect(parseCapture(result.value)).toMatchObject({ ok: true });
  expect(result.value.coverage.complete).toBe(false);
  return result.value.coverage.parts.find(({ part }) => part === 'events');
}

const isAudits = (url: URL) => url.pathname.endsWith('/audits.json');
const isHistory = (url: URL) => url.pathname.endsWith('/history');

describe('pages without an end', { timeout: 120_000 }, () => {
  it('of Zendesk, each with a cursor to the next: 500 are read, and it is said that there are more', async () => {
    const pulled = await pullWith(zendeskDesk(), (body, url, asked) =>
      isAudits(url) ? { audits: [], meta: { has_more: true, after_cursor: `c${asked}` } } : body,
    );
    expect(eventsPart(pulled)).toMatchObject({
      state: 'partial',
      note: expect.stringContaining('more pages'),
    });
    expect(pulled.asked.filter((path) => path.includes('/audits'))).toHaveLength(501);
  });

  it('of Request Tracker, each with new entries: 1,000 are read, and it is said that there are more', async () => {
    let id = 1_000;
    const pulled = await pullWith(requestTrackerDesk(), (body, url) => {
      if (!isHistory(url)) return body;
      return {
        items: [{ id: String(id++), Type: 'Told', Created: '2026-03-24T08:00:00Z', Creator: { id: 21 } }],
      };
    });
    expect(eventsPart(pulled)).toMatchObject({
      state: 'partial',
      note: expect.stringContaining('more pages'),
    });
    expect(pulled.asked.filter((path) => path.includes('/history'))).toHaveLength(1_000);
  });

  it('of Request Tracker, always the same one: read no further, and told', async () => {
    let first: unknown;
    const pulled = await pullWith(requestTrackerDesk(), (body, url) => {
      if (!isHistory(url)) return body;
      first ??= body;
      return first;
    });
    expect(eventsPart(pulled)).toMatchObject({ state: 'partial', note: expect.stringContaining('twice') });
    // Some are asked for ahead, before the second has come.
    expect(pulled.asked.filter((path) => path.includes('/history')).length).toBeLessThan(10);
  });
});

describe('a ticket that changes between two pages', () => {
  it('of Zendesk keeps each save once, also when the pages are told anew', async () => {
    const seen: unknown[] = [];
    const pulled = await pullWith(zendeskDesk(), (body, url) => {
      if (!isAudits(url)) return body;
      const audits = [...seen.slice(-3), ...(body.audits as unknown[])];
      seen.push(...(body.audits as unknown[]));
      return { ...body, audits };
    });
    const clean = await pullWith(zendeskDesk(), (body) => body);
    expect(pulled.result.ok && pulled.result.value.id).toBe(clean.result.ok && clean.result.value.id);
  });

  it('of Request Tracker keeps each entry once, also when later pages repeat earlier ones', async () => {
    let last: unknown[] = [];
    const pulled = await pullWith(requestTrackerDesk(), (body, url) => {
      if (!isHistory(url)) return body;
      const items = body.items as unknown[];
      const told = items.length > 0 ? [...last.slice(-5), ...items] : [];
      last = items;
      return { ...body, items: told };
    });
    const clean = await pullWith(requestTrackerDesk(), (body) => body);
    expect(pulled.result.ok && pulled.result.value.id).toBe(clean.result.ok && clean.result.value.id);
  });

  it('to another ticket’s number is a problem, not that ticket’s capture', async () => {
    const pulled = await pullWith(zendeskDesk(), (body, url) =>
      url.pathname.endsWith('/48213.json')
        ? { ...body, ticket: { ...Object(body.ticket), id: 48_214 } }
        : body,
    );
    expect(pulled.result).toMatchObject({ ok: false, problem: { code: 'unexpected_answer' } });
  });
});
