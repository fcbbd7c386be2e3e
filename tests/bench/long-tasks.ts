/** Tasks that kept the helpdesk's page busy for more than 50 ms, as the browser itself counts them. */
import type { Page } from '@playwright/test';

export interface LongTask {
  /** Wall clock, comparable across processes of one machine. */
  startedAt: number;
  ms: number;
}

declare global {
  /** Only on the watched page. */
  var benchLongTasks: LongTask[] | undefined;
}

export async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: LongTask[] = [];
    globalThis.benchLongTasks = seen;
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        seen.push({ startedAt: performance.timeOrigin + startTime, ms: duration });
    }).observe({ type: 'longtask' });
  });
}

export async function longTasksOn(page: Page): Promise<LongTask[]> {
  return page.evaluate(async () => {
    await new Promise((told) => setTimeout(told, 100));
    return globalThis.benchLongTasks ?? [];
  });
}
