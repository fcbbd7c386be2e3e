import type { Signed } from '../by-word';

/** Wording that blames whoever is meant, named or not: looked for in each sentence as it stands. */
export interface Remark extends Signed {
  /** Global; what is found is remarked on. */
  pattern: RegExp;
  /** Takes the place of the sentence; a clause without its mark. */
  words: string;
  /** What the sentence has to hold besides. */
  only?: RegExp;
}

export const UNSEEN = 'what made this hard to see at the time is not established yet';
export const UNDONE = 'what stood in the way of this is not established yet';
export const SLOW = 'what held this up is not established yet';
