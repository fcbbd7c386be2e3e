/** What a version does not hold, and what to know before it is sent. */

import { listOf, plural } from '../../postmortem/facts-in-words';
import { isPlaceholder } from '../../postmortem/placeholder';
import { roleNames } from '../../postmortem/roles';
import type { Record } from '../record';
import { isPromised } from './changes-for-customer';
import { customerRecord } from './customer-record';
import { isOutside, type Version } from './version-document';

/** `doubt` is for what somebody should look at, `noted` for what they should know. */
export interface LeftOut {
  weight: 'noted' | 'doubt';
  /** What it is about, to be read first. */
  head: string;
  text: string;
}

export function leftOut(record: Record, version: Version): LeftOut[] {
  return isOutside(version)
    ? [...inside(record), ...unsaid(record, version), ...unread(record)]
    : [...forInside(record, version), ...unread(record)];
}

function inside({ capture }: Record): LeftOut[] {
  const { events } = capture.ticket;
  const notes = events.filter((event) => event.kind === 'message' && event.audience !== 'customer').length;
  const back = events.filter(
    (event) => event.kind === 'revision' && event.what !== 'edited' && event.what !== 'made_public',
  ).length;
  const colleagues = new Set(roleNames(capture).entries.map(({ token }) => token)).size;
  const parts = [
    notes > 0 && plural(notes, 'internal note'),
    back > 0 && `${plural(back, 'message')} taken back later`,
    colleagues > 0 && `the ${colleagues === 1 ? 'name of 1 colleague' : `names of ${colleagues} colleagues`}`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return [];
  return [
    { weight: 'noted', head: `${capitalised(listOf(parts))}.`, text: 'This version never holds them.' },
  ];
}

function unsaid(record: Record, version: Version): LeftOut[] {
  const { postmortem } = record;
  const { sections, actions } = postmortem;
  const isCauseWritten = [sections.cause, sections.systemic].some(
    ({ state, text }) => (state === 'edited' || state === 'confirmed') && !isPlaceholder(text),
  );
  const told = customerRecord(record).cause.length > 0;
  const found: LeftOut[] = [];
  if (!told || isCauseWritten)
    found.push({
      weight: told ? 'noted' : 'doubt',
      head: told ? 'The cause as your draft has it.' : 'It names no cause.',
      text: 'Only what was already written to the customer about it can be in here.',
    });
  if (!actions.some(({ status, text }) => isPromised(status) && text.trim() !== ''))
    found.push({
      weight: 'doubt',
      head: 'It says nothing of what changes.',
      text: `No action is committed yet${version === 'customer' ? ', and an idea would read as a promise' : ''}.`,
    });
  return found;
}

/** What of a version is in the full one only, and what it gives away. */
const others: Partial<{ readonly [version in Version]: string }> = {
  concise:
    'All but the summary, service levels, a line on the cause and the actions: the rest is in the full version.',
  technical: 'The written parts: summary, impact, cause, lessons and the plan are in the full version.',
  agenda: 'Service levels, messages and evidence. Send the full version along.',
  action: 'Everything about the ticket but its subject and its link.',
};

function forInside(record: Record, version: Version): LeftOut[] {
  const rest = others[version];
  return [
    {
      weight: 'doubt',
      head: version === 'internal' ? 'This is the internal version.' : 'This version is for inside.',
      text: `${givesAway(version)} Read it before you send it outside.`,
    },
    ...(rest === undefined ? [] : [{ weight: 'noted' as const, head: 'Left out.', text: rest }]),
    ...(version === 'internal' ? notInFull(record) : []),
  ];
}

function givesAway(version: Version): string {
  if (version === 'action') return 'It names the owner and the ticket.';
  return version === 'internal' || version === 'technical'
    ? 'It holds what colleagues wrote for each other and the customer’s words.'
    : 'It was written for colleagues and names the customer.';
}

/** The full version is a selection too. */
function notInFull({ postmortem, capture }: Record): LeftOut[] {
  const shown = new Set(postmortem.timeline.map(({ event }) => event));
  const others = capture.ticket.events.filter(({ id }) => !shown.has(id)).length;
  const pictures = postmortem.attachments.filter(({ kind }) => kind === 'image').length;
  const found: LeftOut[] = [];
  if (others > 0)
    found.push({
      weight: 'noted',
      head: `${plural(others, 'entry', 'entries')} of the ticket.`,
      text: 'Its timeline holds what was picked; the spreadsheet under Other files has them all.',
    });
  if (pictures > 0)
    found.push({
      weight: 'noted',
      head: `${plural(pictures, 'picture')}.`,
      text: 'Pictures stay in Debrief; the document has their captions.',
    });
  return found;
}

function unread({ capture: { coverage } }: Record): LeftOut[] {
  const missing = coverage.parts.filter(({ state }) => /^(?:partial|refused|failed)$/.test(state));
  if (coverage.complete && missing.length === 0) return [];
  const names = missing.map(({ part, state }) => `${part.replaceAll('_', ' ')} (${state})`);
  return [
    {
      weight: 'doubt',
      head: 'Not everything was read',
      text: names.length === 0 ? 'of this ticket.' : `of this ticket: ${listOf(names)}.`,
    },
  ];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
