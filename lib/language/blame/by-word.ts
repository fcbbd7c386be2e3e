import type { Sentence } from './sentences';

export interface Signed {
  /** Words, one of which stands in every sentence that is meant. */
  signs: readonly string[];
}

/** Those of `all` that a sentence could be about, by its words alone. */
export function byWord<Item extends Signed>(all: readonly Item[]): (sentence: Sentence) => Iterable<Item> {
  const items = new Map<string, Item[]>();
  for (const item of all) for (const sign of item.signs) items.set(sign, [...(items.get(sign) ?? []), item]);
  return ({ words }) => {
    const found = new Set<Item>();
    for (const { low } of words) for (const item of items.get(low) ?? []) found.add(item);
    return found;
  };
}
