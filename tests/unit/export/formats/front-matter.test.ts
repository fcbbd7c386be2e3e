import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontMatter } from '../../../../lib/export/formats/front-matter';
import { makeTokens } from '../../../../lib/language/redact';
import { hostileText } from '../../postmortem/arbitrary-capture';
import { LAW_TIMEOUT_MS, runs } from '../../support/runs';
import { recordSaying } from './hostile-record';

const keys = [
  ...['title', 'ticket', 'helpdesk', 'url', 'customer', 'kind', 'severity', 'status', 'created', 'updated'],
  ...['resolved', 'sla_breaches', 'capture', 'tags'],
];

describe('the front matter', () => {
  it('says what the document is about', () => {
    const found = parse(frontMatter(recordSaying('Sync: "stopped"')));
    expect(Object.keys(found)).toEqual(keys);
    expect(found).toMatchObject({
      title: 'Sync: "stopped"',
      customer: 'Sync: "stopped"',
      status: 'draft',
      resolved: '2026-11-16T13:00:00.000Z',
      sla_breaches: 1,
      tags: ['postmortem', 'Sync: "stopped"', 'vip'],
    });
  });

  it('is a flat list of the same keys whatever a ticket says', { timeout: LAW_TIMEOUT_MS }, () => {
    const piece = fc.oneof(
      hostileText,
      fc.constantFrom(
        '---',
        '\n---\n',
        '...',
        ': ',
        '#',
        '!!js/function',
        '&a',
        '*a',
        '\u2028',
        '\u0085',
        '\\',
        '%',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const found = parse(frontMatter(recordSaying(pieces.join(''))));
        expect(keys.filter((key) => key in found || key === 'customer')).toEqual(keys);
      }),
      runs(200),
    );
  });

  it('names nobody when redacted', () => {
    const record = recordSaying('Ada Lund, ada@brightwell.example');
    const text = frontMatter(record, { tokens: makeTokens(record.capture, record.postmortem) });
    expect(text).not.toMatch(/Ada|brightwell|https?:/i);
    expect(parse(text).title).toMatch(/Customer 1|Company 1|e-mail 1/);
  });
});

/** The part of YAML that we write, and nothing beside it: each line a key and JSON of printable characters. */
function parse(text: string): { [key: string]: unknown } {
  const [first, ...rest] = text.split('\n');
  if (first !== '---' || rest.at(-1) !== '' || rest.at(-2) !== '---') throw new Error('no fences');
  const found: { [key: string]: unknown } = {};
  for (const line of rest.slice(0, -2)) {
    const [, key = '', value = ''] = /^([a-z_]+): (".*"|\d+|\[".*"\])$/u.exec(line) ?? [];
    if (key === '' || key in found) throw new Error(`unexpected line: ${line}`);
    // YAML 1.2.2, 5.1: what is not printable must be escaped.
    if (/[\p{Cc}\u2028\u2029\ufeff]/u.test(value)) throw new Error('not printable');
    found[key] = JSON.parse(value);
  }
  return found;
}
