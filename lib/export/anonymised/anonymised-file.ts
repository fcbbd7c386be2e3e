import type { Capture } from '../../ticket/schema';
import { seal } from '../../ticket/seal';
import { anonymiseCapture } from './anonymise-capture';

export interface AnonymisedFile {
  /** `debrief-capture-zendesk-1a2b3c4d.json` */
  name: string;
  text: string;
}

/** The file that goes with a bug report; its name holds nothing but the helpdesk and a hash of what is in it. */
export async function anonymisedFile(capture: Capture): Promise<AnonymisedFile> {
  const sealed = await seal(anonymiseCapture(capture));
  const short = sealed.id.replace(/^sha256:/, '').slice(0, 8);
  return {
    name: `debrief-capture-${sealed.ticket.helpdesk}-${short}.json`,
    text: `${JSON.stringify(sealed, null, 2)}\n`,
  };
}
