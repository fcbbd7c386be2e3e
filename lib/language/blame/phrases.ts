/**
 * Set phrases, looked up by their first word so that hundreds of them cost no more than the few that could begin here.
 *
 * A phrase is written with its verb first, in the base form: "take ~ eye off the ball". `~` stands for a possessive,
 * `oneself` for any reflexive, `…` for up to four words, `a/b` for either and `[a]` for a word that may be missing.
 */
import type { Sentence, Word } from './sentences';
import { gerund, inflect } from './verbs';

export interface PhraseBook<Sense> {
  /** What is found, by the word of the sentence at which it begins. */
  findIn(sentence: Sentence): Found<Sense>[];
}

export interface Found<Sense> {
  sense: Sense;
  /** Position of the first word among the sentence's words. */
  index: number;
  end: number;
  form: Form;
}

export type Form = 'finite' | 'base' | 'gerund';

interface Rest<Sense> {
  rest: RegExp;
  sense: Sense;
}

interface Entry<Sense> {
  form: Form;
  isBe: boolean;
  byNext: Map<string, Rest<Sense>[]>;
}

const possessive = "(?:his|her|its|their|our|my|your|[^\\s,;:.!?()']{1,20}'s)";
const reflexive = '(?:himself|herself|itself|themselves|ourselves|myself|yourself|yourselves|oneself)';
const something = '[^\\s,;:!?()]{1,30}';
/** A verb that is meant without an object: "the lead froze", but not "froze the release". */
const alone = '(?=\\s*(?:$|[.,;:!?)—–])|\\s+(?:and|but|when|while|under|as|again|because|once)\\b)';
const ends = '(?![\\w-])';
const few = '(?:[^\\s,;:!?()]{1,30} ){0,4}?';
const degree =
  /^(?:so|too|just|simply|all|still|again|very|much|more|once|a|bit|little|rather|quite|always|often|only|even|then)$/;
const degrees =
  '(?:(?:so|too|just|simply|all|still|again|very|much|more|once again|a bit|a little|rather|quite|always|often|only|even|then|again|[a-z]{2,20}ly) )*';

export function phraseBook<Sense>(lists: readonly (readonly [Sense, string])[]): PhraseBook<Sense> {
  const book = new Map<string, Entry<Sense>>();
  for (const [sense, phrases] of lists)
    for (const [verb, byNext] of sorted(phrases))
      for (const [next, rests] of byNext) {
        const lead = verb === 'be' ? `\\s+${degrees}` : '\\s+';
        const parts = rests.map((words) => (words.length === 0 ? alone : `${lead}${source(words)}${ends}`));
        const rest = { rest: new RegExp(`(?:${parts.join('|')})`, 'y'), sense };
        for (const [word, form] of formsOf(verb)) {
          const entry = book.get(word) ?? { form, isBe: verb === 'be', byNext: new Map() };
          entry.byNext.set(next, [...(entry.byNext.get(next) ?? []), rest]);
          book.set(word, entry);
        }
      }
  return { findIn: (sentence) => findIn(sentence, book) };
}

const ANY = '';

/** By verb, and by the word after it where that is given. */
function sorted(phrases: string): Map<string, Map<string, string[][]>> {
  const byVerb = new Map<string, Map<string, string[][]>>();
  for (const phrase of phrases.split(/\s*[|\n]\s*/)) {
    const [verbs = '', ...rest] = phrase.trim().split(/\s+/);
    const [first = ''] = rest;
    const isGiven = /^[a-z]/.test(first) && first !== 'oneself' && !first.includes('~');
    for (const verb of verbs.split('/')) {
      if (verb === '') continue;
      const byNext = byVerb.get(verb) ?? new Map<string, string[][]>();
      byVerb.set(verb, byNext);
      for (const next of new Set(isGiven ? first.split('/').map((word) => word.replace(/'.*$/, '')) : [ANY]))
        byNext.set(next, [...(byNext.get(next) ?? []), rest]);
    }
  }
  return byVerb;
}

function findIn<Sense>(sentence: Sentence, book: ReadonlyMap<string, Entry<Sense>>): Found<Sense>[] {
  const found: Found<Sense>[] = [];
  for (const [index, word] of sentence.words.entries()) {
    const entry = book.get(word.low);
    if (!entry || isNegated(word, sentence.words[index + 1])) continue;
    for (const { rest, sense } of candidates(entry, sentence.words, index)) {
      rest.lastIndex = word.end - sentence.start;
      const match = rest.exec(sentence.low);
      if (!match) continue;
      found.push({ sense, index, end: word.end + match[0].length, form: entry.form });
      break;
    }
  }
  return found;
}

function candidates<Sense>(
  { byNext, isBe }: Entry<Sense>,
  words: readonly Word[],
  index: number,
): Rest<Sense>[] {
  const rests = [...(byNext.get(ANY) ?? [])];
  for (let at = index + 1; at < words.length; at++) {
    const { low } = words[at] as Word; // within its length
    const given = byNext.get(low);
    if (given) rests.push(...given);
    if (!isBe || !(low.endsWith('ly') || degree.test(low))) break;
  }
  return rests;
}

/** "isn't" is two words in one place. */
function isNegated(word: Word, next: Word | undefined): boolean {
  return next?.low === 'not' && next.start === word.start;
}

const being = ['is', 'are', 'was', 'were', 'been', 'am', "'s"];

function formsOf(verb: string): Map<string, Form> {
  if (verb === 'be')
    return new Map(
      [...being, 'seemed', 'seems', 'looked', 'appeared', 'acted'].map((word) => [word, 'finite'] as const),
    );
  return new Map<string, Form>([
    [verb, 'base'],
    [gerund(verb), 'gerund'],
    ...(['s', 'past', 'participle'] as const).map((form) => [inflect(verb, form), 'finite'] as const),
  ]);
}

function source(words: readonly string[]): string {
  return words
    .map((word, at) => {
      const isLast = at === words.length - 1;
      if (word === '…') return isLast ? something : few;
      const gap = isLast ? '' : ' ';
      if (word === '~') return possessive + gap;
      if (word === 'oneself') return reflexive + gap;
      const optional = /^\[(.+)\]$/.exec(word);
      if (optional) return `(?:${either(optional[1] ?? '')} )?`;
      return either(word) + gap;
    })
    .join('');
}

function either(word: string): string {
  return word.includes('/')
    ? `(?:${word
        .split('/')
        .map((one) => (one === '~' ? possessive : one))
        .join('|')})`
    : word;
}
