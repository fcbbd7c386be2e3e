/**
 * Long alternations, looked for only at the words that could begin them: by their first two letters. Most words of a
 * text begin none of a hundred, and trying each of the hundred at every word costs more than all else.
 */
import type { Sentence } from './sentences';

export interface Gated {
  /** Each begins at a word and ends at the end of one. */
  matchesIn(sentence: Sentence): RegExpExecArray[];
}

/** `lead` stands before each of the alternatives of `source`. */
export function gated(source: string, lead = ''): Gated {
  const sources = new Map<string, string[]>();
  for (const part of lead ? [`${lead}(?:${source})`] : alternatives(source))
    for (const two of beginnings(part)) sources.set(two, [...(sources.get(two) ?? []), part]);
  const patterns = new Map(
    [...sources].map(([two, parts]) => [two, new RegExp(`(?:${parts.join('|')})\\b`, 'y')] as const),
  );
  return {
    matchesIn: ({ low, words, start }) => {
      const found: RegExpExecArray[] = [];
      let from = 0;
      for (const word of words) {
        const at = word.start - start;
        if (at < from) continue;
        const pattern = patterns.get(low.slice(at, at + 2));
        if (!pattern) continue;
        pattern.lastIndex = at;
        const match = pattern.exec(low);
        if (!match) continue;
        found.push(match);
        from = at + match[0].length;
      }
      return found;
    },
  };
}

/** The first two letters of what a pattern finds. */
function beginnings(source: string): Set<string> {
  const found = new Set([...prefixes(source, 2)]);
  for (const two of found)
    if (!/^[a-z].$/.test(two)) throw new Error(`cannot tell how it begins: ${source.slice(0, 40)}`);
  return found;
}

function prefixes(source: string, length: number): Set<string> {
  const found = new Set<string>();
  for (const part of alternatives(source)) for (const prefix of prefixesOf(part, length)) found.add(prefix);
  return found;
}

function prefixesOf(part: string, length: number): Set<string> {
  if (length === 0 || part === '') return new Set(['']);
  const { item, rest } = firstItem(part);
  const isOptional = /^[?*]/.test(rest);
  const after = rest.replace(/^[?*+]\??/, '');
  const found = new Set<string>();
  if (isOptional) for (const prefix of prefixesOf(after, length)) found.add(prefix);
  const begins = item.startsWith('(?:')
    ? prefixes(item.slice(3, -1), length)
    : item.startsWith('[')
      ? new Set(item.slice(1, -1))
      : new Set([item]);
  for (const begin of begins)
    for (const prefix of prefixesOf(after, length - begin.length)) found.add(begin + prefix);
  return found;
}

/** A letter, a class or a group, and what follows it. */
function firstItem(part: string): { item: string; rest: string } {
  let depth = 0;
  let item = '';
  for (const piece of pieces(part)) {
    item += piece;
    if (piece === '(') depth++;
    if (piece === ')') depth--;
    if (depth === 0) break;
  }
  return { item, rest: part.slice(item.length) };
}

function alternatives(source: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const piece of pieces(source)) {
    if (piece === '(') depth++;
    if (piece === ')') depth--;
    if (piece === '|' && depth === 0) parts.push('');
    else parts.push((parts.pop() ?? '') + piece);
  }
  return parts;
}

/** An escape and a class of characters are one piece each. */
function pieces(source: string): string[] {
  return source.match(/\\.|\[(?:\\.|[^\]])*\]|[\s\S]/g) ?? [];
}
