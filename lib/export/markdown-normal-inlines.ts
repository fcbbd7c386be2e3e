import type { Break, InlineCode, Text } from 'mdast';
import { cleanText } from '../ticket/clean-text';
import { isAlreadyNormal, isPlain } from './markdown-already-normal';
import { splitLiveText } from './markdown-live-text';
import { safeUrl } from './markdown-safe-url';
import type { DocInline } from './tree';

export type InlinePlace = 'heading' | 'paragraph' | 'cell';

/**
 * Brings drafted inlines into the grammar of `DocTree`: the nested draft is laid flat into pieces that carry their
 * marks, white space between two pieces keeps only the marks both have, and the pieces are nested again.
 */
export function normalInlines(drafts: DocInline[], place: InlinePlace): DocInline[] {
  if (isAlreadyNormal(drafts, place === 'cell')) return drafts;
  const flat: Leaf[] = [];
  flatten(drafts, { strong: false, emphasis: false, link: undefined }, place, flat);
  return nest(pieces(flat), new Set());
}

/** Markdown text has no lines of its own, and Markdown cannot spell a noncharacter as a reference. */
function oneLine(text: string): string {
  if (isPlain.test(text)) return text;
  return cleanText(text)
    .replace(/[ \t\n]+/g, ' ')
    .replace(/\p{Noncharacter_Code_Point}/gu, '');
}

interface Marks {
  strong: boolean;
  emphasis: boolean;
  /** One object per link, so that two links side by side stay two. */
  link: { url: string } | undefined;
}
interface Leaf {
  node: Text | InlineCode | Break;
  marks: Marks;
}
/** A gap is white space or a break between two contents. */
interface Piece extends Leaf {
  gap: boolean;
}
type Mark = keyof Marks;

function flatten(drafts: readonly DocInline[], marks: Marks, place: InlinePlace, out: Leaf[]): void {
  for (const draft of drafts) {
    switch (draft.type) {
      case 'text':
        pushLeaf(out, { type: 'text', value: oneLine(draft.value) }, marks);
        break;
      case 'inlineCode': {
        // Readers differ on `|` in a cell's code, `\|` cannot be written there, and a `]` can end a link's text.
        const clash =
          (place === 'cell' && draft.value.includes('|')) || (marks.link && draft.value.includes(']'));
        const type = clash ? 'text' : 'inlineCode';
        pushLeaf(out, { type, value: oneLine(draft.value).trim() }, marks);
        break;
      }
      case 'break':
        pushLeaf(out, place === 'paragraph' && !marks.link ? draft : { type: 'text', value: ' ' }, marks);
        break;
      case 'link': {
        const url = marks.link ? undefined : safeUrl(draft.url);
        const before = out.length;
        flatten(draft.children, url === undefined ? marks : { ...marks, link: { url } }, place, out);
        const nothing = out
          .slice(before)
          .every(({ node }) => node.type !== 'break' && node.value.trim() === '');
        if (url !== undefined && nothing) {
          pushLeaf(out, { type: 'text', value: url }, { ...marks, link: { url } });
        }
        break;
      }
      default:
        flatten(draft.children, { ...marks, [draft.type]: true }, place, out);
    }
  }
}

function pushLeaf(out: Leaf[], node: Leaf['node'], marks: Marks): void {
  if (node.type === 'break') {
    out.push({ node: { type: 'break' }, marks });
    return;
  }
  if (node.value === '') return;
  const last = out.at(-1);
  if (last && last.node.type === node.type && sameMarks(last.marks, marks)) {
    const value = last.node.value.endsWith(' ') ? node.value.replace(/^ /, '') : node.value;
    out[out.length - 1] = { node: { type: node.type, value: last.node.value + value }, marks };
  } else {
    out.push({ node, marks });
  }
}

function pieces(flat: readonly Leaf[]): Piece[] {
  const out: Piece[] = [];
  for (const { node, marks } of flat) {
    if (node.type === 'break') {
      pushGap(out, node, marks);
      continue;
    }
    // Joining two texts, or taking out what stood between them, can make letters that compose.
    const value = node.value.normalize('NFC');
    if (node.type === 'inlineCode') out.push({ node: { ...node, value }, marks, gap: false });
    else if (marks.link) pushText(out, value, marks);
    else {
      for (const part of splitLiveText(value)) {
        if (part.live) out.push({ node: { type: 'inlineCode', value: part.value }, marks, gap: false });
        else pushText(out, part.value, marks);
      }
    }
  }
  if (out.at(-1)?.gap) out.pop();
  return out.map((piece, index) => (piece.gap ? { ...piece, marks: shared(out, index) } : piece));
}

function pushText(out: Piece[], value: string, marks: Marks): void {
  const core = value.trim();
  const start = value.length - value.trimStart().length;
  if (start > 0) pushGap(out, { type: 'text', value: value.slice(0, start) }, marks);
  if (core === '') return;
  out.push({ node: { type: 'text', value: core }, marks, gap: false });
  const end = value.slice(start + core.length);
  if (end !== '') pushGap(out, { type: 'text', value: end }, marks);
}

/** No gap at the start, one gap in a row; a break swallows the white space around it. */
function pushGap(out: Piece[], node: Text | Break, marks: Marks): void {
  const last = out.at(-1);
  if (!last) return;
  if (!last.gap) out.push({ node, marks, gap: true });
  else if (node.type === 'break') out[out.length - 1] = { node, marks, gap: true };
}

function shared(out: readonly Piece[], index: number): Marks {
  const before = out[index - 1]?.marks;
  const after = out[index + 1]?.marks;
  return {
    strong: before?.strong === true && after?.strong === true,
    emphasis: before?.emphasis === true && after?.emphasis === true,
    link: before?.link === after?.link ? before?.link : undefined,
  };
}

function sameMarks(a: Marks, b: Marks): boolean {
  return a.strong === b.strong && a.emphasis === b.emphasis && a.link === b.link;
}

function nest(all: readonly Piece[], open: ReadonlySet<Mark>): DocInline[] {
  const out: DocInline[] = [];
  let index = 0;
  while (index < all.length) {
    const widest = widestMark(all, index, open);
    if (widest) {
      out.push(wrapped(widest.mark, all.slice(index, widest.end), open));
      index = widest.end;
    } else {
      appendLeaf(out, all[index]?.node);
      index += 1;
    }
  }
  return out;
}

function wrapped(mark: Mark, inside: readonly Piece[], open: ReadonlySet<Mark>): DocInline {
  const children = nest(inside, new Set([...open, mark]));
  if (mark !== 'link') return { type: mark, children };
  return { type: 'link', url: inside[0]?.marks.link?.url ?? '', children };
}

/** The mark to open here: the one that reaches furthest, so that marks nest without being cut more than needed. */
function widestMark(
  all: readonly Piece[],
  start: number,
  open: ReadonlySet<Mark>,
): { mark: Mark; end: number } | undefined {
  if (all[start]?.gap) return undefined;
  let widest: { mark: Mark; end: number } | undefined;
  for (const mark of ['strong', 'emphasis', 'link'] as const) {
    if (open.has(mark) || !all[start]?.marks[mark]) continue;
    let end = reach(all, start, mark);
    // Cutting emphasis in two is harmless, cutting a link in two is not.
    const link = open.has('link') ? undefined : all[end]?.marks.link;
    while (link && all[end - 1]?.marks.link === link) end -= 1;
    if (all[end - 1]?.gap) end -= 1;
    if (end > start && (!widest || end > widest.end)) widest = { mark, end };
  }
  return widest;
}

function reach(all: readonly Piece[], start: number, mark: Mark): number {
  let end = start + 1;
  while (end < all.length && all[end]?.marks[mark] === all[start]?.marks[mark]) end += 1;
  return end;
}

function appendLeaf(out: DocInline[], node: Leaf['node'] | undefined): void {
  if (!node) return;
  const last = out.at(-1);
  if (node.type !== 'break' && last?.type === node.type) {
    out[out.length - 1] = { type: node.type, value: (last.value + node.value).normalize('NFC') };
  } else {
    out.push(node);
  }
}
