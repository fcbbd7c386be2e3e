import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../../lib/export/text';
import {
  bullets,
  code,
  codeBlock,
  docTree,
  em,
  heading,
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

describe('plain text', () => {
  it('reads like a message', () => {
    const tree = docTree(
      heading(1, 'Postmortem'),
      heading(3, 'Facts'),
      paragraph(
        strong('Ticket:'),
        ' ',
        link('https://acme.example/42', 'ACME-42'),
        ', ',
        em('2 <b>'),
        ' ',
        code('x*y'),
      ),
      paragraph(link('https://acme.example/42'), ' ', link('mailto:help@acme.example', 'help@acme.example')),
      table(
        ['Metric', 'Target', 'Actual'],
        [
          ['First reply', '1 h', '6.4 h'],
          ['Resolution', '', '3 d'],
        ],
      ),
      bullets(['one', item('two', numbered(['first', 'second']))]),
      quote(paragraph(lines('not\nyet')), paragraph('really')),
      codeBlock('a\n  b'),
      rule(),
    );
    expect(toPlainText(tree)).toBe(`Postmortem
==========

Facts

Ticket: ACME-42 (https://acme.example/42), 2 <b> x*y

https://acme.example/42 help@acme.example

Metric       Target  Actual
First reply  1 h     6.4 h
Resolution           3 d

- one
- two
  1. first
  2. second

> not
> yet
>
> really

a
  b

----------
`);
  });

  it('turns a table that is wider than a message into labelled lines', () => {
    const long = 'The customer asked again and nobody had an answer, because the note was internal. '
      .repeat(2)
      .trim();
    const tree = docTree(
      table(
        ['When', 'What', ''],
        [
          ['10:00', long, ''],
          ['11:00', '', 'more'],
        ],
      ),
    );
    expect(toPlainText(tree)).toBe(`When: 10:00\nWhat: ${long}\n\nWhen: 11:00\nmore\n`);
  });

  it('keeps the head of a wide table without rows', () => {
    const word = 'x'.repeat(90);
    expect(toPlainText(docTree(table([word, 'b'], [])))).toBe(`${word}  b\n`);
  });
});
