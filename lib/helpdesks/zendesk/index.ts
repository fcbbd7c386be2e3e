import { ok } from '../../ticket/problem';
import type { Helpdesk } from '../contract';
import { inLanes } from '../lanes';
import { asResult } from '../pull-error';
import { zendeskEntry } from './entry';
import { pullTicket } from './pull';
import { zendeskSite } from './site';

/** Zendesk Support, read through the endpoints its own agent page uses, with the agent's session. */
export const zendesk = {
  ...zendeskSite,
  pull: (ref, page) => asResult(async () => ok(await pullTicket(ref, inLanes(page)))),
  entry: zendeskEntry,
} satisfies Helpdesk;
