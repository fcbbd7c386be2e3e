import { agenda } from '../../postmortem/agenda';
import { titleOf } from '../postmortem-document';
import type { Record } from '../record';
import { bullets, type DocTree, docTree, em, heading, link, paragraph } from '../tree';

/** What the meeting goes through, with minutes; sent with the invitation. */
export function agendaDocument(record: Record): DocTree {
  const { postmortem, analysis } = record;
  const { ticket, meeting } = postmortem;
  const { rows, total, note } = agenda(postmortem, analysis);
  return docTree(
    heading(1, titleOf(record)),
    paragraph(
      'Agenda of the meeting on ',
      link(ticket.url, `${ticket.label} #${ticket.key}`),
      `, ${total} minutes. Facilitator: ${meeting.facilitator.trim() || 'nobody yet'}. Notetaker: ${meeting.notetaker.trim() || 'nobody yet'}.`,
    ),
    note !== undefined && paragraph(em(note)),
    rows
      .filter(({ minutes }) => minutes > 0)
      .map(({ title, minutes, points }) => [heading(2, `${title} (${minutes} minutes)`), bullets(points)]),
  );
}
