/** Captures are evidence: stored once under their content hash, never rewritten, dropped only when nothing needs them. */
import type { Capture } from '../ticket/schema';
import type { CaptureRow, Database } from './database';

/** How many captures without a postmortem are kept, so that a panel opened again has something to show. */
export const KEEP_SPARE_CAPTURES = 20;

export function storeCapture(db: Database, capture: Capture): PromiseLike<string> {
  const { id, capturedAt } = capture;
  return db.transaction('rw', db.captures, db.postmortems, async () => {
    const known = await db.captures.where('id').equals(id).count();
    if (known === 0) {
      await db.captures.add({ id, ticketId: capture.ticket.id, capturedAt, capture });
      await prune(db, id);
    }
    return id;
  });
}

/** The newest capture of a ticket. Looks at keys first: a single capture can be megabytes. */
export function newestCapture(db: Database, ticketId: string): PromiseLike<CaptureRow | undefined> {
  return db.transaction('r', db.captures, async () => {
    const ofTicket = new Set(await db.captures.where('ticketId').equals(ticketId).primaryKeys());
    const newest = (await idsNewestFirst(db)).find((id) => ofTicket.has(id));
    return newest === undefined ? undefined : db.captures.get(newest);
  });
}

/** Deleted postmortems still count: a restored one needs its evidence. The newcomer counts as the newest. */
async function prune(db: Database, newcomer: string): Promise<void> {
  const referenced = new Set(await db.postmortems.orderBy('captureId').uniqueKeys());
  const others = (await idsNewestFirst(db)).filter((id) => id !== newcomer);
  const spare = [newcomer, ...others].filter((id) => !referenced.has(id));
  await db.captures.bulkDelete(spare.slice(KEEP_SPARE_CAPTURES));
}

function idsNewestFirst(db: Database): PromiseLike<string[]> {
  return db.captures.orderBy('capturedAt').reverse().primaryKeys();
}
