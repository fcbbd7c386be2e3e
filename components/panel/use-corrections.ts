/** A person's corrections of the ticket on screen, kept in step with other windows. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { emptyOverlay, type Overlay } from '../../lib/analysis/overlay';
import type { StoreProblem } from '../../lib/storage/problems';
import type { Store } from '../../lib/storage/store';

export interface Corrections {
  overlay: Overlay;
  change(edit: (current: Overlay) => Overlay): void;
  /** The last correction could not be kept, or what is kept cannot be read. */
  problem?: StoreProblem;
}

export function useCorrections(store: Store, ticketId: string | undefined): Corrections {
  const [found, setFound] = useState<{ ticketId: string; overlay: Overlay }>();
  const [problem, setProblem] = useState<StoreProblem>();
  useEffect(() => {
    setProblem(undefined);
    if (ticketId === undefined) return;
    return store.watchCorrections(ticketId, (overlay) => setFound({ ticketId, overlay }), setProblem);
  }, [store, ticketId]);
  const change = useCallback(
    (edit: (current: Overlay) => Overlay) => {
      if (ticketId === undefined) return;
      void store.correct(ticketId, edit).then((result) => setProblem(result.ok ? undefined : result.problem));
    },
    [store, ticketId],
  );
  const overlay = found && found.ticketId === ticketId ? found.overlay : emptyOverlay;
  return useMemo(() => ({ overlay, change, ...(problem ? { problem } : {}) }), [overlay, change, problem]);
}
