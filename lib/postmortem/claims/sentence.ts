import type { Figure, InstantFigure } from './figure';
import type { Template } from './templates';

/** The sentence a figure stands in. Places of figures count in it. */
export interface Sentence {
  text: string;
  words: readonly string[];
  /** Those outside quotations. */
  figures: readonly Figure[];
  /** The events linked to it, where it has any. */
  events: readonly string[];
  /** It stands in the draft of this very analysis, word for word. */
  isTold: boolean;
  /** The generated sentence with exactly these words around its figures. */
  same?: Template;
  /** What people have filled in themselves, such as the number of users. */
  entered: readonly string[];
}

/** The last day that the sentence names before a time of day. */
export function namedDay(figure: Figure, { figures }: Sentence): InstantFigure['day'] {
  const before = figures.slice(0, figures.indexOf(figure));
  const last = before.findLast((other) => other.kind === 'instant' && other.day !== undefined);
  return last?.kind === 'instant' ? last.day : undefined;
}
