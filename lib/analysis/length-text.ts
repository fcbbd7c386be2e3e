import { formatDuration } from '../language/duration';
import type { Certainty, Span } from './types';

/** Before a length of time that is not exact. */
export const doubtWords: Readonly<Record<Certainty, string>> = {
  exact: '',
  lower_bound: 'at least ',
  unknown: 'about ',
};

/** "9 h 12 min", "at least 9 h 12 min" where something before or after could not be seen, "about" where a time is in doubt. */
export function lengthText({ ms, certainty }: Pick<Span, 'ms' | 'certainty'>): string {
  return `${doubtWords[certainty]}${formatDuration(ms)}`;
}
