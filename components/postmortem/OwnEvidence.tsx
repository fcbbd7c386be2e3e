import { memo } from 'react';
import { placeName } from '../../lib/postmortem/changed-places';
import type { ClaimPlace } from '../../lib/postmortem/claims';
import { whyOf } from '../../lib/postmortem/claims/place';
import { evidenceCounts } from '../../lib/postmortem/own-evidence';
import type { Attachment, Postmortem } from '../../lib/postmortem/schema';
import { useEvidence } from '../ui/Evidence';
import { AttachForm } from './AttachForm';
import { AttachmentList } from './AttachmentList';
import styles from './Evidence.module.css';
import { Part } from './Part';
import { LinkedChips } from './PartEvidence';
import type { Attach } from './use-attach';
import type { Editing } from './use-editing';

interface OwnEvidenceProps {
  attachments: readonly Attachment[];
  linked: Postmortem['linked'];
  editing: Editing;
  attach: Attach;
}

/** Everything people added, also what stands at an entry of the timeline or at a part: an entry can be taken out of it. */
export const OwnEvidence = memo(function OwnEvidence({
  attachments,
  linked = [],
  editing,
  attach,
}: OwnEvidenceProps) {
  const { event } = useEvidence();
  return (
    <Part
      id="evidence"
      title="Evidence"
      aside={evidenceCounts({ attachments, linked }) || 'none added'}
      open={false}
    >
      <AttachmentList
        attachments={attachments}
        editing={editing}
        atOf={({ event: id }) => (id === undefined ? undefined : event(id)?.time.at)}
      />
      <LinkedList linked={linked} />
      <AttachForm attach={attach} />
    </Part>
  );
});

/** What is linked to the parts, by part. */
function LinkedList({ linked }: { linked: NonNullable<Postmortem['linked']> }) {
  if (linked.length === 0) return null;
  const places = [...new Set(linked.map(({ place }) => place as ClaimPlace))]; // written by linkEvent alone
  return (
    <dl className={styles.linked}>
      {places.map((place) => (
        <div key={place}>
          <dt>{labelOf(place)}</dt>
          <dd>
            <LinkedChips place={place} label={labelOf(place)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function labelOf(place: ClaimPlace): string {
  const why = whyOf(place);
  return why === undefined ? placeName(`sections.${place}`) : `Why ${why + 1}`;
}
