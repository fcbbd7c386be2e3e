/** Whose verb it is: the noun before it, past adverbs, insertions and the words between. */
import { type Found, isHuman, kindOf, nounAt, type Subject } from './people';
import {
  adverbs,
  determiners,
  joints,
  modals,
  notAdverbs,
  openers,
  prepositions,
  pronouns,
} from './people-words';
import type { Sentence, Word } from './sentences';
import { isPast } from './verbs';

/** The subject of the verb that begins at `offset` of the text. */
export function subjectBefore(sentence: Sentence, offset: number, earlier?: Sentence): Found {
  const { words } = sentence;
  const whoever = words.findLastIndex((word) => word.end <= offset && word.low === 'whoever');
  if (whoever >= 0 && words.findLastIndex((word) => word.end <= offset && word.isMark) < whoever)
    return { kind: 'person', start: words[whoever]?.start ?? 0 };
  let at = words.findLastIndex((word) => word.end <= offset);
  // "had not", "just", "repeatedly": between a subject and its verb.
  for (; at >= 0; at--) {
    const word = words[at];
    if (!word || word.isMark) break;
    if (modals.has(word.low)) return { kind: 'unknown' };
    if (/^(?:usual|always|ever)$/.test(word.low) && words[at - 1]?.low === 'as') {
      at--;
      continue;
    }
    if (/^(?:more|again)$/.test(word.low) && /^(?:once|yet)$/.test(words[at - 1]?.low ?? '')) {
      at--;
      continue;
    }
    const isAdverb =
      adverbs.has(word.low) || (word.low.endsWith('ly') && !notAdverbs.has(word.low) && word.low.length > 4);
    if (!isAdverb) break;
  }
  return nounLeftOf(sentence, at, earlier);
}

function nounLeftOf(sentence: Sentence, at: number, earlier?: Sentence): Found {
  const { words } = sentence;
  const word = words[at];
  if (!word || word.low === ':' || (word.low === '-' && at <= 1))
    return { kind: 'implied', start: words[at + 1]?.start ?? sentence.start };
  if (word.low === ')') {
    const opens = words.findLastIndex((other, index) => index < at && other.low === '(');
    return opens > 0 ? nounLeftOf(sentence, opens - 1, earlier) : { kind: 'unknown' };
  }
  if (joints.has(word.low)) return sharedSubject(sentence, at, earlier);
  if (word.isMark) return besideComma(sentence, at, earlier);
  const isCleft =
    word.low === 'that' &&
    /\bit (?:was|is|'s) [^,;:]{1,60}$/.test(sentence.low.slice(0, word.start - sentence.start));
  if (word.low === 'who' || isCleft)
    return { ...nounLeftOf(sentence, words[at - 1]?.isMark ? at - 2 : at - 1, earlier), start: undefined };
  if (word.low === 'they' || word.low === 'them')
    return { kind: meant(sentence, at, earlier), start: word.start };
  const found = nounAt(sentence, at);
  // "the agent who took the call hung up"
  const who = words.findLastIndex(
    (other, index) => index < at && index > at - 8 && (other.low === 'who' || other.isMark),
  );
  if (!isHuman(found) && words[who]?.low === 'who' && who > 0) {
    const antecedent = nounAt(sentence, who - 1);
    if (isHuman(antecedent) && words.slice(who + 1, at).some((other) => isPast(other.low))) return antecedent;
  }
  const prep = prepositionBefore(words, at);
  if (prep !== undefined && prep > 0) {
    const head = nounAt(sentence, prep - 1);
    if (isHuman(found) && head.kind !== 'unknown')
      return isHuman(head) ? nounLeftOf(sentence, prep - 1, earlier) : head;
    if (
      isHuman(found) &&
      (words[prep]?.low === 'to' ||
        (words[prep - 1]?.isMark === false && !isPast(words[prep - 1]?.low ?? ''))) &&
      words[prep]?.low !== 'in'
    )
      return { kind: 'unknown' };
    if (found.kind === 'unknown' || found.kind === 'system')
      return isHuman(head) ? nounLeftOf(sentence, prep - 1, earlier) : head.kind === 'nobody' ? head : found;
  }
  return found;
}

/** "the engineer on the night call": the preposition between two nouns. */
function prepositionBefore(words: readonly Word[], at: number): number | undefined {
  for (let index = at - 1; index > Math.max(0, at - 5); index--) {
    const word = words[index];
    if (
      !word ||
      word.isMark ||
      (joints.has(word.low) && !isBetween(words, index)) ||
      (openers.has(word.low) && !prepositions.has(word.low))
    )
      return undefined;
    // "to" before a name or an article: "the hand-off to Tier 2".
    if (joints.has(word.low)) continue;
    const isTo =
      word.low === 'to' &&
      (determiners.has(words[index + 1]?.low ?? '') || /^\p{Lu}/u.test(words[index + 1]?.raw ?? ''));
    if (isTo || prepositions.has(word.low)) return index;
  }
  return undefined;
}

/** "a fault between Ghent and Bruges" */
function isBetween(words: readonly Word[], and: number): boolean {
  return words.slice(Math.max(0, and - 4), and).some(({ low }) => low === 'between');
}

/** "Dana, our lead, missed": the noun before the insertion; else the subject that is shared. */
function besideComma(sentence: Sentence, at: number, earlier?: Sentence): Found {
  const { words } = sentence;
  const opening = words.findLastIndex((word, index) => index < at && word.isMark);
  if (words[at]?.low === ',' && opening > 0 && at - opening < 8) {
    const head = nounAt(sentence, opening - 1);
    if (isHuman(head)) return head;
  }
  return sharedSubject(sentence, at, earlier);
}

/** "The agent read the mail and ignored it": the first noun of the clause that goes on. */
function sharedSubject(sentence: Sentence, at: number, earlier?: Sentence): Found {
  const { words } = sentence;
  const from = words.findLastIndex(
    (word, index) =>
      index < at && (openers.has(word.low) || word.low === ':' || word.low === '—' || word.low === '–'),
  );
  for (let index = from + 1; index < at; index++) {
    const word = words[index];
    if (!word || word.isMark || prepositions.has(word.low)) continue;
    if (isPast(word.low) && index > from + 1) break;
    if (word.low === 'they') return { kind: meant(sentence, index, earlier) };
    // A noun before another noun only describes it.
    const next = words[index + 1];
    const { kind } = nounAt(sentence, index);
    const describes = next && !next.isMark && kind !== 'unknown' && kindOf(words, index + 1) !== 'unknown';
    if (kind !== 'unknown' && !describes) return { kind };
  }
  return { kind: 'unknown' };
}

/** Whom "they" means: the last ones named. */
function meant(sentence: Sentence, at: number, earlier?: Sentence): Subject {
  const places: readonly [Sentence | undefined, number][] = [
    [sentence, at - 1],
    [earlier, (earlier?.words.length ?? 0) - 1],
  ];
  for (const [where, last] of places) {
    for (let index = last; where && index >= 0; index--) {
      const { kind } = nounAt(where, index);
      const low = where.words[index]?.low ?? '';
      if (kind === 'customer') return kind;
      if (kind === 'system' && low.endsWith('s') && low !== 'this') return kind;
      if ((kind === 'person' || kind === 'team') && !pronouns.has(low)) return kind;
    }
  }
  return 'person';
}
