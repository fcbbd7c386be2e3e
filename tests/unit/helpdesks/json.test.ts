import { describe, expect, it } from 'vitest';
import type { Page } from '../../../lib/helpdesks/contract';
import { getJson, isBearable } from '../../../lib/helpdesks/json';
import { PullError } from '../../../lib/helpdesks/pull-error';
import type { ProblemCode } from '../../../lib/ticket/problem';

interface Watched extends Page {
  asked: string[];
  waits: number[];
}

/** A page on which only what a request needs is there. */
function pageWith(answer: (path: string) => Response | ProblemCode): Watched {
  const page = {
    asked: [] as string[],
    waits: [] as number[],
    now: () => '2026-12-01T12:00:00.000Z',
    wait: async (ms: number) => void page.waits.push(ms),
    fetch: async (path: string) => {
      page.asked.push(path);
      const told = answer(path);
      if (typeof told !== 'string') return told;
      throw new PullError({ code: told, message: 'Lost.', next: 'Pull again.' });
    },
  };
  return page as unknown as Watched;
}

const ask = (page: Page, path: string) => getJson(page, { label: 'The desk', path });
const fine = () => new Response('{}', { headers: { 'content-type': 'application/json' } });
const pauseOf = (seconds: number) =>
  new Response('', { status: 429, headers: { 'retry-after': String(seconds) } });

async function codeOf(pending: Promise<unknown>): Promise<ProblemCode | undefined> {
  const error: unknown = await pending.catch((reason: unknown) => reason);
  return error instanceof PullError ? error.problem.code : undefined;
}

describe('the waiting of one pull', () => {
  it('ends after ten minutes in all, and then nothing more is asked', async () => {
    let turn = 0;
    const page = pageWith(() => (turn++ % 2 === 0 ? pauseOf(240) : fine()));
    expect(await codeOf(ask(page, '/1'))).toBeUndefined();
    expect(await codeOf(ask(page, '/2'))).toBeUndefined();
    expect(await codeOf(ask(page, '/3'))).toBe('rate_limited');
    expect(page.waits).toEqual([240_000, 240_000]);
    const asked = page.asked.length;
    expect(await codeOf(ask(page, '/4'))).toBe('rate_limited');
    expect(page.asked).toHaveLength(asked);
  });

  it('counts pauses side by side once', async () => {
    const known = new Set<string>();
    const page = pageWith((path) => {
      if (known.has(path)) return fine();
      known.add(path);
      return pauseOf(290);
    });
    const all = await Promise.all([1, 2, 3, 4].map((n) => codeOf(ask(page, `/${n}`))));
    expect(all).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('leaves a breath between two tries when it is asked to wait for no time at all', async () => {
    let turn = 0;
    const page = pageWith(() => (turn++ === 0 ? pauseOf(0) : fine()));
    await ask(page, '/');
    expect(page.waits).toEqual([500]);
  });
});

describe('a connection that fails', () => {
  it('is tried once more, each time', async () => {
    const known = new Set<string>();
    const page = pageWith((path) => {
      if (known.has(path)) return fine();
      known.add(path);
      return 'offline';
    });
    for (const path of ['/1', '/2', '/3', '/4']) expect(await codeOf(ask(page, path))).toBeUndefined();
  });

  it('can be borne twice, where a pull can do without; the third loss ends it', async () => {
    const page = pageWith(() => 'timeout');
    const isBorne = async (path: string) => isBearable(page, await ask(page, path).catch((error) => error));
    expect(await isBorne('/1')).toBe(true);
    expect(await isBorne('/2')).toBe(true);
    expect(await isBorne('/3')).toBe(false);
    const asked = page.asked.length;
    expect(await isBorne('/4')).toBe(false);
    expect(page.asked).toHaveLength(asked);
  });

  it('is not tried without end: ten times in one pull', async () => {
    let n = 0;
    const page = pageWith(() => (++n % 2 === 1 ? new Response('', { status: 500 }) : fine()));
    for (let turn = 0; turn < 10; turn++) expect(await codeOf(ask(page, `/${turn}`))).toBeUndefined();
    expect(await codeOf(ask(page, '/last'))).toBe('unexpected_answer');
  });

  it('is not tried again when a person stopped the pull', async () => {
    const page = pageWith(() => 'cancelled');
    expect(await codeOf(ask(page, '/'))).toBe('cancelled');
    expect(page.asked).toHaveLength(1);
    expect(isBearable(page, new PullError({ code: 'cancelled', message: '', next: '' }))).toBe(false);
  });
});
