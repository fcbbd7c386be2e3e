/** The stop-watches around one opening of the panel: in this process, in the panel and on the helpdesk's page. */
import type { Page } from '@playwright/test';
import type { Session } from '../e2e/support/launch';
import { type LongTask, longTasksOn, watchLongTasks } from './long-tasks';

export interface Opening {
  /** From the click until the timeline's first rows were painted. */
  totalMs: number;
  /** From the click until the first frame with the capture: headline, numbers, clocks. */
  shownMs: number;
  /** `open` to `paint` add up to the total; `store` begins with `paint` and nobody waits for it. */
  stages: Record<'open' | 'network' | 'page' | 'hop' | 'read' | 'parse' | 'paint' | 'store', number>;
  /** Milliseconds of each task over 50 ms. */
  longTasks: Record<'whileOpening' | 'onPage' | 'inPanel', number[]>;
  /** How much the panel's document holds at the end. */
  elements: number;
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
      // The task after a frame runs when that frame has been painted.
      if (timeline?.querySelector('li')) setTimeout(() => performance.mark(mark));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, ROWS);
}

/** Opens the panel once and reads every watch. */
export async function openingOf(
  { browser }: Session,
  page: Page,
  openPanel: () => Promise<Page>,
): Promise<Opening> {
  await watchLongTasks(page);
  let clickedAt = Number.NaN;
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
  return openingFrom(clickedAt, await panel.evaluate(readPanel), await longTasksOn(page));
}

type Seen = Awaited<ReturnType<typeof readPanel>>;

/** Wall clocks are compared across the processes of one machine. */
function openingFrom(clickedAt: number, seen: Seen, onPage: readonly LongTask[]): Opening {
  const entry = (name: string) => {
    const found = seen.entries.find((one) => one.name === name);
    if (!found) throw new Error(`The panel left no "${name}"`);
    return found;
  };
  const spent = (stage: string) => entry(`debrief:${stage}`).duration;
  const reading = {
    network: spent('network'),
    page: spent('page'),
    hop: spent('hop'),
    read: spent('read'),
  };
  const readAt = seen.origin + entry('debrief:network').startTime + reading.network;
  const pullAt = readAt - Object.values(reading).reduce((sum, stage) => sum + stage, 0);
  const shownAt = seen.origin + entry(SHOWN).startTime;
  const visibleAt = Math.max(shownAt, seen.origin + entry(ROWS).startTime);
  const parse = spent('parse');
  const begun = (from: number, to: number) =>
    onPage.filter(({ startedAt }) => startedAt >= from && startedAt < to).map(({ ms }) => ms);
  return {
    totalMs: visibleAt - clickedAt,
    shownMs: shownAt - clickedAt,
    stages: {
      open: pullAt - clickedAt,
      ...reading,
      parse,
      paint: visibleAt - readAt - parse,
      store: spent('store'),
    },
    longTasks: {
      whileOpening: begun(clickedAt, pullAt),
      onPage: begun(pullAt, visibleAt),
      inPanel: seen.longTasks,
    },
    elements: seen.elements,
  };
}

/** Runs in the panel: its entries so far, and the long tasks that the browser kept for whoever asks later. */
async function readPanel() {
  const elements = document.querySelectorAll('*').length;
  const longTasks = await new Promise<number[]>((resolve) => {
    const found: number[] = [];
    const observer = new PerformanceObserver((list) =>
      found.push(...list.getEntries().map(({ duration }) => duration)),
    );
    observer.observe({ type: 'longtask', buffered: true });
    setTimeout(() => resolve(found), 100);
  });
  const entries = [...performance.getEntriesByType('mark'), ...performance.getEntriesByType('measure')];
  return {
    origin: performance.timeOrigin,
    entries: entries.map(({ name, startTime, duration }) => ({ name, startTime, duration })),
    longTasks,
    elements,
  };
}
