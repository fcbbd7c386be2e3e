/** Following evidence: from a number in the panel to the very entry on the helpdesk's page. */
import { type Browser, browser } from 'wxt/browser';
import type { EntryTicket, Site } from '../helpdesks/contract';
import { locateTicket, sites } from '../helpdesks/sites';
import type { TicketEvent } from '../ticket/events';
import { showOnPage } from './pull';
import { lookAt } from './tabs';

interface EvidencePlace extends EntryTicket {
  helpdesk: string;
  url: string;
}

type Shown = Pick<TicketEvent, 'id' | 'kind' | 'time' | 'url'>;

const LOADS_WITHIN_MS = 15_000;

/**
 * Scrolls the ticket's own tab to the entry. Where the page there does not show it, and the helpdesk has one that
 * does, leads the tab to that one; so it does when the tab shows something else of the same site. Opens a tab when
 * the ticket's is gone or something may be half written in it. Never leaves the ticket's origin. Tells when no
 * page has the entry, because to the user that looks as if nothing had happened.
 */
export async function goToEvidence(
  tabId: number | undefined,
  ticket: EvidencePlace,
  event?: Shown,
): Promise<'done' | 'not_on_page'> {
  const entryPage = event && ownUrl(ticket, siteOf(ticket)?.entryPage?.(ticket, event));
  const url = entryPage ?? ownUrl(ticket, event?.url) ?? ticket.url;
  const tab = tabId === undefined ? undefined : await lookAt(tabId);
  if (tab?.url === undefined || new URL(tab.url).origin !== new URL(ticket.url).origin) {
    await browser.tabs.create({ url });
    return 'done';
  }
  const { tabId: own } = tab;
  await bringToFront(own);
  if (isSameTicket(tab.url, ticket)) {
    const seen = event ? await look(own, ticket, event) : 'done';
    if (seen === 'done' || entryPage === undefined || samePath(tab.url, entryPage)) return seen;
    if (!samePath(tab.url, ticket.url)) {
      await browser.tabs.create({ url: entryPage });
      return 'done';
    }
  }
  const loaded = whenLoaded(own);
  await browser.tabs.update(own, { url });
  await loaded;
  return event ? look(own, ticket, event) : 'done';
}

async function look(tabId: number, ticket: EvidencePlace, event: Shown): Promise<'done' | 'not_on_page'> {
  const shown = await showOnPage(tabId, ticket.helpdesk, event);
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

function siteOf(ticket: EvidencePlace): Site | undefined {
  return sites.find((site) => site.id === ticket.helpdesk);
}

/** One page but for what its query asks: also the page that a reply is written on has the ticket's number. */
function samePath(one: string, other: string): boolean {
  return new URL(one).pathname === new URL(other).pathname;
}

function ownUrl(ticket: EvidencePlace, url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const target = new URL(url);
  const isWeb = target.protocol === 'https:' || target.protocol === 'http:';
  return isWeb && target.origin === new URL(ticket.url).origin ? url : undefined;
}
