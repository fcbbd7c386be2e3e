import type { SensitiveKind, Span } from './types';

/** The words right before a place, on the same line. */
export function before(text: string, at: number, length = 32): string {
  const part = text.slice(Math.max(0, at - length), at);
  return part.slice(part.lastIndexOf('\n') + 1);
}

export function after(text: string, at: number, length = 24): string {
  const part = text.slice(at, at + length);
  const end = part.indexOf('\n');
  return end === -1 ? part : part.slice(0, end);
}

/** `text.matchAll(pattern)`, which makes a copy of the pattern each time: for a short text that costs more than the search. */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return matches;
}

/** One span for the last group of each match that `accepts`; a pattern without groups gives its whole match. */
export function spansOf(
  text: string,
  pattern: RegExp,
  kind: SensitiveKind,
  accepts?: (value: string, match: RegExpExecArray) => boolean,
): Span[] {
  return spansOfMatches(matchesIn(text, pattern), kind, accepts);
}

export function spansOfMatches(
  matches: Iterable<RegExpExecArray>,
  kind: SensitiveKind,
  accepts: (value: string, match: RegExpExecArray) => boolean = () => true,
): Span[] {
  const spans: Span[] = [];
  for (const match of matches) {
    const value = match.at(-1) ?? '';
    if (value === '' || !accepts(value, match)) continue;
    const end = match.index + match[0].length - (match.groups?.tail?.length ?? 0);
    const start = match.index + match[0].lastIndexOf(value);
    spans.push({ start, end: Math.min(end, start + value.length), kind });
  }
  return spans;
}
