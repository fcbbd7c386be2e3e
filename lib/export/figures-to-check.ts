/** The figures that the ticket does not bear out: whoever reads the document without the panel has to know of them. */
import { confirmedClaims, openClaims } from '../postmortem/checks/claims';
import type { ClaimCheck, ClaimPlace } from '../postmortem/claims';
import { inItsWords } from '../postmortem/claims/in-its-words';
import { textAt, whyOf } from '../postmortem/claims/place';
import { plural } from '../postmortem/facts-in-words';
import type { TextSectionName } from '../postmortem/schema';
import type { EventId } from '../ticket/events';
import { sectionNames } from './part-names';
import type { Record } from './record';
import { type BlockInput, bullets, heading, type InlineInput, link, paragraph, strong } from './tree';

interface Named {
  /** "E12" for an event; without it a link to the helpdesk's entry. */
  index?: ReadonlyMap<EventId, string>;
  /** The places that the document shows; without it all. */
  shown?: readonly ClaimPlace[];
}

/** What is contradicted or unsupported and nobody confirmed, then what somebody did; nothing where there is neither. */
export function figuresToCheck(record: Record, { index, shown }: Named = {}): BlockInput {
  const isShown = ({ section }: ClaimCheck) => shown === undefined || shown.includes(section);
  const open = openIn(record).filter(isShown);
  const known = confirmedIn(record).filter(isShown);
  return [
    open.length > 0 && [
      heading(2, FIGURES_TO_CHECK),
      paragraph(
        `${notBorneOut(open.length)}, and nobody has confirmed ${open.length === 1 ? 'it' : 'them'}.`,
      ),
      bullets(open.map((check) => [where(record, check), verdict(check), ...entries(record, check, index)])),
    ],
    known.length > 0 && [
      heading(open.length > 0 ? 3 : 2, 'Figures confirmed by a person'),
      paragraph('Somebody who was there knows these; they were not compared with the ticket.'),
      bullets(known.map((check) => [where(record, check), ...entries(record, check, index)])),
    ],
  ];
}

export const FIGURES_TO_CHECK = 'Figures to check';

/** "2 figures are not borne out by the ticket". */
export function notBorneOut(count: number): string {
  return `${plural(count, 'figure')} ${count === 1 ? 'is' : 'are'} not borne out by the ticket`;
}

export function openIn({ postmortem, capture, analysis }: Record): ClaimCheck[] {
  return openClaims(postmortem, capture, analysis);
}

function confirmedIn({ postmortem, capture, analysis }: Record): ClaimCheck[] {
  return confirmedClaims(postmortem, capture, analysis);
}

/** "Summary" or "Why 2". */
export function placeName(place: ClaimPlace): string {
  const why = whyOf(place);
  return why === undefined ? sectionNames[place as TextSectionName] : `Why ${why + 1}`; // what is no why is a section
}

function where({ postmortem }: Record, check: ClaimCheck): InlineInput {
  const words = inItsWords(textAt(postmortem, check.section), check);
  return [strong(`${placeName(check.section)}:`), ` “${words}”`];
}

function verdict({ verdict: found, message }: ClaimCheck): string {
  return `. ${found === 'contradicted' ? 'Contradicted' : 'Unsupported'}: ${message}`;
}

const MOST_ENTRIES = 3;

function entries({ capture }: Record, { events }: ClaimCheck, index: Named['index']): InlineInput[] {
  const urls = new Map(capture.ticket.events.map(({ id, url }) => [id, url]));
  return events.slice(0, MOST_ENTRIES).flatMap((id) => {
    const name = index?.get(id);
    const url = urls.get(id);
    if (url === undefined && name === undefined) return [];
    return [' ', url === undefined ? name : link(url, name ?? 'entry')];
  });
}
