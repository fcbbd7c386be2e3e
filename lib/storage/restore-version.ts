import { restored } from '../postmortem/restored';
import type { Iso } from '../ticket/basics';
import { fail, ok, type Result } from '../ticket/problem';
import type { Database } from './database';
import { putPostmortem } from './postmortems';
import type { StoreProblem } from './problems';
import { readStored } from './stored';
import { keepVersion, readVersion } from './versions';

/** Writes the version's words (`restored`) as a new revision over the present one, which is kept. */
export function restoreVersion(
  db: Database,
  id: string,
  rev: number,
  now: Iso,
): PromiseLike<Result<number, StoreProblem>> {
  return db.transaction('rw', db.postmortems, db.summaries, db.versions, async () => {
    const row = await db.postmortems.get(id);
    if (!row) return fail(notFound);
    const present = readStored(row);
    if (!present.ok) return present;
    const version = await readVersion(db, id, rev);
    if (!version.ok) return version;
    if (!version.value) return fail(notFound);
    const versionedAt = await keepVersion(db, row, present.value.postmortem.updatedAt, 'before_restore', now);
    const postmortem = restored(version.value, present.value.postmortem, now);
    await putPostmortem(db, { ...row, rev: row.rev + 1, versionedAt, postmortem }, postmortem);
    return ok(row.rev + 1);
  });
}

const notFound: StoreProblem = {
  code: 'not_found',
  message: 'This version is no longer stored.',
  next: 'Choose another one. What is on screen stays as it is.',
};
