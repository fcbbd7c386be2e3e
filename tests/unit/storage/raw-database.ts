/** The database without Dexie and without lib/storage: what is on the disk, and putting something there. */

export interface RawDatabase {
  /** Dexie multiplies its version numbers by ten. */
  nativeVersion: number;
  stores: Record<string, RawStore>;
}

export interface RawStore {
  keyPath: string | string[];
  /** Index name to key path. */
  indexes: Record<string, string | string[]>;
  /** Bytes stand as `{ base64 }`. */
  rows: unknown[];
}

export async function writeRaw(disk: IDBFactory, name: string, content: RawDatabase): Promise<void> {
  const open = disk.open(name, content.nativeVersion);
  open.onupgradeneeded = () => {
    for (const [store, { keyPath, indexes, rows }] of Object.entries(content.stores)) {
      const target = open.result.createObjectStore(store, { keyPath });
      for (const [index, path] of Object.entries(indexes)) target.createIndex(index, path);
      for (const row of rows) target.put(withBytes(row));
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
      keyPath: plain(store.keyPath),
      indexes: Object.fromEntries(
        [...store.indexNames].map((index) => [index, plain(store.index(index).keyPath)]),
      ),
      rows: (await done(store.getAll())).map(withoutBytes),
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

function plain(keyPath: string | Iterable<string> | null): string | string[] {
  return typeof keyPath === 'string' ? keyPath : [...(keyPath ?? [])];
}

function withBytes(row: unknown): unknown {
  return eachValue(row, (value) =>
    typeof value === 'object' && value !== null && 'base64' in value
      ? Uint8Array.from(Buffer.from(String(value.base64), 'base64'))
      : value,
  );
}

function withoutBytes(row: unknown): unknown {
  return eachValue(row, (value) =>
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
  );
}

function eachValue(row: unknown, change: (value: unknown) => unknown): unknown {
  const entries = Object.entries(row as object); // rows of ours
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value)]));
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
