/** For those who rebuild what happened from its parts: every event, every clock, every number beside the helpdesk's. */
import type { Clock } from '../../analysis/clocks/types';
import { clockCountings, metricCountings, reasonWords } from '../../analysis/how-counted';
import { slaStateName } from '../../analysis/names';
import type { Reconciliation } from '../../analysis/reconcile/types';
import { formatExact, formatStamp } from '../../language/dates';
import { describeEvent } from '../../language/describe-event';
import { formatDuration } from '../../language/duration';
import type { Person } from '../../ticket/basics';
import type { TicketEvent } from '../../ticket/events';
import { inOrder } from '../../ticket/order';
import { evidence, evidenceIndex, evidenceLink } from '../evidence-index';
import { figuresToCheck } from '../figures-to-check';
import { titleOf } from '../postmortem-document';
import type { Record } from '../record';
import {
  type BlockInput,
  bullets,
  type DocTree,
  docTree,
  heading,
  item,
  link,
  paragraph,
  table,
} from '../tree';
import { whatWasRead } from '../what-was-read';

/** A table that nobody scrolls through; the files made for machines have every row. */
const MOST_ROWS = 1_000;
const MOST_SEGMENTS = 40;

export function technicalDocument(record: Record): DocTree {
  const { postmortem, analysis } = record;
  const index = evidenceIndex(record);
  return docTree(
    heading(1, titleOf(record)),
    paragraph(
      'Technical record of ',
      link(postmortem.ticket.url, `${postmortem.ticket.label} #${postmortem.ticket.key}`),
      '. All times are UTC.',
    ),
    heading(2, 'Timeline, all lanes'),
    timeline(record, index),
    heading(2, 'Clocks'),
    clocks(analysis.clocks),
    heading(2, `Our numbers beside those of ${postmortem.ticket.label}`),
    reconciliation(analysis.reconciliation),
    figuresToCheck(record, { index }),
    heading(2, 'Evidence'),
    evidence(record, index),
    heading(2, 'What was read'),
    whatWasRead(record),
  );
}

function timeline({ capture }: Record, index: ReadonlyMap<string, string>): BlockInput {
  const events = inOrder(capture.ticket.events);
  const people = new Map(capture.ticket.people.map((person) => [person.id, person]));
  const shown = events.slice(0, MOST_ROWS);
  return [
    shown.length === 0 && paragraph('No event was read.'),
    shown.length > 0 &&
      table(
        ['Time (UTC)', 'Lane', 'Who', 'What', 'Evidence'],
        shown.map((event) => [
          formatExact(event.time.at),
          laneOf(event),
          whoOf(event, people),
          describeEvent(event, people),
          evidenceLink(event.url, index.get(event.id) ?? 'entry'),
        ]),
      ),
    events.length > shown.length &&
      paragraph(`${events.length - shown.length} later events are not in this table.`),
  ];
}

function laneOf(event: TicketEvent): string {
  if (event.kind === 'message') {
    if (event.audience === 'side') return 'Side';
    return event.audience === 'customer' ? 'Customer' : 'Internal';
  }
  return 'System';
}

function whoOf({ actor }: TicketEvent, people: ReadonlyMap<string, Person>): string {
  const name = people.get(actor.id)?.name.trim();
  if (actor.side === 'system') return name || 'System';
  return [name || 'unknown', actor.team?.trim()].filter(Boolean).join(', ');
}

function clocks(all: readonly Clock[]): BlockInput {
  if (all.length === 0) return paragraph('No clock ran.');
  return bullets(
    all.map((clock) => {
      const { segments } = clock;
      const rows = segments
        .slice(0, MOST_SEGMENTS)
        .map(
          ({ from, to, state }) =>
            `${formatStamp(from)} to ${formatStamp(to)}: ${state}, ${formatDuration(Date.parse(to) - Date.parse(from))}`,
        );
      const rest = segments.length - rows.length;
      return item(
        clockWords(clock),
        rows.length > 0 && bullets(rest > 0 ? [...rows, `${rest} more stretches`] : rows),
      );
    }),
  );
}

function clockWords(clock: Clock): string {
  const { metric, instance, valueMs, calendarMs, reportedMs, unit, targetMs, state, certainty, dueAt } =
    clock;
  const counted = formatDuration(reportedMs ?? valueMs);
  const doubt = certainty === 'exact' ? '' : certainty === 'lower_bound' ? 'at least ' : 'about ';
  return [
    `${clockCountings[metric].name} (${instance}): ${doubt}${counted} in ${unit === 'business' ? 'business hours' : 'all hours'}`,
    calendarMs !== valueMs && `${formatDuration(calendarMs)} by all hours`,
    targetMs !== undefined && `target ${formatDuration(targetMs)}, ${slaStateName(state)}`,
    dueAt !== undefined && `due ${formatStamp(dueAt)}`,
  ]
    .filter((part) => part !== false)
    .join('; ');
}

const unitWords: { readonly [unit in Reconciliation['unit']]: string } = {
  calendar: 'all hours',
  business: 'business hours',
  count: 'count',
  instant: 'instant',
};

function reconciliation(rows: readonly Reconciliation[]): BlockInput {
  if (rows.length === 0) return paragraph('The helpdesk reports no numbers of its own.');
  return table(
    ['Number', 'Unit', 'Ours', 'Theirs', 'Agree', 'Why not'],
    rows.map((row) => [
      reconciledName(row.name),
      unitWords[row.unit],
      row.ours === undefined ? 'not so' : amount(row.ours, row),
      amount(row.theirs, row),
      row.agrees ? 'yes' : 'no',
      row.agrees ? '–' : reasonWords[row.reason ?? 'unexplained'],
    ]),
  );
}

function amount(value: number, { unit }: Reconciliation): string {
  if (unit === 'count') return String(value);
  return unit === 'instant' ? formatStamp(new Date(value).toISOString()) : formatDuration(value);
}

/** Helpdesks' own names for what we count too. */
const helpdeskNames: Readonly<globalThis.Record<string, string>> = {
  reply_time: clockCountings.first_reply_native.name,
  first_resolution_time: clockCountings.first_resolution.name,
  full_resolution_time: clockCountings.full_resolution.name,
  requester_wait_time: clockCountings.requester_wait.name,
  agent_wait_time: clockCountings.agent_wait.name,
  on_hold_time: clockCountings.on_hold.name,
};

function reconciledName(name: string): string {
  const ours: Readonly<globalThis.Record<string, { name: string }>> = {
    ...clockCountings,
    ...metricCountings,
  };
  return helpdeskNames[name] ?? ours[name]?.name ?? name;
}
