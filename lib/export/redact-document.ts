/**
 * A document without what should not leave: redacted in its tree, where text is text, and not in any of the formats
 * it becomes. A block is read as one, because a value and the words that give it away may stand in different leaves.
 */
import type { Replacement, TokenMap } from '../language/redact/tokens';
import { MOST_ROUNDS } from '../language/redact/types';
import { cleanLine } from '../ticket/clean-text';
import { changedTree, type DocBlock, type DocInline, type DocTableCell, type DocTree } from './tree';

/** A value that was replaced, and in how many places. */
export interface Replaced {
  token: string;
  kind: Replacement['kind'];
  value: string;
  count: number;
}

export interface RedactedDocument {
  tree: DocTree;
  replaced: Replaced[];
}

/** Links that tell something become their words. `keep` names values or tokens that stay. */
export function redactDocument(
  tree: DocTree,
  tokens: TokenMap,
  keep: ReadonlySet<string> = new Set(),
): RedactedDocument {
  const redaction = new Redaction(tokens, keep);
  redaction.lookAhead(textsOf(tree.children));
  return redactedBy(redaction, tree);
}

/** The same for words only: every link stays where it went. */
export function replaceInText(tree: DocTree, tokens: TokenMap): DocTree {
  return redactedBy(new Redaction(tokens, new Set(), false), tree).tree;
}

function redactedBy(redaction: Redaction, tree: DocTree): RedactedDocument {
  const blocks = tree.children.map((block) => redaction.block(block));
  return { tree: changedTree(blocks, redaction.changed), replaced: redaction.replaced() };
}

/** For what is no document: a title, the name of a file. */
export function redactedLine(text: string, tokens: TokenMap, keep: ReadonlySet<string> = new Set()): string {
  return new Redaction(tokens, keep).text(cleanLine(text));
}

/** The same for each of many lines, in far less time than one by one. */
export function redactedLines(
  texts: readonly string[],
  tokens: TokenMap,
  keep: ReadonlySet<string> = new Set(),
): string[] {
  const redaction = new Redaction(tokens, keep);
  const lines = texts.map(cleanLine);
  redaction.lookAhead(lines);
  return lines.map((line) => redaction.text(line));
}

class Redaction {
  /** Texts in which something was replaced. */
  readonly changed = new Set<readonly DocInline[]>();
  private readonly counts = new Map<string, Replaced>();

  constructor(
    private readonly tokens: TokenMap,
    private readonly keep: ReadonlySet<string>,
    private readonly unlinks = true,
  ) {}

  /** What is known of texts that were looked through, most of them together. */
  private readonly known = new Map<string, readonly Replacement[]>();

  /** Looks many texts through at once, and what they become; whatever else is asked for is looked for by itself. */
  lookAhead(texts: Iterable<string>): void {
    let next = new Set(texts);
    for (let round = 0; round < MOST_ROUNDS && next.size > 0; round++) {
      const asked = [...next];
      const found = this.tokens.replacementsOfAll(asked, this.keep);
      next = new Set();
      for (const [index, text] of asked.entries()) {
        const replacements = found[index] ?? [];
        this.known.set(text, replacements);
        if (replacements.length === 0) continue;
        const after = replacedIn([text], replacements)[0] ?? '';
        if (!this.known.has(after)) next.add(after);
      }
    }
  }

  private find(text: string): readonly Replacement[] {
    const known = this.known.get(text);
    if (known) return known;
    const found = this.tokens.replacements(text, this.keep);
    this.known.set(text, found);
    return found;
  }

  replaced(): Replaced[] {
    return [...this.counts.values()];
  }

  block(block: DocBlock): DocBlock {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return { ...block, children: this.inlines(block.children) };
      case 'list':
        return {
          ...block,
          children: block.children.map((item) => ({
            ...item,
            children: item.children.map((child) => this.block(child)),
          })),
        };
      case 'blockquote':
        return { ...block, children: block.children.map((child) => this.block(child)) };
      case 'table':
        return {
          ...block,
          children: block.children.map((row) => ({
            ...row,
            children: row.children.map((cell) => this.cell(cell)),
          })),
        };
      case 'code': {
        const { lang: _, meta: __, ...code } = block;
        return { ...code, value: this.text(block.value) };
      }
      case 'thematicBreak':
        return block;
    }
  }

  private cell(cell: DocTableCell): DocTableCell {
    const children = this.inlines(cell.children);
    return children === cell.children ? cell : { ...cell, children };
  }

  text(text: string): string {
    return this.leaves([text])[0] ?? '';
  }

  /** The same list where nothing is replaced. */
  private inlines(children: DocInline[]): DocInline[] {
    const unlinked = this.withoutTellingLinks(children);
    const texts: string[] = [];
    visitLeaves(unlinked, (leaf) => texts.push(leaf));
    const redacted = this.leaves(texts);
    if (redacted === texts && unlinked === children) return children;
    let next = 0;
    const replaced = withLeaves(unlinked, () => redacted[next++] ?? '');
    this.changed.add(replaced);
    return replaced;
  }

  private withoutTellingLinks(children: DocInline[]): DocInline[] {
    if (!this.unlinks) return children;
    const unlinked = children.flatMap((child): DocInline[] => {
      if (child.type === 'link') return this.tells(child.url) ? child.children : [child];
      if (child.type !== 'strong' && child.type !== 'emphasis') return [child];
      const inside = this.withoutTellingLinks(child.children);
      return [inside === child.children ? child : { ...child, children: inside }];
    });
    const isSame =
      unlinked.length === children.length && unlinked.every((child, at) => child === children[at]);
    return isSame ? children : unlinked;
  }

  private tells(url: string): boolean {
    const found = [url, decoded(url)].map((text) => this.find(text));
    for (const replacement of found[0] ?? []) this.count(replacement);
    return found.some((replacements) => replacements.length > 0);
  }

  /** The texts of one block, redacted as the one text that a reader sees. */
  private leaves(given: readonly string[]): readonly string[] {
    let texts = given;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const found = this.find(texts.join(''));
      if (found.length === 0) break;
      for (const replacement of found) this.count(replacement);
      texts = replacedIn(texts, found);
    }
    return texts;
  }

  private count({ token, kind, value }: Replacement): void {
    const before = this.counts.get(token);
    if (before) before.count++;
    else this.counts.set(token, { token, kind, value, count: 1 });
  }
}

/** All that is looked through: each block as one text, and where its links lead. */
function* textsOf(blocks: readonly DocBlock[]): Generator<string> {
  for (const block of blocks) {
    if (block.type === 'heading' || block.type === 'paragraph') yield* textsOfInlines(block.children);
    else if (block.type === 'code') yield block.value;
    else if (block.type === 'blockquote') yield* textsOf(block.children);
    else if (block.type === 'list') for (const item of block.children) yield* textsOf(item.children);
    else if (block.type === 'table')
      for (const row of block.children) for (const cell of row.children) yield* textsOfInlines(cell.children);
  }
}

function* textsOfInlines(children: readonly DocInline[]): Generator<string> {
  const leaves: string[] = [];
  visitLeaves(children, (leaf) => leaves.push(leaf));
  yield leaves.join('');
  for (const url of urlsIn(children)) yield* [url, decoded(url)];
}

function* urlsIn(children: readonly DocInline[]): Generator<string> {
  for (const child of children) {
    if (child.type === 'link') yield child.url;
    else if (child.type === 'strong' || child.type === 'emphasis') yield* urlsIn(child.children);
  }
}

/** A token stands in the leaf where its value began. */
function replacedIn(texts: readonly string[], found: readonly Replacement[]): string[] {
  let offset = 0;
  return texts.map((text) => {
    const [from, to] = [offset, offset + text.length];
    offset = to;
    let result = '';
    let at = from;
    for (const { start, end, token } of found) {
      if (end <= from || start >= to) continue;
      result += text.slice(at - from, Math.max(start, from) - from) + (start >= from ? token : '');
      at = Math.min(end, to);
    }
    return result + text.slice(at - from);
  });
}

function visitLeaves(children: readonly DocInline[], visit: (text: string) => void): void {
  for (const child of children) {
    if (child.type === 'text' || child.type === 'inlineCode') visit(child.value);
    else if (child.type === 'break') visit('\n');
    else visitLeaves(child.children, visit);
  }
}

function withLeaves(children: readonly DocInline[], next: () => string): DocInline[] {
  return children.map((child): DocInline => {
    if (child.type === 'text' || child.type === 'inlineCode') return { ...child, value: next() };
    if (child.type === 'break') {
      next();
      return child;
    }
    return { ...child, children: withLeaves(child.children, next) };
  });
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    // A stray percent sign: there is nothing to decode.
    return url;
  }
}
