import { useState } from 'react';
import type { Postmortem } from '../../lib/postmortem/schema';

/**
 * The same object until one of these fields is another: what a part is drawn from, so that a key in one part leaves the
 * others alone. That it holds no more than the part says it needs is for the types to see.
 */
export function useSlice<Field extends keyof Postmortem>(
  postmortem: Postmortem,
  fields: readonly Field[],
): Pick<Postmortem, Field> {
  const [kept, keep] = useState<Pick<Postmortem, Field>>(postmortem);
  if (fields.every((field) => kept[field] === postmortem[field])) return kept;
  keep(postmortem);
  return postmortem;
}
