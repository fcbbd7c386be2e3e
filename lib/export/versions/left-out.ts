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
    : [...forInside(version), ...unread(record)];
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

const others: Partial<{ readonly [version in Version]: string }> = {
  concise: 'The timeline, messages, lessons, follow-ups and evidence are in the full version.',
  technical: 'What people wrote, the summary, the cause and the plan, is in the full version.',
  agenda: 'It holds what the meeting needs; the full version goes with it.',
};

function forInside(version: Version): LeftOut[] {
  const rest = others[version];
  return [
    {
      weight: 'doubt',
      head: version === 'internal' ? 'This is the internal version.' : 'This version is for inside.',
      text:
        version === 'action'
          ? 'It names the owner and the ticket. Read it before you send it outside.'
          : 'It holds what colleagues wrote for each other and the customer’s words. Read it before you send it outside.',
    },
    ...(rest === undefined ? [] : [{ weight: 'noted' as const, head: 'Left out.', text: rest }]),
  ];
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
