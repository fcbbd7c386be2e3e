/** Drops pictures that neither the postmortem nor a version of it names, once nobody could bring one back by Undo. */
import { useEffect } from 'react';
import type { Store } from '../../lib/storage/store';

/**
 * When a postmortem is opened, and only by a window that alone has it open: what another window took out a moment ago
 * can still be taken back there, and what it put in may not be saved yet.
 */
export function usePicturesTidied(store: Store, postmortemId: string | undefined): void {
  useEffect(() => {
    const { locks } = navigator;
    if (postmortemId === undefined || locks === undefined) return;
    const name = `debrief:postmortem:${postmortemId}`;
    let leave = () => {};
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    void locks
      .request(name, { ifAvailable: true }, async (alone) => {
        // Nobody asked for it: where the store refuses, it is done the next time.
        if (alone) await store.removeUnusedBlobs(postmortemId).catch(() => undefined);
      })
      .then(() => locks.request(name, { mode: 'shared' }, () => left));
    return () => leave();
  }, [store, postmortemId]);
}
