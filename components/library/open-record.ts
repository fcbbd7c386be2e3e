import type { Store } from '../../lib/storage/store';
import type { Capture } from '../../lib/ticket/schema';
import type { ShownTicket } from '../panel/use-ticket-session';

export interface Opened {
  ticket: ShownTicket;
  capture: Capture;
  postmortemId: string;
}

/** The record with the capture it rests on, or what to tell the person. */
export async function openRecord(store: Store, id: string): Promise<Opened | string> {
  const found = await store.get(id);
  if (!found.ok) return `${found.problem.message} ${found.problem.next}`;
  if (!found.value) return 'This postmortem is gone. It may have been deleted in another window.';
  const { postmortem } = found.value;
  const capture = await store.getCapture(postmortem.captureId);
  if (!capture.ok) return `${capture.problem.message} ${capture.problem.next}`;
  if (!capture.value)
    return 'The ticket behind this postmortem is no longer stored. Open the ticket and pull it again.';
  const { ticket } = capture.value;
  return {
    ticket: {
      id: ticket.id,
      label: postmortem.ticket.label,
      ref: { helpdesk: ticket.helpdesk, site: ticket.site, key: ticket.key, url: ticket.url },
    },
    capture: capture.value,
    postmortemId: id,
  };
}
