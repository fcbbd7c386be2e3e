/**
 * Names and addresses of the helpdesks Debrief reads. Free of DOM and of readers, so that the config, the
 * background and the panel can import it.
 */
import type { CustomerPage, Site, TicketRef } from './contract';
import { requestTrackerSite } from './request-tracker/site';
import { zendeskSite } from './zendesk/site';

export const sites: readonly Site[] = [zendeskSite, requestTrackerSite];

/** The helpdesk and ticket a page shows, judged by its address alone. */
export function locateTicket(url: URL): { site: Site; ref: TicketRef } | undefined {
  for (const site of sites) {
    const ref = site.locate(url);
    if (ref) return { site, ref };
  }
  return undefined;
}

/** The helpdesk whose customers’ page this is, judged by its address alone. */
export function locateCustomerPage(url: URL): { site: Site; page: CustomerPage } | undefined {
  for (const site of sites) {
    const page = site.customerPage?.(url);
    if (page) return { site, page };
  }
  return undefined;
}
