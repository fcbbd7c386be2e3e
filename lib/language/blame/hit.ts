import { type Found, isHuman, nounAt } from './people';
import type { Sentence } from './sentences';
import { isPast } from './verbs';

export type BlameKind =
  | 'person-blame'
  | 'team-blame'
  | 'human-error-cause'
  | 'counterfactual'
  | 'who-question';

/** What a rule found; places are in the whole text. */
export interface Hit {
  start: number;
  end: number;
  kind: BlameKind;
  rewrite?: Rewrite | undefined;
}

/** Words that take the place of a range; written as inside a sentence, the opening capital comes later. */
export interface Rewrite {
  from: number;
  to: number;
  words: string;
}

/** Takes the place of a noun, so that the sentence around it can stay. */
export const STEP = 'a step without a safeguard';
export const UNKNOWN = 'is not established yet';

export type Rule = (sentence: Sentence, earlier: Sentence | undefined) => Hit[];

export function blameOf(subject: Found): BlameKind {
  return subject.kind === 'team' || subject.kind === 'nobody' ? 'team-blame' : 'person-blame';
}

/** Where the clause around `offset` ends: at a mark or at a word that opens another clause. */
export function clauseEnd(sentence: Sentence, offset: number): number {
  const next = sentence.words.find(
    (word) =>
      word.start >= offset &&
      (/^[,()—–?-]$/.test(word.low) ||
        // "09:10" goes on.
        (word.low === ':' && !/^\d/.test(sentence.low.slice(word.end - sentence.start))) ||
        opensClause.test(word.low)),
  );
  const end = next?.start ?? sentence.end;
  return sentence.start + sentence.low.slice(0, end - sentence.start).replace(/[\s.!?;]+$/, '').length;
}

const opensClause =
  /^(?:and|but|so|because|which|while|although|though|until|when|since|unless|whereas|therefore)$/;

export function restOfClause(sentence: Sentence, offset: number): string {
  return sentence.low.slice(offset - sentence.start, clauseEnd(sentence, offset) - sentence.start).trim();
}

export function sentenceEnd(sentence: Sentence): number {
  return sentence.start + sentence.low.replace(/[\s.!?;]+$/, '').length;
}

export function sentenceStart({ words, start }: Sentence): number {
  return words.find((word) => !word.isMark)?.start ?? start;
}

/** Said of somebody in order to take it back, or about a customer who says so. */
export function isDenied(sentence: Sentence, offset: number): boolean {
  const before = sentence.low.slice(0, offset - sentence.start);
  return denials.test(before.slice(-60));
}

const denials =
  /\b(?:not|never|no|nor|nobody|none|neither|without|rather than|instead of|avoid|avoids|avoiding|beyond|less than|stop|stops|n't|cannot|far from)\b[^,;:.]{0,40}$/;

/** The people named after `by`, `of`, `to`: their words in the text. */
export function humanAfter(sentence: Sentence, offset: number): { from: number; to: number } | undefined {
  const { words } = sentence;
  const first = words.findIndex((word) => word.start >= offset);
  if (first < 0) return undefined;
  for (let at = first; at < Math.min(words.length, first + 6); at++) {
    const word = words[at];
    if (
      !word ||
      word.isMark ||
      /^(?:found|fixed|reported|solved|noticed)$/.test(word.low) ||
      stops.test(word.low) ||
      (isPast(word.low) && nounAt(sentence, at).kind === 'unknown' && at > first)
    )
      return undefined;
    const noun = nounAt(sentence, at);
    const next = words[at + 1];
    const goesOn =
      next && !next.isMark && !ends.test(next.low) && nounAt(sentence, at + 1).kind !== 'unknown';
    if (goesOn) continue;
    if (isHuman(noun)) return { from: words[first]?.start ?? word.start, to: word.end };
    if (noun.kind === 'system' || noun.kind === 'customer') return undefined;
  }
  return undefined;
}

const stops = /^(?:and|or|but|because|when|while|if|that|which|to|is|was|are|were|the-)$/;
const ends =
  /^(?:on|in|at|of|for|from|with|who|during|and|or|but|that|which|because|when|while|after|before|is|was|were|had|has|did|to|until|so|as)$/;
