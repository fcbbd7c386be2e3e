import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkdownText } from '../../../lib/export/markdown';
import { type BlockInput, docTree } from '../../../lib/export/tree';
import { LAW_TIMEOUT_MS, runs } from '../support/runs';
import { draftArbitrary } from './draft-arbitrary';
import { parseMarkdown, strip } from './parse-markdown';

describe('the law of the emitter', () => {
  it('writes Markdown that reads back as the same tree', { timeout: LAW_TIMEOUT_MS }, () => {
    fc.assert(fc.property(draftArbitrary(), expectReadBack), runs(2_000, 10_000));
  });

  // What a block's own text can do to it needs no neighbours: so ten thousand trees stay affordable.
  it('does so for one block at a time, many times', { timeout: LAW_TIMEOUT_MS }, () => {
    fc.assert(fc.property(draftArbitrary(1), expectReadBack), runs(10_000, 40_000));
  });

  it('finds nothing to change in a tree that is already in the grammar', { timeout: LAW_TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(draftArbitrary(), (drafts) => {
        const tree = docTree(drafts);
        expectEqual(docTree(tree.children), tree);
      }),
      runs(2_000, 10_000),
    );
  });
});

function expectReadBack(drafts: BlockInput[]): void {
  const tree = docTree(drafts);
  const markdown = toMarkdownText(tree);
  expectEqual(parseMarkdown(markdown), strip(tree));
  expect(markdown).toMatch(/[^\n]\n$|^\n$/);
  expect(markdown).not.toMatch(/\r/);
}

/** Far faster than `toEqual` where there is no difference to show. */
function expectEqual(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}
