/**
 * What should not leave the browser, and the tokens that stand in for it. Works on text alone: whoever has a document
 * redacts its leaves. Nothing here is needed before somebody shares something, so it loads only then.
 */
import { cleanText } from '../ticket/clean-text';
import { findIn } from './redact/find';
import { NameFinder } from './redact/names';
import type { Replacement, TokenMap } from './redact/tokens';
import { type KnownName, MOST_ROUNDS, type Span } from './redact/types';

export { makeTokens } from './redact/tokens';

/** What in a text should not leave: by its form, by the words around it, or because it is a known name. */
export function findSensitive(text: string, known: readonly KnownName[] = []): Span[] {
  return findIn(text, known.length === 0 ? undefined : new NameFinder(known));
}

/** The text with every sensitive value replaced by its token; `keep` names values or tokens that stay. */
export function redact(text: string, tokens: TokenMap, keep?: ReadonlySet<string>): string {
  let plain = cleanText(text);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = tokens.replacements(plain, keep);
    if (found.length === 0) break;
    plain = replaced(plain, found);
  }
  return plain;
}

function replaced(text: string, found: readonly Replacement[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, token } of found) {
    result += text.slice(from, start) + token;
    from = end;
  }
  return result + text.slice(from);
}
