/** Request Tracker 5, read through REST2 with the session of the page. */
import type { Helpdesk } from '../contract';
import { inLanes } from '../lanes';
import { asResult } from '../pull-error';
import { requestTrackerEntry } from './entry';
import { pageBase } from './page-facts';
import { pullTicket } from './pull';
import { requestTrackerSite } from './site';

export const requestTracker = {
  ...requestTrackerSite,
  recognise(document) {
    const base = pageBase(document);
    return base === undefined ? undefined : { base };
  },
  pull: (ref, page) => asResult(() => pullTicket(ref, inLanes(page))),
  entry: requestTrackerEntry,
} satisfies Helpdesk;
