import { describe, expect, it } from 'vitest';
import type { Page, TicketRef } from '../../../../lib/helpdesks/contract';
import { zendesk } from '../../../../lib/helpdesks/zendesk';
import { type Glimpse, glimpseSchema } from '../../../../lib/ticket/glimpse';
import type { Capture } from '../../../../lib/ticket/schema';
import { answeringPage } from '../../../helpdesks/zendesk/node-page';
import { answerApi, type Features } from '../../../helpdesks/zendesk/replay-api';
import { escalationStory, longStory } from '../../../helpdesks/zendesk/stories';
import type { ZendeskStory } from '../../../helpdesks/zendesk/wire';

it.each<[string, Features, number]>([
  ['by cursor', { paging: 'cursor' }, 10],
  ['by page number', { paging: 'offset' }, 10],
  ['by small pages', { paging: 'cursor', pageSize: 30 }, 34],
  ['by small numbered pages', { paging: 'offset', pageSize: 30 }, 34],
  ['by cursor where numbers are refused', { paging: 'refused' }, 11],
  ['at once, as archived tickets are', { paging: 'none' }, 1],
])('reads a thousand saves %s', { timeout: 30_000 }, async (_name, features, pages) => {
  const told = longStory(1_000);
  const page = answeringPage(told.ticket.id, (url) => answerApi([told], url, features));
  const result = await zendesk.pull(zendesk.locate(page.url) as TicketRef, page);
  if (!result.ok) throw new Error(result.problem.message);
  const batches = new Set(result.value.ticket.events.map(({ batch }) => batch).filter(Boolean));
  expect(batches.size).toBe(told.audits.filter(({ events }) => events.length > 0).length);
  expect(result.value.coverage.complete).toBe(true);
  expect(page.asked.filter((path) => path.includes('/audits'))).toHaveLength(pages);
});

it('takes counts and metrics that come along instead of asking again', async () => {
  const told = longStory(100);
  const page = answeringPage(told.ticket.id, (url) =>
    answerApi([told], url, { commentCount: true, metricSets: true }),
  );
  const result = await zendesk.pull(zendesk.locate(page.url) as TicketRef, page);
  expect(result.ok && result.value.ticket.metrics.length).toBeGreaterThan(0);
  expect(page.asked.some((path) => /metrics\.json|count\.json/.test(path))).toBe(false);
});

it('stops at a cursor that leads in a circle, and says so', async () => {
  const told = longStory(10);
  const page = answeringPage(told.ticket.id, (url) => {
    const answer = answerApi([told], url, {});
    const body = url.pathname.includes('/audits')
      ? { ...Object(answer.body), meta: { has_more: true, after_cursor: 'same' } }
      : answer.body;
    return { ...answer, body };
  });
  const result = await zendesk.pull(zendesk.locate(page.url) as TicketRef, page);
  if (!result.ok) throw new Error(result.problem.message);
  expect(result.value.coverage.complete).toBe(false);
  expect(result.value.coverage.parts).toContainEqual(
    expect.objectContaining({ part: 'events', state: 'partial', note: expect.stringContaining('twice') }),
  );
  const messages = result.value.ticket.events.filter(({ kind }) => kind === 'message');
  expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
});

it('follows a page number, but never the address it came in', async () => {
  const told = longStory(250);
  const page = answeringPage(told.ticket.id, (url) => {
    const answer = answerApi([told], url, { paging: 'offset' });
    const text = JSON.stringify(answer.body).replaceAll(
      'https://acme.zendesk.com/api',
      'https://elsewhere.example/api',
    );
    return { status: answer.status, body: text };
  });
  const result = await zendesk.pull(zendesk.locate(page.url) as TicketRef, page);
  expect(result.ok).toBe(true);
  expect(page.asked.filter((path) => path.includes('page=3'))).toHaveLength(1);
});

it('lets the page have its turn while it walks through a long history', async () => {
  const told = longStory(2_000);
  const page = answeringPage(told.ticket.id, (url) => answerApi([told], url, {}));
  let turns = 0;
  let isReading = true;
  const turn = () => {
    turns++;
    if (isReading) setImmediate(turn);
  };
  setImmediate(turn);
  const result = await zendesk.pull(zendesk.locate(page.url) as TicketRef, page);
  isReading = false;
  expect(result.ok && result.value.ticket.events.length).toBeGreaterThan(2_000);
  // Nothing here goes over a wire, so that every turn is one the reader gave.
  expect(turns).toBeGreaterThan(10);
}, 30_000);

describe('the history, however its pages come', () => {
  const told = longStory(1_050);

  it('gives one and the same capture by number, by cursor, at once, and in any order of answers', async () => {
    const ways: Features[] = [
      {},
      { paging: 'cursor' },
      { paging: 'refused' },
      { paging: 'none' },
      { pageSize: 70 },
    ];
    const ids = new Set<string>();
    for (const features of ways) ids.add((await captureFrom(pageOf(told, features))).id);
    for (const later of [3, 7, 11]) {
      const page = pageOf(told);
      let asked = 0;
      ids.add((await captureFrom(delayed(page, () => (asked++ * later) % 13))).id);
    }
    expect(ids.size).toBe(1);
  }, 60_000);

  it('is asked for side by side, in four lanes at most', async () => {
    let open = 0;
    let most = 0;
    const page = pageOf(told);
    await captureFrom({
      ...page,
      fetch: async (path, init) => {
        most = Math.max(most, ++open);
        await new Promise((resolve) => setTimeout(resolve, 1));
        open--;
        return page.fetch(path, init);
      },
    });
    expect(most).toBe(4);
  });

  it('is read by cursor where somebody saves while its numbered pages are read', async () => {
    const before = longStory(250);
    // What a new first page would push on to the next one is missing from both.
    const page = answeringPage(before.ticket.id, (url) => {
      const isLater = url.searchParams.get('page') === '2';
      const audits = isLater ? before.audits.slice(1) : before.audits;
      return answerApi([{ ...before, audits }], url, {});
    });
    const capture = await captureFrom(page);
    expect(capture.id).toBe((await captureFrom(pageOf(before))).id);
    expect(page.asked.some((path) => path.includes('page[after]'))).toBe(true);
    expect(capture.coverage.complete).toBe(true);
  });

  it('says so where no way to read it adds up', async () => {
    const short = longStory(250);
    const page = answeringPage(short.ticket.id, (url) => {
      const answer = answerApi([short], url, { paging: 'offset' });
      const body = url.pathname.includes('/audits') ? { ...Object(answer.body), count: 300 } : answer.body;
      return { ...answer, body };
    });
    const { coverage } = await captureFrom(page);
    expect(coverage.complete).toBe(false);
    expect(coverage.parts).toContainEqual(
      expect.objectContaining({
        part: 'events',
        state: 'partial',
        note: 'its pages do not add up to its count',
      }),
    );
  });

  it('pauses as a whole where one page is asked to wait', async () => {
    const until: string[] = [];
    const page = pageOf(told);
    let isAsked = false;
    const { id } = await captureFrom({
      ...page,
      waiting: (at) => until.push(at),
      fetch: async (path, init) => {
        if (path.includes('&page=3') && !isAsked) {
          isAsked = true;
          return new Response('{}', { status: 429, headers: { 'retry-after': '7' } });
        }
        return page.fetch(path, init);
      },
    });
    expect(until).toEqual(['2026-11-23T12:30:07.000Z']);
    expect(id).toBe((await captureFrom(pageOf(told))).id);
  });
});

describe('the first glimpse of a ticket', () => {
  it('comes with the first answer, before any of the history', async () => {
    const told = escalationStory();
    const page = pageOf(told);
    const seen: { glimpse: Glimpse; history: boolean }[] = [];
    let isHistoryRead = false;
    const { ticket } = await captureFrom({
      ...page,
      progress: (_done, _total, label) => {
        isHistoryRead ||= label === 'Reading the history';
      },
      glimpse: (glimpse) => seen.push({ glimpse, history: isHistoryRead }),
      // The history is there only when the ticket has been.
      fetch: async (path, init) => {
        if (path.includes('/audits')) await new Promise((resolve) => setTimeout(resolve, 5));
        return page.fetch(path, init);
      },
    });
    expect(seen).toHaveLength(1);
    expect(seen[0]?.history).toBe(false);
    expect(glimpseSchema.parse(seen[0]?.glimpse)).toEqual(seen[0]?.glimpse);
    expect(seen[0]?.glimpse).toMatchObject({
      subject: ticket.subject,
      status: ticket.status,
      priority: ticket.priority,
      organization: ticket.organization,
      requester: ticket.people.find(({ id }) => id === ticket.requester)?.name,
      createdAt: ticket.createdAt,
    });
    expect(seen[0]?.glimpse.slas.map(({ metric, stage }) => [metric, stage])).toEqual(
      ticket.slas.map(({ metric, stage }) => [metric, stage]),
    );
  });
});

function pageOf(told: ZendeskStory, features: Features = {}) {
  return answeringPage(told.ticket.id, (url) => answerApi([told], url, features));
}

function delayed(page: Page, ms: () => number): Page {
  return {
    ...page,
    fetch: async (path, init) => {
      await new Promise((resolve) => setTimeout(resolve, ms()));
      return page.fetch(path, init);
    },
  };
}

async function captureFrom(page: Page): Promise<Capture> {
  const result = await zendesk.pull(zendesk.locate(page.url) as TicketRef, page);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
