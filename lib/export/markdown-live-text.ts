/**
 * Finds what a reader of Markdown would bring to life in plain text: bare addresses, e-mail addresses, `@names`.
 *
 * GitHub and mdast look for these after Markdown's escapes are gone, so neither `\@` nor `&#64;` keeps a person
 * from being pinged (github/markup#1168, github/cmark-gfm#181) or an address from becoming a link
 * (mdast-util-gfm-autolink-literal). Inline code is the one form that is inert everywhere, shows the same
 * characters, and can be copied.
 */
export interface TextPart {
  value: string;
  live: boolean;
}

export function splitLiveText(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let rest = text;
  let match = mayBeLive.test(text) ? liveText.exec(text) : null;
  while (match) {
    const value = withoutTrail(match[0]);
    if (match.index > 0) parts.push({ value: rest.slice(0, match.index), live: false });
    const last = parts.at(-1);
    if (last?.live) last.value += value;
    else parts.push({ value, live: true });
    // What follows is searched on its own, because a reader sees it on its own too.
    rest = rest.slice(match.index + value.length);
    match = liveText.exec(rest);
  }
  if (rest !== '') parts.push({ value: rest, live: false });
  return parts;
}

/** Cheap, and true for every text that has a live part. */
export const mayBeLive = /@|:\/\/|[wW]\./;

// Wider than any one reader's rule, and each branch is bounded or starts only where a word starts, so that a long
// text is read once. The stop characters of the first branch keep code in a table cell free of `|`.
const liveText = new RegExp(
  [
    /(?<![\da-z])(?:[a-z][a-z\d+-]{0,20}:\/\/|www\.)[^\s<>`|\\]*/,
    /(?<![\w.+-])(?:mailto:|xmpp:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+/,
    /(?<!\w)@\w[\w.-]*(?:\/[\w.-]+)*/,
  ]
    .map((branch) => branch.source)
    .join('|'),
  'i',
);

/** A full stop or bracket after an address belongs to the sentence. */
function withoutTrail(match: string): string {
  const closes = match.includes('(') ? '' : ')';
  let end = match.length;
  while (end > 1 && `.,;:!?'"]}’”»${closes}`.includes(match.charAt(end - 1))) end -= 1;
  return match.slice(0, end);
}
