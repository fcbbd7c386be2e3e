/**
 * Escapes for the two markup formats. The Markdown escape is sparing, because people read the source: a character
 * gets its backslash only where some reader of GitHub's Markdown could give it a meaning.
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => htmlEntities[char] ?? char);
}

export interface TextPlace {
  inLink: boolean;
  inCell: boolean;
}

/** `lineStart`: first thing on a line of a paragraph. `continued`: followed by other inline content. */
export function escapeMarkdown(text: string, place: TextPlace, lineStart = false, continued = false): string {
  const inline = mayNeedEscape.test(text) ? escapeInline(text, place, lineStart, continued) : text;
  return lineStart ? inline.replace(blockStart, '$2\\$1$3') : inline;
}

/** A character as Markdown's numeric reference: the same character to a reader, punctuation to the parser. */
export function characterReference(char: string): string {
  return char === '' ? '' : `&#x${char.codePointAt(0)?.toString(16)};`;
}

interface Spot {
  text: string;
  place: TextPlace;
  lineStart: boolean;
  continued: boolean;
  /** Up to here, a bracket at the start of the line could still make a link's definition (`[label]: address`). */
  labelEnd: number;
}

const htmlEntities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const mayNeedEscape = /[\\`*_[\]<&!|~#@]|:\/\/|[wW]\./;
// The last two are for what is left of GFM's literal addresses, such as `www.` before emphasis.
const special = /[\\`*_[\]<&!|~#@]|https?(?=:\/\/)|www(?=\.)/gi;

// What would start a block: heading, list item, quotation, thematic break or setext underline, definition of a
// table's columns. (Fences, emphasis and HTML are never left bare, wherever they stand.)
const blockStart = /^(#{1,6}(?=\s|$)|[-+](?=[\s:|-]|$)|[>=]|:(?=[-|]))|^(\d{1,9})([.)])(?=\s|$)/;

function escapeInline(text: string, place: TextPlace, lineStart: boolean, continued: boolean): string {
  const close = lineStart && text.startsWith('[') ? text.search(/\][^([:]/) : 0;
  const spot: Spot = { text, place, lineStart, continued, labelEnd: close === -1 ? text.length : close };
  return text.replace(special, (match, at: number) => escapeAt(match, at, spot));
}

function escapeAt(match: string, at: number, spot: Spot): string {
  // The names of the schemes come alone: what is escaped is the sign after them.
  if (match.length > 1) return spot.place.inLink ? match : `${match}\\`;
  if (match === '<') return isTagLike(at, spot) ? '&lt;' : '<';
  if (match === '&') return characterReferenceAt.test(spot.text.slice(at, at + 40)) ? '&amp;' : '&';
  return isInert(match, at, spot) ? match : `\\${match}`;
}

/** Tags and addresses in angle brackets; the latter may run on into what follows the text. */
function isTagLike(at: number, { text, place, continued }: Spot): boolean {
  if (/[a-z/!?]/i.test(text.charAt(at + 1))) return true;
  return (place.inLink || continued) && /^<[^\s<>]*(?:@|$)/.test(text.slice(at));
}

const characterReferenceAt = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;

function isInert(match: string, at: number, { text, place, lineStart, continued, labelEnd }: Spot): boolean {
  const { inLink, inCell } = place;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const last = after === '' && continued;
  const first = at === 0 && lineStart;
  switch (match) {
    case '\\':
      return /[\s\p{L}\d]/u.test(after);
    case '*':
      return isSpace(before) && isSpace(after);
    case '_':
      return isWord(before) && isWord(after);
    case '~':
      // A tilde after white space can open strikethrough but not close it, and all others are escaped.
      return (first || isSpace(before)) && after !== '~' && !last;
    case '[':
      return (
        !inLink &&
        /[^^[!]/.test(after) &&
        !isTaskMarker(at, text) &&
        !(first && continued && labelEnd === text.length)
      );
    case ']':
      return !inLink && !/[([]/.test(after) && !last && !(after === ':' && at < labelEnd);
    case '!':
      return after !== '[' && !last;
    case '|':
      return !inCell && !first;
    case '#':
      return inLink || !/\d/.test(after);
    case '@':
      return inLink || (!/[\w.-]/.test(after) && !last);
    default:
      return false;
  }
}

function isTaskMarker(at: number, text: string): boolean {
  return /^\[[ x]\]/i.test(text.slice(at, at + 3));
}

function isSpace(char: string): boolean {
  return char === ' ' || char === '\u00a0';
}

function isWord(char: string): boolean {
  return /[A-Za-z\d]/.test(char);
}
