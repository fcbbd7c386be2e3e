import type { browser } from 'wxt/browser';
import type { Session } from './launch';

declare const chrome: typeof browser; // only inside `evaluate`

/** Takes an allowed site back behind the panel's back, as the browser's own settings would. */
export async function takeBack({ worker }: Session, origin: string): Promise<void> {
  await worker.evaluate((pattern) => chrome.permissions.remove({ origins: [pattern] }), `${origin}/*`);
}
