/** Lists of postmortems, made from their summaries, and the account of those that cannot be read. */
import type { Database } from './database';
import type { StoreProblem } from './problems';
import { readStored } from './stored';
import { newestFirst, readSummary, type Summary, summarise, summaryMatcher } from './summaries';

export interface ListQuery {
  text?: string;
  /** True lists what was deleted and can be restored; otherwise only what was not. */
  deleted?: boolean;
}

export interface Damaged {
  id: string;
  problem: StoreProblem;
  /** The row as it stands, so that a person can take the words out. */
  stored: unknown;
}

export async function listSummaries(db: Database, query: ListQuery): Promise<Summary[]> {
  return chosen(await summariesOf(db, await db.summaries.toArray()), query);
}

export async function ticketSummaries(db: Database, ticketId: string): Promise<Summary[]> {
  return chosen(await summariesOf(db, await db.summaries.where('ticketId').equals(ticketId).toArray()), {});
}

/** Reads every document, so it is for a page that asks for it, not for each list. */
export async function findDamaged(db: Database): Promise<Damaged[]> {
  const found: Damaged[] = [];
  await db.postmortems.each((row) => {
    const read = readStored(row);
    if (!read.ok) found.push({ id: row.id, problem: read.problem, stored: row });
  });
  return found;
}

function chosen(summaries: Summary[], { text = '', deleted = false }: ListQuery): Summary[] {
  const matches = summaryMatcher(text);
  return summaries
    .filter((summary) => (summary.deletedAt !== undefined) === deleted && matches(summary))
    .sort(newestFirst);
}

async function summariesOf(db: Database, rows: unknown[]): Promise<Summary[]> {
  const found: Summary[] = [];
  for (const row of rows) {
    const summary = readSummary(row) ?? (await remade(db, row));
    if (summary) found.push(summary);
  }
  return found;
}

/** A summary is derived: one that cannot be read is made again from its document, if that can be. */
async function remade(db: Database, row: unknown): Promise<Summary | undefined> {
  if (typeof row !== 'object' || row === null || !('id' in row) || typeof row.id !== 'string')
    return undefined;
  const stored = readStored(await db.postmortems.get(row.id));
  return stored.ok ? summarise(stored.value.postmortem, stored.value.deletedAt) : undefined;
}
