import type { Page } from '@playwright/test';

/** What the panel has stored, read from its own IndexedDB behind its back, newest first. */
export function storedCaptures(panel: Page): Promise<unknown[]> {
  return panel.evaluate(async () => {
    const open = indexedDB.open('debrief');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const all = db.transaction('captures').objectStore('captures').getAll();
    const rows = await new Promise<{ capture: { capturedAt: string } }[]>((resolve, reject) => {
      all.onsuccess = () => resolve(all.result);
      all.onerror = () => reject(all.error);
    });
    db.close();
    return rows.map((row) => row.capture).sort((a, b) => (a.capturedAt < b.capturedAt ? 1 : -1));
  });
}
