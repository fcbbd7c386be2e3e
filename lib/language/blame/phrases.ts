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

interface Entry<Sense> {
  form: Form;
  rests: { rest: RegExp; sense: Sense }[];
}

const possessive = "(?:his|her|its|their|our|my|your|[\\p{L}\\d]{1,20}'s)";
const reflexive = '(?:himself|herself|itself|themselves|ourselves|myself|yourself|yourselves|oneself)';
const something = "[\\p{L}\\d'@#.-]{1,30}";
/** A verb that is meant without an object: "the lead froze", but not "froze the release". */
const alone = '(?=\\s*(?:$|[.,;:!?)—–])|\\s+(?:and|but|when|while|under|as|again|because|once)\\b)';
const ends = '(?![\\p{L}\\d-])';
const few = "(?:[\\p{L}\\d'@.#-]{1,30} ){0,4}?";
const degrees =
  '(?:(?:so|too|just|simply|all|still|again|very|much|more|once again|a bit|a little|rather|quite|always|often|only|even|then|again|\\p{L}{2,20}ly) )*';

export function phraseBook<Sense>(lists: readonly (readonly [Sense, string])[]): PhraseBook<Sense> {
  const book = new Map<string, Entry<Sense>>();
  for (const [sense, phrases] of lists) {
    const byVerb = new Map<string, string[]>();
    for (const phrase of phrases.split(/\s*[|\n]\s*/)) {
      const [verbs = '', ...rest] = phrase.trim().split(/\s+/);
      if (verbs === '') continue;
      for (const verb of verbs.split('/')) byVerb.set(verb, [...(byVerb.get(verb) ?? []), source(rest)]);
    }
    for (const [verb, rests] of byVerb) {
      const between = verb === 'be' ? degrees : '';
      const rest = new RegExp(
        `(?:${rests.map((words) => (words === alone ? alone : `\\s+${between}${words}${ends}`)).join('|')})`,
        'uy',
      );
      for (const [word, form] of formsOf(verb)) {
        const entry = book.get(word) ?? { form, rests: [] };
        book.set(word, { form: entry.form, rests: [...entry.rests, { rest, sense }] });
      }
    }
  }
  return { findIn: (sentence) => findIn(sentence, book) };
}

function findIn<Sense>(sentence: Sentence, book: ReadonlyMap<string, Entry<Sense>>): Found<Sense>[] {
  const found: Found<Sense>[] = [];
  for (const [index, word] of sentence.words.entries()) {
    const entry = book.get(word.low);
    if (!entry || isNegated(word, sentence.words[index + 1])) continue;
    for (const { rest, sense } of entry.rests) {
      rest.lastIndex = word.end - sentence.start;
      const match = rest.exec(sentence.low);
      if (!match) continue;
      found.push({ sense, index, end: word.end + match[0].length, form: entry.form });
      break;
    }
  }
  return found;
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
  if (words.length === 0) return alone;
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
