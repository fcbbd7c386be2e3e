/**
 * How long redaction takes for a text of a megabyte, and whether it grows with anything but the length: ten times the
 * text should take about ten times as long, also for texts made to keep a regular expression busy.
 */
import { makeTokens, redact } from '../../lib/language/redact';
import { labelled, labelledSets } from '../unit/language/redact/labelled';
import { ticket } from '../unit/support/capture-builder';
import { interleaved, median, p95 } from './measure';
import { ms, type Report, times } from './report';

const LONG = 1_000_000;
const ROUNDS = 5;

/** What rules begin with, and what they read on over. */
const busy = [
  ...['1', '1 ', '1-', '1.', 'a', 'aA1', '@', 'a@', '.', '-', '/', ' ', '(', '…', '\n'],
  ...[
    'password ',
    'password is ',
    'account number ',
    'token=',
    '://a:',
    'eyJ',
    '12 Aa ',
    '1 rue de la ',
    'Flat 1 ',
  ],
];

export async function measureRedact(): Promise<Report> {
  const tokens = makeTokens(ticket({ organization: 'Brightwell Logistics' }).customer('+0', 'Down.').build());
  const items = labelledSets().flatMap(labelled);
  const joined = (isWanted: (spans: number) => boolean) =>
    items
      .filter(({ spans }) => isWanted(spans.length))
      .map(({ text }) => text)
      .join('\n');
  const rows: [name: string, text: string, rounds: number][] = [
    [
      'lines without a value',
      repeated(
        joined((count) => count === 0),
        LONG,
      ),
      ROUNDS,
    ],
    [
      'lines with a value each',
      repeated(
        joined((count) => count > 0),
        LONG,
      ),
      ROUNDS,
    ],
    ...busy.map((piece): [string, string, number] => [JSON.stringify(piece), repeated(piece, LONG / 5), 3]),
  ];
  const all = rows.map(([name, text, rounds]) => {
    const tenth = text.slice(0, text.length / 10);
    const spent = interleaved(
      { whole: () => redact(text, tokens), tenth: () => redact(tenth, tokens) },
      rounds,
    );
    return { name, length: text.length, spent };
  });
  return {
    tables: [
      {
        title: 'Redaction of a text, milliseconds',
        head: ['text', 'MB', 'median', 'p95', 'a tenth of it', 'growth for 10 ×'],
        rows: all.map(({ name, length, spent: { whole, tenth } }) => [
          name,
          (length / 1e6).toFixed(1),
          ms(median(whole)),
          ms(p95(whole)),
          ms(median(tenth)),
          times(median(whole) / median(tenth)),
        ]),
      },
    ],
    rounds: all,
  };
}

function repeated(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}
