import fc from 'fast-check';
import {
  type BlockInput,
  bullets,
  type CellAlign,
  code,
  codeBlock,
  type DocInline,
  em,
  heading,
  type ItemInput,
  item,
  lines,
  link,
  numbered,
  paragraph,
  quote,
  rule,
  strong,
  table,
} from '../../../lib/export/tree';

/** Drafts of documents whose texts are out to break the Markdown around them. */
export function draftArbitrary(mostBlocks = 5): fc.Arbitrary<BlockInput[]> {
  return fc.array(topBlock, { maxLength: mostBlocks });
}

const fragments = [
  ...'\\`*_~[](){}<>#+-=.!|&:;@$%^"\'/?, \t\n01239abcxyzABX',
  ...[
    '  ',
    '\n\n',
    '---',
    '===',
    '```',
    '~~~',
    '**',
    '__',
    '~~',
    '![',
    '](',
    '][',
    ']:',
    '[^1]',
    '[ ] ',
    '[x] ',
  ],
  ...[
    'www.',
    'http://',
    'https://',
    'HTTPS://',
    'ftp://',
    'mailto:',
    'xmpp:',
    '.com',
    'example',
    'a@b.example',
  ],
  ...[
    '@team',
    '#12',
    '1. ',
    '12) ',
    '- ',
    '* ',
    '+ ',
    '> ',
    '# ',
    '#',
    '| - |',
    '|---|',
    '&amp;',
    '&#35;',
    '&#x41;',
  ],
  ...['<b>', '</b>', '<!--', '-->', '<script>', '<?', '<![CDATA[', 'javascript:', '\\|', '\\\\', '\\\n'],
  ...[
    'é',
    'ß',
    '\u0301',
    '字',
    '。',
    '「',
    '」',
    '€',
    '£',
    '«',
    '…',
    '—',
    '\u00a0',
    '\u3000',
    '\u2028',
    '\ufe0f',
  ],
  ...['😀', '👩\u200d🔧', '𝒳', '𐄀', '\ud800', '\udc00', '\u202e', '\u200b', '\u0000', '\u007f', '\r\n', '\r'],
];

const hostile = fc.array(fc.constantFrom(...fragments), { maxLength: 9 }).map((parts) => parts.join(''));
const wild = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
  .map((units) => String.fromCharCode(...units));
const words = fc.constantFrom('word', 'two words', 'a', 'Refund (late)', '2026-03-01');
const text = fc.oneof(
  { weight: 6, arbitrary: hostile },
  { weight: 1, arbitrary: wild },
  { weight: 2, arbitrary: words },
);

const url = fc.oneof(
  fc.constantFrom(
    'https://acme.example/tickets/42?a=1&copy=2#c(3)',
    'http://acme.example/a_b*c|d\\e`f',
    'mailto:help@acme.example?subject=a b',
    'javascript:alert(1)',
    'https://user:secret@acme.example/',
    'data:text/html,x',
    '/relative',
  ),
  text.map((path) => `https://acme.example/${path}`),
  text,
);

const { inline } = fc.letrec<{ inline: DocInline; inlines: DocInline[] }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: text.map((value): DocInline => ({ type: 'text', value })) },
    { weight: 1, arbitrary: text.map(code) },
    { weight: 1, arbitrary: fc.constant<DocInline>({ type: 'break' }) },
    { weight: 1, arbitrary: tie('inlines').map((content) => strong(content)) },
    { weight: 1, arbitrary: tie('inlines').map((content) => em(content)) },
    { weight: 1, arbitrary: fc.tuple(url, tie('inlines')).map(([to, content]) => link(to, content)) },
    { weight: 1, arbitrary: url.map((to) => link(to)) },
  ),
  inlines: fc.array(tie('inline'), { maxLength: 4 }),
}));
const inlines = fc.array(inline, { maxLength: 5 });

const cellRow = fc.array(fc.array(inline, { maxLength: 3 }), { maxLength: 4 });
const align = fc.array(fc.constantFrom<CellAlign>('left', 'right', 'center', null), { maxLength: 4 });

const { block: topBlock } = fc.letrec<{ block: BlockInput; blocks: BlockInput[]; item: ItemInput }>(
  (tie) => ({
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: inlines.map((content) => paragraph(content)) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(1, 2, 3, 4), inlines)
          .map(([level, content]) => heading(level, content)),
      },
      { weight: 1, arbitrary: text.map((value) => paragraph(lines(value))) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(text, fc.option(text, { nil: undefined }))
          .map(([value, lang]) => codeBlock(value, lang)),
      },
      { weight: 1, arbitrary: fc.constant(rule()) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(cellRow, fc.array(cellRow, { maxLength: 3 }), align)
          .map(([head, rows, sides]) => table(head, rows, sides)),
      },
      { weight: 2, arbitrary: fc.array(tie('item'), { maxLength: 3 }).map(bullets) },
      { weight: 2, arbitrary: fc.array(tie('item'), { maxLength: 3 }).map(numbered) },
      { weight: 1, arbitrary: tie('blocks').map((children) => quote(children)) },
    ),
    blocks: fc.array(tie('block'), { maxLength: 3 }),
    item: fc.tuple(inlines, tie('blocks')).map(([content, children]) => item(content, children)),
  }),
);
