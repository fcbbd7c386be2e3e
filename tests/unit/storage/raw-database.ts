/** The database without Dexie and without lib/storage: what is on the disk, and putting something there. */

export interface RawDatabase {
  /** Dexie multiplies its version numbers by ten. */
  nativeVersion: number;
  stores: Record<string, RawStore>;
}

export interface RawStore {
  keyPath: string;
  /** Index name to key path. */
  indexes: Record<string, string>;
  rows: unknown[];
}

export async function writeRaw(disk: IDBFactory, name: string, content: RawDatabase): Promise<void> {
  const open = disk.open(name, content.nativeVersion);
  open.onupgradeneeded = () => {
    for (const [store, { keyPath, indexes, rows }] of Object.entries(content.stores)) {
      const target = open.result.createObjectStore(store, { keyPath });
      for (const [index, path] of Object.entries(indexes)) target.createIndex(index, path);
      for (const row of rows) target.put(row);
    }
  };
  (await done(open)).close();
}

export async function readRaw(disk: IDBFactory, name: string): Promise<RawDatabase> {
  const db = await done(disk.open(name));
  const stores: Record<string, RawStore> = {};
  for (const storeName of db.objectStoreNames) {
    const store = db.transaction(storeName).objectStore(storeName);
    stores[storeName] = {
      keyPath: String(store.keyPath),
      indexes: Object.fromEntries(
        [...store.indexNames].map((index) => [index, String(store.index(index).keyPath)]),
      ),
      rows: await done(store.getAll()),
    };
  }
  db.close();
  return { nativeVersion: db.version, stores };
}

/** Puts rows into an existing store as they are. */
export async function putRaw(disk: IDBFactory, name: string, store: string, row: unknown): Promise<void> {
  const db = await done(disk.open(name));
  await done(db.transaction(store, 'readwrite').objectStore(store).put(row));
  db.close();
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
