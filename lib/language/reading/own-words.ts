/**
 * What a writer wrote themselves: the mail quoted below, the signature and the greeting are blanked out. Blanks keep
 * the text's length, so that offsets found in it are offsets in the original.
 */

/** The text with everything that is not the writer's own replaced by spaces, character by character. */
export function blankForeignWords(text: string): string {
  // One line without quotation marks: no quoted mail, no signature, at most a salutation.
  if (!/[\n>"“«]/.test(text)) return text.replace(salutation, spaces);
  const cut = foreignFrom(text);
  return blank(text.slice(0, cut), quotedLines) + spaces(text.slice(cut));
}

/** From where on the text is a signature or an earlier mail; the text's length where it has neither. */
export function foreignFrom(text: string): number {
  return Math.min(quoteStart(text), signatureStart(text));
}

/** From where on the text is an earlier mail; the text's length where it quotes none. */
function quoteStart(text: string): number {
  return firstMatch(text, quoteHeaders);
}

/** From where on the text is a signature; the text's length where it has none. */
function signatureStart(text: string): number {
  return firstMatch(text, signatures);
}

const quoteHeaders = [
  /^[ \t]*-{2,}\s*(?:original message|forwarded message|urspr\S{0,14} nachricht)\s*-{2,}/im,
  // "On Tue, 3 Mar 2026 at 10:00, Mira Okafor wrote:", which some programs break into two lines.
  /^[ \t]*on\b[^\n]{4,120}(?:\n[^\n]{0,80})?\bwrote:[ \t]*$/im,
  /^[ \t]*from:[^\n]{1,200}\n(?:[^\n]{0,200}\n){0,3}[ \t]*(?:sent|date|to|subject):/im,
  /^[ \t]*_{10,}[ \t]*$/m,
];

const signatures = [
  /^-- ?$/m,
  /^[ \t]*(?:(?:kind|best|warm|many|with kind|with best) )?(?:regards|wishes)[ \t]*[,.!]?[ \t]*$/im,
  /^[ \t]*(?:sincerely|yours(?: (?:truly|faithfully|sincerely))?|cordially|respectfully)[ \t]*[,.!]?[ \t]*$/im,
  /^[ \t]*sent from my \w+/im,
];

// "Hi Arno,", "Dear all,", "Good morning".
const salutation =
  /^[ \t]*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day))\b(?:[ \t]+(?!(?:please|pls|plz|kindly|any|still|update)\b)[\p{L}.'’-]+){0,3}[ \t]*[,!:](?=\s|$)/gimu;

const quotedLines = [
  /^[ \t]*>[^\n]*/gm,
  salutation,
  // Said by somebody else: “we’ll call you”, "fixed".
  /“[^“”\n]*”|«[^«»\n]*»|(?<![^\s(])"[^"\n]*"(?![\p{L}\p{N}])/gu,
];

function blank(text: string, patterns: readonly RegExp[]): string {
  return patterns.reduce((rest, pattern) => rest.replace(pattern, spaces), text);
}

/** Line ends stay: a line's start and end say where a sentence ends. */
function spaces(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function firstMatch(text: string, patterns: readonly RegExp[]): number {
  let first = text.length;
  for (const pattern of patterns) {
    const at = text.search(pattern);
    if (at >= 0 && at < first) first = at;
  }
  return first;
}

export interface Sentence {
  text: string;
  /** Offset of its first character in the whole. */
  start: number;
}

/** A mark with something behind it: most messages of one sentence have none. */
const inner = /[.!?…]\s+\S|\n/;

const ends = /[.!?…]+(?=\s|$)|\n+/g;

/** Sentences with their places, by marks and line ends; "3.1", "a.m." and addresses are not ends. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  if (!inner.test(text)) {
    add(found, text, 0, text.length);
    return found;
  }
  const guarded = text.replace(/\b(?:[ap]\.m|e\.g|i\.e|approx|no|nr|vs|mr|mrs|ms|dr)\.(?=\s)/gi, (found) =>
    found.replaceAll('.', '·'),
  );
  let from = 0;
  for (const { 0: mark, index } of guarded.matchAll(ends)) {
    add(found, text, from, index + mark.length);
    from = index + mark.length;
  }
  add(found, text, from, text.length);
  return found;
}

function add(found: Sentence[], text: string, from: number, to: number): void {
  const part = text.slice(from, to);
  const lead = part.length - part.trimStart().length;
  if (lead < part.length) found.push({ text: part.trim(), start: from + lead });
}
