/** What people added to the evidence. A picture stays in Debrief: a document names it by its caption. */
import type { Attachment, Postmortem } from '../postmortem/schema';
import { cleanLine } from '../ticket/clean-text';
import type { EvidenceIndex } from './evidence-index';
import { type BlockInput, bullets, type InlineInput, link, paragraph } from './tree';

export function ownEvidence({ attachments }: Postmortem, index: EvidenceIndex): BlockInput {
  return (
    attachments.length > 0 && [
      paragraph('Added by hand:'),
      bullets(attachments.map((attachment) => [place(attachment, index), words(attachment)])),
    ]
  );
}

function place({ event }: Attachment, index: EvidenceIndex): InlineInput {
  const name = event === undefined ? undefined : index.get(event);
  return name !== undefined && `${name}: `;
}

function words({ kind, caption, url }: Attachment): InlineInput {
  const said = cleanLine(caption);
  if (kind === 'link') return url === undefined || url === '' ? said || 'a link' : link(url, said || url);
  return said === '' ? 'image without a caption, kept in Debrief' : `image “${said}”, kept in Debrief`;
}
