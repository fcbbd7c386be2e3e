import type { DocBlock, DocInline, DocList, DocTable, DocTree } from './tree';

/** Writes the tree as plain text that reads well in a chat or a mail, without markup to be interpreted. */
export function toPlainText(tree: DocTree): string {
  return `${blocks(tree.children)}\n`;
}

/** The words of inline content. A link's address follows its text where the text is not the address. */
export function plainInlines(children: readonly DocInline[]): string {
  return children.map(plainInline).join('');
}

// What a mail or a terminal shows without wrapping.
const widestTable = 80;

function blocks(children: readonly DocBlock[], between = '\n\n'): string {
  return children.map(block).join(between);
}

function block(node: DocBlock): string {
  switch (node.type) {
    case 'heading':
      return heading(plainInlines(node.children), node.depth);
    case 'paragraph':
      return plainInlines(node.children);
    case 'list':
      return list(node);
    case 'table':
      return table(node);
    case 'code':
      return node.value;
    case 'blockquote':
      return blocks(node.children)
        .split('\n')
        .map((line) => `> ${line}`.trimEnd())
        .join('\n');
    case 'thematicBreak':
      return '-'.repeat(10);
  }
}

function heading(text: string, depth: number): string {
  return depth > 2 ? text : `${text}\n${(depth === 1 ? '=' : '-').repeat(width(text))}`;
}

function list(node: DocList): string {
  const items = node.children.map((item, index) => {
    const marker = node.ordered ? `${index + 1}. ` : '- ';
    const content = blocks(item.children, item.spread ? '\n\n' : '\n');
    return marker + content.replace(/\n(?!\n)/g, `\n${' '.repeat(marker.length)}`);
  });
  return items.join(node.spread ? '\n\n' : '\n');
}

/** Columns while they fit on a line; otherwise one "Label: value" line for each filled cell. */
function table(node: DocTable): string {
  const rows = node.children.map((row) => row.children.map((cell) => plainInlines(cell.children)));
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) =>
    rows.reduce((most, row) => Math.max(most, width(row[column] ?? '')), 0),
  );
  const total = widths.reduce((sum, columnWidth) => sum + columnWidth + 2, -2);
  if (total <= widestTable || body.length === 0) {
    return rows.map((row) => columns(row, widths)).join('\n');
  }
  return body.map((row) => labelled(head, row)).join('\n\n');
}

function columns(row: readonly string[], widths: readonly number[]): string {
  return row
    .map((value, column) => value + ' '.repeat((widths[column] ?? 0) - width(value)))
    .join('  ')
    .trimEnd();
}

function labelled(head: readonly string[], row: readonly string[]): string {
  return row
    .map((value, column) => (head[column] ? `${head[column]}: ${value}` : value))
    .filter((_, column) => row[column] !== '')
    .join('\n');
}

function plainInline(node: DocInline): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'strong':
    case 'emphasis':
      return plainInlines(node.children);
    case 'link': {
      const text = plainInlines(node.children);
      return text === node.url || `mailto:${text}` === node.url ? text : `${text} (${node.url})`;
    }
  }
}

function width(text: string): number {
  return Array.from(text).length;
}
