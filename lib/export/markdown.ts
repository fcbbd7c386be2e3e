import type { Code } from 'mdast';
import { inlineMarkdown, longestRun } from './markdown-inlines';
import { needsBlankLine } from './markdown-normal-form';
import type { DocBlock, DocInline, DocList, DocTable, DocTableRow, DocTree } from './tree';

/**
 * Writes the tree as GitHub Flavored Markdown that reads back as the same tree, whatever the texts hold. The same
 * tree gives the same bytes: LF, one line break at the end.
 */
export function toMarkdownText(tree: DocTree): string {
  return `${blocks(tree.children, '\n\n', false)}\n`;
}

function blocks(children: readonly DocBlock[], between: '\n' | '\n\n', quoted: boolean): string {
  let out = '';
  let before: DocBlock | undefined;
  for (const node of children) {
    if (before) out += needsBlankLine(before, node, quoted) ? between : '\n';
    out += block(node, quoted);
    before = node;
  }
  return out;
}

function block(node: DocBlock, quoted: boolean): string {
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(node.depth)} ${heading(node.children)}`;
    case 'paragraph':
      return inlineMarkdown(node.children, 'paragraph');
    case 'list':
      return list(node, quoted);
    case 'table':
      return table(node);
    case 'code':
      return code(node);
    case 'blockquote':
      return blocks(node.children, '\n\n', true)
        .split('\n')
        .map((line) => (line === '' ? '>' : `> ${line}`))
        .join('\n');
    case 'thematicBreak':
      // Dashes at the top of a file would open front matter.
      return '***';
  }
}

function heading(children: readonly DocInline[]): string {
  // Number signs at the end would be read as the closing of the heading.
  return inlineMarkdown(children, 'heading').replace(/(^| )(#+)$/, '$1\\$2');
}

function list(node: DocList, quoted: boolean): string {
  const items = node.children.map((item, index) => {
    const marker = node.ordered ? `${index + 1}. ` : '- ';
    const content = blocks(item.children, item.spread ? '\n\n' : '\n', quoted);
    return marker + content.replace(/\n(?!\n)/g, `\n${' '.repeat(marker.length)}`);
  });
  return items.join(node.spread ? '\n\n' : '\n');
}

function table(node: DocTable): string {
  const [head, ...rows] = node.children.map(tableRow);
  const delimiters = node.align.map((align) => delimiter[align ?? 'none']);
  return [head, `| ${delimiters.join(' | ')} |`, ...rows].join('\n');
}

const delimiter = { none: '---', left: ':--', right: '--:', center: ':-:' };

function tableRow(row: DocTableRow): string {
  return `| ${row.children.map((cell) => inlineMarkdown(cell.children, 'cell')).join(' | ')} |`;
}

function code({ value, lang }: Code): string {
  const fence = '`'.repeat(Math.max(3, longestRun(value) + 1));
  return `${fence}${lang ?? ''}\n${value}\n${fence}`;
}
