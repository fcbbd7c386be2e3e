import type { Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import type { Session } from './launch';

declare const chrome: typeof browser; // only inside `evaluate`

/** Takes an allowed site back behind the panel's back, as the browser's own settings would. */
export async function takeBack({ worker }: Session, origin: string): Promise<void> {
  await worker.evaluate((pattern) => chrome.permissions.remove({ origins: [pattern] }), `${origin}/*`);
}

/** Asks for a site from a real click on this page of the extension, with an answer settled before. */
export async function allowFrom(
  page: Page,
  grantHost: (origin: string) => Promise<void>,
  origin: string,
): Promise<void> {
  await grantHost(origin);
  await page.bringToFront();
  await page.evaluate((pattern) => {
    const ask = () => chrome.permissions.request({ origins: [pattern] });
    document.addEventListener('click', ask, { once: true });
  }, `${origin}/*`);
  await page.getByRole('heading', { level: 1 }).click();
  const { host } = new URL(origin);
  await page.getByRole('listitem').filter({ hasText: host }).waitFor();
}
