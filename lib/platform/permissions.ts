/** "Always on this site": one optional host permission, asked from a click and revocable. */
import { browser } from 'wxt/browser';

/** Match patterns carry no port in Firefox, so the pattern names the host. */
export function siteOrigins(url: string): string[] {
  const { protocol, hostname } = new URL(url);
  return [`${protocol}//${hostname}/*`];
}

export function isAllowed(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: siteOrigins(url) });
}

/** Must be called straight from a click. Resolves to whether the user said yes. */
export function allowSite(url: string): Promise<boolean> {
  return browser.permissions.request({ origins: siteOrigins(url) });
}
