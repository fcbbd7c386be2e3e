/** Following evidence: from a number in the panel to the very entry on the helpdesk's page. */
import { browser } from 'wxt/browser';
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

/**
 * Scrolls the ticket's own tab to the entry; navigates it there when it shows something else of the same site;
 * opens a tab when the ticket's is gone. Never leaves the ticket's origin.
 */
export async function goToEvidence(
  tabId: number | undefined,
  ticket: EvidencePlace,
  event?: Pick<TicketEvent, 'id' | 'kind' | 'url'>,
): Promise<void> {
  const url = ownUrl(ticket, event?.url) ?? ticket.url;
  const tab = tabId === undefined ? undefined : await lookAt(tabId);
  if (tab === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(tab.tabId, { active: true });
  if (event && isSameTicket(tab.url, ticket)) {
    const shown = await showOnPage(tab.tabId, ticket.helpdesk, event);
    if (shown.ok && shown.value) return;
  }
  if (tab.url === undefined || new URL(tab.url).origin !== new URL(ticket.url).origin) {
    await browser.tabs.create({ url });
  } else if (tab.url !== url) {
    await browser.tabs.update(tab.tabId, { url });
  }
}

function isSameTicket(tabUrl: string | undefined, ticket: EvidencePlace): boolean {
  const found = tabUrl === undefined ? undefined : locateTicket(new URL(tabUrl));
  return found?.ref.site === ticket.site && found.ref.key === ticket.key;
}

function ownUrl(ticket: EvidencePlace, url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const target = new URL(url);
  const isWeb = target.protocol === 'https:' || target.protocol === 'http:';
  return isWeb && target.origin === new URL(ticket.url).origin ? url : undefined;
}
