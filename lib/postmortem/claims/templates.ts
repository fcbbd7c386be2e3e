/**
 * The sentences Debrief would write now, as patterns: a sentence that somebody changed a number in is still known by
 * its other words, and its number can be compared with the very one that stood there.
 */
import type { Claim } from '../schema';
import type { Figure } from './figure';
import { readFigures } from './read-figures';

export interface Template {
  /** The words with a sign in place of each figure. */
  words: readonly string[];
  figures: readonly Figure[];
  events: readonly string[];
}

const SLOT = '§';
const LEAST_ALIKE = 0.7;

export function templatesOf(claims: readonly Claim[], names: readonly string[]): Template[] {
  return claims.flatMap(({ text, events }) => {
    const figures = readFigures(text, names).filter(({ isQuoted }) => !isQuoted);
    return figures.length === 0 ? [] : [{ words: skeleton(text, figures), figures, events }];
  });
}

/** `figures`: with places in this very text, in order. */
export function skeleton(text: string, figures: readonly Figure[]): string[] {
  let line = '';
  let at = 0;
  for (const { start, end } of figures) {
    line += `${text.slice(at, start)} ${SLOT} `;
    at = end;
  }
  return `${line}${text.slice(at)}`
    .toLowerCase()
    .replace(/[.,;:!?()“”"«»]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !/^(?:was|were|has|have|been)$/.test(word));
}

export function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}

/** The figure that stands between the same words in a sentence that is otherwise much alike. */
export function counterpart(
  words: readonly string[],
  index: number,
  kind: Figure['kind'],
  template: Template,
): Figure | undefined {
  if (alike(words, template.words) < LEAST_ALIKE) return undefined;
  const around = surroundings(words, index);
  const places = template.figures.flatMap((figure, at) =>
    figure.kind === kind && surroundings(template.words, at) === around ? [figure] : [],
  );
  return places.length === 1 ? places[0] : undefined;
}

/** Three words before the figure and two after. */
function surroundings(words: readonly string[], index: number): string {
  let seen = -1;
  const at = words.findIndex((word) => word === SLOT && ++seen === index);
  return [...words.slice(Math.max(0, at - 3), at), ...words.slice(at, at + 3)].join(' ');
}

function alike(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let shared = 0;
  for (const word of a) {
    const at = left.indexOf(word);
    if (at === -1) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length);
}
