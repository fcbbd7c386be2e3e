/** The stop-watches around one opening of the panel: in this process, in the panel and on the helpdesk's page. */
import type { Page } from '@playwright/test';
import type { Session } from '../e2e/support/launch';

export interface Opening {
  /** From the click until the timeline's first rows were painted. */
  totalMs: number;
  /** From the click until the first frame with the capture: headline, numbers, clocks. */
  shownMs: number;
  /** `open` to `paint` add up to the total; `store` begins with `paint` and nobody waits for it. */
  stages: Record<'open' | 'network' | 'page' | 'hop' | 'read' | 'parse' | 'paint' | 'store', number>;
  /** Milliseconds of each task over 50 ms. */
  longTasks: Record<'whileOpening' | 'onPage' | 'inPanel', number[]>;
}

const ROWS = 'bench:rows';
const SHOWN = 'debrief:shown';
const STORED = 'debrief:store';

/** tsx wraps every function in a call of this, also those that are sent into a page, where it is not known. */
export const nameKeeper = 'globalThis.__name = (named) => named';

/** Makes the panel mark the frame with its first rows of the timeline, which load after the first screen. */
export async function watchPages({ context }: Session): Promise<void> {
  await context.addInitScript({ content: nameKeeper });
  await context.addInitScript((mark) => {
    if (location.protocol !== 'chrome-extension:') return;
    const look = () => {
      const sections = [...document.querySelectorAll('section')];
      const timeline = sections.find((section) => section.querySelector('h2')?.textContent === 'Timeline');
      if (timeline?.querySelector('li')) setTimeout(() => performance.mark(mark));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, ROWS);
}

/** Opens the panel once and reads every watch. Wall clocks of one machine are compared across its processes. */
export async function openingOf(
  session: Session,
  page: Page,
  openPanel: () => Promise<Page>,
): Promise<Opening> {
  await watchLongTasks(page);
  let clickedAt = Number.NaN;
  const { browser } = session;
  const send = browser.send.bind(browser);
  // The click is the last thing that is sent; looking for the tab before it is none of the panel's time.
  browser.send = (...sent) => {
    clickedAt = Date.now();
    return send(...sent);
  };
  const panel = await openPanel().finally(() => {
    browser.send = send;
  });
  await panel.waitForFunction(
    (names) => names.every((name) => performance.getEntriesByName(name).length > 0),
    [ROWS, SHOWN, STORED],
    { polling: 200, timeout: 120_000 },
  );
  const seen = await panel.evaluate(readPanel);
  const at = (name: string) => {
    const entry = seen.entries.find((one) => one.name === name);
    if (!entry) throw new Error(`The panel left no "${name}"`);
    return entry;
  };
  const spent = (stage: string) => at(`debrief:${stage}`).duration;
  const [network, hop, read, parse] = [spent('network'), spent('hop'), spent('read'), spent('parse')];
  const ontoPage = spent('page');
  const readAt = seen.origin + at('debrief:network').startTime + network;
  const pullAt = readAt - network - ontoPage - hop - read;
  const shownAt = seen.origin + at(SHOWN).startTime;
  const visibleAt = Math.max(shownAt, seen.origin + at(ROWS).startTime);
  const tasks = await longTasksOn(page);
  const begun = (from: number, to: number) =>
    tasks.filter(({ startedAt }) => startedAt >= from && startedAt < to).map(({ ms }) => ms);
  return {
    totalMs: visibleAt - clickedAt,
    shownMs: shownAt - clickedAt,
    stages: {
      open: pullAt - clickedAt,
      network,
      page: ontoPage,
      hop,
      read,
      parse,
      paint: visibleAt - readAt - parse,
      store: spent('store'),
    },
    longTasks: {
      whileOpening: begun(clickedAt, pullAt),
      onPage: begun(pullAt, visibleAt),
      inPanel: seen.longTasks,
    },
  };
}

export interface FetchPlan {
  inTurn: string[];
  together: string[];
}

/** A pull asks for the ticket and for each page of its history one after another, then for the rest at once. */
export function fetchPlan(urls: readonly string[]): FetchPlan {
  const paths = urls.filter((url) => new URL(url).pathname.startsWith('/api/'));
  const last = paths.findLastIndex((url) => new URL(url).pathname.endsWith('/audits.json'));
  if (last === -1) throw new Error('The pull asked for no audits');
  return { inTurn: paths.slice(0, last + 1), together: paths.slice(last + 1) };
}

/** Milliseconds for the same GETs with the same session in the same order, their answers taken in unread. */
export function endpointsAlone(page: Page, plan: FetchPlan): Promise<number> {
  return page.evaluate(async ({ inTurn, together }) => {
    const get = async (url: string) => (await fetch(url)).text();
    const began = performance.now();
    for (const url of inTurn) await get(url);
    await Promise.all(together.map(get));
    return performance.now() - began;
  }, plan);
}

interface LongTask {
  startedAt: number;
  ms: number;
}

declare global {
  /** Only on the watched page. */
  var benchLongTasks: LongTask[] | undefined;
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: LongTask[] = [];
    globalThis.benchLongTasks = seen;
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        seen.push({ startedAt: performance.timeOrigin + startTime, ms: duration });
    }).observe({ type: 'longtask' });
  });
}

async function longTasksOn(page: Page): Promise<LongTask[]> {
  return page.evaluate(async () => {
    await new Promise((told) => setTimeout(told, 100));
    return globalThis.benchLongTasks ?? [];
  });
}

/** Runs in the panel: its entries so far, and the long tasks that the browser kept for whoever asks later. */
async function readPanel() {
  const longTasks = await new Promise<number[]>((resolve) => {
    const found: number[] = [];
    new PerformanceObserver((list) =>
      found.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
      buffered: true,
    });
    setTimeout(() => resolve(found), 100);
  });
  const entries = [...performance.getEntriesByType('mark'), ...performance.getEntriesByType('measure')];
  return {
    origin: performance.timeOrigin,
    entries: entries.map(({ name, startTime, duration }) => ({ name, startTime, duration })),
    longTasks,
  };
}
