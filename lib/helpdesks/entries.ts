/**
 * How to find an entry on each helpdesk's live page. Apart from the readers, because this is the only part of a
 * helpdesk that has to be injected.
 */
import type { Helpdesk } from './contract';
import { requestTrackerEntry } from './request-tracker/entry';
import { zendeskEntry } from './zendesk/entry';

export const entryFinders: Readonly<Record<string, NonNullable<Helpdesk['entry']>>> = {
  zendesk: zendeskEntry,
  'request-tracker': requestTrackerEntry,
};
