import type { Claim } from '../schema';

export interface SentencePlace {
  start: number;
  end: number;
  /** The events of the generated sentence that stands here unchanged. */
  events?: readonly string[];
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** A full stop that ends nothing is read as a letter; lengths stay, so that places do. */
const innerStops = /“[^“”]*”|(?:\b(?:e\.g|i\.e|approx|ca|no|nr|vs|cf|Mrs?|Dr|St|Inc|[ap]\.m)\.)(?=\s)/giu;

/** In order and without overlaps: generated sentences as they were made, the rest by its full stops and lines. */
export function sentencesOf(text: string, claims: readonly Claim[]): SentencePlace[] {
  const standing: SentencePlace[] = [];
  let from = 0;
  for (const { text: words, events } of claims) {
    const start = words === '' ? -1 : text.indexOf(words, from);
    if (start === -1) continue;
    standing.push({ start, end: start + words.length, events });
    from = start + words.length;
  }
  const found: SentencePlace[] = [];
  let at = 0;
  for (const place of standing) {
    found.push(...written(text, at, place.start), place);
    at = place.end;
  }
  return [...found, ...written(text, at, text.length)];
}

function written(text: string, from: number, to: number): SentencePlace[] {
  const part = text.slice(from, to).replace(innerStops, (words) => words.replace(/[.!?…]/g, 'x'));
  if (part.trim() === '') return [];
  return part.split(/(?<=\n)/).flatMap((line, index, lines) => {
    const start = from + lines.slice(0, index).join('').length;
    return [...segmenter.segment(line)].map(({ index: offset, segment }) => ({
      start: start + offset,
      end: start + offset + segment.length,
    }));
  });
}
