import { createHash } from 'node:crypto';
// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHtmlText } from '../../../lib/export/html';
import { htmlStyle } from '../../../lib/export/html-style';
import {
  bullets,
  code,
  codeBlock,
  type DocBlock,
  type DocInline,
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
import { draftArbitrary } from './draft-arbitrary';

describe('HTML', () => {
  it('uses the elements that mean what the document means', () => {
    const tree = docTree(
      heading(1, 'Postmortem'),
      paragraph(strong('a'), ' ', em('b'), ' ', code('c'), ' ', link('https://acme.example/?a=1&b=2', 'd')),
      paragraph(lines('one\ntwo')),
      bullets(['tight', item('with list', numbered(['x']))]),
      bullets([]),
      table(['H'], [['cell']]),
      codeBlock('x < 1', 'js'),
      quote(paragraph('said')),
      rule(),
      bullets([item('loose', paragraph('more'))]),
    );
    expect(toHtmlText(tree, { fragment: true })).toBe(`<h1>Postmortem</h1>
<p><strong>a</strong> <em>b</em> <code>c</code> <a href="https://acme.example/?a=1&amp;b=2" rel="noopener noreferrer">d</a></p>
<p>one<br>two</p>
<ul>
<li>tight</li>
<li>with list
<ol>
<li>x</li>
</ol></li>
</ul>
<table>
<thead>
<tr><th scope="col">H</th></tr>
</thead>
<tbody>
<tr><td>cell</td></tr>
</tbody>
</table>
<pre><code class="language-js">x &lt; 1</code></pre>
<blockquote>
<p>said</p>
</blockquote>
<hr>
<ul>
<li>
<p>loose</p>
<p>more</p>
</li>
</ul>`);
  });

  it('makes a file that loads and runs nothing, titled by its first heading', () => {
    const html = toHtmlText(docTree(paragraph('x'), heading(2, 'A ', strong('<b>'))));
    const page = new DOMParser().parseFromString(html, 'text/html');
    expect(html.startsWith('<!doctype html>\n')).toBe(true);
    expect(html.endsWith('</html>\n')).toBe(true);
    expect(page.title).toBe('A <b>');
    expect(page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toBe(
      `default-src 'none'; style-src 'sha256-${createHash('sha256').update(htmlStyle).digest('base64')}'`,
    );
    expect(page.querySelector('style')?.textContent).toBe(htmlStyle);
  });

  it('keeps headings with what follows and rows whole on paper, and fetches nothing for its looks', () => {
    expect(htmlStyle).toMatch(/@media print.*h1,h2,h3,h4\{break-after:avoid\}tr,/);
    expect(htmlStyle).not.toMatch(/url\(|@import|</);
  });

  it('takes a title that is out to end the title', () => {
    const html = toHtmlText(docTree(), { title: '</title><script>alert(1)</script>' });
    const page = new DOMParser().parseFromString(html, 'text/html');
    expect(page.title).toBe('</title><script>alert(1)</script>');
    expect(page.querySelector('script')).toBeNull();
  });

  it('shows the texts of any tree, and makes no other element or attribute', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(draftArbitrary(), (drafts) => {
        const tree = docTree(drafts);
        const html = toHtmlText(tree, { fragment: true });
        const body = new DOMParser().parseFromString(`<body>${html}`, 'text/html').body;
        const elements = [...body.querySelectorAll('*')];
        expect(elements.filter((element) => !allowed.has(element.localName))).toEqual([]);
        for (const { name, value } of elements.flatMap((element) => [...element.attributes])) {
          expect(attributes[name]?.test(value), `${name}=${value}`).toBe(true);
        }
        expect(words(body.textContent)).toBe(words(tree.children.map(textOf).join('')));
        expect(toHtmlText(tree, { fragment: true })).toBe(html);
      }),
      { numRuns: 300 },
    );
  });
});

const allowed = new Set(
  'h1 h2 h3 h4 p ul ol li table thead tbody tr th td pre code blockquote hr a strong em br'.split(' '),
);

const attributes: Record<string, RegExp> = {
  href: /^(?:https?:\/\/|mailto:)/,
  rel: /^noopener noreferrer$/,
  class: /^language-[\w+#.-]+$/,
  scope: /^col$/,
};

/** Line breaks between blocks are the writer's own. */
function words(text: string): string {
  return text.replace(/\s+/g, '');
}

function textOf(node: DocBlock | DocInline): string {
  if ('value' in node) return node.value;
  return 'children' in node ? childrenOf(node).map(textOf).join('') : '';
}

function childrenOf(node: Extract<DocBlock | DocInline, { children: unknown }>): (DocBlock | DocInline)[] {
  if (node.type === 'list') return node.children.flatMap((entry) => entry.children);
  if (node.type === 'table')
    return node.children.flatMap((row) => row.children.flatMap((cell) => cell.children));
  return node.children;
}
