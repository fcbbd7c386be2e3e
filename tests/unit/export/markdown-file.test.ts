import { describe, expect, it } from 'vitest';
import { toMarkdownText } from '../../../lib/export/markdown';
import { markdownFile, takesExtras } from '../../../lib/export/markdown-file';
import type { Record } from '../../../lib/export/record';
import { type Version, versionDocument } from '../../../lib/export/versions/version-document';
import { makeTokens } from '../../../lib/language/redact';
import { recordSaying } from './formats/hostile-record';
import { parseMarkdown } from './parse-markdown';

const inside: Version[] = ['internal', 'concise', 'technical'];
const plain = { frontMatter: false, picture: 'none' } as const;

function treeOf(record: Record, version: Version) {
  return versionDocument(record, { version }).tree;
}

describe('a file of Markdown', () => {
  const record = recordSaying('Printers down');

  it.each(inside)('of the version %s is the document alone unless more is asked for', (version) => {
    const tree = treeOf(record, version);
    expect(markdownFile(tree, record, plain)).toBe(toMarkdownText(tree));
  });

  it.each([
    ['internal', '## Service levels'],
    ['concise', '## Service levels'],
    ['technical', '## Clocks'],
  ] as const)('of the version %s has the picture at the end of its part about clocks', (version, heading) => {
    const tree = treeOf(record, version);
    const document = toMarkdownText(tree);
    for (const picture of ['mermaid', 'svg'] as const) {
      const file = markdownFile(tree, record, { ...plain, picture });
      const [added = ''] = pictures.exec(file) ?? [];
      expect(file.replace(added, '')).toBe(document);
      const before = file
        .slice(0, file.indexOf(added))
        .split('\n')
        .filter((line) => line.startsWith('#'));
      expect(before.at(-1)).toBe(heading);
      expect(JSON.stringify(parseMarkdown(file))).toContain(
        picture === 'svg' ? '"type":"image"' : '"lang":"mermaid"',
      );
    }
  });

  it('has the picture at its end where the kind has no part about clocks', () => {
    const tree = treeOf(record, 'internal');
    const without = { ...tree, children: tree.children.filter(({ type }) => type !== 'heading') };
    const file = markdownFile(without, record, { ...plain, picture: 'mermaid' });
    expect(file).toMatch(/\n\n## SLA clocks\n\n```mermaid\n[^`]+```\n\n.*not known\.\n$/);
  });

  it('has no picture of a ticket without a clock', () => {
    const bare = { ...record, analysis: { ...record.analysis, slas: [] } };
    const tree = treeOf(bare, 'internal');
    for (const picture of ['mermaid', 'svg'] as const)
      expect(markdownFile(tree, bare, { ...plain, picture })).toBe(toMarkdownText(tree));
  });

  it('is redacted in its front matter as in the document, and its picture has no word of the ticket', () => {
    const telling = recordSaying('Ada Lund, ada@brightwell.example');
    const tokens = makeTokens(telling.capture, telling.postmortem);
    const { tree } = versionDocument(telling, { version: 'internal', tokens });
    const file = markdownFile(tree, telling, { frontMatter: true, picture: 'mermaid' }, { tokens });
    expect(file).toMatch(/^---\ntitle: "/);
    expect(file).not.toMatch(/Ada|Lund|brightwell/i);
    const [, image = ''] =
      /base64,([^)]+)\)/.exec(markdownFile(tree, telling, { ...plain, picture: 'svg' })) ?? [];
    expect(atob(image)).toMatch(/^<svg[\s\S]*First reply[\s\S]*<\/svg>\n$/);
    expect(atob(image)).not.toMatch(/Ada|Lund|brightwell/i);
  });

  it('takes neither in versions for others, for the meeting and for a tracker', () => {
    const all: Version[] = ['internal', 'concise', 'customer', 'support', 'technical', 'agenda', 'action'];
    expect(all.filter(takesExtras)).toEqual(inside);
  });
});

/** What was added, with the blank line after it. */
const pictures = /(?:```mermaid\n[^`]+```\n\n.*not known\.\n|!\[SLA clocks[^\n]+\n)\n/;
