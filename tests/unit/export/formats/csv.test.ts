import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../../lib/export/formats/csv';
import { makeTokens } from '../../../../lib/language/redact';
import { hostileText } from '../../postmortem/arbitrary-capture';
import { recordOf } from '../../postmortem/drafting';
import { ticket } from '../../support/capture-builder';
import { LAW_TIMEOUT_MS, runs } from '../../support/runs';
import { recordSaying } from './hostile-record';

const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠a',
  ' =1',
  '"=1',
  '\t=1',
  '\r=1',
  "' =1",
];

describe('the timeline as CSV', () => {
  it('has a row for each event, with role, lane, time and address', () => {
    const capture = ticket()
      .person('ann', { team: 'Tier 1' })
      .customer('+0', 'It is, "down".')
      .note('+1h24m', 'Seen.', { team: 'Tier 1' })
      .status('+2h', 'open', 'solved')
      .build();
    const rows = parseCsv(toCsv(recordOf(capture), { events: 'all', bom: false }));
    expect(rows).toEqual([
      ['Time (UTC)', 'Lane', 'Who', 'Kind', 'Text', 'Evidence'],
      ['2026-11-16 08:00:00', 'customer', 'Customer', 'message', 'It is, "down".', expect.any(String)],
      ['2026-11-16 09:24:00', 'internal', 'Agent (Tier 1)', 'message', 'Seen.', expect.any(String)],
      [
        '2026-11-16 10:00:00',
        'system',
        expect.any(String),
        'change',
        'Status open → solved',
        expect.any(String),
      ],
    ]);
  });

  it('has the timeline of the postmortem where nothing else is asked for', () => {
    const record = recordSaying('A note');
    const rows = parseCsv(toCsv(record)).slice(1);
    expect(rows).toHaveLength(record.postmortem.timeline.length);
    expect(rows.every((row) => row[4] === 'A note')).toBe(true);
  });

  it('begins with a byte order mark unless it is not wanted, and ends every row with CRLF', () => {
    const record = recordSaying('Two\nlines\r\nand more');
    expect(toCsv(record)).toMatch(/^\ufeff"Time/);
    expect(toCsv(record, { bom: false })).toMatch(/^"Time/);
    expect(toCsv(record).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it.each(formulas)('lets no spreadsheet calculate %j', (formula) => {
    expectNoFormula(toCsv(recordSaying(formula)));
    expectNoFormula(toCsv(recordSaying(`a;${formula}`)));
    expectNoFormula(toCsv(recordSaying(formula), { events: 'all' }));
  });

  it('reads back, and holds no formula, whatever a ticket says', { timeout: LAW_TIMEOUT_MS }, () => {
    const piece = fc.oneof(fc.constantFrom(...formulas, ';', ',', '"', '\r\n', "'"), hostileText);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const record = recordSaying(pieces.join(''));
        for (const events of ['key', 'all'] as const) {
          const csv = toCsv(record, { events });
          expectNoFormula(csv);
          expect(parseCsv(csv).every((row) => row.length === 6)).toBe(true);
          expect(toCsv(record, { events })).toBe(csv);
        }
      }),
      runs(200),
    );
  });

  it('names nobody when redacted', () => {
    const record = recordSaying('Ada Lund, ada@brightwell.example');
    const tokens = makeTokens(record.capture, record.postmortem);
    for (const events of ['key', 'all'] as const) {
      const csv = toCsv(record, { events, tokens });
      expect(csv).not.toMatch(/Ada|Lund|brightwell|https?:/i);
      expect(csv).toMatch(/Customer 1|Company 1|e-mail 1/);
    }
  });
});

/** RFC 4180 to the letter: every cell quoted, CRLF only, and nothing after the last one. */
function parseCsv(csv: string): string[][] {
  const text = csv.replace(/^\ufeff/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    const cell = /^"((?:[^"]|"")*)"(,|\r\n)/.exec(text.slice(at));
    if (!cell) throw new Error(`no cell at ${at}: ${text.slice(at, at + 40)}`);
    row.push((cell[1] ?? '').replaceAll('""', '"'));
    if (cell[2] !== ',') {
      rows.push(row);
      row = [];
    }
    at += cell[0].length;
  }
  if (row.length > 0) throw new Error('the last row has no end');
  return rows;
}

/** Neither by its own commas nor by the `;` or tab that a spreadsheet of another country takes for the separator. */
function expectNoFormula(csv: string): void {
  const cells = [
    ...parseCsv(csv).flat(),
    ...csv
      .replace(/^\ufeff/, '')
      .split(/\r\n|[;\t]/)
      .slice(0, -1),
  ];
  for (const cell of cells) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
}
