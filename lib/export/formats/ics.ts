/**
 * A calendar (RFC 5545): the meeting, the days on which actions are due, and the checks after 30, 60 and 90 days. The
 * entries keep their UIDs from one export to the next, so that a calendar replaces what it has.
 */
import { checkpointDay, openActions } from '../../postmortem/follow-ups';
import { isDay } from '../../postmortem/plan';
import type { Postmortem } from '../../postmortem/schema';
import { titleOf } from '../postmortem-document';
import type { Record } from '../record';
import { sha256 } from '../sha256';
import { type LineRedactor, lineRedactor, type RedactOptions } from './line-redactor';

const PRODUCT = '-//Debrief//Debrief postmortems//EN';
/** RFC 5545, 3.1: octets in a line without its line break. */
const LONGEST_LINE = 75;

/** Pure: the same record gives the same bytes; stamps come from the record, not from a clock. */
export function toIcs(record: Record, options: RedactOptions = {}): string {
  const redactor = lineRedactor(options);
  const entries = [...meeting(record, redactor), ...actions(record, redactor), ...checks(record, redactor)];
  const stamp = utc(record.postmortem.updatedAt);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries.flatMap((entry) => eventLines(entry, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

interface Entry {
  uid: string;
  when: string[];
  summary: string;
  description: string[];
  url?: string | undefined;
  isBusy: boolean;
}

function meeting(record: Record, { line, address }: LineRedactor): Entry[] {
  const { postmortem } = record;
  const { startsAt, minutes, facilitator, notetaker } = postmortem.meeting;
  if (startsAt === undefined) return [];
  return [
    {
      uid: uid(postmortem, 'meeting'),
      when: [`DTSTART:${utc(startsAt)}`, `DURATION:PT${minutes}M`],
      summary: line(`Postmortem meeting: ${titleOf(record)}`),
      description: [
        ticketLine(postmortem),
        facilitator.trim() && `Facilitator: ${facilitator}`,
        notetaker.trim() && `Note-taker: ${notetaker}`,
      ]
        .filter((text) => text !== '')
        .map(line),
      url: address(postmortem.ticket.url),
      isBusy: true,
    },
  ];
}

function actions({ postmortem }: Record, { line, address }: LineRedactor): Entry[] {
  return openActions(postmortem.actions)
    .filter(({ due }) => isDay(due))
    .map(({ id, text, owner, due, doneWhen, tracker }) => ({
      uid: uid(postmortem, `action-${id}`),
      when: wholeDay(due),
      summary: line(`Due: ${text.trim() || 'action without words'}`),
      description: [
        `Owner: ${owner.trim() || 'no owner yet'}`,
        `Done when: ${doneWhen.trim() || 'not said'}`,
        ticketLine(postmortem),
      ].map(line),
      url: address(tracker) ?? address(postmortem.ticket.url),
      isBusy: false,
    }));
}

function checks(record: Record, { line, address }: LineRedactor): Entry[] {
  const { postmortem, analysis } = record;
  return postmortem.checkpoints.flatMap(({ days, state }) => {
    const day = state === 'open' ? checkpointDay(analysis, days) : undefined;
    if (day === undefined || !isDay(day)) return [];
    return [
      {
        uid: uid(postmortem, `check-${days}`),
        when: wholeDay(day),
        summary: line(`${days}-day check: ${titleOf(record)}`),
        description: ['Did the changes hold, and are the actions done?', ticketLine(postmortem)].map(line),
        url: address(postmortem.ticket.url),
        isBusy: false,
      },
    ];
  });
}

function ticketLine({ ticket }: Postmortem): string {
  return `Ticket: ${ticket.label} #${ticket.key} ${ticket.subject}`;
}

function eventLines({ uid: id, when, summary, description, url, isBusy }: Entry, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${stamp}`,
    ...when,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description.join('\n'))}`,
    // An address is no TEXT: it is not escaped, and holds nothing that would need it.
    ...(url === undefined ? [] : [`URL:${url}`]),
    `TRANSP:${isBusy ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ];
}

/** Hashed, because an id from a file may hold anything, a name or a line break. */
function uid({ id }: Postmortem, part: string): string {
  return `${sha256(`${id}\n${part}`).slice(0, 32)}@debrief.invalid`;
}

/** RFC 5545, 3.6.1: without an end it lasts that one day. */
function wholeDay(day: string): string[] {
  return [`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`];
}

/** "20261118T093000Z". */
function utc(at: string): string {
  return `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** Cut between characters, never inside one, so that each line is UTF-8 by itself. */
function folded(line: string): string {
  let result = '';
  let length = 0;
  for (const letter of line) {
    const octets = octetsOf(letter.codePointAt(0) ?? 0);
    if (length + octets > LONGEST_LINE) {
      result += '\r\n ';
      length = 1;
    }
    result += letter;
    length += octets;
  }
  return result;
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
