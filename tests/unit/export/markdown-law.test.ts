import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkdownText } from '../../../lib/export/markdown';
import { docTree } from '../../../lib/export/tree';
import { draftArbitrary } from './draft-arbitrary';
import { parseMarkdown, strip } from './parse-markdown';

// DEBRIEF_LONG=1 searches longer, DEBRIEF_LONG=50000 as long as it says.
const long = Number(process.env.DEBRIEF_LONG ?? 0);
const numRuns = long > 1 ? long : long === 1 ? 10_000 : 2_000;

describe('the law of the emitter', () => {
  it('writes Markdown that reads back as the same tree', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(draftArbitrary(), (drafts) => {
        const tree = docTree(drafts);
        const markdown = toMarkdownText(tree);
        expectEqual(parseMarkdown(markdown), strip(tree));
        expect(markdown).toMatch(/[^\n]\n$|^\n$/);
        expect(markdown).not.toMatch(/\r/);
      }),
      { numRuns },
    );
  });

  it('finds nothing to change in a tree that is already in the grammar', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(draftArbitrary(), (drafts) => {
        const tree = docTree(drafts);
        expectEqual(docTree(tree.children), tree);
      }),
      { numRuns },
    );
  });
});

/** Far faster than `toEqual` where there is no difference to show. */
function expectEqual(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}
