/** Which tickets were seen being solved, and whether somebody has answered the offer of a draft that this makes. */
import { browser } from 'wxt/browser';
import type { Iso } from '../ticket/basics';

export interface SolvedOffer {
  /** When it was solved: a ticket that is opened and solved again is offered anew. */
  from: Iso;
  isAnswered: boolean;
}

/** One key a ticket, so that two windows do not overwrite each other's. */
function keyOf(ticketId: string): string {
  return `solved-offer:${ticketId}`;
}

export async function solvedOffer(ticketId: string): Promise<SolvedOffer | undefined> {
  const key = keyOf(ticketId);
  const found: unknown = (await browser.storage.local.get(key))[key];
  return isOffer(found) ? found : undefined;
}

export function noteSolved(ticketId: string, offer: SolvedOffer): Promise<void> {
  return browser.storage.local.set({ [keyOf(ticketId)]: offer });
}

function isOffer(found: unknown): found is SolvedOffer {
  if (typeof found !== 'object' || found === null || !('from' in found && 'isAnswered' in found))
    return false;
  return typeof found.from === 'string' && typeof found.isAnswered === 'boolean';
}
