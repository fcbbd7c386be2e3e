/** The store: postmortems with revisions, the captures they rest on, and live lists, all in IndexedDB. */
import type { Overlay } from '../analysis/overlay';
import type { Preferences } from '../analysis/preferences';
import type { Postmortem } from '../postmortem/schema';
import { ok, type Result } from '../ticket/problem';
import type { Capture } from '../ticket/schema';
import type { BlobInfo, StoredBlob } from './blobs';
import { newestCapture, storeCapture } from './captures';
import { correct, readCorrections } from './corrections';
import { Database } from './database';
import type { ImportReport } from './import-report';
import { type Damaged, findDamaged, type ListQuery, listSummaries, ticketSummaries } from './listing';
import { live, type OnProblem, throwProblem } from './live';
import { markDeleted, purgeDeleted, type SaveOptions, savePostmortem } from './postmortems';
import { prefer, readPreferences, storedPreferences } from './preferences';
import { type Conflict, guarded, orFailure, type StoreProblem } from './problems';
import { readCapture, readStored, type Stored } from './stored';
import type { Summary } from './summaries';
import { listVersions, readVersion, type VersionInfo } from './versions';

export interface Store {
  /**
   * Saves with an optimistic lock: `expectedRev` is the revision this window last saw, 0 for a new postmortem.
   * Resolves with the new revision after the transaction has completed, so "saved" may be shown then.
   */
  save(
    postmortem: Postmortem,
    expectedRev: number,
    options?: SaveOptions,
  ): Promise<Result<number, Conflict | StoreProblem>>;
  /** Also answers for a deleted one (`deletedAt` is set). One that cannot be read is a problem, and is kept. */
  get(id: string): Promise<Result<Stored | undefined, StoreProblem>>;
  /**
   * Keeps a capture under its content hash; one already kept is left as it is. Answers the id. A capture that
   * no postmortem refers to can be dropped later, so put it again before the first save of its postmortem.
   */
  putCapture(capture: Capture): Promise<string>;
  getCapture(id: string): Promise<Result<Capture | undefined, StoreProblem>>;
  /** The newest capture of a ticket, to show something before a pull has finished. */
  latestCapture(ticketId: string): Promise<Result<Capture | undefined, StoreProblem>>;
  /** Postmortems of one ticket that are not deleted, newest first. */
  forTicket(ticketId: string): Promise<Summary[]>;
  /** A person's corrections of a ticket; empty where there are none. */
  corrections(ticketId: string): Promise<Result<Overlay, StoreProblem>>;
  /** Changes what is stored at that moment; answers the corrections as they then are. */
  correct(ticketId: string, edit: (current: Overlay) => Overlay): Promise<Result<Overlay, StoreProblem>>;
  /** Changes a user's options as they are stored at that moment; answers them as they then are. */
  prefer(edit: (current: Preferences) => Preferences): Promise<Result<Preferences, StoreProblem>>;
  list(query?: ListQuery): Promise<Summary[]>;
  /** Postmortems that cannot be read, with what is stored. Reads every document. */
  damaged(): Promise<Damaged[]>;
  /** Deletes so that it can be restored, or restores; answers the new revision. */
  remove(id: string): Promise<Result<number, StoreProblem>>;
  restore(id: string): Promise<Result<number, StoreProblem>>;
  /** What is kept of earlier revisions, newest first. */
  versions(id: string): Promise<VersionInfo[]>;
  version(id: string, rev: number): Promise<Result<Postmortem | undefined, StoreProblem>>;
  /** Makes a version the present text, as a new revision; the present one is kept. Answers the new revision. */
  restoreVersion(id: string, rev: number): Promise<Result<number, StoreProblem>>;
  /** Keeps a picture that `reencodeImage` made, under the hash of its bytes. PNG, JPEG, WebP and GIF only. */
  putBlob(
    postmortemId: string,
    bytes: Uint8Array<ArrayBuffer>,
    name: string,
  ): Promise<Result<BlobInfo, StoreProblem>>;
  getBlob(postmortemId: string, id: string): Promise<Result<StoredBlob | undefined, StoreProblem>>;
  /** Drops pictures that neither the postmortem nor one of its versions names by id; answers how many. */
  removeUnusedBlobs(postmortemId: string): Promise<number>;
  /** Everything that is stored, as one JSON file. Nothing in it is redacted. */
  backup(): Promise<Blob>;
  /** Adds what such a file holds; see `import-backup.ts` for what becomes of what is here already. */
  importBackup(file: Blob): Promise<Result<ImportReport, StoreProblem>>;
  /** Forgets what was deleted more than `KEEP_DELETED_DAYS` ago; answers how many. */
  purge(): Promise<number>;
  /** Calls back now and on every change, from this window or another; undefined while nothing is stored. */
  watch(id: string, callback: (current: Stored | undefined) => void, onProblem?: OnProblem): () => void;
  watchList(callback: (summaries: Summary[]) => void, query?: ListQuery, onProblem?: OnProblem): () => void;
  /** Calls back now and on every change of a ticket's corrections, from this window or another. */
  watchCorrections(ticketId: string, callback: (overlay: Overlay) => void, onProblem?: OnProblem): () => void;
  /** Calls back now and on every change of a user's options, from this window or another. */
  watchPreferences(callback: (preferences: Preferences) => void, onProblem?: OnProblem): () => void;
  close(): void;
}

export interface StoreOptions {
  name?: string;
  indexedDB?: IDBFactory;
  IDBKeyRange?: typeof IDBKeyRange;
  /** Milliseconds since 1970; what deletion and purging go by. */
  now?: () => number;
}

/**
 * Opens the store; rejects with a `StoreFailure` where the browser refuses. `save` and the reads of one record
 * answer with a `Result`; the calls that answer plainly reject with a `StoreFailure` that holds the problem.
 */
export async function openStore(options: StoreOptions = {}): Promise<Store> {
  const db = new Database(
    options.name ?? 'debrief',
    options.indexedDB ?? globalThis.indexedDB,
    options.IDBKeyRange ?? globalThis.IDBKeyRange,
  );
  await orFailure(() => db.open());
  const now = options.now ?? Date.now;
  const iso = () => new Date(now()).toISOString();

  return {
    save: (postmortem, expectedRev, more = {}) =>
      guarded(() => savePostmortem(db, postmortem, expectedRev, iso(), more)),
    get: (id) => guarded(async () => answer(await db.postmortems.get(id))),
    putCapture: (capture) => orFailure(() => storeCapture(db, capture)),
    getCapture: (id) => guarded(async () => readCapture(await db.captures.get(id))),
    latestCapture: (ticketId) => guarded(async () => readCapture(await newestCapture(db, ticketId))),
    forTicket: (ticketId) => orFailure(() => ticketSummaries(db, ticketId)),
    corrections: (ticketId) => guarded(async () => readCorrections(await db.corrections.get(ticketId))),
    correct: (ticketId, edit) => guarded(() => correct(db, ticketId, edit)),
    prefer: (edit) => guarded(() => prefer(db, edit)),
    list: (query = {}) => orFailure(() => listSummaries(db, query)),
    damaged: () => orFailure(() => findDamaged(db)),
    remove: (id) => guarded(() => markDeleted(db, id, iso())),
    restore: (id) => guarded(() => markDeleted(db, id, undefined)),
    versions: (id) => orFailure(() => listVersions(db, id)),
    version: (id, rev) => guarded(() => readVersion(db, id, rev)),
    restoreVersion: (id, rev) =>
      guarded(async () => (await import('./restore-version')).restoreVersion(db, id, rev, iso())),
    putBlob: (postmortemId, bytes, name) =>
      guarded(async () => (await blobs()).putBlob(db, postmortemId, bytes, name)),
    getBlob: (postmortemId, id) => guarded(async () => (await blobs()).getBlob(db, postmortemId, id)),
    removeUnusedBlobs: (postmortemId) =>
      orFailure(async () => (await blobs()).removeUnusedBlobs(db, postmortemId)),
    backup: () => orFailure(async () => (await import('./backup')).writeBackup(db, iso())),
    importBackup: (file) =>
      guarded(async () => (await import('./import-backup')).importBackup(db, file, iso())),
    purge: () => orFailure(() => purgeDeleted(db, now())),
    watch: (id, callback, onProblem = throwProblem) =>
      watchRow(() => db.postmortems.get(id), answer, callback, onProblem),
    watchList: (callback, query = {}, onProblem = throwProblem) =>
      live(() => listSummaries(db, query), callback, onProblem),
    watchCorrections: (ticketId, callback, onProblem = throwProblem) =>
      watchRow(() => db.corrections.get(ticketId), readCorrections, callback, onProblem),
    watchPreferences: (callback, onProblem = throwProblem) =>
      watchRow(() => storedPreferences(db), readPreferences, callback, onProblem),
    close: () => db.close(),
  };
}

// Loaded when they are asked for: the panel's start does without.
const blobs = () => import('./blobs');

function answer(row: unknown): Result<Stored | undefined, StoreProblem> {
  return row === undefined ? ok(undefined) : readStored(row);
}

function watchRow<T>(
  ask: () => PromiseLike<unknown>,
  read: (row: unknown) => Result<T, StoreProblem>,
  callback: (current: T) => void,
  onProblem: OnProblem,
): () => void {
  const told = (row: unknown) => {
    const current = read(row);
    if (current.ok) callback(current.value);
    else onProblem(current.problem);
  };
  return live(ask, told, onProblem);
}
