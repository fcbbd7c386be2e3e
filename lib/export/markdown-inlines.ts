import { characterReference, escapeMarkdown, type TextPlace } from './escape';
import type { DocEmphasis, DocInline, DocStrong } from './tree';

/** Writes inline content as Markdown, for a paragraph, a heading or a table's cell. */
export function inlineMarkdown(
  children: readonly DocInline[],
  where: 'paragraph' | 'heading' | 'cell',
): string {
  return inlines(children, { inLink: false, inCell: where === 'cell' }, where === 'paragraph');
}

/** The length of the longest run of backticks: a fence has to be longer. */
export function longestRun(value: string): number {
  if (!value.includes('`')) return 0;
  return (value.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

function inlines(
  children: readonly DocInline[],
  place: TextPlace,
  lineStart: boolean,
  inMark = false,
): string {
  let out = '';
  let before: DocInline | undefined;
  let index = 0;
  for (const node of children) {
    index += 1;
    if (node.type === 'text') {
      const atStart = before ? before.type === 'break' : lineStart;
      out += text(node.value, { before, after: children[index], inMark }, place, atStart);
    } else {
      out += inline(node, place);
    }
    before = node;
  }
  return out;
}

function inline(node: Exclude<DocInline, { type: 'text' }>, place: TextPlace): string {
  switch (node.type) {
    case 'inlineCode':
      return inlineCode(node.value);
    case 'break':
      return '\\\n';
    case 'strong':
      return `**${inlines(node.children, place, false, true)}**`;
    case 'emphasis':
      return `_${inlines(node.children, place, false, true)}_`;
    case 'link': {
      if (isAutolink(node.url, node.children)) return `<${node.url}>`;
      return `[${inlines(node.children, { ...place, inLink: true }, false)}](${destination(node.url)})`;
    }
  }
}

function inlineCode(value: string): string {
  const fence = '`'.repeat(longestRun(value) + 1);
  const pad = value.startsWith('`') || value.endsWith('`') ? ' ' : '';
  return fence + pad + value + pad + fence;
}

function isAutolink(url: string, children: readonly DocInline[]): boolean {
  const [only] = children;
  return children.length === 1 && only?.type === 'text' && only.value === url && url.startsWith('http');
}

function destination(url: string): string {
  return url.replace(/[()]|&(?=[#a-z\d]+;)/gi, '\\$&');
}

/**
 * Emphasis marks open and close by the characters around them: a letter outside, next to `_` or to a `**` with
 * punctuation inside, would leave them bare. Such a letter is written as a character reference.
 */
function text(
  value: string,
  { before, after, inMark }: Neighbours,
  place: TextPlace,
  lineStart: boolean,
): string {
  const head = isBare(first(value), before, last, inMark) ? first(value) : '';
  const tail = isBare(last(value), after, first, inMark) ? last(value) : '';
  if (head === value || tail === value) return characterReference(value);
  const body = value.slice(head.length, value.length - tail.length);
  const escaped = escapeMarkdown(body, place, lineStart && head === '', after !== undefined);
  return characterReference(head) + escaped + characterReference(tail);
}

interface Neighbours {
  before: DocInline | undefined;
  after: DocInline | undefined;
  /** Whether the text stands inside strong or emphasis, whose marks are its neighbours where it has no other. */
  inMark: boolean;
}

/** To GitHub an `_` is a letter of an address: "@" beside one would begin or end a mail address with it. */
function isBare(
  char: string,
  neighbour: DocInline | undefined,
  edge: typeof first | typeof last,
  inMark: boolean,
): boolean {
  if (char === '@' && (isMark(neighbour) || (inMark && neighbour === undefined))) return true;
  return isMark(neighbour) && isGlued(char, neighbour, edge);
}

function isMark(node: DocInline | undefined): node is DocStrong | DocEmphasis {
  return node?.type === 'strong' || node?.type === 'emphasis';
}

function isGlued(outside: string, mark: DocStrong | DocEmphasis, edge: typeof first | typeof last): boolean {
  if (separates(outside)) return false;
  if (mark.type === 'emphasis') return true;
  const inside = edge === first ? mark.children[0] : mark.children.at(-1);
  if (inside?.type !== 'text') return true;
  const char = edge(inside.value);
  // A single letter between two marks may itself be written as a reference, which is punctuation at both ends.
  return (char === inside.value && mark.children.length > 1) || /[\s\p{P}\p{S}]/u.test(char);
}

/** Symbols beyond ASCII and characters beyond the BMP are punctuation to some readers and letters to others. */
function separates(char: string): boolean {
  return char.length === 1 && /[\s$+<=>^`|~\p{P}]/u.test(char);
}

function first(value: string): string {
  return String.fromCodePoint(value.codePointAt(0) ?? 0);
}

function last(value: string): string {
  return /[\uD800-\uDBFF]./.test(value.slice(-2)) ? value.slice(-2) : value.slice(-1);
}
