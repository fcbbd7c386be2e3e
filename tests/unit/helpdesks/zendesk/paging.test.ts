import { expect, it } from 'vitest';
import type { TicketRef } from '../../../../lib/helpdesks/contract';
import { zendesk } from '../../../../lib/helpdesks/zendesk';
import { answeringPage } from '../../../helpdesks/zendesk/node-page';
import { answerApi, type Features } from '../../../helpdesks/zendesk/replay-api';
import { longStory } from '../../../helpdesks/zendesk/stories';

it.each<[string, Features, number]>([
  ['by cursor', { paging: 'cursor' }, 10],
  ['by page number', { paging: 'offset' }, 10],
  ['by small pages', { paging: 'cursor', pageSize: 30 }, 34],
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
