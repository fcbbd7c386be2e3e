import type { TokenMap } from '../../language/redact/tokens';
import { cleanLine, cleanText } from '../../ticket/clean-text';
import { safeUrl } from '../markdown-safe-url';
import { redactedLine } from '../redact-document';

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
}

/** For formats that are no document tree: each value is cleaned, and redacted by itself. */
export function lineRedactor({ tokens, keep }: RedactOptions): LineRedactor {
  const line = (text: string) => (tokens ? redactedLine(text, tokens, keep) : cleanLine(text));
  return {
    line,
    lines: (text) => cleanText(text).split('\n').map(line).join('\n').trim(),
    address(url) {
      const safe = url === undefined ? undefined : safeUrl(url);
      if (safe === undefined || !/^https?:/.test(safe)) return undefined;
      const tells =
        tokens && [safe, decoded(safe)].some((text) => tokens.replacements(text, keep).length > 0);
      return tells ? undefined : safe;
    },
  };
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    // A stray percent sign: there is nothing to decode.
    return url;
  }
}
