import type { Site } from '../contract';

/**
 * Request Tracker 5 lives on any origin, port and base path; its ticket pages are known by their path below
 * the base (`share/html/Ticket/` and `share/html/m/` in bestpractical/rt). Pages there whose `id` is not a
 * ticket's, such as `Crypt.html`, are left out. Whoever is no agent is led from every one of them to
 * `SelfService/` (RT::Interface::Web, ShowRequestedPage).
 */
export const requestTrackerSite = {
  id: 'request-tracker',
  label: 'Request Tracker',
  matches: [],
  locate(url) {
    const found = below(url, ticketPage);
    return found && { helpdesk: 'request-tracker', ...found, url: displayUrl(found) };
  },
  customerPage(url) {
    const found = below(url, customerPage);
    return found && { key: found.key, agentUrl: displayUrl(found) };
  },
  // The ticket's page shows nothing of the history until asked to in the mode `click`, and little in `scroll`.
  entryPage({ site, key, events }, event) {
    const transaction = /^txn:(\d+)/.exec(event.id)?.[1];
    if (!transaction) return undefined;
    return events && events.length > SHOWN_WHOLE
      ? `${site}/Transaction/Display.html?id=${transaction}`
      : `${site}/Ticket/History.html?id=${key}#txn-${transaction}`;
  },
} satisfies Site;

/** RT takes some 10 ms for each entry of `History.html`; the page of a single one is there at once. */
const SHOWN_WHOLE = 300;

const ticketPage =
  /^(.*)\/(?:Ticket\/(?:Display|History|Update|Modify|Modify(?:All|Dates|Links|People)|Reminders|Forward)\.html|m\/ticket\/(?:show|history|reply))$/;
const customerPage = /^(.*)\/SelfService\/(?:Display|Update)\.html$/;

/** Site and ticket of an address whose path, after the base, is one of these pages. */
function below(url: URL, pages: RegExp): { site: string; key: string } | undefined {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  const base = pages.exec(url.pathname)?.[1];
  const key = /^0*([1-9]\d{0,14})$/.exec(url.searchParams.get('id') ?? '')?.[1];
  if (base === undefined || !key) return undefined;
  return { site: `${url.origin}${base.replace(/\/+$/, '')}`, key };
}

function displayUrl({ site, key }: { site: string; key: string }): string {
  return `${site}/Ticket/Display.html?id=${key}`;
}
