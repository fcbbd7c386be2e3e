import type { ClaimPlace } from '../postmortem/claims';
import { linkedAt } from '../postmortem/linked';
import { type EvidenceIndex, evidenceLink } from './evidence-index';
import type { Record } from './record';
import type { InlineInput } from './tree';

/** "Evidence: E5, E8", each a link to its entry: what a person linked to the part. Nothing where it is none. */
export function linkedEvidence(
  { postmortem, capture }: Record,
  index: EvidenceIndex,
  place: ClaimPlace,
): InlineInput {
  const named = linkedAt(postmortem, place).flatMap((id) => {
    const name = index.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
  if (named.length === 0) return false;
  const urls = new Map(capture.ticket.events.map(({ id, url }) => [id, url]));
  return [
    'Evidence: ',
    ...named.map(({ id, name }, at) => [at > 0 && ', ', evidenceLink(urls.get(id), name)]),
  ];
}
