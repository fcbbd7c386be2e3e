/** Following evidence: from a number in the panel to the very entry on the helpdesk's page. */
import { type Browser, browser } from 'wxt/browser';
import { locateTicket } from '../helpdesks/sites';
import type { TicketEvent } from '../ticket/events';
import { showOnPage } from './pull';
import { lookAt } from './tabs';

interface EvidencePlace {
  helpdesk: string;
  site: string;
  key: string;
  url: string;
}

type Shown = Pick<TicketEvent, 'id' | 'kind' | 'time' | 'url'>;

const LOADS_WITHIN_MS = 15_000;

/**
 * Scrolls the ticket's own tab to the entry; navigates it there when it shows something else of the same site;
 * opens a tab when the ticket's is gone. Never leaves the ticket's origin. Tells when the page in its tab has
 * no such entry, because to the user that looks as if nothing had happened.
 */
export async function goToEvidence(
  tabId: number | undefined,
  ticket: EvidencePlace,
  event?: Shown,
): Promise<'done' | 'not_on_page'> {
  const url = ownUrl(ticket, event?.url) ?? ticket.url;
  const tab = tabId === undefined ? undefined : await lookAt(tabId);
  if (tab?.url === undefined || new URL(tab.url).origin !== new URL(ticket.url).origin) {
    await browser.tabs.create({ url });
    return 'done';
  }
  await bringToFront(tab.tabId);
  if (!isSameTicket(tab.url, ticket)) {
    const loaded = whenLoaded(tab.tabId);
    await browser.tabs.update(tab.tabId, { url });
    await loaded;
  }
  if (!event) return 'done';
  const shown = await showOnPage(tab.tabId, ticket.helpdesk, event);
  return shown.ok && !shown.value ? 'not_on_page' : 'done';
}

/** The tab may have been moved to another window than the panel's. */
async function bringToFront(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  const own = await browser.windows.getCurrent();
  if (tab && tab.windowId !== own.id) await browser.windows.update(tab.windowId, { focused: true });
}

function whenLoaded(tabId: number): Promise<void> {
  return new Promise((resolve) => {
    const onUpdated = (updated: number, change: Browser.tabs.OnUpdatedInfo) => {
      if (updated === tabId && change.status === 'complete') finish();
    };
    const finish = () => {
      clearTimeout(timer);
      browser.tabs.onUpdated.removeListener(onUpdated);
      resolve();
    };
    const timer = setTimeout(finish, LOADS_WITHIN_MS);
    browser.tabs.onUpdated.addListener(onUpdated);
  });
}

function isSameTicket(tabUrl: string, ticket: EvidencePlace): boolean {
  const found = locateTicket(new URL(tabUrl));
  return found?.ref.site === ticket.site && found.ref.key === ticket.key;
}

function ownUrl(ticket: EvidencePlace, url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const target = new URL(url);
  const isWeb = target.protocol === 'https:' || target.protocol === 'http:';
  return isWeb && target.origin === new URL(ticket.url).origin ? url : undefined;
}
