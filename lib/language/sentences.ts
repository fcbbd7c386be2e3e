const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** How many sentences a text has. A quotation is part of its sentence, however many the quoted words are. */
export function countSentences(text: string): number {
  let count = 0;
  for (const { segment } of segmenter.segment(plain(text))) if (/[\p{L}\p{N}]/u.test(segment)) count += 1;
  return count;
}

const quotation = /“[^“”]*”|«[^«»]*»|(?<![^\s(])"[^"\n]*"(?![\p{L}\p{N}])/gu;
/** Written with a full stop that ends nothing. "No." only before a number, or every "no." would count. */
const abbreviation =
  /(?<![\p{L}\p{N}])(?:(?:Mrs?|Ms|Dr|Prof|St|vs|cf|approx|[eE]\.g|[iI]\.e)\.|(?:[nN]o|[nN]r|[fF]ig)\.(?=\s*\d))/gu;
/** "J. Smith", "the U.S. team": a capital that opens the text or a sentence, or follows another one. */
const initial = /(?<=^|[.!?]\s+|\p{Lu}\.\s?)(\p{Lu})\.(?=\s?\p{Lu})/gu;
const listMarker = /^[ \t]*(?:[-*•]|\d{1,3}[.)])[ \t]+/gm;
/** Inside a word or an address: "?a=1", "Wow!great". */
const innerMark = /[?!](?=[\p{L}\p{N}])/gu;

/** The text with every mark taken out that Unicode's rules would take for an end, and that is none. */
function plain(text: string): string {
  return text
    .replace(quotation, (quoted, at: number) => `x${endsSentence(quoted, text, at) ? '.' : ''}`)
    .replace(listMarker, '')
    .replace(abbreviation, (found) => found.replaceAll('.', ''))
    .replace(initial, '$1')
    .replace(innerMark, '')
    .replace(/…(?=\s+\p{Lu})/gu, '.');
}

/** “It works.” Then … : the mark inside the quotation ends the sentence around it. */
function endsSentence(quoted: string, text: string, at: number): boolean {
  return /[.!?。！？]["”»]$/.test(quoted) && /^\s+[\p{Lu}\p{N}“"«]/u.test(text.slice(at + quoted.length));
}
