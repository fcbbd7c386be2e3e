/**
 * What the rules about deeds share: whether the subject of a verb can be blamed, and other words in which the deed
 * stays and the person goes.
 */
import { blameOf, clauseEnd, type Hit, type Rewrite } from './hit';
import { type Found, isHuman } from './people';
import type { Sentence } from './sentences';
import { subjectBefore } from './subject';
import { baseOf, isPast } from './verbs';

/** The subject, if a person can be blamed for what follows it. */
export function blamed(
  sentence: Sentence,
  at: number,
  earlier: Sentence | undefined,
  onlyPeople: boolean,
  negates = true,
): Found | undefined {
  const before = sentence.low.slice(0, at - sentence.start);
  // "a lost parcel", "the ignored warning": no verb at all.
  if (
    /\b(?:the|a|an|each|every|any|no|this|that|of|for|with|two|three|some|many|all|its)\s+$/.test(before) &&
    negates
  )
    return undefined;
  if (negates && /\b(?:not|never|n't|no longer|without)\s+(?:\w+ly\s+)?$/.test(before)) return undefined;
  if (
    /\b(?:was|were|been|be|being|is|are|got)\s+(?:\w+ly\s+|not\s+|never\s+|just\s+|simply\s+)*$/.test(before)
  )
    return undefined;
  const subject = subjectBefore(sentence, at, earlier);
  if (isHuman(subject)) return subject;
  if (!onlyPeople) return undefined;
  const isOpen =
    subject.kind === 'implied' ||
    (subject.kind === 'unknown' &&
      subject.start !== undefined &&
      !/\b(?:to|can|could|may|might|will|would|should|must)\s+(?:\w+ly\s+)?$/.test(before));
  return isOpen ? { ...subject, kind: subject.kind } : undefined;
}

export function isUs(sentence: Sentence, subject: Found): boolean {
  return subject.start !== undefined && /^we\b/.test(sentence.low.slice(subject.start - sentence.start));
}

/** A prefix takes the place of subject and verb; what follows the verb stays as it was written. */
export function hit(
  sentence: Sentence,
  subject: Found,
  at: number,
  end: number,
  words: string | undefined,
  skip = 0,
): Hit {
  const from = startOf(sentence, subject, at);
  if (words === undefined) return fallen(sentence, subject, at, end);
  if (isRelative(sentence, at)) return relative(sentence, at, end, subject);
  const past = sentence.low.slice(end - sentence.start, end - sentence.start + skip + 1).search(/\S/);
  return {
    start: from,
    end,
    kind: blameOf(subject),
    rewrite: owned(sentence, subject, {
      from,
      to: skip ? end + past + skip : end,
      words: skip ? `${words} ` : words,
    }),
  };
}

/** Nothing can be kept of the clause but that something in the way of working made it likely. */
export function fallen(
  sentence: Sentence,
  subject: Found,
  at: number,
  end: number,
  words = 'something in the process made this hard to get right',
): Hit {
  if (isRelative(sentence, at)) return relative(sentence, at, end, subject);
  const from = startOf(sentence, subject, at);
  return {
    start: from,
    end,
    kind: blameOf(subject),
    rewrite: { from, to: predicateEnd(sentence, end), words },
  };
}

const MOST_VERBS = 3;

/** Over what the same subject did besides: "… and closed the ticket" could not stay without it. */
function predicateEnd(sentence: Sentence, offset: number): number {
  let end = clauseEnd(sentence, offset);
  for (let step = 0; step < MOST_VERBS; step++) {
    const next = joined.exec(sentence.low.slice(end - sentence.start));
    const verb = next?.[1] ?? '';
    const base = baseOf(verb);
    if (!next || !(isPast(verb) || (base !== undefined && base !== verb && verb.endsWith('s')))) break;
    end = clauseEnd(sentence, end + next[0].length);
  }
  return end;
}

const joined = /^,? ?(?:and|but|or|then) (?:\w+ly |then |never |still |just |simply |also )*([a-z-]+)/;

function startOf(sentence: Sentence, subject: Found, at: number): number {
  const found = cleft.exec(sentence.low.slice(0, at - sentence.start));
  return found ? sentence.start + found.index : (subject.start ?? at);
}

/** "caused the outage": what is behind it is open. */
export function opened(sentence: Sentence, subject: Found, at: number, end: number): Hit {
  const rest = sentence.raw.slice(end - sentence.start, clauseEnd(sentence, end) - sentence.start).trim();
  if (isRelative(sentence, at)) return relative(sentence, at, end, subject);
  const from = startOf(sentence, subject, at);
  const words = `what made ${rest || 'this'} possible is not established yet`;
  return { start: from, end, kind: blameOf(subject), rewrite: { from, to: clauseEnd(sentence, end), words } };
}

/** "It was Bea who …" */
const cleft = /\bit (?:was|is|were|'s) (?:[^,;:]{1,60})\b(?:who|that)\s+(?:\S+\s+){0,3}$/;

function isRelative(sentence: Sentence, at: number): boolean {
  const before = sentence.low.slice(0, at - sentence.start);
  if (cleft.test(before)) return false;
  const between = /\bwho\s+((?:[^\s,]+\s+){1,7})$/.exec(before)?.[1];
  if (
    between
      ?.trim()
      .split(' ')
      .some((word) => isPast(word) && word !== 'had')
  )
    return false;
  return /\bwho\s+(?:[^\s,]+\s+){0,4}$/.test(before) && !/^\s*who\b/.test(before);
}

/** "the engineer who broke the build" → "the engineer involved". */
function relative(sentence: Sentence, at: number, end: number, subject: Found): Hit {
  const from = sentence.start + sentence.low.lastIndexOf('who', at - sentence.start);
  return {
    start: from,
    end,
    kind: blameOf(subject),
    rewrite: { from, to: clauseEnd(sentence, end), words: 'involved' },
  };
}

/** "before her holiday" is nobody's holiday once the person has gone. */
function owned(sentence: Sentence, subject: Found, { from, to, words }: Rewrite): Rewrite {
  if (subject.kind !== 'person') return { from, to, words };
  const rest = sentence.raw.slice(to - sentence.start, clauseEnd(sentence, to) - sentence.start);
  const match =
    /^(.*?\s)(?:his|her)\s(?=(?!(?:to|about|that|the|in|on|at|for|by|with|when|if|because)\b)[a-z])/.exec(
      rest,
    );
  if (!match || /\b(?:customer|client|caller|user)/.test(rest)) return { from, to, words };
  return { from, to: to + match[0].length, words: `${words}${match[1]}the ` };
}
