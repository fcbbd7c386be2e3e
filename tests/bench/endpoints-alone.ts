/** The floor below a pull: its requests and nothing else. */
import type { Page, Request } from '@playwright/test';
import { MOST_LANES } from '../../lib/helpdesks/lanes';

/** The GETs of one pull; each with the GETs that had been answered, by place in the list, when it was asked for. */
export interface Schedule {
  urls: string[];
  after: number[][];
}

/** Follows the GETs to the helpdesk's API until `schedule` is called. */
export function watchSchedule(page: Page): { schedule(): Schedule } {
  const asked: Request[] = [];
  const after: number[][] = [];
  const answered = new Set<Request>();
  const onAsked = (request: Request) => {
    if (!/^\/(api|rt\/REST|REST)\//.test(new URL(request.url()).pathname)) return;
    after.push(asked.flatMap((other, place) => (answered.has(other) ? [place] : [])));
    asked.push(request);
  };
  const onAnswered = (request: Request) => answered.add(request);
  page.on('request', onAsked);
  page.on('requestfinished', onAnswered);
  // What is read to its end out of a stream, the browser sometimes counts among these.
  page.on('requestfailed', onAnswered);
  return {
    schedule() {
      page.off('request', onAsked);
      page.off('requestfinished', onAnswered);
      page.off('requestfailed', onAnswered);
      if (asked.length === 0) throw new Error('The pull asked for nothing');
      return { urls: asked.map((request) => request.url()), after };
    },
  };
}

/**
 * Milliseconds for the same GETs from the same page, as many side by side and each as early as the pull's own, their
 * answers taken in unread. The lanes are counted here, because a next request is seen before the end of the last one.
 */
export function endpointsAlone(page: Page, schedule: Schedule): Promise<number> {
  return page.evaluate(
    async ({ urls, after, lanes }) => {
      const began = performance.now();
      const asked: Promise<unknown>[] = [];
      const open = new Set<Promise<unknown>>();
      for (const [place, url] of urls.entries()) {
        await Promise.all((after[place] ?? []).map((other) => asked[other]));
        while (open.size >= lanes) await Promise.race(open);
        const coming = fetch(url, { headers: { accept: 'application/json' } }).then((got) => got.text());
        asked.push(coming);
        open.add(coming);
        void coming.then(() => open.delete(coming));
      }
      await Promise.all(asked);
      return performance.now() - began;
    },
    { ...schedule, lanes: MOST_LANES },
  );
}

/** Milliseconds for the same GETs, four at a time, in an order nobody could know who has not read the answers. */
export function endpointsAtWill(page: Page, { urls }: Schedule): Promise<number> {
  return page.evaluate(async (all) => {
    const began = performance.now();
    const left = [...all];
    const lane = async () => {
      for (let url = left.shift(); url; url = left.shift()) {
        await (await fetch(url, { headers: { accept: 'application/json' } })).text();
      }
    };
    await Promise.all([lane(), lane(), lane(), lane()]);
    return performance.now() - began;
  }, urls);
}
