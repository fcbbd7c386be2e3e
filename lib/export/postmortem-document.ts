/** The full internal postmortem as a document tree, its parts in the order of its kind, then the evidence. */
import { formatExact } from '../language/dates';
import { kindOf, sectionsOfPart } from '../postmortem/kinds';
import type { Postmortem, Status, TextSectionName } from '../postmortem/schema';
import { rulesFor } from '../postmortem/severity';
import { cleanLine } from '../ticket/clean-text';
import { evidence, evidenceIndex } from './evidence-index';
import { FIGURES_TO_CHECK, figuresToCheck, notBorneOut, openIn } from './figures-to-check';
import { ownEvidence } from './own-evidence';
import { sectionNames } from './part-names';
import { listBlocks, part, withoutHome } from './parts';
import type { Record } from './record';
import { type BlockInput, bullets, type DocTree, docTree, heading, link, strong } from './tree';
import { whatWasRead } from './what-was-read';

export function postmortemDocument(record: Record): DocTree {
  const { postmortem } = record;
  const { parts } = kindOf(postmortem);
  const index = evidenceIndex(record);
  return docTree(
    heading(1, titleOf(record)),
    header(record),
    parts.map((id) => part(id, record, index)),
    withoutHome(postmortem, parts).map((name) => [
      heading(3, sectionNames[name]),
      listBlocks(postmortem.sections[name]),
    ]),
    figuresToCheck(record, { index }),
    heading(2, 'Evidence'),
    evidence(record, index),
    ownEvidence(postmortem, index),
    heading(2, 'What was read'),
    whatWasRead(record),
  );
}

export function titleOf({ postmortem }: Record): string {
  const { ticket, sections } = postmortem;
  const written = [sections.title.text, ticket.subject].find((text) => cleanLine(text) !== '');
  return written ?? `Ticket #${ticket.key}`;
}

function header(record: Record): BlockInput {
  const { postmortem, capture, analysis } = record;
  const { ticket } = postmortem;
  const open = openIn(record).length;
  const unread = unconfirmed(postmortem);
  return bullets([
    [strong('Ticket:'), ' ', link(ticket.url, `${ticket.label} #${ticket.key}`), ` ${ticket.subject}`],
    [strong('Customer:'), ` ${ticket.customer.trim() || 'unknown'}`],
    [strong('Kind:'), ` ${kindOf(postmortem).name}`],
    [strong('Severity:'), ` ${severityWords(postmortem)}`],
    [strong('State:'), ` ${statusNames[postmortem.status]}`],
    [strong('Open:'), ` ${openWords(analysis)}. All times are UTC.`],
    [strong('Status when read:'), ` ${capture.ticket.status?.label.trim() || 'unknown'}`],
    ...(unread === 0
      ? []
      : [
          [
            strong('Draft:'),
            ` ${unread} generated ${unread === 1 ? 'section is' : 'sections are'} not confirmed yet`,
          ],
        ]),
    ...(open === 0 ? [] : [[strong('Figures:'), ` ${notBorneOut(open)}, see “${FIGURES_TO_CHECK}”`]]),
  ]);
}

/** Sections of this kind that still stand as a machine wrote them. */
function unconfirmed(postmortem: Postmortem): number {
  const { parts } = kindOf(postmortem);
  const shown = new Set((['title'] as TextSectionName[]).concat(parts.flatMap((id) => sectionsOfPart[id])));
  return [...shown].filter((name) => postmortem.sections[name].state === 'generated').length;
}

export const statusNames: { [status in Status]: string } = {
  draft: 'draft',
  in_review: 'in review',
  final: 'final',
  tracked: 'final, follow-ups tracked',
  closed: 'closed',
};

function severityWords(postmortem: Postmortem): string {
  const { severity, severityState, flags, exempt } = postmortem;
  const flagged = [flags.dataLoss && 'data loss', flags.security && 'security'].filter(
    (flag) => flag !== false,
  );
  const parts = [
    `${severity}${severityState === 'generated' ? ' (suggested)' : ''}`,
    ...flagged,
    ...(exempt.trim() === '' || rulesFor(postmortem).isRequired
      ? []
      : [`no postmortem required: ${exempt.trim()}`]),
  ];
  return parts.join(', ');
}

function openWords({ span }: Record['analysis']): string {
  const from = formatExact(span.from).slice(0, 16);
  if (span.open) return `since ${from}, still open when read`;
  return span.to === undefined
    ? `${from}, solved at an unknown time`
    : `${from} to ${formatExact(span.to).slice(0, 16)}`;
}
