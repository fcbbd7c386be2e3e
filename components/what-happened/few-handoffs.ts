import type { Handoff } from '../../lib/analysis/types';

/** More arrows than this would hide each other in the picture. */
export const MOST_ARROWS = 6;

/** The hand-offs that cost most time, in the order they happened: a long ticket has hundreds. */
export function fewHandoffs(handoffs: readonly Handoff[], most: number): readonly Handoff[] {
  if (handoffs.length <= most) return handoffs;
  const longest = new Set([...handoffs].sort((a, b) => b.gap.ms - a.gap.ms).slice(0, most));
  return handoffs.filter((handoff) => longest.has(handoff));
}
