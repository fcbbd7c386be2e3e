import { redact } from '../../language/redact';
import type { TokenMap } from '../../language/redact/tokens';
import { cleanLine, cleanText } from '../../ticket/clean-text';
import { safeUrl } from '../markdown-safe-url';
import { redactedLines } from '../redact-document';

export interface RedactOptions {
  /** Redacted where given. */
  tokens?: TokenMap;
  /** Values or tokens that stay. */
  keep?: ReadonlySet<string>;
}

export interface LineRedactor {
  /** One clean line without what should not leave. */
  line(text: string): string;
  /** The same with its line breaks. */
  lines(text: string): string;
  /** An http(s) address in ASCII; absent where it is none, or where it tells something. */
  address(url: string | undefined): string | undefined;
  /** The same for many at once, which is far faster where they are redacted. */
  linesOf(texts: readonly string[]): string[];
  addresses(urls: readonly (string | undefined)[]): (string | undefined)[];
}

/** For formats that are no document tree: each value is cleaned, and redacted by itself. */
export function lineRedactor({ tokens, keep }: RedactOptions): LineRedactor {
  const linesOf = (texts: readonly string[]) =>
    tokens ? redactedLines(texts, tokens, keep) : texts.map(cleanLine);
  const addresses = (urls: readonly (string | undefined)[]) => {
    const safe = urls.map(httpUrl);
    if (!tokens) return safe;
    const asked = [...new Set(safe.flatMap((url) => (url === undefined ? [] : [url, decoded(url)])))];
    const found = tokens.replacementsOfAll(asked, keep);
    const telling = new Set(asked.filter((_, index) => (found[index]?.length ?? 0) > 0));
    return safe.map((url) =>
      url === undefined || telling.has(url) || telling.has(decoded(url)) ? undefined : url,
    );
  };
  return {
    line: (text) => linesOf([text])[0] ?? '',
    // An address may go on over the end of a line.
    lines: (text) => (tokens ? redact(text, tokens, keep) : cleanText(text)).trim(),
    address: (url) => addresses([url])[0],
    linesOf,
    addresses,
  };
}

function httpUrl(url: string | undefined): string | undefined {
  const safe = url === undefined ? undefined : safeUrl(url);
  return safe !== undefined && /^https?:/.test(safe) ? safe : undefined;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    // A stray percent sign: there is nothing to decode.
    return url;
  }
}
