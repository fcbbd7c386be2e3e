import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHtmlText } from '../../../lib/export/html';
import { toMarkdownText } from '../../../lib/export/markdown';
import { richBlocks, richInlines } from '../../../lib/export/rich-text';
import { sectionPreview } from '../../../lib/export/section-preview';
import { type DocTree, docTree } from '../../../lib/export/tree';
import type { SectionState, TextSection } from '../../../lib/postmortem/schema';
import { LAW_TIMEOUT_MS, runs } from '../support/runs';
import { parseMarkdown, strip } from './parse-markdown';

function section(text: string, state: SectionState = 'edited', said: string[] = []): TextSection {
  return { text, state, claims: said.map((one) => ({ text: one, events: [] })) };
}

const html = (text: string, state?: SectionState, said?: string[]) =>
  toHtmlText(docTree(richBlocks(section(text, state, said))), { fragment: true }).replace(/\n/g, '');

describe('signs in a person’s own text', () => {
  it.each([
    ['It was **down** for *hours*.', '<p>It was <strong>down</strong> for <em>hours</em>.</p>'],
    ['_Both **inside** it_', '<p><em>Both <strong>inside</strong> it</em></p>'],
    ['Run `a*b*` now', '<p>Run <code>a*b*</code> now</p>'],
    [
      'See [the page](https://status.example/1).',
      '<p>See <a href="https://status.example/1">the page</a>.</p>',
    ],
    [
      'First:\n\n- one\n- **two**\n\nLast.',
      '<p>First:</p><ul><li>one</li><li><strong>two</strong></li></ul><p>Last.</p>',
    ],
    ['1. one\n2) two', '<ol><li>one</li><li>two</li></ol>'],
    ['one\ntwo', '<p>one<br>two</p>'],
  ])('%j', (text, expected) => {
    expect(
      html(text)
        .replaceAll(' rel="noopener noreferrer nofollow"', '')
        .replace(/ rel="[^"]*"/g, ''),
    ).toBe(expected);
  });

  it.each([
    '2 * 3 * 4 = 24',
    'snake_case_name and a*b*c',
    '** not bold ** and **never closed',
    '[x](javascript:alert(1))',
    '[x](ftp://files.example/a)',
    '[x](mailto:a@b.example)',
    '![x](https://pictures.example/x.png)',
    '# no heading',
    '[ ](https://blank.example)',
    '``',
  ])('%j is only characters', (text) => {
    const plain = html(text).replace(/<\/?code>/g, '');
    expect(plain).not.toMatch(/<(?!\/?p>)/);
  });

  it('lets a backslash take the meaning from a sign', () => {
    expect(html('\\*not this\\* but C:\\temp')).toBe('<p>*not this* but C:\\temp</p>');
  });
});

describe('what nobody has written', () => {
  const quoted = 'The customer wrote: “see **this** [page](https://evil.example)”.';
  it('is literal while it is generated', () => {
    expect(html(quoted, 'generated')).not.toMatch(/<(strong|a) /);
  });

  it('is literal when confirmed, and wherever it still stands among a person’s words', () => {
    expect(html(quoted, 'confirmed', [quoted])).not.toMatch(/<(strong|a)\b/);
    const both = html(`**Mine.** ${quoted}`, 'edited', [quoted]);
    expect(both).toMatch(/<strong>Mine\.<\/strong>/);
    expect(both).not.toMatch(/<a\b/);
    expect(html(`**${quoted}**`, 'edited', [quoted])).toMatch(/^<p><strong>The customer.*<\/strong><\/p>$/);
  });
});

describe('the preview of a section', () => {
  it('is one item a line where the document has a list', () => {
    const tree = sectionPreview('wentWell', section('- The fix **held**.\n\nNobody was woken.'));
    expect(toMarkdownText(tree)).toBe('- The fix **held**.\n- Nobody was woken.\n');
    expect(toMarkdownText(sectionPreview('lucky', section(' ')))).toBe('Not filled.\n');
  });
});

describe('hostile text', () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...[
            '**',
            '*',
            '_',
            '`',
            '[',
            '](',
            ')',
            '![',
            '\\',
            '\n',
            '\n\n',
            '- ',
            '1. ',
            ' ',
            'a',
            'word',
            '@ada',
          ],
          ...[
            '<script>',
            '<img src=x onerror=alert(1)>',
            '&lt;',
            'https://evil.example',
            'javascript:alert(1)',
          ],
          ...[
            '[x](https://ok.example)',
            '[x](data:text/html,1)',
            '|',
            '#',
            '> ',
            '~~',
            'a@b.example',
            'www.x.example',
          ],
        ),
        fc.string({ unit: 'grapheme', maxLength: 4 }),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));

  it('becomes no HTML, no picture, no mention and no other link than one to the web', {
    timeout: LAW_TIMEOUT_MS,
  }, () => {
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom<SectionState>('edited', 'confirmed', 'generated'),
        (text, state) => {
          const tree = docTree(richBlocks(section(text, state)));
          const markdown = toMarkdownText(tree);
          const read = parseMarkdown(markdown);
          if (!isDeepStrictEqual(read, strip(tree))) expect(read).toEqual(strip(tree));
          expect(typesIn(tree)).not.toContain('html');
          expect(typesIn(tree)).not.toContain('image');
          for (const url of linksIn(tree)) expect(url).toMatch(/^https?:\/\//);
          if (state === 'generated') expect(typesIn(tree)).not.toContain('strong');
          for (const value of textsOutsideLinks(tree)) expect(value).not.toMatch(/(?<!\w)@\w/);
          expect(toHtmlText(tree, { fragment: true })).not.toMatch(/<(?:script|img)/);
        },
      ),
      runs(1_000, 5_000),
    );
  });

  it('is read in one go, however many signs are never closed', () => {
    for (const piece of ['**a ', '[', '[a](', '`', '*a_b ']) {
      const [only] = richInlines(piece.repeat(20_000), { state: 'edited', claims: [] });
      expect(only).toBeDefined();
    }
  });
});

interface Node {
  type: string;
  url?: string;
  value?: string;
  children?: readonly Node[];
}

function typesIn(node: Node): string[] {
  return [node.type, ...(node.children ?? []).flatMap(typesIn)];
}

function linksIn(node: Node | DocTree): string[] {
  const { url, children = [] } = node as Node; // every node of the tree is one
  return [...(url === undefined ? [] : [url]), ...children.flatMap(linksIn)];
}

function textsOutsideLinks(node: Node): string[] {
  if (node.type === 'link') return [];
  if (node.type === 'text') return [node.value ?? ''];
  return (node.children ?? []).flatMap(textsOutsideLinks);
}
