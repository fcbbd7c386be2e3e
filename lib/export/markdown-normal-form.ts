import type { Code } from 'mdast';
import { cleanLine, cleanText } from '../ticket/clean-text';
import { type InlinePlace, normalInlines } from './markdown-normal-inlines';
import type { DocBlock, DocInline, DocList, DocTable, DocTableCell } from './tree';

/**
 * Brings drafted blocks into the grammar of `DocTree`. Nothing a reader could see is lost but decoration:
 * what the grammar has no place for is kept in the nearest form it has.
 */
export function normalBlocks(
  blocks: readonly DocBlock[],
  isNormal: (inlines: readonly DocInline[]) => boolean = () => false,
): DocBlock[] {
  return blocksAt(blocks, { contained: false, quoted: false, level: 0, isNormal });
}

/**
 * In a quotation, a blank line between a list and what ends it anyway would make the parser take the list for a
 * loose one.
 */
export function needsBlankLine(before: DocBlock | undefined, after: DocBlock, quoted: boolean): boolean {
  if (!before) return false;
  return !quoted || before.type !== 'list' || (after.type !== 'list' && after.type !== 'blockquote');
}

interface Place {
  /** Inside a list item or a quotation. */
  contained: boolean;
  quoted: boolean;
  /** How many lists are around. */
  level: number;
  /** Whether texts are known to be in the grammar. */
  isNormal: (inlines: readonly DocInline[]) => boolean;
}

function blocksAt(blocks: readonly DocBlock[], place: Place): DocBlock[] {
  const result: DocBlock[] = [];
  for (const block of blocks.flatMap((draft) => blockAt(draft, place))) {
    const last = result.at(-1);
    if (block.type !== 'list' || last?.type !== 'list' || last.ordered !== block.ordered) result.push(block);
    else for (const item of block.children) last.children.push(item);
  }
  return result.map((block) => (block.type === 'list' ? withSpread(block, place.quoted) : block));
}

function blockAt(block: DocBlock, place: Place): DocBlock[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return textBlock(block, place);
    case 'list':
      return listBlock(block, place);
    case 'table':
      return tableBlock(block, place);
    case 'code':
      return codeBlock(block);
    case 'blockquote': {
      const children = blocksAt(block.children, { ...place, contained: true, quoted: true });
      return children.length === 0 ? [] : [{ type: 'blockquote', children }];
    }
    case 'thematicBreak':
      return place.contained ? [] : [{ type: 'thematicBreak' }];
  }
}

function textBlock(block: DocBlock & { type: 'heading' | 'paragraph' }, place: Place): DocBlock[] {
  if (block.type === 'heading' && !place.contained) {
    const children = inlinesAt(block.children, 'heading', place);
    return children.length === 0 ? [] : [{ type: 'heading', depth: block.depth, children }];
  }
  const drafts =
    block.type === 'heading' ? [{ type: 'strong' as const, children: block.children }] : block.children;
  const children = inlinesAt(drafts, 'paragraph', place);
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

function listBlock(list: DocList, place: Place): DocBlock[] {
  const inside = { ...place, contained: true, level: place.level + 1 };
  // When lines start with `>`, the parser loses which list a blank line after a nested list belongs to.
  if (inside.level > (place.quoted ? 1 : 3)) {
    return blocksAt(
      list.children.flatMap((item) => item.children),
      { ...place, contained: true },
    );
  }
  const items = list.children
    .map((item) => ({ ...item, children: blocksAt(item.children, inside) }))
    .filter((item) => item.children.length > 0);
  return items.length === 0 ? [] : [{ type: 'list', ordered: list.ordered, spread: false, children: items }];
}

/** Loose (blank lines between and inside items) as soon as one item needs it; `spread` then says what Markdown reads. */
function withSpread({ ordered, children: items }: DocList, quoted: boolean): DocList {
  const loose = items.some(({ children }) => children.length > 1 && !isTextWithLists(children));
  return {
    type: 'list',
    ordered,
    ...(ordered && { start: 1 }),
    spread: loose && items.length > 1,
    children: items.map(({ children }) => ({
      type: 'listItem',
      spread: loose && children.some((child, index) => needsBlankLine(children[index - 1], child, quoted)),
      children,
    })),
  };
}

function isTextWithLists(children: readonly DocBlock[]): boolean {
  return children.every(({ type }, index) => type === 'list' || (type === 'paragraph' && index === 0));
}

function tableBlock(table: DocTable, place: Place): DocBlock[] {
  const width = table.children.reduce((most, row) => Math.max(most, row.children.length), 0);
  if (width === 0) return [];
  const columns = Array.from({ length: width }, (_, column) => column);
  return [
    {
      type: 'table',
      align: columns.map((column) => table.align[column] ?? null),
      children: table.children.map((row) => ({
        type: 'tableRow',
        children: columns.map((column) => normalCell(row.children[column], place)),
      })),
    },
  ];
}

function normalCell(cell: DocTableCell | undefined, place: Place): DocTableCell {
  const children = inlinesAt(cell?.children ?? [], 'cell', place);
  return children === cell?.children ? cell : { type: 'tableCell', children };
}

function inlinesAt(drafts: DocInline[], kind: InlinePlace, { isNormal }: Place): DocInline[] {
  return isNormal(drafts) ? drafts : normalInlines(drafts, kind);
}

function codeBlock(block: Code): DocBlock[] {
  // A tab that a list's or quotation's indent cuts in half reads back as spaces.
  const value = cleanText(block.value)
    .normalize('NFC')
    .replace(/^[\t ]*\t/gm, (indent) => indent.replaceAll('\t', '    '))
    .replace(/^\n+/, '')
    .trimEnd();
  if (value === '') return [];
  const lang = cleanLine(block.lang ?? '').replace(/[^\w+#.-]/g, '');
  return [lang === '' ? { type: 'code', value } : { type: 'code', lang, value }];
}
