/**
 * The few signs of Markdown that a person may use in a section, read into the document's own tree: paragraphs, lists,
 * `**bold**`, `*emphasis*`, code and links to the web. What is not one of these stays the characters that were typed.
 * Sentences that a machine wrote quote the ticket, so they stay literal for as long as they stand, and their signs for
 * as long as they stand beside the same words.
 */
import { webAddress } from '../postmortem/own-evidence';
import type { TextSection } from '../postmortem/schema';
import { cleanLine } from '../ticket/clean-text';
import { placesOfQuotedSigns } from './literal-signs';
import {
  type BlockInput,
  bullets,
  code,
  type DocBlock,
  type DocInline,
  em,
  lines,
  link,
  numbered,
  paragraph,
  strong,
} from './tree';

/** Whether a person has written or read it; what a machine wrote alone has no signs. */
function mayBeRich({ state }: Pick<TextSection, 'state'>): boolean {
  return state === 'edited' || state === 'confirmed';
}

/** Paragraphs parted by empty lines, and lists of lines that begin with a mark or a number. */
export function richBlocks(section: TextSection): BlockInput {
  return section.text.split(/\n\s*\n/).flatMap((block) => partsOf(block, section));
}

/** Each line by itself, as the items of a list. */
export function richLines(section: TextSection): DocInline[][] {
  return section.text
    .split('\n')
    .map((row) => row.replace(/^\s*[-*•]\s+/, '').trim())
    .filter((row) => cleanLine(row) !== '')
    .map((row) => richInlines(row, section));
}

/** The inlines of one paragraph; a line break stays one. */
export function richInlines(text: string, section: Pick<TextSection, 'state' | 'claims'>): DocInline[] {
  if (!mayBeRich(section)) return lines(text);
  return inlinesOf(sourceOf(text, section), 0, text.length);
}

function partsOf(block: string, section: TextSection): DocBlock[] {
  const out: DocBlock[] = [];
  for (const { kind, rows } of runsOf(block.split('\n'), mayBeRich(section))) {
    if (kind === 'text') out.push(paragraph(richInlines(rows.join('\n'), section)));
    else out.push((kind === 'bullets' ? bullets : numbered)(rows.map((row) => richInlines(row, section))));
  }
  return out;
}

interface Run {
  kind: 'text' | 'bullets' | 'numbers';
  rows: string[];
}

const bullet = /^\s*[-*•]\s+/;
const number = /^\s*\d{1,3}[.)]\s+/;

function runsOf(rows: readonly string[], isRich: boolean): Run[] {
  const runs: Run[] = [];
  for (const row of rows) {
    const kind = !isRich ? 'text' : bullet.test(row) ? 'bullets' : number.test(row) ? 'numbers' : 'text';
    const last = runs.at(-1);
    const words = kind === 'text' ? row : row.replace(kind === 'bullets' ? bullet : number, '');
    if (last?.kind === kind) last.rows.push(words);
    else runs.push({ kind, rows: [words] });
  }
  return runs;
}

interface Source {
  text: string;
  /** By place: true where a sign is only a character. */
  literal: readonly boolean[];
  /** Backslashes that take the meaning from the sign behind them, and are not written themselves. */
  escapes: ReadonlySet<number>;
}

/** The sentences of a machine that still stand in the text are literal, and so is what is left of them in others. */
function sourceOf(text: string, { claims }: Pick<TextSection, 'claims'>): Source {
  const literal: boolean[] = new Array(text.length).fill(false);
  for (const at of placesOfQuotedSigns(text, claims)) literal[at] = true;
  for (const line of claims.flatMap((claim) => claim.text.split('\n'))) {
    if (line.trim() === '') continue;
    for (let from = text.indexOf(line); from !== -1; from = text.indexOf(line, from + line.length))
      literal.fill(true, from, from + line.length);
  }
  const escapes = new Set<number>();
  for (let at = 0; at < text.length - 1; at++) {
    if (text[at] !== '\\' || literal[at] || !'\\`*_[]()'.includes(text[at + 1] ?? '')) continue;
    escapes.add(at);
    literal[at + 1] = true;
    at += 1;
  }
  return { text, literal, escapes };
}

/** No sign reaches further than this: what is hostile costs no more time than what is long. */
const FARTHEST = 1_000;

function inlinesOf(source: Source, from: number, to: number): DocInline[] {
  const out: DocInline[] = [];
  let open = from;
  let at = from;
  while (at < to) {
    const found = source.literal[at] ? undefined : markAt(source, at, to);
    if (!found) {
      at += 1;
      continue;
    }
    out.push(...lines(withoutEscapes(source, open, at)), found.node);
    at = found.end;
    open = at;
  }
  out.push(...lines(withoutEscapes(source, open, to)));
  return out;
}

interface Found {
  node: DocInline;
  end: number;
}

function markAt(source: Source, at: number, to: number): Found | undefined {
  switch (source.text[at]) {
    case '`':
      return codeAt(source, at, to);
    case '*':
      return source.text[at + 1] === '*' ? spanAt(source, at, to, '**') : spanAt(source, at, to, '*');
    case '_':
      return spanAt(source, at, to, '_');
    case '[':
      return linkAt(source, at, to);
    default:
      return undefined;
  }
}

function codeAt(source: Source, at: number, to: number): Found | undefined {
  const end = signFrom(source, at + 1, to, '`');
  if (end === undefined || end === at + 1) return undefined;
  return { node: code(source.text.slice(at + 1, end)), end: end + 1 };
}

/** Around words, not inside of one and not around white space: `2 * 3 * 4` and `snake_case_name` say what they say. */
function spanAt(source: Source, at: number, to: number, sign: '**' | '*' | '_'): Found | undefined {
  const { text } = source;
  const start = at + sign.length;
  if (isWord(text[at - 1]) || !isInk(text[start])) return undefined;
  const most = Math.min(to, start + FARTHEST);
  let end = signFrom(source, start, most, sign);
  while (end !== undefined && !closes(text, start, end, sign)) end = signFrom(source, end + 1, most, sign);
  if (end === undefined) return undefined;
  const inside = inlinesOf(source, start, end);
  return { node: sign === '**' ? strong(inside) : em(inside), end: end + sign.length };
}

function closes(text: string, start: number, end: number, sign: string): boolean {
  const after = text[end + sign.length];
  if (end === start || !isInk(text[end - 1]) || isWord(after)) return false;
  // The first of two stars ends nothing that one star began.
  return sign !== '*' || (after !== '*' && text[end - 1] !== '*');
}

/** A picture's link is none: nothing is loaded from anywhere. */
function linkAt(source: Source, at: number, to: number): Found | undefined {
  const { text } = source;
  if (text[at - 1] === '!') return undefined;
  const end = signFrom(source, at + 1, to, '](');
  const close = end === undefined ? undefined : signFrom(source, end + 2, to, ')');
  if (end === undefined || close === undefined) return undefined;
  const words = text.slice(at + 1, end);
  const url = webAddress(text.slice(end + 2, close));
  if (url === undefined || words.trim() === '' || /[[\n]/.test(words)) return undefined;
  return { node: link(url, lines(withoutEscapes(source, at + 1, end))), end: close + 1 };
}

function signFrom({ text, literal }: Source, from: number, to: number, sign: string): number | undefined {
  const near = text.slice(from, Math.min(to, from + FARTHEST));
  for (let at = near.indexOf(sign); at !== -1; at = near.indexOf(sign, at + 1))
    if (!literal[from + at]) return from + at;
  return undefined;
}

/** The backslash that took a sign's meaning goes with it. */
function withoutEscapes({ text, escapes }: Source, from: number, to: number): string {
  let out = '';
  for (let at = from; at < to; at++) if (!escapes.has(at)) out += text[at];
  return out;
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}

function isInk(char: string | undefined): boolean {
  return char !== undefined && /\S/.test(char);
}
