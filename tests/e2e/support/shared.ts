/**
 * The same fixtures with one helpdesk and one browser for all tests of a worker: starting a browser takes longer
 * than most tests do. Every test still begins with a closed panel, one empty tab, an empty store and no faults.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { browser } from 'wxt/browser';
import { startZendeskReplay, type ZendeskReplay } from '../../helpdesks/zendesk/replay-server';
import { demoStories } from '../../helpdesks/zendesk/stories';
import { test as base, keepScreens } from './fixtures';
import { launchDebrief, type Session } from './launch';

declare const chrome: typeof browser; // only inside `evaluate`

interface Shared {
  sharedZendesk: ZendeskReplay;
  sharedSession: Session;
}

export const test = base.extend<object, Shared>({
  sharedZendesk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
    async ({}, use) => {
      const zendesk = await startZendeskReplay({ stories: demoStories() });
      await use(zendesk);
      await zendesk.close();
    },
    { scope: 'worker' },
  ],
  sharedSession: [
    async ({ sharedZendesk }, use) => {
      const profile = mkdtempSync(join(tmpdir(), 'debrief-e2e-'));
      const session = await launchDebrief({ profile, hosts: { '*.zendesk.com': sharedZendesk.port } });
      await use(session);
      await session.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
    { scope: 'worker' },
  ],
  zendesk: async ({ sharedZendesk }, use) => {
    sharedZendesk.faults.length = 0;
    sharedZendesk.log.length = 0;
    sharedZendesk.tell(demoStories());
    await use(sharedZendesk);
  },
  session: async ({ sharedSession }, use, testInfo) => {
    await use(sharedSession);
    if (testInfo.status !== testInfo.expectedStatus) await keepScreens(sharedSession, testInfo);
    await tidy(sharedSession);
  },
});

export const expect = test.expect;

async function tidy(session: Session): Promise<void> {
  const { context, worker } = session;
  await context.setOffline(false);
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await closePanel(session);
  const left = await context.newPage();
  await Promise.all(context.pages().map((page) => (page === left ? undefined : page.close())));
  await worker.evaluate(async () => {
    await new Promise<void>((resolve, reject) => {
      const asked = indexedDB.deleteDatabase('debrief');
      asked.onsuccess = () => resolve();
      asked.onerror = () => reject(asked.error);
    });
    await chrome.storage.local.clear();
    const { origins } = await chrome.permissions.getAll();
    if (origins?.length) await chrome.permissions.remove({ origins });
  });
}

/** Closes the side panel of every window, as the cross in its corner does. */
export async function closePanel({ worker }: Session): Promise<void> {
  await worker.evaluate(async () => {
    // Newer than the published types.
    const panel = chrome.sidePanel as unknown as { close(where: { windowId: number }): Promise<void> };
    const isOpen = async () =>
      (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL' as never] })).length > 0;
    if (!(await isOpen())) return;
    // A panel does not tell its window, and a window without a panel refuses.
    for (const { id = -1 } of await chrome.windows.getAll()) {
      await panel.close({ windowId: id }).catch(() => undefined);
    }
    while (await isOpen()) await new Promise((resolve) => setTimeout(resolve, 20));
  });
}
