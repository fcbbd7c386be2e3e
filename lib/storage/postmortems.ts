/** Writing postmortems: each step is one transaction over the document and its summary. */
import { type Postmortem, parsePostmortem } from '../postmortem/schema';
import type { Iso } from '../ticket/basics';
import { fail, ok, type Result } from '../ticket/problem';
import type { Database, PostmortemRow } from './database';
import type { Conflict, StoreProblem } from './problems';
import { readRow, readStored, type Stored } from './stored';
import { readSummary, summarise } from './summaries';
import { keepVersion, type VersionReason } from './versions';

/** How long a deleted postmortem can be restored. */
export const KEEP_DELETED_DAYS = 30;

export interface SaveOptions {
  /** Keeps the revision that this one replaces as a version, and says why. Now and then it is kept anyway. */
  keep?: VersionReason;
}

export async function savePostmortem(
  db: Database,
  given: Postmortem,
  expectedRev: number,
  now: Iso,
  { keep }: SaveOptions,
): Promise<Result<number, Conflict | StoreProblem>> {
  // What cannot be read back must not replace what can.
  const checked = parsePostmortem(given);
  if (!checked.ok) return fail(notStorable(checked.problem.at));
  const postmortem = checked.value;
  const { id, captureId } = postmortem;
  return db.transaction('rw', db.postmortems, db.summaries, db.versions, async () => {
    const row = await db.postmortems.get(id);
    const held = row === undefined ? undefined : readStored(row);
    if (held && !held.ok) return held;
    const current = held?.value;
    if (!current && expectedRev !== 0) return fail(notFound);
    if (current && current.rev !== expectedRev) return fail(conflict(current));
    const rev = expectedRev + 1;
    const versionedAt =
      row && current && (await keepVersion(db, row, current.postmortem.updatedAt, keep, now));
    const deletion = current?.deletedAt === undefined ? {} : { deletedAt: current.deletedAt };
    const versioned = versionedAt === undefined ? {} : { versionedAt };
    await putPostmortem(db, { id, rev, captureId, ...deletion, ...versioned, postmortem }, postmortem);
    return ok(rev);
  });
}

/** The row and the summary made from it; inside a transaction over both. */
export async function putPostmortem(db: Database, row: PostmortemRow, postmortem: Postmortem): Promise<void> {
  await db.postmortems.put(row);
  await db.summaries.put(summarise(postmortem, row.deletedAt));
}

/**
 * Deletes (with a time) or restores (without). Raises the revision, so that a window still typing into it gets
 * a conflict instead of writing into the bin. Works on a damaged document too: it moves as it is.
 */
export function markDeleted(
  db: Database,
  id: string,
  deletedAt: Iso | undefined,
): PromiseLike<Result<number, StoreProblem>> {
  return db.transaction('rw', db.postmortems, db.summaries, async () => {
    const row: unknown = await db.postmortems.get(id);
    if (row === undefined) return fail(notFound);
    const read = readRow(row);
    if (!read.ok) return read;
    const { deletedAt: before, ...rest } = read.value;
    if ((before === undefined) === (deletedAt === undefined)) return ok(rest.rev);
    const rev = rest.rev + 1;
    const deletion = deletedAt === undefined ? {} : { deletedAt };
    await db.postmortems.put({ ...rest, rev, ...deletion });
    await db.summaries.update(id, { deletedAt });
    return ok(rev);
  });
}

/** Forgets what was deleted more than `KEEP_DELETED_DAYS` ago and says how many that were. */
export function purgeDeleted(db: Database, nowMs: number): PromiseLike<number> {
  const cutoff = new Date(nowMs - KEEP_DELETED_DAYS * 86_400_000).toISOString();
  return db.transaction('rw', [db.postmortems, db.summaries, db.versions, db.blobs], async () => {
    const rows = await db.summaries.toArray();
    const gone = rows.flatMap((row) => {
      const summary = readSummary(row);
      return summary?.deletedAt !== undefined && summary.deletedAt <= cutoff ? [summary.id] : [];
    });
    await db.postmortems.bulkDelete(gone);
    await db.summaries.bulkDelete(gone);
    for (const id of gone) {
      await db.versions.where('postmortemId').equals(id).delete();
      await db.blobs.where('postmortemId').equals(id).delete();
    }
    return gone.length;
  });
}

function conflict(theirs: Stored): Conflict {
  const { postmortem, rev, deletedAt } = theirs;
  return {
    code: 'conflict',
    message: `This postmortem was ${deletedAt === undefined ? 'changed' : 'deleted'} in another window.`,
    next: 'Compare the two and choose which one to keep; yours is still in this window.',
    theirs: postmortem,
    rev,
    ...(deletedAt === undefined ? {} : { deletedAt }),
  };
}

const notFound: StoreProblem = {
  code: 'not_found',
  message: 'This postmortem is no longer stored.',
  next: 'Save it as a new one to keep what this window shows.',
};

function notStorable(at: string | undefined): StoreProblem {
  return {
    code: 'not_storable',
    message: `This postmortem cannot be saved: ${at ?? 'a field'} has a form Debrief could not read back.`,
    next: 'Correct that field; your text stays in this window.',
    ...(at === undefined ? {} : { at }),
  };
}
