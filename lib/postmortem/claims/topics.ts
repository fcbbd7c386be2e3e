/** What a sentence says a time or a length of time is of, by the word that stands nearest to it. */

export type Topic =
  | 'opened'
  | 'asked'
  | 'reply'
  | 'first_reply'
  | 'next_reply'
  | 'note'
  | 'handoff'
  | 'untouched'
  | 'owner'
  | 'solved'
  | 'reopened'
  | 'escalated'
  | 'promise'
  | 'wait'
  | 'silence'
  | 'target'
  | 'actual'
  | 'over'
  | 'breach';

/** Of two that begin at one place the first holds. */
const words: readonly (readonly [Topic, RegExp])[] = [
  ['first_reply', /\bfirst (?:public |human )?(?:reply|response|answer)\b/gi],
  ['next_reply', /\bnext (?:public |human )?(?:reply|response|answer)\b/gi],
  ['owner', /\b(?:without an? owner|no owner|unassigned|nobody owned|ownerless)\b/gi],
  [
    'silence',
    /\b(?:silen\w+|stayed internal|without (?:a word|an update)|heard nothing|nothing (?:was|has been) sent)\b/gi,
  ],
  ['untouched', /\b(?:untouched|picked up|pick-up|before anybody (?:acted|looked))\b/gi],
  ['handoff', /\b(?:hand-?offs?|handovers?|handed|reassigned|moved to|transferred)\b/gi],
  ['reopened', /\bre-?open\w*/gi],
  ['escalated', /\bescalat\w+/gi],
  ['promise', /\b(?:promis\w+|due)\b/gi],
  ['over', /\bover by|late by\b/gi],
  ['target', /\btarget\b/gi],
  ['actual', /\bactual\b/gi],
  ['breach', /\b(?:breach\w*|missed)\b/gi],
  ['wait', /\bwait(?:s|ed|ing)?\b/gi],
  ['solved', /\b(?:solved|resolved|closed|fixed)\b/gi],
  ['reply', /\b(?:repl(?:y|ies|ied)|answer(?:ed|s)?|respon(?:se|ded)|updates?|came|sent|heard back)\b/gi],
  ['note', /\bnotes?\b/gi],
  ['opened', /\b(?:opened|created|reported|wrote about|first wrote|first message)\b/gi],
  ['asked', /\b(?:asked|chased|wrote|message|complained)\b/gi],
];

/** The nearest word before the place in its sentence, else one that follows at once: "at 17:05 the reply came". */
export function topicAt(sentence: string, start: number, end: number): Topic | undefined {
  const after = /^(?:\s+[\p{L}’'-]+){0,3}/u.exec(sentence.slice(end))?.[0] ?? '';
  return lastIn(sentence.slice(0, start)) ?? lastIn(after);
}

function lastIn(text: string): Topic | undefined {
  let last: { topic: Topic; at: number } | undefined;
  for (const [topic, expression] of words) {
    for (const { index } of text.matchAll(expression))
      if (!last || index > last.at) last = { topic, at: index };
  }
  return last?.topic;
}

/**
 * What a figure is of where the words leave no doubt: they stand right before it. "Solved on 19 Nov", "waited 20 h",
 * "the longest wait was 5 h". Each with what people say in the same words.
 */
const plain: readonly (readonly [Topic, readonly Topic[], RegExp])[] = [
  ['solved', ['solved'], /\b(?:solved|resolved|closed)\s+(?:(?:again|only|finally)\s+)?(?:on|at)\s+$/i],
  ['reopened', ['reopened'], /\breopened\s+(?:(?:again|only)\s+)?(?:on|at)\s+$/i],
  ['wait', ['wait'], /\blongest wait\b[^,;:]*?\b(?:was|took|lasted)\s+$/i],
  ['silence', ['silence'], /\blongest silence\b[^,;:]*?\b(?:was|took|lasted)\s+$/i],
  [
    'wait',
    ['wait', 'silence', 'first_reply', 'reply', 'escalated', 'over'],
    /\bwait(?:ed|s|ing)?\s+(?:for\s+)?$/i,
  ],
];

export function plainTopicAt(
  sentence: string,
  start: number,
): { topic: Topic; meant: readonly Topic[] } | undefined {
  const before = sentence.slice(0, start);
  const found = plain.find(([, , expression]) => expression.test(before));
  return found && { topic: found[0], meant: found[1] };
}
