// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { type Glimpse, glimpseSchema } from '../../../../lib/ticket/glimpse';
import { captureOf, opening } from './captures';
import { type FakeTransaction, fakeRt, json } from './fake-rt';

/** So many transactions beside the first one, every other a comment. */
function longHistory(count: number): FakeTransaction[] {
  return Array.from({ length: count }, (_, n): FakeTransaction => {
    const id = 100 + n;
    const base = { id, by: 'ada' as const, at: '2026-03-25T08:00:00Z' };
    return n % 2 === 0
      ? { ...base, type: 'Comment', parts: [{ id: 1_000 + n, mime: 'text/plain', content: `note ${n}` }] }
      : { ...base, type: 'Set', field: 'Priority', from: String(n % 90), to: String((n + 1) % 90) };
  });
}

const pagesIn = (requests: readonly string[]) =>
  requests.flatMap((path) => /history\?.*&page=(\d+)/.exec(path)?.[1] ?? []).map(Number);

describe('a long history', () => {
  it.each([
    [40, 2],
    [150, 3],
    [650, 10],
  ])('of %i entries is asked for in %i pages, few of them in vain', async (count, pages) => {
    const rt = fakeRt([opening, ...longHistory(count)]);
    const { ticket } = await captureOf(rt);
    expect(ticket.events).toHaveLength(count + 1);
    const asked = pagesIn(rt.requests);
    expect(asked).toEqual(Array.from({ length: asked.length }, (_, index) => index + 1));
    expect(asked.length).toBeLessThanOrEqual(pages);
  });

  it('is asked for no further than a total that is told', async () => {
    const rt = fakeRt([opening, ...longHistory(250)]);
    const items = longHistory(251).map(({ id }) => ({
      id: String(id),
      Type: 'Comment',
      Created: '2026-03-25T08:00:00Z',
      Creator: { id: 20, Name: 'ada' },
      ObjectId: '12',
    }));
    let page = 0;
    rt.answers.history = () => {
      const start = page++ * 100;
      return json({ items: items.slice(start, start + 100), total: 251 });
    };
    await captureOf(rt);
    expect(pagesIn(rt.requests)).toEqual([1, 2, 3]);
  });

  it('ends at the first empty page, however the pages come in', async () => {
    const rt = fakeRt([opening, ...longHistory(650)]);
    const { id } = await captureOf(rt);
    for (const later of [3, 7]) {
      let asked = 0;
      const again = fakeRt(rt.transactions);
      again.delay = () => (asked++ * later) % 11;
      expect((await captureOf(again)).id).toBe(id);
    }
  });

  it('has its words asked for while the rest of it is on its way', async () => {
    const rt = fakeRt([opening, ...longHistory(650)]);
    await captureOf(rt);
    const firstWords = rt.requests.findIndex((path) => path.includes('/attachments'));
    const lastPage = rt.requests.findLastIndex((path) => path.includes('/history'));
    expect(firstWords).toBeGreaterThan(-1);
    expect(firstWords).toBeLessThan(lastPage);
  });
});

it('gives a first glimpse from the ticket’s own record', async () => {
  const seen: Glimpse[] = [];
  await captureOf(fakeRt([opening], { Due: '2026-03-24T12:00:00Z' }), {
    glimpse: (glimpse) => seen.push(glimpse),
  });
  expect(seen.map((glimpse) => glimpseSchema.parse(glimpse))).toEqual([
    {
      subject: 'Blank labels',
      status: { id: 'open', label: 'open', status: 'open' },
      priority: { id: '50', label: '50', rank: 3 },
      requester: 'cleo',
      createdAt: '2026-03-24T08:00:00.000Z',
      slas: [{ metric: 'other', stage: 'active', due: '2026-03-24T12:00:00.000Z' }],
    },
  ]);
});

it('reads a merged ticket’s history under the number it went into', async () => {
  const rt = fakeRt([{ ...opening, on: 77 }], { id: 77 });
  const { ticket } = await captureOf(rt);
  expect(ticket.key).toBe('77');
  expect(ticket.events[0]?.source.endpoint).toBe('/rt/REST/2.0/ticket/77/history');
});
