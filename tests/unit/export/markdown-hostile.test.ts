import { describe, expect, it } from 'vitest';
import { toMarkdownText } from '../../../lib/export/markdown';
import {
  type BlockInput,
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
  strong,
  table,
} from '../../../lib/export/tree';
import { parseMarkdown, strip } from './parse-markdown';

const payloads = [
  '# heading',
  '####### seven',
  'closing ##',
  '> quotation',
  '- item',
  '+ item',
  '* item',
  '1. item',
  '123456789) item',
  '- [ ] task',
  '[ ] task',
  '[x] task',
  '---',
  '- - -',
  '***',
  '___',
  '===',
  '```js',
  '~~~',
  '    indented',
  '\tindented',
  '| a | b |\n| - | - |\n| c | d |',
  'cell | break',
  'cell \\| break',
  'back\\\\slash \\',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!-- comment -->',
  '<?php ?>',
  '<![CDATA[x]]>',
  '<https://evil.example>',
  '<someone@evil.example>',
  '</td></table>',
  '![x](https://evil.example/x.png)',
  '![x][y]',
  '[x](javascript:alert(1))',
  '[x](https://evil.example)',
  '[x]: https://evil.example',
  '[x][y]\n\n[y]: https://evil.example',
  '[^1]',
  '[^1]: note',
  '[!NOTE]',
  '[[_TOC_]]',
  'https://evil.example/path?a=1',
  'HTTPS://EVIL.EXAMPLE',
  'ftp://evil.example',
  'www.evil.example',
  '(www.evil.example).',
  'someone@evil.example',
  'mailto:someone@evil.example',
  'xmpp:someone@evil.example/x',
  '@team',
  'cc @org/team, @someone.else',
  '@team+a@b.example',
  '#123',
  'owner/repo#123',
  '~~struck~~',
  '~struck~',
  '**bold** __bold__ *it* _it_',
  '`code` ``code``',
  '&lt;b&gt; &#35; &#x41; &copy;',
  'a  \nb',
  'a\\\nb',
  'text\n===',
  'text\n---',
  '---\ntitle: x\n---',
  'back to\u202E front \u200Bhidden\u0000',
];

/** Each place of the grammar that takes text. */
const places: [string, (text: string) => BlockInput[]][] = [
  ['a paragraph', (text) => [paragraph(text)]],
  ['a paragraph with breaks', (text) => [paragraph(lines(text))]],
  ['a heading', (text) => [heading(2, text)]],
  ['a list item', (text) => [bullets([text, 'next'])]],
  ['a numbered item', (text) => [numbered([item(text, bullets([text]))])]],
  ['a cell', (text) => [table(['Head', text], [[text, 'after']])]],
  ['inline code', (text) => [paragraph(code(text), ' after')]],
  ['code in a cell', (text) => [table([code(text)], [['after']])]],
  ['a code block', (text) => [codeBlock(text, text)]],
  ['a quotation', (text) => [quote(paragraph(text), codeBlock(text))]],
  ['strong text between letters', (text) => [paragraph('a', strong(text), 'b')]],
  ['emphasis between letters', (text) => [paragraph('a', em(text), 'b')]],
  ['text around marks', (text) => [paragraph(text, strong('x'), text, em('y'), text, code('z'), text)]],
  ['the text of a link', (text) => [paragraph(text, link('https://acme.example/', text), text)]],
  ['the address of a link', (text) => [paragraph(link(text, 'words'))]],
  ['the path of a link', (text) => [paragraph(link(`https://acme.example/${text}`))]],
];

const allowed = new Set([
  ...[
    'root',
    'heading',
    'paragraph',
    'list',
    'listItem',
    'table',
    'tableRow',
    'tableCell',
    'code',
    'blockquote',
  ],
  ...['text', 'strong', 'emphasis', 'inlineCode', 'link', 'break'],
]);

describe.each(places)('hostile text in %s', (name, build) => {
  it.each(payloads)('%j reads back as it is, and makes nothing', (payload) => {
    const tree = docTree(build(payload));
    const read = parseMarkdown(toMarkdownText(tree));
    expect(read).toEqual(strip(tree));

    const nodes = walk(read);
    expect(nodes.map((node) => node.type).filter((type) => !allowed.has(String(type)))).toEqual([]);
    expect(nodes.filter((node) => 'checked' in node)).toEqual([]);
    const links = nodes.filter((node) => node.type === 'link').map((node) => String(node.url));
    if (!name.includes('link')) expect(links).toEqual([]);
    expect(links.filter((url) => !/^(https?:\/\/|mailto:)/.test(url))).toEqual([]);
  });
});

describe('what the parser cannot tell', () => {
  it('never leaves a name, an address or a tag bare in the source', () => {
    const texts = payloads.filter((payload) => !payload.startsWith('`'));
    const markdown = toMarkdownText(docTree(texts.map((text) => paragraph(text))));
    const bare = markdown.replace(/(`+)[^`]+\1/g, '').replace(/\\./g, '');
    expect(bare).not.toMatch(/@\w|https?:\/\/|www\.\w|#\d|<[a-z/!?]/i);
  });

  it('keeps a Windows path and an address in a link as they are', () => {
    const tree = docTree(paragraph('C:\\temp\\new ', link('https://acme.example/a_b?x=1&y=2', 'the report')));
    expect(toMarkdownText(tree)).toBe('C:\\temp\\new [the report](https://acme.example/a_b?x=1&y=2)\n');
  });
});

interface AnyNode {
  type?: unknown;
  url?: unknown;
  children?: unknown;
}

function walk(node: unknown): AnyNode[] {
  if (typeof node !== 'object' || node === null) return [];
  const own: AnyNode = node;
  return [own, ...(Array.isArray(own.children) ? own.children.flatMap(walk) : [])];
}
