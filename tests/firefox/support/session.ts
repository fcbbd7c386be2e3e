/** A Firefox with Debrief installed from its store archive, and a page of a helpdesk in front. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archivePath } from '../../../scripts/lib/store-archives';
import { clickIcon, closeSidebar, isSidebarOpen, pinIcon } from './browser-window';
import { type FirefoxOptions, type FirefoxSession, launchFirefox } from './launch';

export function newProfile(): { profile: string; remove: () => void } {
  const profile = mkdtempSync(join(tmpdir(), 'debrief-firefox-'));
  const remove = () => rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  return { profile, remove };
}

/** Installs for good, as from a store, and closes the sidebar that Firefox opens to present a new one. */
export async function launchWithDebrief(options: FirefoxOptions): Promise<FirefoxSession> {
  const session = await launchFirefox(options);
  try {
    await session.bidi.send('webExtension.install', {
      extensionData: { type: 'archivePath', path: archivePath('firefox') },
      'moz:permanent': true,
    });
    await pinIcon(session);
    if (await isSidebarOpen(session)) await closeSidebar(session);
    return session;
  } catch (error) {
    await session.close();
    throw error;
  }
}

export async function openTicket(session: FirefoxSession, url: string): Promise<void> {
  await visit(session, url);
  await clickIcon(session);
}

export async function visit({ bidi, tab }: FirefoxSession, url: string): Promise<void> {
  await bidi.send('browsingContext.navigate', { context: tab, url, wait: 'complete' });
}
