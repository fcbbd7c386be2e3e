/** The pages of a ticket's history: by number and side by side where the account can, else one after another. */
import type { Page } from '../contract';
import { MOST_LANES } from '../lanes';
import { pagesAhead } from '../pages-ahead';
import { PullError } from '../pull-error';
import { AuditList } from './audits';
import { countOf, type Fields, fieldsOf, lineOf, objectsOf } from './fields';
import { getObject, unexpected } from './requests';

const PAGE_SIZE = 100;
/** Cursors: 50,000 saves; a ticket takes a few hundred. */
const MOST_PAGES = 500;
/** By number the vendor answers up to 100 pages or 10,000 records, then with 400 (pagination reference). */
const MOST_NUMBERED = 100;

export interface AuditPages {
  list: AuditList;
  users: Fields[];
  groups: Fields[];
  /** Set when the pages did not come to an end. */
  cut?: string;
}

/** Of pages by number: whether it is known that there are more, and whether all of those are asked for. */
export type Rest = 'known' | 'asked' | undefined;
/** Told of each page as it came. */
export type OnPage = (read: AuditPages, rest: Rest) => void;

/**
 * The vendor documents both ways for this endpoint. A cursor names its successor only, so that a long history would
 * take one wait for each hundred saves. Numbers can be asked for together, but pages by number shift when somebody
 * saves meanwhile: where what came does not add up to the count the account told, it is read again by cursor.
 * Archived tickets answer everything at once.
 */
export async function getAudits(
  page: Page,
  key: string,
  onPage: OnPage,
  namesAsked: Promise<void>,
): Promise<AuditPages> {
  const paging = new AuditPaging(page, key, onPage, namesAsked);
  const numbered = await paging.byNumber();
  if (numbered?.isFinal) return numbered.read;
  const followed = await paging.byCursor();
  if (!numbered || !followed.cut || followed.list.distinct >= numbered.read.list.distinct) return followed;
  return { ...numbered.read, cut: 'its pages do not add up to its count' };
}

class AuditPaging {
  private readonly page: Page;
  private readonly base: string;
  private readonly onPage: OnPage;
  private readonly namesAsked: Promise<void>;

  constructor(page: Page, key: string, onPage: OnPage, namesAsked: Promise<void>) {
    this.page = page;
    this.onPage = onPage;
    this.namesAsked = namesAsked;
    this.base = `/api/v2/tickets/${key}/audits.json?include=users,groups`;
  }

  /** Goes on by cursor where the account answers with one; undefined where it refuses numbers. */
  async byNumber(): Promise<{ read: AuditPages; isFinal: boolean } | undefined> {
    const read = noPages();
    const told = new Told(this.namesAsked);
    const ask = (number: number) => this.get(`&per_page=${PAGE_SIZE}&page=${number}`);
    try {
      const start = { page: 1, more: 1 };
      for await (const answer of pagesAhead(ask, start, (next, number) => told.outlook(next, number))) {
        this.take(read, answer, told.rest);
        if (fieldsOf(answer.meta)) return { read: await this.byCursor(read, answer), isFinal: true };
        if (told.isTooLong) break;
      }
    } catch (error) {
      if (error instanceof PullError && error.problem.status === 400) return undefined;
      throw error;
    }
    return { read, isFinal: told.isAll(read.list.distinct) };
  }

  /** From the start, or on from an answer that told a cursor. */
  async byCursor(read = noPages(), from?: Fields): Promise<AuditPages> {
    const seen = new Set<string>();
    let cursor = from ? nextCursor(from) : '';
    while (cursor !== undefined) {
      if (seen.has(cursor) || seen.size >= MOST_PAGES) {
        const cut = seen.has(cursor) ? 'the same page was offered twice' : 'more pages than Debrief reads';
        return { ...read, cut };
      }
      seen.add(cursor);
      // Only the cursor is taken over, so that an answer cannot send the session anywhere else.
      const after: string = cursor && `&page[after]=${encodeURIComponent(cursor)}`;
      const answer: Fields = await this.get(`&page[size]=${PAGE_SIZE}${after}`);
      this.take(read, answer, undefined);
      cursor = nextCursor(answer);
      if (!fieldsOf(answer.meta) && answer.next_page) return { ...read, cut: 'it tells no cursor' };
    }
    return read;
  }

  private async get(query: string): Promise<Fields> {
    const path = this.base + query;
    const answer = await getObject(this.page, path);
    if (!Array.isArray(answer.audits)) throw unexpected(path, 'an answer without audits');
    return answer;
  }

  private take(read: AuditPages, answer: Fields, rest: Rest): void {
    read.users.push(...objectsOf(answer.users));
    read.groups.push(...objectsOf(answer.groups));
    // Checked when it was fetched.
    const count = read.list.add(answer.audits as readonly unknown[]);
    this.page.progress(count, countOf(answer.count), 'Reading the history');
    this.onPage(read, rest);
  }
}

function noPages(): AuditPages {
  return { list: new AuditList(), users: [], groups: [] };
}

/** What numbered pages say of how many there are. */
class Told {
  isTooLong = false;
  rest: Rest;
  private readonly namesAsked: Promise<void>;
  private counts = new Set<number>();
  private last: number | undefined;

  constructor(namesAsked: Promise<void>) {
    this.namesAsked = namesAsked;
  }

  /**
   * Twice as many pages as lanes, so that every lane stays busy while one answer is slow; but one lane is left to
   * the names until they were asked for, because nothing can be read before they are there.
   */
  outlook(answer: Fields, page: number): { last: number; more: number } {
    const count = countOf(answer.count);
    if (count !== undefined) this.counts.add(count);
    const hasNext = typeof answer.next_page === 'string' && !fieldsOf(answer.meta);
    if (page === 1) this.last = hasNext ? pagesIn(answer, count) : 1;
    const last = this.last ?? page + Number(hasNext);
    this.isTooLong = last > MOST_NUMBERED;
    const more = 2 * MOST_LANES;
    const isKnown = this.last !== undefined && last > page && !this.isTooLong;
    this.rest = !isKnown ? undefined : last <= page + more ? 'asked' : 'known';
    const after = page === 1 ? { asked: this.namesAsked, more: MOST_LANES - 1 } : undefined;
    return { last: this.isTooLong ? page : last, more, ...(after ? { after } : {}) };
  }

  /** Nobody saved while the pages were read, and nothing slipped from one to the next. */
  isAll(distinct: number): boolean {
    if (this.isTooLong || this.counts.size > 1) return false;
    const [count] = this.counts;
    return count === undefined || distinct >= count;
  }
}

function pagesIn({ audits }: Fields, count: number | undefined): number | undefined {
  const size = Array.isArray(audits) ? audits.length : 0;
  return size > 0 && count !== undefined ? Math.ceil(count / size) : undefined;
}

function nextCursor(answer: Fields): string | undefined {
  const meta = fieldsOf(answer.meta);
  return meta?.has_more === true ? lineOf(meta.after_cursor) : undefined;
}
