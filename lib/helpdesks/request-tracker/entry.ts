import type { Helpdesk } from '../contract';

/** `div.transaction[data-transaction-id]` is the same in every history mode of RT 5. */
export const requestTrackerEntry: NonNullable<Helpdesk['entry']> = (document, event) => {
  const transaction = /^txn:(\d+)/.exec(event.id)?.[1];
  if (!transaction) return undefined;
  return document.querySelector(`div.transaction[data-transaction-id="${transaction}"]`) ?? undefined;
};
