/** Lays a capture beside what Request Tracker's database says, one to one, and lists every difference. */
import { htmlToText, withoutLinkTokens } from '../../../lib/helpdesks/html-text';
import { cleanLine, cleanText } from '../../../lib/ticket/clean-text';
import type { TicketEvent } from '../../../lib/ticket/events';
import type { Capture } from '../../../lib/ticket/schema';
import type { TruthRow } from './truth';

/** `hidden` tells which rows this viewer may not see; by default all are seen. */
export function compareWithTruth(
  capture: Capture,
  truth: readonly TruthRow[],
  hidden: (row: TruthRow) => boolean = () => false,
): string[] {
  const { ticket } = capture;
  // What the reader worked out hangs on a transaction as `txn:N/…`; the rest is one event for one row.
  const events = new Map(
    ticket.events.filter((event) => !event.id.includes('/')).map((event) => [event.id, event]),
  );
  const rows = truth.filter((row) => !(row.type === 'SetWatcher' && row.field === 'Owner') && !hidden(row));
  const differences = rows.flatMap((row) => {
    const event = events.get(`txn:${row.id}`);
    return event ? differencesOf(capture, event, row) : [`txn:${row.id} ${row.type} ${row.field}: missing`];
  });
  const known = new Set(rows.map((row) => `txn:${row.id}`));
  const invented = [...events.keys()]
    .filter((id) => !known.has(id))
    .map((id) => `${id}: not in the database`);
  const order =
    rows.map((row) => `txn:${row.id}`).join() === [...events.keys()].join()
      ? []
      : ['events are in another order'];
  return [...differences, ...invented, ...(differences.length + invented.length === 0 ? order : [])];
}

function differencesOf(capture: Capture, event: TicketEvent, row: TruthRow): string[] {
  const login = capture.ticket.people.find((person) => person.id === event.actor.id);
  const expected = expectedOf(capture, row);
  const found: Record<string, unknown> = {
    kind: event.kind,
    at: event.time.at,
    precision: event.time.precision,
    actor: login?.emails?.[0] ?? login?.name,
    system: event.actor.side === 'system',
    ticketKey: event.source.ticketKey,
    ...detailsOf(event),
  };
  return Object.entries(expected)
    .filter(([key, value]) => JSON.stringify(found[key]) !== JSON.stringify(value))
    .map(
      ([key, value]) =>
        `${event.id} ${row.type} ${row.field}: ${key} is ${JSON.stringify(found[key])}, the database says ${JSON.stringify(value)}`,
    );
}

function detailsOf(event: TicketEvent): Record<string, unknown> {
  if (event.kind === 'message') {
    return {
      audience: event.audience,
      text: event.body.text,
      files: event.attachments.map((file) => file.name),
    };
  }
  if (event.kind === 'change')
    return { field: event.field, from: rawValue(event.from), to: rawValue(event.to) };
  if (event.kind === 'link') return { added: event.added };
  if (event.kind === 'participant') return { part: event.part, added: event.added };
  return {};
}

function rawValue(value: { id?: string; label: string } | null | undefined): string | null | undefined {
  return value ? (value.id?.replace('user:', '') ?? value.label) : value;
}

function expectedOf(capture: Capture, row: TruthRow): Record<string, unknown> {
  const isSystem = row.creator === 'RT_System';
  const common = {
    kind: kindOf(row),
    at: `${row.created.replace(' ', 'T')}.000Z`,
    precision: 's',
    ...(isSystem ? {} : { actor: row.creatorEmail }),
    system: isSystem,
    ticketKey: String(row.ticketId) === capture.ticket.key ? undefined : String(row.ticketId),
  };
  if (common.kind === 'message')
    return {
      ...common,
      audience: row.type === 'Comment' ? 'internal' : 'customer',
      text: textOf(row),
      files: filesOf(row),
    };
  if (common.kind === 'change' && /Watcher$/.test(row.type)) {
    const field = 'requester';
    return row.type === 'AddWatcher'
      ? { ...common, field, from: undefined, to: row.newValue }
      : { ...common, field, from: row.oldValue, to: undefined };
  }
  if (common.kind === 'change') {
    const field = common.ticketKey === undefined ? fieldOf(row) : 'custom';
    return { ...common, field, from: storedValue(row, row.oldValue), to: storedValue(row, row.newValue) };
  }
  if (common.kind === 'link') return { ...common, added: row.type === 'AddLink' };
  if (common.kind === 'participant')
    return { ...common, part: row.field === 'Cc' ? 'cc' : 'follower', added: row.type === 'AddWatcher' };
  return common;
}

function kindOf(row: TruthRow): TicketEvent['kind'] {
  if (['Create', 'Correspond', 'Comment'].includes(row.type)) return 'message';
  if (['Status', 'Set', 'CustomField'].includes(row.type)) return 'change';
  if (['AddLink', 'DeleteLink'].includes(row.type)) return 'link';
  if (['AddWatcher', 'DelWatcher'].includes(row.type))
    return row.field === 'Requestor' ? 'change' : 'participant';
  return 'other';
}

const fields: Record<string, string> = {
  Status: 'status',
  Priority: 'priority',
  Owner: 'assignee',
  Queue: 'group',
  Due: 'due',
  Subject: 'subject',
};

function fieldOf(row: TruthRow): string {
  return row.type === 'CustomField' ? 'custom' : (fields[row.field] ?? 'custom');
}

function storedValue(row: TruthRow, value: string): string | null {
  if (value === '' || value.startsWith('1970-01-01')) return null;
  if (row.field === 'Owner') return value === row.nobody ? null : value;
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value)
    ? `${value.replace(' ', 'T')}.000Z`
    : cleanLine(value);
}

/** The first readable part, as RT itself would quote it: plain before HTML. */
function textOf(row: TruthRow): string {
  const readable = row.attachments.filter((part) => part.text && !cleanLine(part.filename));
  const plain = readable.find((part) => part.contentType === 'text/plain');
  if (plain?.text) return withoutLinkTokens(cleanText(plain.text)).trim();
  return htmlToText(readable.find((part) => part.contentType === 'text/html')?.text ?? '');
}

function filesOf(row: TruthRow): string[] {
  return row.attachments.map((part) => cleanLine(part.filename)).filter(Boolean);
}
