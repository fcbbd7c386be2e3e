import { ahead } from './ahead';

/** What is known of a list that is told page by page, after one more page of it. */
export interface Outlook {
  /** The number of the last page, where it is known. */
  last?: number;
  /** How many pages beyond this one may be asked for before they are needed. */
  more: number;
  /** What is to be asked before that, and how many may be asked for until it was. */
  after?: { asked: Promise<void>; more: number };
}

/**
 * Pages by number, a few of them asked for before their turn, given in order. It ends with the last page, or when
 * whoever reads them has had enough; pages that were asked for in vain by then are not looked at.
 */
export async function* pagesAhead<T>(
  ask: (page: number) => Promise<T>,
  first: { page: number } & Outlook,
  outlook: (answer: T, page: number) => Outlook,
): AsyncGenerator<T, void, undefined> {
  const asked: Promise<T>[] = [];
  let next = first.page;
  const askUpTo = ({ last = Number.POSITIVE_INFINITY, more, after }: Outlook, page: number) => {
    for (; next <= Math.min(last, page + (after?.more ?? more)); next++) {
      asked.push(ahead(ask(next)));
    }
    after?.asked.then(() => askUpTo({ last, more }, page));
  };
  askUpTo(first, first.page - 1);
  try {
    for (let page = first.page; ; page++) {
      const coming = asked.shift();
      if (!coming) return;
      const answer = await coming;
      askUpTo(outlook(answer, page), page);
      yield answer;
    }
  } finally {
    next = Number.POSITIVE_INFINITY;
  }
}
