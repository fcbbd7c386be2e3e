import type { Site } from '../contract';

/**
 * Request Tracker 5 lives on any origin, port and base path; its ticket pages are known by their path below
 * the base (`share/html/Ticket/` and `share/html/m/` in bestpractical/rt). Pages there whose `id` is not a
 * ticket's, such as `Crypt.html`, are left out, and so is the customers' `SelfService/`.
 */
export const requestTrackerSite: Site = {
  id: 'request-tracker',
  label: 'Request Tracker',
  matches: [],
  locate(url) {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
    const base = ticketPage.exec(url.pathname)?.[1];
    const key = /^0*([1-9]\d{0,14})$/.exec(url.searchParams.get('id') ?? '')?.[1];
    if (base === undefined || !key) return undefined;
    const site = `${url.origin}${base.replace(/\/+$/, '')}`;
    return { helpdesk: 'request-tracker', site, key, url: `${site}/Ticket/Display.html?id=${key}` };
  },
};

const ticketPage =
  /^(.*)\/(?:Ticket\/(?:Display|History|Update|Modify|Modify(?:All|Dates|Links|People)|Reminders|Forward)\.html|m\/ticket\/(?:show|history|reply))$/;
