/**
 * The history of a postmortem: revisions kept whole, at moments that mean something and now and then while somebody
 * writes. What is kept is always the revision that is about to be replaced, in the transaction that replaces it.
 */
import type { Postmortem } from '../postmortem/schema';
import type { Iso } from '../ticket/basics';
import { ok, type Result } from '../ticket/problem';
import type { Database, PostmortemRow, VersionRow } from './database';
import type { StoreProblem } from './problems';
import { readStored } from './stored';

/** While somebody writes, one version is kept in this time at most. */
export const VERSION_EVERY_MS = 10 * 60_000;

/** How many versions of a postmortem are kept. The first is never thinned out. */
export const MOST_VERSIONS = 50;

/** `first` is what was there before the first edit; the others say what replaced it. */
export type VersionReason =
  | 'first'
  | 'editing'
  | 'before_pull'
  | 'before_restore'
  | 'status'
  | 'other_window'
  | 'backup';

export interface VersionInfo {
  rev: number;
  /** When its words were written. */
  at: Iso;
  why: VersionReason;
}

const reasons: readonly string[] = [
  'first',
  'editing',
  'before_pull',
  'before_restore',
  'status',
  'other_window',
  'backup',
] satisfies VersionReason[];

/** Newest first. */
export async function listVersions(db: Database, id: string): Promise<VersionInfo[]> {
  const rows = await db.versions.where('postmortemId').equals(id).toArray();
  return rows.map(({ rev, at, why }) => ({ rev, at, why: reasonOf(why) })).sort(newestFirst);
}

export async function readVersion(
  db: Database,
  id: string,
  rev: number,
): Promise<Result<Postmortem | undefined, StoreProblem>> {
  const row = await db.versions.get([id, rev]);
  if (!row) return ok(undefined);
  const read = readStored({ ...row, id, captureId: '' });
  return read.ok ? ok(read.value.postmortem) : read;
}

/**
 * Keeps `row` if there is a reason to, or if it is time again. Answers what the row that replaces it has to say in
 * `versionedAt`.
 */
export async function keepVersion(
  db: Database,
  row: PostmortemRow,
  at: Iso,
  why: VersionReason | undefined,
  now: Iso,
): Promise<Iso> {
  const { versionedAt } = row;
  // A clock that was set back must not stop the history.
  const since = versionedAt === undefined ? 0 : Math.abs(Date.parse(now) - Date.parse(versionedAt));
  if (why === undefined && versionedAt !== undefined && since < VERSION_EVERY_MS) return versionedAt;
  const reason = why ?? (versionedAt === undefined ? 'first' : 'editing');
  await addVersion(db, { postmortemId: row.id, rev: row.rev, at, why: reason, postmortem: row.postmortem });
  return now;
}

/** One that is kept already stays as it is. */
export async function addVersion(db: Database, version: VersionRow): Promise<void> {
  const { postmortemId, rev } = version;
  if ((await db.versions.get([postmortemId, rev])) !== undefined) return;
  await db.versions.add(version);
  await thin(db, postmortemId);
}

/** What was kept only because time had passed goes first, the oldest of it; never the first and the newest. */
async function thin(db: Database, postmortemId: string): Promise<void> {
  const count = await db.versions.where('postmortemId').equals(postmortemId).count();
  if (count <= MOST_VERSIONS) return;
  const between = (await listVersions(db, postmortemId)).slice(1, -1).reverse();
  const passing = between.filter(({ why }) => why === 'editing');
  const others = between.filter(({ why }) => why !== 'editing');
  const gone = [...passing, ...others].slice(0, count - MOST_VERSIONS);
  await db.versions.bulkDelete(gone.map(({ rev }): [string, number] => [postmortemId, rev]));
}

function reasonOf(why: string): VersionReason {
  // It is in the list of them.
  return reasons.includes(why) ? (why as VersionReason) : 'editing';
}

function newestFirst(a: VersionInfo, b: VersionInfo): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return b.rev - a.rev;
}
