import { escapeHtml } from './escape';
import { htmlStyle, htmlStyleHash } from './html-style';
import { plainInlines } from './text';
import type { DocBlock, DocInline, DocListItem, DocTable, DocTableRow, DocTree } from './tree';

export interface HtmlOptions {
  /** Only the blocks, for the clipboard; otherwise a whole file. */
  fragment?: boolean;
  /** Title of the file; the first heading when absent. */
  title?: string;
}

/** Writes the tree as semantic HTML without script or anything that loads; a whole file has a style of its own. */
export function toHtmlText(tree: DocTree, options: HtmlOptions = {}): string {
  const body = blocks(tree.children);
  if (options.fragment) return body;
  const title = options.title ?? titleOf(tree);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${htmlStyleHash}'">
<title>${escapeHtml(title)}</title>
<style>${htmlStyle}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function titleOf(tree: DocTree): string {
  const heading = tree.children.find((child) => child.type === 'heading');
  return plainInlines(heading?.children ?? []);
}

function blocks(children: readonly DocBlock[]): string {
  return children.map(block).join('\n');
}

function block(node: DocBlock): string {
  switch (node.type) {
    case 'heading':
      return `<h${node.depth}>${inlines(node.children)}</h${node.depth}>`;
    case 'paragraph':
      return `<p>${inlines(node.children)}</p>`;
    case 'list': {
      const tag = node.ordered ? 'ol' : 'ul';
      const loose = node.spread || node.children.some((item) => item.spread);
      return `<${tag}>\n${node.children.map((item) => listItem(item, loose)).join('\n')}\n</${tag}>`;
    }
    case 'table':
      return table(node);
    case 'code': {
      const language = node.lang ? ` class="language-${escapeHtml(node.lang)}"` : '';
      return `<pre><code${language}>${escapeHtml(node.value)}</code></pre>`;
    }
    case 'blockquote':
      return `<blockquote>\n${blocks(node.children)}\n</blockquote>`;
    case 'thematicBreak':
      return '<hr>';
  }
}

function listItem(item: DocListItem, loose: boolean): string {
  if (loose) return `<li>\n${blocks(item.children)}\n</li>`;
  const parts = item.children.map((child) =>
    child.type === 'paragraph' ? inlines(child.children) : block(child),
  );
  return `<li>${parts.join('\n')}</li>`;
}

function table(node: DocTable): string {
  const [head, ...rows] = node.children;
  const body =
    rows.length === 0 ? '' : `<tbody>\n${rows.map((row) => tableRow(row, 'td')).join('\n')}\n</tbody>\n`;
  return `<table>\n<thead>\n${head ? tableRow(head, 'th') : ''}\n</thead>\n${body}</table>`;
}

function tableRow(row: DocTableRow, tag: 'td' | 'th'): string {
  const open = tag === 'th' ? '<th scope="col">' : '<td>';
  return `<tr>${row.children.map((cell) => `${open}${inlines(cell.children)}</${tag}>`).join('')}</tr>`;
}

function inlines(children: readonly DocInline[]): string {
  return children.map(inline).join('');
}

function inline(node: DocInline): string {
  switch (node.type) {
    case 'text':
      return escapeHtml(node.value);
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'break':
      return '<br>';
    case 'strong':
      return `<strong>${inlines(node.children)}</strong>`;
    case 'emphasis':
      return `<em>${inlines(node.children)}</em>`;
    case 'link':
      return `<a href="${escapeHtml(node.url)}" rel="noopener noreferrer">${inlines(node.children)}</a>`;
  }
}
