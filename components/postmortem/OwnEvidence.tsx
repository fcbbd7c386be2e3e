import { memo } from 'react';
import { attachmentCounts } from '../../lib/postmortem/own-evidence';
import type { Attachment } from '../../lib/postmortem/schema';
import { useEvidence } from '../ui/Evidence';
import { AttachForm } from './AttachForm';
import { AttachmentList } from './AttachmentList';
import { Part } from './Part';
import type { Attach } from './use-attach';
import type { Editing } from './use-editing';

interface OwnEvidenceProps {
  attachments: readonly Attachment[];
  editing: Editing;
  attach: Attach;
}

/** Everything people added, also what stands at an entry of the timeline: an entry can be taken out of it. */
export const OwnEvidence = memo(function OwnEvidence({ attachments, editing, attach }: OwnEvidenceProps) {
  const { event } = useEvidence();
  return (
    <Part id="evidence" title="Evidence" aside={attachmentCounts(attachments) || 'none added'} open={false}>
      <AttachmentList
        attachments={attachments}
        editing={editing}
        atOf={({ event: id }) => (id === undefined ? undefined : event(id)?.time.at)}
      />
      <AttachForm attach={attach} />
    </Part>
  );
});
