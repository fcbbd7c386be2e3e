import { attachmentCounts } from '../../lib/postmortem/own-evidence';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { PostmortemSession } from '../panel/use-postmortem';
import { useEvidence } from '../ui/Evidence';
import { AttachForm } from './AttachForm';
import { AttachmentList } from './AttachmentList';
import { Part } from './Part';
import type { Attach } from './use-attach';

interface OwnEvidenceProps {
  postmortem: Postmortem;
  session: PostmortemSession;
  attach: Attach;
}

/** Everything people added, also what stands at an entry of the timeline: an entry can be taken out of it. */
export function OwnEvidence({ postmortem, session, attach }: OwnEvidenceProps) {
  const { attachments } = postmortem;
  const { event } = useEvidence();
  return (
    <Part id="evidence" title="Evidence" aside={attachmentCounts(attachments) || 'none added'} open={false}>
      <AttachmentList
        attachments={attachments}
        session={session}
        atOf={({ event: id }) => (id === undefined ? undefined : event(id)?.time.at)}
      />
      <AttachForm attach={attach} />
    </Part>
  );
}
