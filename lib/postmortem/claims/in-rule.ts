import type { Figure } from './figure';

const rule =
  /\b(?:should|must|shall|will|would|could|can|cannot|aims? to|plans? to|needs? to|is to|are to|from now on|at most)\b/i;
const rate = /\b(?:every|each|per)\s+$/i;

/** "Tier 2 must answer within 2 h", "every 4 h": what is to be and not what was, so nothing it could contradict. */
export function isInRule(sentence: string, { start, end }: Figure): boolean {
  const before = sentence.slice(0, start);
  return (
    rule.test(before) ||
    rate.test(before) ||
    /^\s+(?:a|per|each)\s+(?:day|week|month|hour|shift)\b/i.test(sentence.slice(end))
  );
}
