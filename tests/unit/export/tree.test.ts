import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BlockInput,
  bullets,
  code,
  codeBlock,
  docTree,
  em,
  heading,
  type InlineInput,
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
import { draftArbitrary } from './draft-arbitrary';

const text = (value: string) => ({ type: 'text', value });
const inline = (value: string) => ({ type: 'inlineCode', value });

describe('inline content', () => {
  it.each<[string, InlineInput[], unknown[]]>([
    ['merges texts', ['a', ' ', 'b'], [text('a b')]],
    ['trims the block', ['  a\u00a0'], [text('a')]],
    ['turns line breaks and tabs into spaces', ['a\r\nb\t c\u2028d'], [text('a b c d')]],
    ['drops what is not there', [undefined, false, '', strong(), em(' '), code(''), 'a'], [text('a')]],
    ['cleans', ['a\u0000\u202eb\ud800'], [text('ab\ufffd')]],
    [
      'moves white space out of marks',
      ['a', strong(' b '), 'c'],
      [text('a '), { type: 'strong', children: [text('b')] }, text(' c')],
    ],
    ['joins marks of a kind', [strong('a'), strong('b')], [{ type: 'strong', children: [text('ab')] }]],
    ['flattens marks in themselves', [em('a', em('b'))], [{ type: 'emphasis', children: [text('ab')] }]],
    [
      'keeps asked breaks, not at the ends',
      [lines('\na\n\n b\n')],
      [text('a'), { type: 'break' }, text('b')],
    ],
    [
      'sets addresses as code',
      ['see www.evil.example.'],
      [text('see '), inline('www.evil.example'), text('.')],
    ],
    ['sets names as code', ['ask @team!'], [text('ask '), inline('@team'), text('!')]],
    [
      'keeps brackets of an address',
      ['(https://a.example/b_(c))'],
      [text('('), inline('https://a.example/b_(c))')],
    ],
  ])('%s', (_, content, children) => {
    expect(docTree(paragraph(content)).children).toEqual([{ type: 'paragraph', children }]);
  });

  it('keeps two links side by side apart', () => {
    const [block] = docTree(
      paragraph(link('https://a.example/', 'x'), link('https://a.example/', 'y')),
    ).children;
    expect(block).toMatchObject({ children: [{ type: 'link' }, { type: 'link' }] });
  });
});

describe('links', () => {
  it.each([
    ['https://acme.example', 'https://acme.example/'],
    ['HTTP://ACME.example/ü?q=a b#"x"', 'http://acme.example/%C3%BC?q=a%20b#%22x%22'],
    ['mailto:help@acme.example?subject=a b', 'mailto:help@acme.example?subject=a%20b'],
    ['https://acme.example/a|b\\c`d', 'https://acme.example/a%7Cb/c%60d'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ])('%s goes to %s', (address, url) => {
    const tree = docTree(paragraph(link(address, 'words')));
    expect(tree.children).toEqual([
      { type: 'paragraph', children: [{ type: 'link', url, children: [text('words')] }] },
    ]);
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://acme.example/1',
    'chrome://settings',
    'https://user:secret@acme.example/',
    'https://:secret@acme.example/',
    'https://bank.example@evil.example/',
    '//acme.example',
    '/tickets/1',
    'acme.example',
    'https://',
    '',
  ])('%j is no link, but keeps its words', (address) => {
    expect(docTree(paragraph(link(address, 'words'))).children).toEqual([
      { type: 'paragraph', children: [text('words')] },
    ]);
  });

  it('without words shows its address', () => {
    const url = 'https://acme.example/1';
    expect(docTree(paragraph(link(url))).children).toEqual([
      { type: 'paragraph', children: [{ type: 'link', url, children: [text(url)] }] },
    ]);
  });
});

describe('blocks', () => {
  const p = (value: string) => ({ type: 'paragraph', children: [text(value)] });

  it.each<[string, BlockInput]>([
    ['paragraph', paragraph(' \n')],
    ['heading', heading(1, '\u200b')],
    ['list', bullets(['', item('', bullets([]))])],
    ['table', table([], [])],
    ['code block', codeBlock('\n \n')],
    ['quotation', quote(paragraph(''))],
  ])('drops an empty %s', (_, block) => {
    expect(docTree(block).children).toEqual([]);
  });

  it('joins two lists of a kind', () => {
    expect(docTree(bullets(['a']), bullets(['b']))).toEqual(docTree(bullets(['a', 'b'])));
  });

  it('nests lists three deep and keeps the words of deeper ones', () => {
    const deep = bullets([item('1', bullets([item('2', bullets([item('3', bullets(['4']))]))]))]);
    const third = { type: 'listItem', spread: true, children: [p('3'), p('4')] };
    expect(JSON.stringify(docTree(deep))).toContain(JSON.stringify(third));
  });

  it('keeps headings and rules at the top', () => {
    const [block] = docTree(quote(heading(1, 'a'), rule(), paragraph('b'))).children;
    expect(block).toEqual({
      type: 'blockquote',
      children: [{ type: 'paragraph', children: [{ type: 'strong', children: [text('a')] }] }, p('b')],
    });
  });

  it('fills up rows, and the head when a row is longer', () => {
    const [block] = docTree(table(['a'], [['b', 'c'], []], ['right'])).children;
    const cell = (...children: unknown[]) => ({ type: 'tableCell', children });
    expect(block).toEqual({
      type: 'table',
      align: ['right', null],
      children: [
        { type: 'tableRow', children: [cell(text('a')), cell()] },
        { type: 'tableRow', children: [cell(text('b')), cell(text('c'))] },
        { type: 'tableRow', children: [cell(), cell()] },
      ],
    });
  });

  it('keeps the lines of code, but not tabs in front nor a language that is none', () => {
    const [block] = docTree(codeBlock('\n\ta\tb\n\n  c  \n\n', 'c++ `x`')).children;
    expect(block).toEqual({ type: 'code', lang: 'c++x', value: '    a\tb\n\n  c' });
  });

  it('counts numbered lists from one', () => {
    expect(docTree(numbered(['a'])).children).toMatchObject([{ ordered: true, start: 1 }]);
  });
});

it('leaves the drafts as they were', () => {
  fc.assert(
    fc.property(draftArbitrary(), (drafts) => {
      const before = structuredClone(drafts);
      docTree(drafts);
      expect(drafts).toEqual(before);
    }),
    { numRuns: 200 },
  );
});
