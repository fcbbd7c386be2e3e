/** The real side panel, opened the way a person opens it: by the toolbar icon. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import type { Session } from './launch';
import { windowOf } from './windows';

declare const chrome: typeof browser; // only inside `evaluate`

const OPENS_WITHIN_MS = 15_000;
const SETTLED_AFTER_MS = 700;
const CLICKS_AGAIN_AFTER_MS = 5_000;

/** Clicks the toolbar icon on this tab and gives its window's panel; one that stood open already stays the same. */
export async function openPanel(session: Session, page: Page): Promise<Page> {
  const windowId = await windowOf(session, page);
  const before = await sidePanels(session, windowId);
  await clickToolbarIcon(session, page);
  const began = Date.now();
  let clicked = began;
  while (Date.now() - began < OPENS_WITHIN_MS) {
    const now = await sidePanels(session, windowId);
    const fresh = now.find((panel) => !before.includes(panel));
    const panel = fresh ?? (Date.now() - began > SETTLED_AFTER_MS ? now.at(-1) : undefined);
    if (panel) {
      await panel.waitForLoadState();
      return panel;
    }
    // Seen once in hundreds of opens, on a busy machine: the click came to nothing. A person clicks once more.
    if (Date.now() - clicked > CLICKS_AGAIN_AFTER_MS) {
      await clickToolbarIcon(session, page);
      clicked = Date.now();
    }
    await pause(50);
  }
  throw new Error('The side panel did not open within 15 seconds of the click on the toolbar icon.');
}

/** The same as a real click on the icon, also without a window: it grants `activeTab` for this tab. */
export async function clickToolbarIcon(session: Session, page: Page): Promise<void> {
  await page.bringToFront();
  const targetId = await tabTarget(session, page);
  // The Extensions domain is newer than Playwright's types.
  await session.browser.send(
    'Extensions.triggerAction' as never,
    { id: session.extensionId, targetId } as never,
  );
}

/** Of two tabs with one address, the one in front is meant. */
async function tabTarget({ browser }: Session, page: Page): Promise<string> {
  for (let tries = 0; tries < 40; tries++) {
    // Only an empty filter lists the tabs around the pages.
    const { targetInfos } = (await browser.send('Target.getTargets', { filter: [{}] })) as {
      targetInfos: Target[];
    };
    const tabs = targetInfos.filter((target) => target.type === 'tab' && target.url === page.url());
    const tab = tabs.find((target) => target.embedderData?.tabActive) ?? (tries > 20 ? tabs[0] : undefined);
    if (tab) return tab.targetId;
    await pause(50);
  }
  throw new Error(`The browser lists no tab for ${page.url()}.`);
}

interface Target {
  type: string;
  url: string;
  targetId: string;
  embedderData?: { tabActive?: boolean };
}

async function sidePanels({ context, extensionId }: Session, windowId: number): Promise<Page[]> {
  const pages = context
    .pages()
    .filter((page) => page.url().startsWith(`chrome-extension://${extensionId}/sidepanel.html`));
  const places = await Promise.all(pages.map(placeOf));
  return pages.filter((_page, index) => places[index]?.windowId === windowId && !places[index].isTab);
}

/** Undefined while the page is still loading, or when it is gone. */
async function placeOf(page: Page): Promise<{ isTab: boolean; windowId: number | undefined } | undefined> {
  try {
    return await page.evaluate(async () => ({
      isTab: (await chrome.tabs.getCurrent()) !== undefined,
      windowId: (await chrome.windows.getCurrent()).id,
    }));
  } catch {
    return undefined;
  }
}
