import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesAhead } from '../../../lib/helpdesks/pages-ahead';

const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('pages asked for ahead of their turn', () => {
  it('come in order, whichever is answered first, and never more ahead than agreed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.scheduler(),
        async (last, more, scheduler) => {
          let asked = 0;
          let given = 0;
          const pages = pagesAhead(
            (page) => {
              asked = Math.max(asked, page);
              expect(page - given).toBeLessThanOrEqual(more + 1);
              return scheduler.schedule(Promise.resolve(page));
            },
            { page: 1, more: 1 },
            () => ({ last, more }),
          );
          const read = async () => {
            const found: number[] = [];
            for await (const page of pages) {
              given = page;
              found.push(page);
            }
            return found;
          };
          const reading = read();
          await scheduler.waitFor(reading);
          expect(await reading).toEqual(Array.from({ length: last }, (_, index) => index + 1));
          expect(asked).toBe(last);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leave room for what is to be asked first, until it was', async () => {
    const asked: number[] = [];
    let tell = () => {};
    const first = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const pages = pagesAhead(
      async (page) => asked.push(page),
      { page: 1, more: 1 },
      (_answer, page) => ({ last: 6, more: 4, ...(page === 1 ? { after: { asked: first, more: 2 } } : {}) }),
    );
    await pages.next();
    await turn();
    expect(asked).toEqual([1, 2, 3]);
    tell();
    await turn();
    expect(asked).toEqual([1, 2, 3, 4, 5]);
  });

  it('ask for nothing more once the reader has had enough', async () => {
    const asked: number[] = [];
    let tell = () => {};
    const first = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const pages = pagesAhead(
      async (page) => asked.push(page),
      { page: 1, more: 1 },
      () => ({ last: 6, more: 4, after: { asked: first, more: 1 } }),
    );
    for await (const _page of pages) break;
    tell();
    await turn();
    expect(asked).toEqual([1, 2]);
  });

  it('end with the first failure in their order, not in that of the answers', async () => {
    const pages = pagesAhead(
      async (page) => {
        if (page === 3) throw new Error('third');
        await turn();
        if (page === 2) throw new Error('second');
        return page;
      },
      { page: 1, more: 3 },
      () => ({ more: 3 }),
    );
    const read = async () => {
      for await (const page of pages) expect(page).toBe(1);
    };
    await expect(read()).rejects.toThrow('second');
  });

  it('that nobody waits for any more fail unheard', async () => {
    const pages = pagesAhead(
      async (page) => {
        await turn();
        if (page > 1) throw new Error('too late');
        return page;
      },
      { page: 1, more: 4 },
      () => ({ more: 4 }),
    );
    for await (const page of pages) if (page === 1) break;
    // An unhandled rejection would fail this run.
    await turn();
    await turn();
  });
});
