/** Sentences in which a company tells a customer what was behind a fault. What is only supposed tells nothing. */

const supposed =
  /\b(?:usually|probably|perhaps|maybe|may|might|could|seems?|appears?|looks? like|suspect|guess|likely|think|if|whether|unless|checking|trying|asked?)\b|\?\s*$/i;

const told = [
  /\b(?:the|root) cause (?:of \S+(?: \S+){0,4} )?(?:was|is|lay|turned out)\b/i,
  /\b(?:was|were|is|are|been) (?:caused|triggered|brought about) by\b/i,
  /\b(?:was|were|is|happened|failed|stopped) (?:due to|because)\b/i,
  /\bthe (?:reason|problem|fault|issue) (?:was|is|lay)\b/i,
  /^(?:this |it |that )?(?:happened|came about) (?:because|when|after)\b/i,
  // "Our release 2026.11.2 stopped asking for …", "The new year setup switched on …".
  /\b(?:our|the|a|an|one of our|last night[’']s)\s+(?:[\p{L}\p{N}.’'-]+\s+){0,4}(?:release|update|upgrade|deployment|migration|change|setup|set-?up|setting|configuration|rule|certificate|licen[cs]e|filter|job|patch|rollout|maintenance|server|disk|database|connector|integration|script|template)\s+(?:[\p{N}.v-]+\s+|(?:of|from|on|in) [\p{L}\p{N}.’'-]+(?: [\p{L}\p{N}.’'-]+)?\s+)?(?:had |has )?(?:stopped|switched|turned|removed|dropped|changed|broke|broken|expired|failed|ran out|lapsed|deleted|blocked|disabled|enabled|reset|overwrote|overwritten|was (?:wrong|missing|full|disabled|switched off|turned off|out of date)|caused)\b/iu,
];

/** Of one sentence; leave the salutation out. */
export function tellsCause(sentence: string): boolean {
  return !supposed.test(sentence) && told.some((pattern) => pattern.test(sentence));
}
