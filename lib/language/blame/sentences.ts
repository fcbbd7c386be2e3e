/**
 * The writer's own sentences, as words with their places in the text. What is quoted from somebody else, code and
 * quoted mail are blanked first: a postmortem may quote blame, it may only not make it.
 */

export interface Word {
  /** In lower case, with plain apostrophes; "didn't" is two words, "did" and "not". */
  low: string;
  /** As it stands in the text. */
  raw: string;
  start: number;
  end: number;
  isMark: boolean;
}

export interface Sentence {
  start: number;
  end: number;
  /** As long as the sentence, in lower case with plain apostrophes, foreign words blanked. */
  low: string;
  /** The same as it was written. */
  raw: string;
  words: readonly Word[];
}

/** Of one sentence only this much is read, so that a pasted log costs no more than prose. */
const LONGEST = 1_200;

export function sentencesIn(text: string): Sentence[] {
  const own = lowered(blankForeign(text));
  const found: Sentence[] = [];
  for (const [start, end] of bounds(own, text)) {
    const low = own.slice(start, Math.min(end, start + LONGEST));
    const words = wordsIn(low, text, start);
    if (words.some((word) => !word.isMark))
      found.push({ start, end: start + low.length, low, raw: text.slice(start, start + low.length), words });
  }
  return found;
}

const foreign = [
  /```[\s\S]*?(?:```|$)/g,
  /`[^`\n]*`/g,
  /^[ \t]*>.*$/gm,
  /“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»/g,
  /(?<![\p{L}\p{N}])"[^"\n]*"/gu,
  /(?<![\p{L}\p{N}])['‘](?=[\p{L}])[^'‘’\n]{1,200}['’](?![\p{L}\p{N}])/gu,
  /\bhttps?:\/\/\S+/g,
];

/** A letter of no word stands in for what is quoted, so that the words around it keep their neighbours apart. */
function blankForeign(text: string): string {
  return foreign.reduce(
    (own, expression) => own.replace(expression, (quoted) => quoted.replace(/[^\n]/g, '\u00b7')),
    text,
  );
}

function lowered(text: string): string {
  const low = text.toLowerCase().replace(/[’‘`´]/g, "'");
  // A few capitals grow when they are lowered; places must stay.
  return low.length === text.length ? low : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

const ends = /[.!?]+(?=["'”’)\]*_]*(?:\s|$))|\n+|[;]/g;
const abbreviations =
  /(?:^|[\s(])(?:mrs?|ms|dr|prof|st|vs|cf|approx|inc|ltd|llc|corp|co|e\.g|i\.e|no|nr|incl|resp)$/;

function bounds(own: string, text: string): [number, number][] {
  const found: [number, number][] = [];
  const hasCapitals = /\p{Lu}/u.test(text);
  let start = 0;
  for (const match of own.matchAll(ends)) {
    if (match[0] === '.' && abbreviations.test(own.slice(Math.max(0, match.index - 8), match.index)))
      continue;
    const end = match.index + match[0].length;
    // A full stop of nothing, as in a name made of marks.
    if (match[0] === '.' && own[match.index - 1] === ' ') continue;
    // "from 1. to Tier 2": a sentence opens with a capital, where the writer uses any.
    if (match[0] === '.' && /^ +\p{Ll}/u.test(text.slice(end, end + 8)) && hasCapitals) continue;
    found.push([start, end]);
    start = end;
  }
  found.push([start, own.length]);
  return found;
}

const token = /[\p{L}\p{N}@_](?:[\p{L}\p{N}@_'.-]*[\p{L}\p{N}_])?|[,:()—–?!·]|-(?=\s)/gu;
const marks = ',:()—–?!·-';
const negated = /^(is|are|was|were|do|does|did|has|have|had|ca|can|could|wo|would|should|must|need)n'?t$/;
const joined = /^(.+)('s|'ve|'d|'ll|'re|'m)$/;
const fused: Readonly<Record<string, readonly [string, string]>> = {
  cannot: ['can', 'not'],
  shouldve: ['should', 'have'],
  couldve: ['could', 'have'],
  wouldve: ['would', 'have'],
  "who's": ['who', 'is'],
};

function wordsIn(low: string, text: string, offset: number): Word[] {
  const words: Word[] = [];
  for (const match of low.matchAll(token)) {
    const start = offset + match.index;
    const end = start + match[0].length;
    const raw = text.slice(start, end);
    const parts = partsOf(match[0]);
    const isMark = match[0].length === 1 && marks.includes(match[0]);
    for (const part of parts) words.push({ low: part, raw, start, end, isMark });
  }
  return words;
}

const written: Readonly<Record<string, string>> = {
  ca: 'can',
  wo: 'will',
  "'ve": 'have',
  "'ll": 'will',
  "'re": 'are',
  "'m": 'am',
};

function partsOf(word: string): readonly string[] {
  // Most words are one word, and looking closer at each costs as much as all else.
  if (!word.includes("'") && !/(?:n?not|nt|ve)$|^mis-/.test(word)) return [word];
  const whole = fused[word];
  if (whole) return whole;
  const no = negated.exec(word);
  if (no?.[1]) return [written[no[1]] ?? no[1], 'not'];
  const two = joined.exec(word);
  if (two?.[1] && two[2]) return [two[1], written[two[2]] ?? two[2]];
  return [word.startsWith('mis-') ? word.replace('-', '') : word];
}
