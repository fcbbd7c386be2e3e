/** The floor below a pull: its requests and nothing else. */
import type { Page } from '@playwright/test';

export interface FetchPlan {
  inTurn: string[];
  together: string[];
}

/** A pull asks for the ticket and for each page of its history one after another, then for the rest at once. */
export function fetchPlan(urls: readonly string[]): FetchPlan {
  const asked = urls.filter((url) => new URL(url).pathname.startsWith('/api/'));
  const last = asked.findLastIndex((url) => new URL(url).pathname.endsWith('/audits.json'));
  if (last === -1) throw new Error('The pull asked for no audits');
  return { inTurn: asked.slice(0, last + 1), together: asked.slice(last + 1) };
}

/** Milliseconds for the same GETs from the same page in the same order, their answers taken in unread. */
export function endpointsAlone(page: Page, plan: FetchPlan): Promise<number> {
  return page.evaluate(async ({ inTurn, together }) => {
    const get = async (url: string) => (await fetch(url)).text();
    const began = performance.now();
    for (const url of inTurn) await get(url);
    await Promise.all(together.map(get));
    return performance.now() - began;
  }, plan);
}
