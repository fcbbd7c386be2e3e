/** Where a mail stops being the writer's own words: quoted earlier mails, and the signature. */
export interface Offsets {
  quotedFrom?: number;
  signatureFrom?: number;
}

export function ownWordsEnd(body: string): Offsets {
  const quotedFrom = quoteStart(body);
  const own = quotedFrom === undefined ? body : body.slice(0, quotedFrom);
  // RFC 3676 §4.3: a line of two dashes and a space; the space is often lost on the way.
  const signature = /(?:^|\n)(?=-- ?\n)/.exec(own);
  const signatureFrom = signature ? signature.index + signature[0].length : undefined;
  return {
    ...(quotedFrom === undefined ? {} : { quotedFrom }),
    ...(signatureFrom === undefined ? {} : { signatureFrom }),
  };
}

/** Only where the quote runs to the end; answers written between quoted lines stay the writer's own. */
function quoteStart(body: string): number | undefined {
  const lines = body.split('\n');
  let first = lines.length;
  while (first > 0 && /^\s*(?:>|$)/.test(lines[first - 1] ?? '')) first--;
  while (first < lines.length && !lines[first]?.trim()) first++;
  if (first === lines.length) return undefined;
  const start = attributionStart(lines, first) ?? first;
  return lines.slice(0, start).reduce((sum, line) => sum + line.length + 1, 0);
}

/** The line "On … wrote:" before the quote, in any language: it ends in a colon and carries a date or an address. */
function attributionStart(lines: readonly string[], quote: number): number | undefined {
  let last = quote - 1;
  while (last >= 0 && !lines[last]?.trim()) last--;
  if (!/:\s*$/.test(lines[last] ?? '')) return undefined;
  if (/\d|@/.test(lines[last] ?? '')) return last;
  return /\d/.test(lines[last - 1] ?? '') ? last - 1 : undefined;
}
