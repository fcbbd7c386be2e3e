import type { Store } from './store';

/**
 * The store before it is open: every call waits for it, and rejects as the opening did. So the panel need not wait
 * for the database to show that it is there, nor to begin a pull.
 */
export function whileOpening(opening: Promise<Store>): Store {
  return {
    save: async (...given) => (await opening).save(...given),
    get: async (...given) => (await opening).get(...given),
    putCapture: async (...given) => (await opening).putCapture(...given),
    getCapture: async (...given) => (await opening).getCapture(...given),
    latestCapture: async (...given) => (await opening).latestCapture(...given),
    forTicket: async (...given) => (await opening).forTicket(...given),
    corrections: async (...given) => (await opening).corrections(...given),
    correct: async (...given) => (await opening).correct(...given),
    prefer: async (...given) => (await opening).prefer(...given),
    list: async (...given) => (await opening).list(...given),
    damaged: async () => (await opening).damaged(),
    remove: async (...given) => (await opening).remove(...given),
    restore: async (...given) => (await opening).restore(...given),
    versions: async (...given) => (await opening).versions(...given),
    version: async (...given) => (await opening).version(...given),
    restoreVersion: async (...given) => (await opening).restoreVersion(...given),
    putBlob: async (...given) => (await opening).putBlob(...given),
    getBlob: async (...given) => (await opening).getBlob(...given),
    removeUnusedBlobs: async (...given) => (await opening).removeUnusedBlobs(...given),
    backup: async () => (await opening).backup(),
    importBackup: async (...given) => (await opening).importBackup(...given),
    purge: async () => (await opening).purge(),
    watch: (...given) => once(opening, (store) => store.watch(...given)),
    watchList: (...given) => once(opening, (store) => store.watchList(...given)),
    watchCorrections: (...given) => once(opening, (store) => store.watchCorrections(...given)),
    watchPreferences: (...given) => once(opening, (store) => store.watchPreferences(...given)),
    close: () => void opening.then((store) => store.close()),
  };
}

/** Begins when the store is open, unless it was stopped before. */
function once(opening: Promise<Store>, begin: (store: Store) => () => void): () => void {
  let stop: (() => void) | undefined;
  let isOver = false;
  opening.then(
    (store) => {
      if (!isOver) stop = begin(store);
    },
    () => undefined, // told by whoever opened it
  );
  return () => {
    isOver = true;
    stop?.();
  };
}
