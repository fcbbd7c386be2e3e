/**
 * Phrases as people write them, one a line, and the plain form of a sentence that they are compared with. A line is
 * a regular expression over whole words with three conveniences: `{name}` stands for a list of words, ` … ` for a
 * few words of any kind, and `~` for any ending of a word.
 */

import { expressions, type Phrases } from './expressions';

/** Word lists by name; a list may use the names of lists before it. */
export type Words = Readonly<Record<string, string>>;

/** Throws on a word list it does not know. */
export function phrases(lines: string, words: Words = {}): Phrases {
  const sources = lines.split('\n').flatMap((line) => {
    const trimmed = line.trim();
    return trimmed ? compile(trimmed, words) : [];
  });
  return expressions(sources);
}

// Few enough words that a match is still one thought, and bounded, so that no sentence can make the search slow.
const GAP = "(?: [\\w'’,:#€$%@&/-]+){0,6}? ";

function compile(line: string, words: Words): string {
  const [atStart, rest] = line.startsWith('^') ? ['^', line.slice(1)] : ['\\b', line];
  const source = expand(rest, words)
    .replaceAll(' … ', GAP)
    .replaceAll('~', '\\w*')
    .replaceAll(/\((?!\?)/g, '(?:');
  return `${atStart}(?:${source})${endsInWord(line) ? '\\b' : ''}`;
}

/** A line whose last part can be a mark or the end of the sentence says itself where it ends. */
function endsInWord(line: string): boolean {
  return !/[$?!\]]$|\$\)$/.test(line.replace(/\)\?$/, ')')) && !line.includes('|$|');
}

function expand(line: string, words: Words): string {
  return line.replace(/\{(\w+)\}/g, (_found, name: string) => {
    const list = words[name];
    if (list === undefined) throw new Error(`No words are called ${name}`);
    return `(?:${expand(list, words)})`;
  });
}

/**
 * The sentence in lower case with its contractions written out ("we’ll" is "we will", "didn't" is "did not") and
 * without commas, so that a phrase has one spelling.
 */
export function plainForm(sentence: string): string {
  const spelled = sentence.toLowerCase().replace(marks, (mark) => (isApostrophe(mark) ? "'" : ' '));
  const written = shortened.test(spelled)
    ? contractions.reduce((text, [short, long]) => text.replace(short, long), spelled)
    : spelled;
  return written.replace(/\s+/g, ' ').trim();
}

const marks = /[’‘`´“”„«»"()[\]*_,;–—]| - /g;

function isApostrophe(mark: string): boolean {
  return mark === '’' || mark === '‘' || mark === '`' || mark === '´';
}

/** Whether anything in a sentence may have to be written out: most have nothing, and looking costs little. */
const shortened =
  /'|nt\b|\b(?:can(?:no)?t|im|gonna|pl[sz]|u|(?:i|we|you|they)ve|(?:what|that|there|here|where|how|who)s)\b|e-mail/;

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bcan(?:'t|not|t)\b/g, 'can not'],
  [/\bwon'?t\b(?! have)/g, 'will not'],
  [/\bshan't\b/g, 'shall not'],
  [/\b(do|does|did|have|has|had|is|are|was|were|could|would|should|must|need)n'?t\b/g, '$1 not'],
  [/\blet's\b/g, 'let us'],
  [
    /\b(it|that|what|there|where|here|who|how|he|she|this|when|why|everything|nothing|nobody|one|someone)'s\b/g,
    '$1 is',
  ],
  [/\b(what|that|there|here|where|how|who)s\b/g, '$1 is'],
  [/\bi'?m\b/g, 'i am'],
  [/\b(i|we|you|they)ve\b/g, '$1 have'],
  [/\b(\w+)'re\b/g, '$1 are'],
  [/\b(\w+)'ve\b/g, '$1 have'],
  [/\b(\w+)'ll\b/g, '$1 will'],
  [/\b(\w+)'d\b/g, '$1 would'],
  [/\bgonna\b/g, 'going to'],
  [/\b(?:pls|plz)\b/g, 'please'],
  [/\bu\b/g, 'you'],
  [/\be-mail/g, 'email'],
];
