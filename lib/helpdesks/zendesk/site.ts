import type { Site } from '../contract';

/**
 * Agent pages at `https://{account}.zendesk.com/agent/tickets/{id}`, and the old `/agent/#/tickets/{id}` that
 * still stands in help pages and mails.
 */
export const zendeskSite = {
  id: 'zendesk',
  label: 'Zendesk',
  matches: ['https://*.zendesk.com/*'],
  locate(url) {
    if (url.protocol !== 'https:' || !url.hostname.endsWith('.zendesk.com')) return undefined;
    const path =
      url.pathname === '/agent/' || url.pathname === '/agent' ? `/agent${url.hash.slice(1)}` : url.pathname;
    const key = /^\/agent\/tickets\/(\d+)(?:\/|$)/.exec(path)?.[1];
    if (!key) return undefined;
    return { helpdesk: 'zendesk', site: url.origin, key, url: `${url.origin}/agent/tickets/${key}` };
  },
  // A help centre can live on a host of the company's own, which does not tell the account's.
  customerPage(url) {
    const key = /^\/hc\/(?:[\w-]+\/)?requests\/(\d+)\/?$/.exec(url.pathname)?.[1];
    if (url.protocol !== 'https:' || !key) return undefined;
    const isAccount = url.hostname.endsWith('.zendesk.com');
    return { key, ...(isAccount ? { agentUrl: `${url.origin}/agent/tickets/${key}` } : {}) };
  },
} satisfies Site;
