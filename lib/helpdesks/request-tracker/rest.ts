/** The few REST2 addresses the reader asks, always below the site's own base path and only by GET. */

import type { Problem } from '../../ticket/problem';
import type { Page } from '../contract';
import { getJson, isBearable } from '../json';
import { MOST_LANES } from '../lanes';
import { pagesAhead } from '../pages-ahead';
import { PullError } from '../pull-error';
import { type Fields, isRecord, list, text } from './shape';

export interface Rest {
  /** Path of an endpoint, for "Explain". */
  path(endpoint: string): string;
  get(endpoint: string): Promise<Fields>;
  /** Like `get`, but undefined where the viewer may not see it, it is gone, or it comes without this field. */
  find(endpoint: string, needed: string): Promise<Fields | undefined>;
  /** Lets a pull do without something: resolves to undefined, noted below; a lost session or connection is thrown on. */
  without(what: string): (error: unknown) => undefined;
  /** What could not be read for another reason than not being there, each with why the first time. */
  missed: ReadonlyMap<string, Problem>;
}

export function rest(site: string, page: Page): Rest {
  const base = `${new URL(site).pathname.replace(/\/$/, '')}/REST/2.0`;
  const path = (endpoint: string) => `${base}/${endpoint}`;
  const get = async (endpoint: string) => {
    stopIfCancelled(page);
    const answer = await getJson(page, { label: 'Request Tracker', path: path(endpoint) });
    if (!isRecord(answer)) throw unknownAnswer(path(endpoint), 'something other than a record');
    return answer;
  };
  const missed = new Map<string, Problem>();
  const without = (what: string) => (error: unknown) => {
    if (!isBearable(page, error)) throw error;
    const { problem } = error;
    if (problem.code !== 'not_found' && !missed.has(what)) missed.set(what, problem);
    return undefined;
  };
  return {
    path,
    get,
    find: async (endpoint, needed) => {
      try {
        const record = await get(endpoint);
        if (text(record[needed]) === '') throw unknownAnswer(path(endpoint), `a record without ${needed}`);
        return record;
      } catch (error) {
        return without(endpoint.split('/', 1)[0] ?? endpoint)(error);
      }
    },
    without,
    missed,
  };
}

// RT cuts a larger page size silently to this (RT::REST2::Resource::Collection, setup_paging).
const PAGE = 100;
const MOST_PAGES = 1_000;

export interface Listing {
  /** Called with the items of each page, in order, and with how many there are by then. */
  each?(items: readonly Fields[], count: number, total: number | undefined): void;
  /** Whether RT may leave items out of a page. */
  mayHide?: boolean;
}

/**
 * All items of a collection, a few pages asked for ahead of their turn. RT tells a total only to superusers, and
 * takes out what the viewer may not see after it has cut the page; so where something may be hidden, a short page is
 * not the last one, only the first empty page is.
 */
export async function everyItem(
  source: Rest,
  endpoint: string,
  query: string,
  { each, mayHide = false }: Listing = {},
): Promise<{ items: Fields[]; total?: number; cut?: string }> {
  const items: Fields[] = [];
  const ids = new Set<string>();
  let total: number | undefined;
  let pages = 0;
  const ask = (page: number) => source.get(`${endpoint}?${query}&per_page=${PAGE}&page=${page}`);
  const start = { page: 1, more: mayHide ? 2 : 1 };
  for await (const answer of pagesAhead(ask, start, (next, page) => outlookOf(next, page, mayHide))) {
    pages++;
    if (!Array.isArray(answer.items)) throw unknownAnswer(source.path(endpoint), 'a list without items');
    const found = list(answer.items);
    if (found.length > 0 && found.every((item) => ids.has(text(item.id))))
      return { items, cut: 'the same page was offered twice' };
    for (const item of found) ids.add(text(item.id));
    items.push(...found);
    total = totalIn(answer, items.length);
    each?.(found, items.length, total);
    if (found.length < (mayHide ? 1 : PAGE)) return { items, ...(total === undefined ? {} : { total }) };
  }
  const isCut = pages === MOST_PAGES && (total === undefined || total > MOST_PAGES * PAGE);
  return {
    items,
    ...(total === undefined ? {} : { total }),
    ...(isCut ? { cut: 'more pages than Debrief reads' } : {}),
  };
}

/** Every page that came full makes one more behind it likelier; where the last one is told, none is asked in vain. */
function outlookOf(answer: Fields, page: number, mayHide: boolean): { last: number; more: number } {
  const found = Array.isArray(answer.items) ? answer.items.length : 0;
  const total = totalIn(answer, found === 0 ? 0 : (page - 1) * PAGE + found);
  const last = Math.min(MOST_PAGES, total === undefined ? MOST_PAGES : Math.ceil(total / PAGE));
  return { last, more: found >= PAGE ? Math.min(MOST_LANES, page + 1) : Number(mayHide && found > 0) };
}

/** A total below what has come already is none. */
function totalIn({ total }: Fields, least: number): number | undefined {
  return Number.isSafeInteger(total) && Number(total) >= least ? Number(total) : undefined;
}

/** A search by one field over many values (RT::REST2::Resource::Collection::QueryByJSON). */
export function oneOf(field: string, values: readonly number[], ...more: Fields[]): string {
  const limits = [{ field, operator: 'IN', value: values }, ...more];
  return `query=${encodeURIComponent(JSON.stringify(limits))}`;
}

/** Runs the work over all items, a few at a time. */
export async function severally<In, Out>(
  items: readonly In[],
  work: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index] as In); // index is below length
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, items.length) }, worker));
  return results;
}

export function inSlices<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) =>
    items.slice(n * size, (n + 1) * size),
  );
}

export function idOf(item: Fields): number {
  return Number(text(item.id));
}

function stopIfCancelled(page: Page): void {
  if (page.signal.aborted) {
    throw new PullError({
      code: 'cancelled',
      message: 'The pull was stopped.',
      next: 'Pull again when you are ready.',
    });
  }
}

export function unknownAnswer(at: string, what: string): PullError {
  return new PullError({
    code: 'unexpected_answer',
    message: `Request Tracker answered with something Debrief does not know: ${what}.`,
    next: 'Pull again. If it happens again, report what is named here.',
    at,
  });
}
