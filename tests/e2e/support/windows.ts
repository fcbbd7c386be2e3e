/** Windows and tabs as a person arranges them: opened beside, moved from one to the other. */
import type { Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import type { Session } from './launch';

declare const chrome: typeof browser; // only inside `evaluate`

/** Opens a window of its own with one tab on this address. */
export async function openWindow({ context, worker }: Session, url: string): Promise<Page> {
  const [page] = await Promise.all([
    context.waitForEvent('page'),
    worker.evaluate((address) => chrome.windows.create({ url: address, focused: true }), url),
  ]);
  await page.waitForURL(url);
  return page;
}

/** Drags the page's tab out into a window of its own, or into the window of another page; it stays in front. */
export async function moveTab(session: Session, page: Page, beside?: Page): Promise<void> {
  const from = await windowOf(session, page);
  const to = beside && (await windowOf(session, beside));
  await page.bringToFront();
  await session.worker.evaluate(
    async ([source, target]) => {
      const [tab] = await chrome.tabs.query({ windowId: source, active: true });
      if (tab?.id === undefined) throw new Error('The window has no tab in front.');
      if (target === undefined) await chrome.windows.create({ tabId: tab.id });
      else {
        await chrome.tabs.move(tab.id, { windowId: target, index: -1 });
        await chrome.tabs.update(tab.id, { active: true });
      }
    },
    [from, to] as const,
  );
}

/** The browser's own number of the window, which is also the extension API's. */
export async function windowOf({ context }: Session, page: Page): Promise<number> {
  const devtools = await context.newCDPSession(page);
  const { windowId } = await devtools.send('Browser.getWindowForTarget');
  await devtools.detach();
  return windowId;
}
