/**
 * Which signs of a text are a generated sentence's own: those quote the ticket and mean nothing. A person may have
 * rewritten everything around them, so a sign is known again by the words beside it and not by its sentence.
 */
import type { Claim } from '../postmortem/schema';

/**
 * Every construct has at least three tokens, as `[x](` and `*x*` do: one that stands unchanged is found by those alone,
 * and a person's own sign beside other words is not.
 */
const NEIGHBOURS = 3;

/** Places in the text, by UTF-16 unit, where a sign stands that a generated sentence brought along. */
export function placesOfQuotedSigns(text: string, claims: readonly Claim[]): number[] {
  if (!sign.test(text)) return [];
  const known = windowsOf(claims);
  if (known.size === 0) return [];
  const tokens = tokensOf(text);
  return tokens.flatMap((token, at) => {
    if (!isSign(token) || !windowsAround(tokens, at).some((window) => known.has(window))) return [];
    return [...token.text].map((_, offset) => token.start + offset);
  });
}

interface Token {
  text: string;
  start: number;
}

const sign = /[\\`*_[\]]/;

function isSign({ text }: Token): boolean {
  return sign.test(text);
}

/** Words, signs as often as they stand side by side, and every other character. */
function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+|([*_`])\1*|./gsu), ({ 0: found, index }) => ({
    text: found,
    start: index,
  }));
}

/** For each way in which three tokens can have this one among them: which it is of them, and all three. */
function windowsAround(tokens: readonly Token[], at: number): string[] {
  return Array.from({ length: NEIGHBOURS }, (_, before) => {
    const window = tokens.slice(Math.max(0, at - before), at - before + NEIGHBOURS);
    return at < before || window.length < NEIGHBOURS
      ? ''
      : [String(before), ...window.map(({ text }) => text)].join('\0');
  }).filter((window) => window !== '');
}

/** A section's lines are read one by one, and its claims are the same all the while. */
const known = new WeakMap<readonly Claim[], ReadonlySet<string>>();

function windowsOf(claims: readonly Claim[]): ReadonlySet<string> {
  const before = known.get(claims);
  if (before) return before;
  const windows = new Set<string>();
  for (const { text } of claims) {
    if (!sign.test(text)) continue;
    const tokens = tokensOf(text);
    tokens.forEach((token, at) => {
      if (isSign(token) && !isInsideWord(text, token))
        for (const window of windowsAround(tokens, at)) windows.add(window);
    });
  }
  known.set(claims, windows);
  return windows;
}

/** As in `first_reply`, which says nothing of what a person means by `_reply_`. */
function isInsideWord(text: string, { text: token, start }: Token): boolean {
  return /^[*_]/.test(token) && isWord(text[start - 1]) && isWord(text[start + token.length]);
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}
