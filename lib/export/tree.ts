import type {
  Blockquote,
  Break,
  Code,
  Emphasis,
  Heading,
  InlineCode,
  Link,
  List,
  ListItem,
  Paragraph,
  Root,
  Strong,
  Table,
  TableCell,
  TableRow,
  Text,
  ThematicBreak,
} from 'mdast';
import { normalBlocks } from './markdown-normal-form';

/**
 * The one tree behind every exported document: a subset of mdast. Builders take whatever a caller has and make
 * drafts; `docTree` alone turns drafts into a `DocTree`, which keeps these promises for the emitters:
 *
 * - Text and code are cleaned, hold no line break, and runs of white space are one space (code blocks excepted:
 *   they keep their lines and have no tab before the first character of a line).
 * - No empty inline or block; no white space at either end of a block, a link, strong or emphasis text.
 * - Siblings never repeat a kind that would run together: text, inline code, strong, emphasis, lists of one kind.
 * - Strong and emphasis are never inside themselves, links never inside links.
 * - Outside links, text holds no address and no `@name`: they are inline code (see `markdown-live-text.ts`).
 * - A link goes to http, https or mailto, without credentials, in ASCII; any other link is its text.
 * - A break is only in paragraphs, never first, last, doubled or in a link.
 * - Headings (levels 1–4) and thematic breaks stand at the top only; lists nest three deep at most, and not at all
 *   in a quotation. Numbered lists count from one.
 * - All rows of a table have as many cells as its head. Code in a cell holds no `|`, code in a link no `]`.
 */
export interface DocTree extends Root {
  children: DocBlock[];
  readonly [normal]: true;
}

export type DocInline = Text | InlineCode | Break | DocStrong | DocEmphasis | DocLink;
export type DocBlock = DocHeading | DocParagraph | DocList | DocTable | Code | DocBlockquote | ThematicBreak;

export interface DocStrong extends Strong {
  children: DocInline[];
}
export interface DocEmphasis extends Emphasis {
  children: DocInline[];
}
export interface DocLink extends Link {
  children: DocInline[];
}
export interface DocHeading extends Heading {
  depth: 1 | 2 | 3 | 4;
  children: DocInline[];
}
export interface DocParagraph extends Paragraph {
  children: DocInline[];
}
export interface DocBlockquote extends Blockquote {
  children: DocBlock[];
}
export interface DocList extends List {
  ordered: boolean;
  spread: boolean;
  children: DocListItem[];
}
export interface DocListItem extends ListItem {
  spread: boolean;
  children: DocBlock[];
}
export interface DocTable extends Table {
  align: CellAlign[];
  children: DocTableRow[];
}
export interface DocTableRow extends TableRow {
  children: DocTableCell[];
}
export interface DocTableCell extends TableCell {
  children: DocInline[];
}
export type CellAlign = 'left' | 'right' | 'center' | null;

export type InlineInput = string | DocInline | false | undefined | readonly InlineInput[];
export type BlockInput = DocBlock | false | undefined | readonly BlockInput[];
export type ItemInput = InlineInput | DocListItem;

export function docTree(...blocks: readonly BlockInput[]): DocTree {
  // The brand exists for the compiler only: this is the one place where a tree is known to keep the promises.
  return { type: 'root', children: normalBlocks(flatBlocks(blocks)) } as unknown as DocTree;
}

/** A tree made out of a `DocTree`: only the texts in `changed` have to be brought into normal form again. */
export function changedTree(
  blocks: readonly DocBlock[],
  changed: ReadonlySet<readonly DocInline[]>,
): DocTree {
  const children = normalBlocks(blocks, (inlines) => !changed.has(inlines));
  return { type: 'root', children } as unknown as DocTree; // branded as above
}

export function heading(depth: 1 | 2 | 3 | 4, ...content: readonly InlineInput[]): DocHeading {
  return { type: 'heading', depth, children: flatInlines(content) };
}

export function paragraph(...content: readonly InlineInput[]): DocParagraph {
  return { type: 'paragraph', children: flatInlines(content) };
}

export function bullets(items: readonly ItemInput[]): DocList {
  return list(false, items);
}

export function numbered(items: readonly ItemInput[]): DocList {
  return list(true, items);
}

/** A list item with more than one line of text: further blocks, most often a nested list. */
export function item(content: InlineInput, ...blocks: readonly BlockInput[]): DocListItem {
  return { type: 'listItem', spread: false, children: [paragraph(content), ...flatBlocks(blocks)] };
}

export function table(
  head: readonly InlineInput[],
  rows: readonly (readonly InlineInput[])[],
  align: readonly CellAlign[] = [],
): DocTable {
  return { type: 'table', align: [...align], children: [head, ...rows].map(tableRow) };
}

export function codeBlock(value: string, lang?: string): Code {
  return lang === undefined ? { type: 'code', value } : { type: 'code', lang, value };
}

export function quote(...blocks: readonly BlockInput[]): DocBlockquote {
  return { type: 'blockquote', children: flatBlocks(blocks) };
}

export function rule(): ThematicBreak {
  return { type: 'thematicBreak' };
}

export function strong(...content: readonly InlineInput[]): DocStrong {
  return { type: 'strong', children: flatInlines(content) };
}

export function em(...content: readonly InlineInput[]): DocEmphasis {
  return { type: 'emphasis', children: flatInlines(content) };
}

export function code(value: string): InlineCode {
  return { type: 'inlineCode', value };
}

/** Without content, the address is its own text. */
export function link(url: string, ...content: readonly InlineInput[]): DocLink {
  return { type: 'link', url, children: flatInlines(content) };
}

/** Text whose line breaks are to stay line breaks. */
export function lines(text: string): DocInline[] {
  return text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).flatMap((value, index): DocInline[] => {
    const line: DocInline = { type: 'text', value };
    return index === 0 ? [line] : [{ type: 'break' }, line];
  });
}

declare const normal: unique symbol;

function list(ordered: boolean, items: readonly ItemInput[]): DocList {
  const children = items.map((entry) => (isListItem(entry) ? entry : item(entry)));
  return { type: 'list', ordered, spread: false, children };
}

function isListItem(entry: ItemInput): entry is DocListItem {
  return typeof entry === 'object' && 'type' in entry && entry.type === 'listItem';
}

function tableRow(cells: readonly InlineInput[]): DocTableRow {
  return { type: 'tableRow', children: cells.map(tableCell) };
}

function tableCell(content: InlineInput): DocTableCell {
  return { type: 'tableCell', children: flatInlines([content]) };
}

function flatInlines(content: readonly InlineInput[]): DocInline[] {
  const [only] = content;
  if (content.length === 1 && only) {
    if (typeof only === 'string') return [{ type: 'text', value: only }];
    return 'type' in only ? [only] : flatInlines(only);
  }
  const flat: DocInline[] = [];
  pushInlines(content, flat);
  // An array that grew has room for many more, and a long document keeps ten thousands of them.
  return flat.slice();
}

function pushInlines(content: readonly InlineInput[], out: DocInline[]): void {
  for (const part of content) {
    if (typeof part === 'string') out.push({ type: 'text', value: part });
    else if (!part) continue;
    else if ('type' in part) out.push(part);
    else pushInlines(part, out);
  }
}

function flatBlocks(blocks: readonly BlockInput[], out: DocBlock[] = []): DocBlock[] {
  for (const block of blocks) {
    if (!block) continue;
    if ('type' in block) out.push(block);
    else flatBlocks(block, out);
  }
  return out;
}
