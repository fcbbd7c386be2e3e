/** Characters that are not seen, or that turn the order of what is seen, survive in nothing that leaves. */
import { describe, expect, it } from 'vitest';
import { exportFileName } from '../../../lib/export/file-name';
import { toCsv } from '../../../lib/export/formats/csv';
import { frontMatter } from '../../../lib/export/formats/front-matter';
import { toIcs } from '../../../lib/export/formats/ics';
import { toJson } from '../../../lib/export/formats/json';
import { slaSummary } from '../../../lib/export/sla-summary';
import { toHtml, toMarkdown, toText } from '../../../lib/export/to-markdown';
import type { Version } from '../../../lib/export/versions/version-document';
import { makeTokens } from '../../../lib/language/redact';
import { recordSaying } from './formats/hostile-record';

const unseen = [
  0x202a, 0x202b, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x200b, 0x200c, 0x200e, 0x200f, 0x061c,
]
  .concat([0x00ad, 0x2060, 0xfeff, 0x180e, 0xe0041, 0x0000, 0x001b, 0x009b])
  .map((code) => String.fromCodePoint(code));
const record = recordSaying(`Inv${unseen.join('o')}ice`);
const versions: Version[] = ['internal', 'concise', 'customer', 'support', 'technical', 'agenda', 'action'];

function expectSeen(text: string) {
  expect(
    unseen.filter((character) => text.includes(character)).map((one) => one.codePointAt(0)?.toString(16)),
  ).toEqual([]);
}

describe.each([
  ['as it is', undefined],
  ['redacted', makeTokens(record.capture, record.postmortem)],
] as const)('a record %s', (_, tokens) => {
  const redact = tokens ? { tokens } : {};

  it.each(versions)('has nothing unseen in the version %s', (version) => {
    for (const names of ['roles', 'names'] as const)
      for (const format of [toMarkdown, toHtml, toText])
        expectSeen(
          format(record, { version, names, action: record.postmortem.actions[0]?.id ?? '', ...redact }),
        );
  });

  it('has nothing unseen in any other format', () => {
    const summary = slaSummary(record, redact);
    for (const text of [summary.text, summary.markdown, summary.html]) expectSeen(text);
    for (const text of [toCsv(record, { ...redact, bom: false, events: 'all' }), toIcs(record, redact)])
      expectSeen(text);
    for (const text of [
      toJson(record, redact),
      frontMatter(record, redact),
      exportFileName(record.postmortem, redact),
    ])
      expectSeen(text);
  });
});
