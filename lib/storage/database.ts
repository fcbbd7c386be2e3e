/**
 * The tables. A stored shape never changes in place: a new shape is a new `version(n)` with an upgrade, and a
 * frozen example of every version stands in tests/fixtures/storage.
 */
import { Dexie, type Table } from 'dexie';
import type { Iso } from '../ticket/basics';

/** Raise together with a new `version(n)` below and a new frozen example. */
export const SCHEMA_VERSION = 3;

/** The document is `unknown` until it has been parsed: an older or newer build may have written it. */
export interface PostmortemRow {
  id: string;
  /** Counts saves, removals and restorations; 1 is the first. */
  rev: number;
  captureId: string;
  deletedAt?: Iso;
  /** When an earlier revision was last kept as a version; absent while there is none. */
  versionedAt?: Iso;
  postmortem: unknown;
}

/** An earlier revision, whole. By postmortem and revision: of two devices' histories the later one gets numbers of its own. */
export interface VersionRow {
  postmortemId: string;
  rev: number;
  /** When its words were written. */
  at: Iso;
  why: string;
  postmortem: unknown;
}

/** An attached picture. By postmortem as well: two may have the same one, and one may be deleted. */
export interface BlobRow {
  postmortemId: string;
  /** `sha256:` and 64 hexadecimal digits, over the bytes. */
  id: string;
  type: string;
  name: string;
  size: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Not part of the postmortem's row: each autosave would rewrite megabytes of evidence. */
export interface CaptureRow {
  id: string;
  ticketId: string;
  capturedAt: Iso;
  capture: unknown;
}

/** By ticket and not by postmortem: a correction holds before a postmortem is begun, and for every one of the ticket. */
export interface CorrectionsRow {
  ticketId: string;
  overlay: unknown;
}

/** One row, for all tickets. */
export interface PreferencesRow {
  id: 'preferences';
  preferences: unknown;
}

export class Database extends Dexie {
  declare postmortems: Table<PostmortemRow, string>;
  declare captures: Table<CaptureRow, string>;
  declare summaries: Table<unknown, string>;
  declare corrections: Table<CorrectionsRow, string>;
  declare preferences: Table<PreferencesRow, string>;
  declare versions: Table<VersionRow, [postmortemId: string, rev: number]>;
  declare blobs: Table<BlobRow, [postmortemId: string, id: string]>;

  constructor(name: string, factory: IDBFactory | undefined, keyRange: KeyRange | undefined) {
    super(name, {
      indexedDB: factory,
      IDBKeyRange: keyRange ?? singleKeys,
      // A process kill keeps what 'relaxed' committed (tried); 'strict' costs a disk flush on every autosave.
      chromeTransactionDurability: 'relaxed',
      // Dexie's cache answers reads with writes that have not been committed yet; "saved" must mean saved.
      cache: 'disabled',
    });
    // liveQuery does nothing where this is empty, also for a database with a factory of its own.
    if (factory) Dexie.dependencies.indexedDB ??= factory;
    this.version(1).stores({
      postmortems: 'id, captureId',
      captures: 'id, ticketId, capturedAt',
      summaries: 'id, ticketId',
    });
    // Adds two tables; what stands in the others stays.
    this.version(2).stores({ corrections: 'ticketId', preferences: 'id' });
    // And two more; the first save of a postmortem keeps what was stored of it before as its first version.
    this.version(3).stores({
      versions: '[postmortemId+rev], postmortemId',
      blobs: '[postmortemId+id], postmortemId, [postmortemId+size]',
    });
  }
}

type KeyRange = Pick<typeof IDBKeyRange, 'bound' | 'lowerBound' | 'upperBound'>;

/**
 * Stands in where a program hands over a factory alone. IndexedDB takes a plain key for a range of one key, and
 * no query here asks for more than one key or the whole table.
 */
const singleKeys = {
  bound: (lower: unknown) => lower,
  lowerBound: unsupported,
  upperBound: unsupported,
};

function unsupported(): never {
  throw new Error('Ranges of keys need IDBKeyRange: pass it to openStore beside indexedDB');
}
