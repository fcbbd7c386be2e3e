import type { ClaimCheck } from '../claims';

/** The figure with the words that lead up to it, "came at 17:05": a bare time says little of where it stands. */
export function inItsWords(text: string, { start, end }: Pick<ClaimCheck, 'start' | 'end'>): string {
  const before = /(?:[\p{L}’'-]+\s+)?\b(?:at|on|from|to|by|for|since|until|within|was|took)\s+$/iu.exec(
    text.slice(Math.max(0, start - 40), start),
  );
  return `${before?.[0] ?? ''}${text.slice(start, end)}`;
}
