/**
 * Reads a backup in beside what is here. Nothing that is here is lost: of a postmortem on both sides the higher revision
 * becomes the present one and the other a version; with equal revisions and other words, what is here stays present.
 * One transaction: it is all in, or nothing is.
 */
import { parsePostmortem } from '../postmortem/schema';
import type { Iso } from '../ticket/basics';
import { ok, type Result } from '../ticket/problem';
import { stableJson } from '../ticket/stable-json';
import type { Database, PostmortemRow, VersionRow } from './database';
import { emptyReport, type ImportReport } from './import-report';
import { putPostmortem } from './postmortems';
import type { StoreProblem } from './problems';
import { type ReadBackup, readBackup } from './read-backup';
import { withSafeLinks } from './safe-links';
import { readStored, type Stored } from './stored';
import { addVersion } from './versions';

export async function importBackup(
  db: Database,
  file: Blob,
  now: Iso,
): Promise<Result<ImportReport, StoreProblem>> {
  const read = await readBackup(file);
  if (!read.ok) return read;
  const report = { ...emptyReport(), setAside: read.value.setAside };
  await db.transaction('rw', db.tables, async () => {
    for (const theirs of read.value.postmortems) {
      const kept = read.value.versions.filter(({ postmortemId }) => postmortemId === theirs.postmortem.id);
      await mergePostmortem(db, theirs, kept, now, report);
    }
    for (const row of read.value.unreadable) {
      if ((await db.postmortems.get(row.id)) === undefined) await db.postmortems.add(row);
    }
    await addEvidence(db, read.value, report);
  });
  return ok(report);
}

async function mergePostmortem(
  db: Database,
  theirs: Stored,
  theirVersions: ReadBackup['versions'],
  now: Iso,
  report: ImportReport,
): Promise<void> {
  const { postmortem, rev } = theirs;
  const { id, captureId } = postmortem;
  const here = await db.postmortems.get(id);
  const history = await historyOf(db, id, here);
  for (const version of theirVersions) if (await history.keep(version)) report.versions++;
  if (!here) {
    report.added++;
    const deletion = theirs.deletedAt === undefined ? {} : { deletedAt: theirs.deletedAt };
    return put(db, { id, rev, captureId, ...deletion, versionedAt: now, postmortem }, history.highest);
  }
  const { deletedAt, ...undeleted } = here;
  const isBack = deletedAt !== undefined && theirs.deletedAt === undefined;
  if (isBack) report.broughtBack++;
  const row = isBack ? undeleted : here;
  if (history.isPresent(postmortem)) report.same++;
  else if (rev > here.rev) {
    report.newer++;
    await history.keepPresent(now);
    return put(
      db,
      { ...row, rev, captureId, versionedAt: now, postmortem },
      Math.max(history.highest, here.rev),
    );
  } else {
    const isNews = await history.keep({ postmortem, rev, at: postmortem.updatedAt, why: 'backup' });
    if (rev === here.rev && isNews) report.both++;
    else report.older++;
  }
  if (isBack || history.highest >= here.rev) await put(db, row, Math.max(history.highest, here.rev));
}

/** With a revision above all that are kept, so that a window that has it open sees that it changed. */
async function put(db: Database, row: PostmortemRow, highest: number): Promise<void> {
  const next = { ...row, rev: row.rev > highest ? row.rev : highest + 1 };
  const read = readStored(next);
  if (read.ok) await putPostmortem(db, next, read.value.postmortem);
  else await db.postmortems.put(next);
}

type Kept = Pick<VersionRow, 'postmortem' | 'rev' | 'at' | 'why'>;

/** What is kept of one postmortem, by its words and by revision. */
async function historyOf(db: Database, id: string, here: PostmortemRow | undefined) {
  const rows = await db.versions.where('postmortemId').equals(id).toArray();
  const present = here && contentOf(here.postmortem);
  const known = new Set(rows.map(({ postmortem }) => contentOf(postmortem)));
  const revs = new Set(rows.map(({ rev }) => rev));
  const add = async (version: Kept) => {
    // Under its own number where that is free, else above all others.
    const isTaken = revs.has(version.rev);
    const rev = isTaken ? Math.max(history.highest, here?.rev ?? 0) + 1 : version.rev;
    known.add(contentOf(version.postmortem));
    revs.add(rev);
    history.highest = Math.max(history.highest, rev);
    await addVersion(db, { ...version, postmortemId: id, rev });
  };
  const history = {
    highest: Math.max(0, ...revs),
    isPresent: (postmortem: unknown) => contentOf(postmortem) === present,
    /** False where these words are here already. */
    keep: async ({ postmortem, rev, at, why }: Kept): Promise<boolean> => {
      const content = contentOf(postmortem);
      if (known.has(content) || content === present) return false;
      await add({ postmortem, rev, at, why });
      return true;
    },
    keepPresent: async (now: Iso): Promise<void> => {
      if (!here || (present !== undefined && known.has(present))) return;
      const read = readStored(here);
      const at = read.ok ? read.value.postmortem.updatedAt : now;
      await add({ postmortem: here.postmortem, rev: here.rev, at, why: 'backup' });
    },
  };
  return history;
}

/** As it reads now, so that one of an older version is the same as itself. */
function contentOf(postmortem: unknown): string {
  const read = parsePostmortem(postmortem);
  return stableJson(withSafeLinks(read.ok ? read.value : postmortem));
}

async function addEvidence(db: Database, read: ReadBackup, report: ImportReport): Promise<void> {
  for (const row of read.captures) {
    if ((await db.captures.where('id').equals(row.id).count()) > 0) continue;
    await db.captures.add(row);
    report.captures++;
  }
  for (const row of read.corrections) {
    const here = await db.corrections.get(row.ticketId);
    if (!here) {
      await db.corrections.add(row);
      report.corrections++;
    } else if (stableJson(here) !== stableJson(row)) report.correctionsKept++;
  }
  for (const row of read.preferences) {
    const here = await db.preferences.get(row.id);
    if (!here) await db.preferences.add(row);
    report.options = !here ? 'taken' : stableJson(here) === stableJson(row) ? 'same' : 'kept';
  }
  for (const row of read.blobs) {
    if ((await db.blobs.get([row.postmortemId, row.id])) !== undefined) continue;
    await db.blobs.add(row);
    report.pictures++;
  }
}
