/** Figures of speech for what people did badly: "took its eye off the ball", "kicked the can down the road". */

import type { Hit } from './hit';
import { blindness, inattention, indifference, shortfall } from './idioms/carelessness';
import { delay, failure, passing, recklessness, silence } from './idioms/conduct';
import { isHuman, type Found as Subject } from './people';
import { type Found, phraseBook } from './phrases';
import type { Sentence } from './sentences';
import { subjectBefore } from './subject';
import { fallen } from './subject-verb';
import { isPast } from './verbs';

const book = phraseBook([
  ['inattention', inattention],
  ['shortfall', shortfall],
  ['blindness', blindness],
  ['indifference', indifference],
  ['delay', delay],
  ['passing', passing],
  ['recklessness', recklessness],
  ['failure', failure],
  ['silence', silence],
]);

type Sense = ReturnType<typeof book.findIn>[number]['sense'];

/** What is left to say when the person and the judgement have gone. */
const openings: Record<string, string> = {
  inattention: 'nothing drew attention to this in time',
  shortfall: 'nothing in the process asked for more than this',
  blindness: 'what made this hard to see is not established yet',
  indifference: 'what stood in the way of acting on this is not established yet',
  delay: 'what held this up is not established yet',
  passing: 'it was not settled whose task this was',
  recklessness: 'nothing in the process called for a check first',
  failure: 'something in the process made this hard to get right',
  silence: 'no step in the process passed this on',
} satisfies Record<Sense, string>;

export function idioms(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  return book.findIn(sentence).flatMap((found) => {
    const at = sentence.words[found.index]?.start ?? sentence.start;
    if (found.sense === 'shortfall' && hasReason(sentence, found.end)) return [];
    const subject = subjectOf(sentence, found, earlier);
    return subject ? [fallen(sentence, subject, at, found.end, openings[found.sense])] : [];
  });
}

/** "dragged", "tends to drag", "was dragging", "kept dragging": whoever the verb that leads there belongs to. */
function subjectOf(
  sentence: Sentence,
  found: Found<Sense>,
  earlier: Sentence | undefined,
): Subject | undefined {
  const { words } = sentence;
  let index = found.index;
  if (found.form === 'base') {
    const to = words[index - 1];
    if (to?.low === 'to') {
      if (!inclined.has(words[index - 2]?.low ?? '')) return undefined;
      index -= 2;
    } else if (/^(?:did|do|does|let|lets|make|makes|made)$/.test(to?.low ?? '')) return undefined;
  }
  if (found.form === 'gerund') {
    const leads = words.findLastIndex(
      (word, at) =>
        at < index &&
        at > index - 8 &&
        (/^(?:is|was|are|were|been|am|'s|has|had|have)$/.test(word.low) ||
          isPast(word.low) ||
          /^(?:keeps|starts|ends|spends)$/.test(word.low)),
    );
    if (leads < 0 || words.slice(leads, index).some((word) => word.low === 'not' || word.low === 'without'))
      return undefined;
    index = leads;
  }
  const verb = words[index];
  if (!verb) return undefined;
  if (
    /\b(?:not|never|n't|no longer|without)\s+(?:\w+ly\s+)?$/.test(
      sentence.low.slice(0, verb.start - sentence.start),
    )
  )
    return undefined;
  const subject = subjectBefore(sentence, verb.start, earlier);
  return isHuman(subject) ? subject : undefined;
}

const inclined = new Set(
  'tends tend tended manages managed chose chooses prefers preferred decided continues continued seems seemed appears appeared proceeded likes loves began starts started opted went happened ready happy content quick eager glad inclined able'.split(
    ' ',
  ),
);

function hasReason(sentence: Sentence, at: number): boolean {
  return /\b(?:because|since|as|due to|owing to) (?!(?:he|she|they|usual|always|of (?:his|her|their|laziness))\b)/.test(
    sentence.low.slice(at - sentence.start),
  );
}
