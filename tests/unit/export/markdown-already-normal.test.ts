import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeUrl } from '../../../lib/export/markdown-safe-url';
import {
  code,
  docTree,
  em,
  heading,
  type InlineInput,
  link,
  paragraph,
  strong,
  table,
} from '../../../lib/export/tree';
import { runs } from '../support/runs';

const words = fc
  .array(
    fc.constantFrom('a', ' ', '|', ']', '@', 'www.', '://', '1.', 'é', '\u0301', '→', '“', '#', '\u00a0'),
    {
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(''));
const inline: fc.Arbitrary<InlineInput> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<InlineInput>(' ', em('a'), strong('b'), 'c') },
  words,
  words.map((text) => em(text)),
  words.map((text) => strong(text)),
  words.map((text) => code(text)),
  fc
    .tuple(fc.constantFrom('https://a.example/b', 'https://a.example/b|c', 'javascript:x'), words)
    .map(([url, text]) => link(url, text)),
);

describe('texts that are in the grammar already', () => {
  // Empty emphasis is nothing, but takes the closer look.
  const closer = strong();

  it('come out as a closer look would leave them', () => {
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 5 }), (parts) => {
        expect(docTree(paragraph(parts))).toEqual(docTree(paragraph(parts, closer)));
        expect(docTree(heading(2, parts))).toEqual(docTree(heading(2, parts, closer)));
        expect(docTree(table([parts], [[parts]]))).toEqual(
          docTree(table([[parts, closer]], [[[parts, closer]]])),
        );
      }),
      runs(3_000, 20_000),
    );
  });
});

describe('an address as helpdesks write them', () => {
  const part = (characters: string) =>
    fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
  const address = fc
    .tuple(
      fc.array(part('a1-x0n'), { maxLength: 3 }),
      part('a1com.'),
      fc.array(part('a1-_.%2e|')),
      part('?#=&a'),
    )
    .map(([host, top, path, rest]) => `https://${[...host, top].join('.')}/${path.join('/')}${rest}`);

  it('is what the parser makes of it', () => {
    fc.assert(
      fc.property(address, (url) => {
        const parsed = URL.canParse(url) ? new URL(url).href : undefined;
        expect(safeUrl(url)).toBe(parsed?.replace(/[^!#-;=?-[\]_a-z~]/g, encodeURIComponent));
      }),
      runs(5_000, 20_000),
    );
  });
});
