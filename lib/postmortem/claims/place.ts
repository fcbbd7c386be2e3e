import type { ClaimPlace } from '../claims';
import type { Postmortem, TextSectionName } from '../schema';

/** Of a place in the chain of whys: which one, from 0. */
export function whyOf(place: ClaimPlace): number | undefined {
  const [, index] = /^why:(\d+)$/.exec(place) ?? [];
  return index === undefined ? undefined : Number(index);
}

/** The text that a check's offsets count in. */
export function textAt({ sections, whys }: Pick<Postmortem, 'sections' | 'whys'>, place: ClaimPlace): string {
  const why = whyOf(place);
  if (why !== undefined) return whys[why]?.answer ?? '';
  return sections[place as TextSectionName].text; // what is no why is a section
}
