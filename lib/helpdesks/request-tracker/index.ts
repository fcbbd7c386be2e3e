/** Request Tracker 5, read through REST2 with the session of the page. */
import type { Helpdesk } from '../contract';
import { asResult } from '../pull-error';
import { pageBase } from './page-facts';
import { pullTicket } from './pull';
import { requestTrackerSite } from './site';

export const requestTracker = {
  ...requestTrackerSite,
  recognise(document) {
    const base = pageBase(document);
    return base === undefined ? undefined : { base };
  },
  pull: (ref, page) => asResult(() => pullTicket(ref, page)),
  entry(document, event) {
    const transaction = /^txn:(\d+)/.exec(event.id)?.[1];
    const found =
      transaction && document.querySelector(`div.transaction[data-transaction-id="${transaction}"]`);
    return found || undefined;
  },
} satisfies Helpdesk;
