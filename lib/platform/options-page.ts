import { browser } from 'wxt/browser';

/** Brings the page that lists the allowed sites to the front; one that is open already is used again. */
export function openOptionsPage(): void {
  void browser.runtime.openOptionsPage();
}
