import { describe, expect, it } from 'vitest';
import { toMarkdownText } from '../../../lib/export/markdown';
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

describe('Markdown that people read in an editor', () => {
  it('shows a document the way a person would write it', () => {
    const tree = docTree(
      heading(1, 'Postmortem: invoices could not be exported'),
      paragraph(
        strong('Ticket:'),
        ' ',
        link('https://acme.example/tickets/42', 'ACME-42'),
        ' · ',
        em('all times UTC'),
      ),
      heading(2, 'What happened'),
      table(
        ['Time', 'Who', 'What', 'Hours'],
        [
          ['2026-03-01 10:04', 'Customer', 'wrote: "export fails" | attached a log', '0'],
          ['2026-03-01 16:30', '[Agent A]', ['set status to ', code('pending')], '6.4'],
        ],
        [null, null, null, 'right'],
      ),
      heading(2, 'Actions'),
      bullets([
        [strong('Owner:'), ' [Agent B], due 2026-03-14'],
        item('Measure first replies', numbered(['weekly (Mondays)', 'for 30 days'])),
      ]),
      quote(paragraph(lines('We still cannot close the month.\nWhen will this be fixed?'))),
      codeBlock('SELECT *\n  FROM invoices;', 'sql'),
      rule(),
      paragraph('Generated from 214 events.'),
    );
    expect(toMarkdownText(tree)).toBe(`# Postmortem: invoices could not be exported

**Ticket:** [ACME-42](https://acme.example/tickets/42) · _all times UTC_

## What happened

| Time | Who | What | Hours |
| --- | --- | --- | --: |
| 2026-03-01 10:04 | Customer | wrote: "export fails" \\| attached a log | 0 |
| 2026-03-01 16:30 | [Agent A] | set status to \`pending\` | 6.4 |

## Actions

- **Owner:** [Agent B], due 2026-03-14
- Measure first replies
  1. weekly (Mondays)
  2. for 30 days

> We still cannot close the month.\\
> When will this be fixed?

\`\`\`sql
SELECT *
  FROM invoices;
\`\`\`

***

Generated from 214 events.
`);
  });

  it.each([
    'Follow-up at 10:30 - 11:00 (CET), see p. 3; 50% done.',
    'It\'s the customer\'s third e-mail: "still broken" — no answer!',
    'invoice_export_job failed in 2 * 3 of 7 runs',
    '[Agent A] replied; [Customer 1]: thanks',
    'R&D, AT&T & co; a < b, 5 <6, <3 and x > y',
    'about ~5 minutes or ~6 hours',
    '2026-05-05? Am 5. Mai, 1.5 h. -5 °C, +49 30 1234',
    'C:\\temp\\logs, path/to/file, a|b, {json: true}, $5, 100^2',
    'wait... what?! (yes) = no',
    'Grüße aus Köln, 東京より、よろしく。 👍',
    'he said "ask me @ noon" & left # now',
  ])('leaves %j as it is', (text) => {
    expect(toMarkdownText(docTree(paragraph(text)))).toBe(`${text}\n`);
  });

  it.each([
    ['1. first', '1\\. first'],
    ['- dash', '\\- dash'],
    ['# hash', '\\# hash'],
    ['> said', '\\> said'],
    ['*stars*', '\\*stars\\*'],
    ['<b>bold</b>', '&lt;b>bold&lt;/b>'],
    ['ticket #42', 'ticket \\#42'],
    ['[a](b)', '[a\\](b)'],
    ['see https://acme.example/x, please', 'see `https://acme.example/x`, please'],
    ['mail to ann@acme.example.', 'mail to `ann@acme.example`.'],
    ['ping @support-team now', 'ping `@support-team` now'],
    ['&amp; and &copy;', '&amp;amp; and &amp;copy;'],
  ])('escapes %j as %j', (text, markdown) => {
    expect(toMarkdownText(docTree(paragraph(text)))).toBe(`${markdown}\n`);
  });

  it('writes an address that is its own text short', () => {
    const url = 'https://acme.example/tickets/42';
    expect(toMarkdownText(docTree(paragraph(link(url))))).toBe(`<${url}>\n`);
  });

  it('separates the items of a list when one has several blocks', () => {
    const tree = docTree(bullets([item('a', paragraph('b')), 'c']));
    expect(toMarkdownText(tree)).toBe('- a\n\n  b\n\n- c\n');
  });

  it('fences code with more backticks than it holds', () => {
    expect(toMarkdownText(docTree(codeBlock('```\n````')))).toBe('`````\n```\n````\n`````\n');
    expect(toMarkdownText(docTree(paragraph(code('a`b'), ' ', code('`'))))).toBe('``a`b`` `` ` ``\n');
  });

  it('gives the same bytes for the same tree', () => {
    const build = () => docTree(heading(2, 'a'), bullets(['b', item('c', quote(paragraph('d')))]));
    expect(toMarkdownText(build())).toBe(toMarkdownText(build()));
  });

  it('ends an empty document with its line break', () => {
    expect(toMarkdownText(docTree())).toBe('\n');
  });
});
