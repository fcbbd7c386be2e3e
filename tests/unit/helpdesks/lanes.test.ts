import { describe, expect, it } from 'vitest';
import type { Page } from '../../../lib/helpdesks/contract';
import { getJson } from '../../../lib/helpdesks/json';
import { inLanes } from '../../../lib/helpdesks/lanes';
import { PullError } from '../../../lib/helpdesks/pull-error';
import { GivenBack } from '../../../lib/helpdesks/room';

/** A page whose answers come when the test says so. */
function heldPage(more: Partial<Page> = {}) {
  const open: {
    path: string;
    lanes?: number;
    answer: (response: Response) => void;
    lose: (error: unknown) => void;
  }[] = [];
  const told: string[] = [];
  const steps: number[] = [];
  const pauses: { ms: number; end: () => void; stop: (error: unknown) => void }[] = [];
  const page: Page = {
    url: new URL('https://desk.example/tickets/1'),
    // No reader here looks at a document.
    document: {} as Document,
    signal: new AbortController().signal,
    progress: (done) => steps.push(done),
    now: () => '2026-11-23T12:00:00.000Z',
    waiting: (until) => told.push(until),
    wait: (ms) => new Promise((end, stop) => pauses.push({ ms, end, stop })),
    fetch: (path, init) =>
      new Promise((answer, lose) =>
        open.push({ path, ...(init?.lanes ? { lanes: init.lanes } : {}), answer, lose }),
      ),
    ...more,
  };
  return { page: inLanes(page), open, told, steps, pauses };
}

const fine = (headers: Record<string, string> = {}) =>
  new Response('{}', { headers: { 'content-type': 'application/json', ...headers } });
const asksToWait = (seconds: number) =>
  new Response('{}', { status: 429, headers: { 'retry-after': String(seconds) } });
const settle = () => new Promise((resolve) => setTimeout(resolve));
const get = (page: Page, path: string) => getJson(page, { label: 'Desk', path });

describe('the lanes of a pull', () => {
  it('are four, and what waits for one goes in its order', async () => {
    const { page, open } = heldPage();
    const all = Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((path) => get(page, path)));
    await settle();
    expect(open.map(({ path }) => path)).toEqual(['a', 'b', 'c', 'd']);
    open[2]?.answer(fine());
    await settle();
    expect(open.map(({ path }) => path)).toEqual(['a', 'b', 'c', 'd', 'e']);
    for (let index = 0; index < 6; index++) {
      open[index]?.answer(fine());
      await settle();
    }
    expect(open).toHaveLength(6);
    await all;
  });

  it('let those first for whose answers others wait', async () => {
    const { page, open } = heldPage();
    const all = Promise.all([
      ...['a', 'b', 'c', 'd', 'e'].map((path) => get(page, path)),
      getJson(page, { label: 'Desk', path: 'f', isUrgent: true }),
    ]);
    await settle();
    for (let index = 0; index < 6; index++) {
      open[index]?.answer(fine());
      await settle();
    }
    expect(open.map(({ path }) => path)).toEqual(['a', 'b', 'c', 'd', 'f', 'e']);
    await all;
  });

  it('all rest while one was asked to wait, which is told once', async () => {
    const { page, open, told, pauses } = heldPage();
    const all = Promise.all(['a', 'b', 'c', 'd', 'e'].map((path) => get(page, path)));
    await settle();
    open[0]?.answer(asksToWait(20));
    open[1]?.answer(asksToWait(20));
    open[2]?.answer(fine());
    await settle();
    expect(told).toEqual(['2026-11-23T12:00:20.000Z']);
    expect(pauses.map(({ ms }) => ms)).toEqual([20_000]);
    expect(open.map(({ path }) => path)).toEqual(['a', 'b', 'c', 'd']);

    pauses[0]?.end();
    open[3]?.answer(fine());
    await settle();
    // Twice asked to wait, there is one lane left of four.
    expect(open.map(({ path }) => path).slice(4)).toHaveLength(1);
    for (let index = 4; index < 7; index++) {
      open[index]?.answer(fine());
      await settle();
    }
    await all;
    expect(open.map(({ path }) => path).sort()).toEqual(['a', 'a', 'b', 'b', 'c', 'd', 'e']);
  });

  it('tell how far they are only after a pause, which stays in sight until then', async () => {
    const { page, open, steps, pauses } = heldPage();
    const all = get(page, 'a');
    await settle();
    page.progress(1);
    open[0]?.answer(asksToWait(20));
    await settle();
    page.progress(2);
    page.progress(3);
    expect(steps).toEqual([1]);
    pauses[0]?.end();
    await settle();
    expect(steps).toEqual([1, 3]);
    open[1]?.answer(fine());
    await all;
    page.progress(4);
    expect(steps).toEqual([1, 3, 4]);
  });

  it('rest longer where another answer asks for longer, and tell that', async () => {
    const { page, open, told, pauses } = heldPage();
    const all = Promise.all([get(page, 'a'), get(page, 'b')]);
    await settle();
    open[0]?.answer(asksToWait(5));
    open[1]?.answer(asksToWait(60));
    await settle();
    expect(told).toEqual(['2026-11-23T12:00:05.000Z', '2026-11-23T12:01:00.000Z']);
    pauses[0]?.end();
    await settle();
    expect(open).toHaveLength(2);
    pauses[1]?.end();
    for (let index = 2; index < 4; index++) {
      await settle();
      open[index]?.answer(fine());
    }
    await all;
  });

  it.each(['x-rate-limit-remaining', 'ratelimit-remaining'])(
    'become one where %s says that little is left of the account’s limit, and four again',
    async (header) => {
      const { page, open } = heldPage();
      const all = Promise.all([...'abcdefgh'].map((path) => get(page, path)));
      await settle();
      for (const asked of open.slice(0, 4)) asked.answer(fine({ [header]: '12' }));
      await settle();
      expect(open).toHaveLength(5);
      open[4]?.answer(fine({ [header]: '640' }));
      await settle();
      expect(open).toHaveLength(8);
      for (const asked of open.slice(5)) asked.answer(fine());
      await all;
    },
  );

  it('have one request more each where the page keeps it until a lane is free', async () => {
    const { page, open } = heldPage({ keeps: true });
    const all = Promise.all([...'abcdefghij'].map((path) => get(page, path)));
    await settle();
    expect(open.map(({ path }) => path).join('')).toBe('abcdefgh');
    expect(new Set(open.map(({ lanes }) => lanes))).toEqual(new Set([4]));
    for (let index = 0; index < 10; index++) {
      open[index]?.answer(fine());
      await settle();
    }
    await all;
  });

  it('ask again for what the page gave back, after the pause and in fewer lanes', async () => {
    const { page, open, pauses } = heldPage({ keeps: true });
    const all = Promise.all([...'abcdef'].map((path) => get(page, path)));
    await settle();
    open[0]?.answer(asksToWait(20));
    for (const kept of open.slice(4)) kept.lose(new GivenBack());
    for (const other of open.slice(1, 4)) other.answer(fine());
    await settle();
    expect(open).toHaveLength(6);
    pauses[0]?.end();
    await settle();
    expect(
      open
        .slice(6)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['a', 'e', 'f']);
    expect(new Set(open.slice(6).map(({ lanes }) => lanes))).toEqual(new Set([2]));
    for (const asked of open.slice(6)) asked.answer(fine());
    await all;
  });

  it('keep nothing on the page while little is left of the account’s limit', async () => {
    const { page, open } = heldPage({ keeps: true });
    const all = Promise.all([...'abcd'].map((path) => get(page, path)));
    await settle();
    for (const asked of open.slice(0, 4)) asked.answer(fine({ 'x-rate-limit-remaining': '12' }));
    await all;
    const more = Promise.all([...'ef'].map((path) => get(page, path)));
    await settle();
    expect(open.slice(4).map(({ path, lanes }) => [path, lanes])).toEqual([['e', 1]]);
    open[4]?.answer(fine());
    await settle();
    open[5]?.answer(fine());
    await more;
  });

  it('end together when the pull is stopped during a pause', async () => {
    const { page, open, pauses } = heldPage();
    const all = Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((path) => get(page, path)));
    await settle();
    open[0]?.answer(asksToWait(20));
    await settle();
    const stopped = new PullError({ code: 'cancelled', message: 'Stopped.', next: 'Pull again.' });
    pauses[0]?.stop(stopped);
    for (const asked of open.slice(1)) asked.lose(stopped);
    for (let index = 4; index < 6; index++) {
      await settle();
      open[index]?.lose(stopped);
    }
    expect((await all).map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
  });
});
