/** "Always on this site": optional host permissions, each asked for from a click, all of them seen and revocable. */
import { browser } from 'wxt/browser';

export interface AllowedSite {
  /** The match pattern as the browser keeps it. */
  pattern: string;
  /** For people: `acme.zendesk.com`, `rt.example:8080`, `every site of zendesk.com`, `every site`. */
  name: string;
  isEncrypted: boolean;
}

/**
 * The one site of this address. Chromium can keep it to the port, so that a right for one service of a host is
 * none for the others; in Firefox match patterns have no port (bug 1362809), and the right is for the host.
 */
export function siteOf(url: string, hasPorts = !import.meta.env.FIREFOX): AllowedSite {
  const { protocol, host, hostname } = new URL(url);
  return named(`${protocol}//${hasPorts ? host : hostname}/*`);
}

export function isAllowed({ pattern }: AllowedSite): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** Must be called straight from a click. Resolves to whether the user said yes. */
export function allowSite({ pattern }: AllowedSite): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] });
}

/** Every site that may be read without a click, also those that were allowed in the browser's own settings. */
export async function allowedSites(): Promise<AllowedSite[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.map(named).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Resolves to whether the browser took it back. */
export function removeSite({ pattern }: AllowedSite): Promise<boolean> {
  return browser.permissions.remove({ origins: [pattern] });
}

function named(pattern: string): AllowedSite {
  const [, scheme = '*', host = '*'] = /^([^:]+):\/\/([^/]+)/.exec(pattern) ?? [];
  const name = host === '*' ? 'every site' : host.startsWith('*.') ? `every site of ${host.slice(2)}` : host;
  return { pattern, name, isEncrypted: scheme === 'https' };
}
