import { describe, expect, it } from 'vitest';
import { toMarkdownText } from '../../../lib/export/markdown';
import {
  type BlockInput,
  bullets,
  code,
  docTree,
  em,
  heading,
  item,
  lines,
  link,
  numbered,
  paragraph,
  quote,
  strong,
  table,
} from '../../../lib/export/tree';
import { parseMarkdown, strip } from './parse-markdown';

const home = 'https://acme.example/';

// Each of these broke the law once, or broke a promise of `docTree`.
const found: [string, BlockInput][] = [
  ['backticks in the text of a link', paragraph(link(home, '```\\```'))],
  ['a number and a bracket alone in an item', bullets(['12) '])],
  ['"www." with nothing after it', paragraph('www.')],
  ['two kinds of list in a row in a quotation', quote(numbered(['word']), bullets(['\\']))],
  ['a list before a quotation in a quotation', quote(bullets(['x']), quote(paragraph('!')))],
  ['a list in a list in a quotation', quote(bullets([item('', numbered(['x']), paragraph('y'))]))],
  [
    'a loose list after a nested list in a quotation',
    quote(numbered([item('', bullets(['x'])), item('a', paragraph('b'))])),
  ],
  ['a letter between two marks at the end of strong text', paragraph(strong(em('word'), 'a'), 'word')],
  ['strong text that goes on into a link', paragraph(strong('word '), link(home, strong('word'), '¡'))],
  ['strong text that goes on after a link', paragraph(link(home, '\\', strong('\\')), strong(' \\'))],
  ['a link whose code could define a link', paragraph(link(home, code(']:')))],
  ['a bracket that code could close', paragraph('[a ', code(']: x'))],
  ['a bracket that an address could close', paragraph('[\\', em(link(`${home}]:`)))],
  ['a bracket that a name divides', paragraph('[\\@team]:\\')],
  ['an address glued to a name', paragraph('@team+a@b.example')],
  ['an address in angle brackets in a link', paragraph(link(home, '<0a@b.example>'))],
  ['an exclamation mark before a link', paragraph('wow!', link(home, 'x'))],
  ['an angle bracket before code with an address', paragraph('<5', code('@team>'))],
  ['a letter and its accent in two texts', heading(1, strong('a', '\u0301'))],
  ['an accent alone in code after an address', paragraph('a@b.example', code('\u0301'))],
  ['a noncharacter next to strong text', paragraph('\ufdd0', strong('!'))],
  ['spaces that meet where a break was', paragraph(link(home, '1. ', lines('\n')), '\\')],
  ['an at sign between the marks of emphasis', paragraph(em('@'), '.com')],
  ['an at sign before the mark of emphasis', paragraph('x@', em('y.com'))],
  ['a table without words in its head', table([], [['www.']])],
  ['a pipe and a backslash in code in a cell', table(['a'], [[code('x\\'), code('|y')]])],
];

describe('trees that once read back wrong', () => {
  it.each(found)('%s', (_, draft) => {
    const tree = docTree(draft);
    expect(parseMarkdown(toMarkdownText(tree))).toEqual(strip(tree));
    expect(docTree(tree.children)).toEqual(tree);
  });
});
