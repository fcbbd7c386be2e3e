/**
 * The timeline as a table for spreadsheets (RFC 4180): every cell in quotation marks, CRLF after every row. No cell is
 * read as a formula, also where a spreadsheet takes `;` or a tab for the separator.
 */
import { describeEvent } from '../../language/describe-event';
import { laneOf } from '../../postmortem/draft-timeline';
import type { ActorRef, Person } from '../../ticket/basics';
import type { TicketEvent } from '../../ticket/events';
import { inOrder } from '../../ticket/order';
import type { Record } from '../record';
import { lineRedactor, type RedactOptions } from './line-redactor';

export interface CsvOptions extends RedactOptions {
  /** `key` (the default): the timeline of the postmortem; `all`: every event of the ticket. */
  events?: 'key' | 'all';
  /** Excel takes a file without this mark for another encoding than UTF-8. */
  bom?: boolean;
}

const HEAD = ['Time (UTC)', 'Lane', 'Who', 'Kind', 'Text', 'Evidence'];

/** Pure: the same record and options give the same bytes. Who acted is given as a role, never by name. */
export function toCsv(record: Record, options: CsvOptions = {}): string {
  const { linesOf, addresses } = lineRedactor(options);
  const rows = options.events === 'all' ? allRows(record) : keyRows(record);
  const whos = linesOf(rows.map(({ who }) => who));
  const texts = linesOf(rows.map(({ text }) => text));
  const urls = addresses(rows.map(({ url }) => url));
  const cells = rows.map(({ at, lane, kind }, index) => [
    at.slice(0, 19).replace('T', ' '),
    lane,
    whos[index] ?? '',
    kind,
    texts[index] ?? '',
    urls[index] ?? '',
  ]);
  const table = [HEAD, ...cells].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
  return `${options.bom === false ? '' : '\ufeff'}${table}`;
}

interface Row {
  at: string;
  lane: string;
  who: string;
  kind: string;
  text: string;
  url?: string | undefined;
}

function keyRows({ postmortem, capture }: Record): Row[] {
  const events = new Map(capture.ticket.events.map((event) => [event.id, event]));
  const people = peopleOf(capture.ticket.people);
  return postmortem.timeline.map(({ event: id, at, lane, text }) => {
    const event = events.get(id);
    return {
      at,
      lane,
      who: event ? roleOf(event, people) : '',
      kind: event ? kindNames[event.kind] : '',
      text,
      url: event?.url,
    };
  });
}

function allRows({ capture }: Record): Row[] {
  const people = peopleOf(capture.ticket.people);
  return inOrder(capture.ticket.events).map((event) => ({
    at: event.time.at,
    lane: laneOf(event),
    who: roleOf(event, people),
    kind: kindNames[event.kind],
    text: describeEvent(event, people),
    url: event.url,
  }));
}

function peopleOf(people: readonly Person[]): Map<string, Person> {
  return new Map(people.map((person) => [person.id, person]));
}

const kindNames: { [kind in TicketEvent['kind']]: string } = {
  message: 'message',
  change: 'change',
  sla: 'service level',
  revision: 'revision',
  link: 'link',
  participant: 'participant',
  call: 'call',
  session: 'session',
  satisfaction: 'satisfaction',
  approval: 'approval',
  other: 'other',
};

const sideNames: { [side in ActorRef['side']]: string } = {
  customer: 'Customer',
  agent: 'Agent',
  third_party: 'Third party',
  system: 'System',
};

/** "Customer", "Agent (Tier 2)", "Bot". */
function roleOf({ actor }: TicketEvent, people: ReadonlyMap<string, Person>): string {
  const kind = people.get(actor.id)?.kind;
  if (kind === 'bot') return 'Bot';
  if (kind === 'system' || kind === 'integration') return sideNames.system;
  const team = actor.side === 'agent' ? actor.team?.trim() : undefined;
  return team ? `${sideNames.agent} (${team})` : sideNames[actor.side];
}

function cell(text: string): string {
  return `"${withoutFormula(text).replaceAll('"', '""')}"`;
}

// What spreadsheets begin a formula with, also behind white space and quotation marks; the wide forms count in some.
const opener = '[=+\\-@\\t\\r\\n＝＋－＠﹦﹢﹣﹫−]';
const atStart = new RegExp(`^[\\s"'“”‘’]*${opener}`, 'u');
const afterSeparator = new RegExp(`[;\\t](?=[\\s"'“”‘’]*${opener})`, 'gu');

/** An apostrophe in front makes it text. */
function withoutFormula(text: string): string {
  const inside = text.replace(afterSeparator, "$&'");
  return atStart.test(inside) ? `'${inside}` : inside;
}
