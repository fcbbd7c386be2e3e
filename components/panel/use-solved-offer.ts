import { useCallback, useEffect, useState } from 'react';
import { watchAnswers } from '../../lib/platform/offers';
import { noteSolved, type SolvedOffer, solvedOffer } from '../../lib/platform/solved-offers';
import type { Iso } from '../../lib/ticket/basics';

/**
 * Whether a draft is offered because the ticket was solved: from the moment that was seen (`wasOpen`) until somebody
 * answers, in whichever window, also after the panel was closed.
 */
export function useSolvedOffer(
  ticketId: string,
  from: Iso | undefined,
  wasOpen: boolean,
): { isOffered: boolean; decline(): void } {
  const [found, setFound] = useState<{ ticketId: string; offer: SolvedOffer | undefined }>();
  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      let offer = await solvedOffer(ticketId);
      // Only ever forward: a window that shows an older capture must not ask again what was answered.
      if (wasOpen && from !== undefined && (offer === undefined || offer.from < from)) {
        offer = { from, isAnswered: false };
        await noteSolved(ticketId, offer);
      }
      if (isCurrent) setFound({ ticketId, offer });
    };
    void look();
    const stop = watchAnswers(() => void look());
    return () => {
      isCurrent = false;
      stop();
    };
  }, [ticketId, from, wasOpen]);
  const decline = useCallback(() => {
    if (from !== undefined) void noteSolved(ticketId, { from, isAnswered: true });
  }, [ticketId, from]);
  const offer = found?.ticketId === ticketId ? found.offer : undefined;
  return { isOffered: offer !== undefined && !offer.isAnswered && from !== undefined, decline };
}
