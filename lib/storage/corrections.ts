/** A person's corrections of a ticket: one small record a ticket, apart from captures and postmortems. */
import * as z from 'zod/mini';
import { emptyOverlay, type Overlay, overlaySchema } from '../analysis/overlay';
import { fail, ok, type Result } from '../ticket/problem';
import type { Database } from './database';
import type { StoreProblem } from './problems';

const rowSchema = z.object({ ticketId: z.string(), overlay: overlaySchema });

/** Nothing stored is no correction. What cannot be read is a problem, and is kept as it is. */
export function readCorrections(row: unknown): Result<Overlay, StoreProblem> {
  if (row === undefined) return ok(emptyOverlay);
  const parsed = z.safeParse(rowSchema, row);
  if (parsed.success) return ok(parsed.data.overlay);
  return fail({
    code: 'damaged',
    message: 'Your corrections of this ticket cannot be read by this version of Debrief.',
    next: 'They are kept. The ticket is shown as the helpdesk tells it.',
    ...(parsed.error.issues[0] ? { at: parsed.error.issues[0].path.join('.') } : {}),
  });
}

/** Changes what is stored at that moment, in one transaction: two windows lose none of each other's corrections. */
export function correct(
  db: Database,
  ticketId: string,
  edit: (current: Overlay) => Overlay,
): PromiseLike<Result<Overlay, StoreProblem>> {
  return db.transaction('rw', db.corrections, async () => {
    const current = readCorrections(await db.corrections.get(ticketId));
    if (!current.ok) return current;
    const overlay = edit(current.value);
    await db.corrections.put({ ticketId, overlay });
    return ok(overlay);
  });
}
