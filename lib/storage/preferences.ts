/** What a user decided for all tickets: one record, changed in place. */
import * as z from 'zod/mini';
import { noPreferences, type Preferences, preferencesSchema } from '../analysis/preferences';
import { fail, ok, type Result } from '../ticket/problem';
import type { Database } from './database';
import type { StoreProblem } from './problems';

const ID = 'preferences';
const rowSchema = z.object({ id: z.literal(ID), preferences: preferencesSchema });

/** Nothing stored is no preference. What cannot be read is a problem, and is kept as it is. */
export function readPreferences(row: unknown): Result<Preferences, StoreProblem> {
  if (row === undefined) return ok(noPreferences);
  const parsed = z.safeParse(rowSchema, row);
  if (parsed.success) return ok(parsed.data.preferences);
  return fail({
    code: 'damaged',
    message: 'Your options cannot be read by this version of Debrief.',
    next: 'They are kept. Until then tickets are read with the defaults.',
    ...(parsed.error.issues[0] ? { at: parsed.error.issues[0].path.join('.') } : {}),
  });
}

/** Changes what is stored at that moment, in one transaction. */
export function prefer(
  db: Database,
  edit: (current: Preferences) => Preferences,
): PromiseLike<Result<Preferences, StoreProblem>> {
  return db.transaction('rw', db.preferences, async () => {
    const current = readPreferences(await db.preferences.get(ID));
    if (!current.ok) return current;
    const preferences = edit(current.value);
    await db.preferences.put({ id: ID, preferences });
    return ok(preferences);
  });
}

export function storedPreferences(db: Database): PromiseLike<unknown> {
  return db.preferences.get(ID);
}
