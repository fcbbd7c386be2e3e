/** One transaction, one event of the common vocabulary. Nothing is dropped: what has no kind of its own is `other`. */
import type { Channel, Value } from '../../ticket/basics';
import { cleanLine } from '../../ticket/clean-text';
import type { Change, Message, TicketEvent } from '../../ticket/events';
import { withoutLinkTokens } from '../html-text';
import { instant, isDateText } from './dates';
import type { Transaction } from './history';
import { linkEvent } from './links';
import type { SentMail } from './mails';
import type { Names } from './names';
import { actor, type People, systemId } from './people';
import { ownWordsEnd } from './quoted';
import type { Statuses } from './statuses';
import type { MessageText } from './texts';
import { plainValue, priorityValue } from './values';

export interface Reading {
  site: string;
  key: string;
  endpoint: string;
  transactions: readonly Transaction[];
  people: People;
  names: Names;
  statuses: Statuses;
  texts: ReadonlyMap<number, MessageText>;
  mails: ReadonlyMap<number, SentMail>;
}

export type EventBase = Pick<
  TicketEvent,
  'id' | 'time' | 'seq' | 'batch' | 'actor' | 'via' | 'url' | 'source'
>;

/** Room between two transactions for what is worked out from one of them. */
export const SEQ_STEP = 10;

export function eventsOf(reading: Reading, unknown: Map<string, number>): TicketEvent[] {
  const sizes = new Map<number, number>();
  for (const { save } of reading.transactions) sizes.set(save, (sizes.get(save) ?? 0) + 1);
  return reading.transactions.map((one, index) =>
    eventOf(reading, one, baseOf(reading, one, index, (sizes.get(one.save) ?? 0) > 1), unknown),
  );
}

function baseOf(reading: Reading, one: Transaction, index: number, shared: boolean): EventBase {
  const byRule = one.creator === systemId;
  return {
    id: `txn:${one.id}`,
    time: { at: one.at, precision: 's', raw: one.raw, zone: 'UTC', zoneFrom: 'offset' },
    seq: index * SEQ_STEP,
    ...(shared ? { batch: `txn:${one.save}` } : {}),
    actor: actor(reading.people, one.creator),
    ...(byRule
      ? { via: { channel: 'other', rule: { type: one.save === one.id ? 'automation' : 'trigger' } } }
      : {}),
    // RT's page has an anchor `txn-N` at each entry (share/html/Elements/ShowTransaction).
    url: `${reading.site}/Ticket/Display.html?id=${reading.key}#txn-${one.id}`,
    source: {
      endpoint: reading.endpoint,
      rule: [one.type, one.field].filter(Boolean).join(' '),
      ...(one.ticketKey === reading.key ? {} : { ticketKey: one.ticketKey }),
    },
  };
}

function eventOf(
  reading: Reading,
  one: Transaction,
  base: EventBase,
  unknown: Map<string, number>,
): TicketEvent {
  switch (one.type) {
    case 'Create':
    case 'Correspond':
    case 'Comment':
      return messageOf(reading, one, base);
    case 'Status':
    case 'Set':
    case 'CustomField':
      return changeOf(reading, one, base);
    case 'AddWatcher':
    case 'DelWatcher':
    case 'SetWatcher':
      return watcherOf(reading, one, base);
    case 'AddLink':
    case 'DeleteLink':
      return linkEvent(reading, one, base);
    case 'EmailRecord':
    case 'CommentEmailRecord':
      return {
        ...base,
        kind: 'other',
        label: 'Outgoing email',
        data: mailData(one, reading.mails.get(one.id)),
      };
    case 'AddReminder':
    case 'OpenReminder':
    case 'ResolveReminder':
    case 'Forward Ticket':
    case 'Forward Transaction':
      return otherOf(one, base);
    default:
      unknown.set(one.type, (unknown.get(one.type) ?? 0) + 1);
      return otherOf(one, base);
  }
}

function messageOf(reading: Reading, one: Transaction, base: EventBase): Message {
  const found = reading.texts.get(one.id);
  const headers = found?.headers ?? '';
  const body = found?.text ?? '';
  return {
    ...base,
    kind: 'message',
    audience: one.type === 'Comment' ? 'internal' : 'customer',
    body: { text: body, ...ownWordsEnd(body), ...(found?.read === false ? { truncated: true } : {}) },
    attachments: found?.attachments ?? [],
    channel: channelOf(headers),
    // RFC 3834 §5: how a mail program says that no person wrote this.
    ...(/^auto-submitted:\s*auto-replied/im.test(headers) ? { auto: 'out_of_office' } : {}),
  };
}

const channels = new Map<string | undefined, Channel>([
  ['web', 'web'],
  ['mobile', 'web'],
  ['email', 'email'],
  ['rest', 'api'],
  ['rest2', 'api'],
  ['api', 'api'],
  ['cli', 'api'],
]);

/** RT notes on each message where it came in (`X-RT-Interface`, RT::Interface::Web and ::Email). */
function channelOf(headers: string): Channel {
  return channels.get(/^x-rt-interface:\s*(\w+)/im.exec(headers)?.[1]?.toLowerCase()) ?? 'other';
}

const fieldKinds = new Map<string, Change['field']>([
  ['Status', 'status'],
  ['Priority', 'priority'],
  ['Owner', 'assignee'],
  ['Queue', 'group'],
  ['Due', 'due'],
  ['Subject', 'subject'],
  ['Type', 'type'],
]);

function changeOf(reading: Reading, one: Transaction, base: EventBase): Change {
  const isCustom = one.type === 'CustomField';
  const told = one.field || one.type;
  const field = isCustom ? undefined : fieldKinds.get(told);
  const name = isCustom ? reading.names.customField(one.field) : spaced(told);
  const values = { from: fieldValue(reading, one, one.oldValue), to: fieldValue(reading, one, one.newValue) };
  // What happened to a merged ticket before the merge did not change this one: it is told, but moves no clock.
  if (one.ticketKey !== reading.key)
    return {
      ...base,
      kind: 'change',
      field: 'custom',
      name: `${name} of ticket ${one.ticketKey}`,
      ...values,
    };
  return field
    ? { ...base, kind: 'change', field, ...values }
    : { ...base, kind: 'change', field: 'custom', name, ...values };
}

export function fieldValue(
  reading: Pick<Reading, 'people' | 'names' | 'statuses'>,
  one: Pick<Transaction, 'type' | 'field'>,
  value: string,
): Value {
  if (one.type === 'CustomField') {
    return isDateText(value) && reading.names.isInstant(one.field)
      ? dateValue(value)
      : plainValue(withoutLinkTokens(value));
  }
  switch (one.field || one.type) {
    case 'Status':
      return value ? reading.statuses.value(value) : null;
    case 'Priority':
      return value ? priorityValue(value) : null;
    case 'Owner':
      return personValue(reading.people, value);
    case 'Queue':
      return value && value !== '0' ? { id: value, label: reading.names.queue(value) } : null;
    default:
      return isDateText(value) ? dateValue(value) : plainValue(value);
  }
}

/** By number or login; null for "no owner". */
export function personValue(people: People, key: string): Value {
  const id = people.id(key);
  if (!key || key === '0' || people.isNobody(id)) return null;
  if (!id) return { id: `user:${key}`, label: `user ${key}` };
  people.side(id);
  return { id, label: people.name(id) };
}

function dateValue(value: string): Value {
  const at = instant(value);
  return at ? { label: at } : null;
}

function watcherOf(reading: Reading, one: Transaction, base: EventBase): TicketEvent {
  const added = one.type !== 'DelWatcher';
  const key = added ? one.newValue : one.oldValue;
  const person = reading.people.id(key);
  if (!person) return otherOf(one, base);
  reading.people.side(person);
  const value = personValue(reading.people, key);
  if (one.field === 'Requestor')
    return { ...base, kind: 'change', field: 'requester', ...(added ? { to: value } : { from: value }) };
  const part = one.field === 'Cc' ? 'cc' : one.field === 'AdminCc' ? 'follower' : 'collaborator';
  return { ...base, kind: 'participant', person, part, added };
}

function mailData(one: Transaction, mail: SentMail | undefined): Record<string, string | number | boolean> {
  return {
    comment: one.type === 'CommentEmailRecord',
    ...(mail ? { recipients: mail.recipients, automatic: mail.auto } : {}),
  };
}

// Addresses belong in a person's `emails` only; RT keeps those of forwards and failed mails here.
const address = /[^\s<>,;:"']+@[^\s<>,;:"']+/g;

function otherOf(one: Transaction, base: EventBase): TicketEvent {
  const told = Object.entries({ field: one.field, from: one.oldValue, to: one.newValue, data: one.data })
    .filter(([, value]) => value !== '')
    .map(([key, value]) => [
      key,
      withoutLinkTokens(cleanLine(value)).replace(address, '(address)').slice(0, 500),
    ]);
  return { ...base, kind: 'other', label: spaced(one.type), data: Object.fromEntries(told) };
}

/** `TimeWorked` as `Time worked`. */
function spaced(name: string): string {
  const words = name.replace(
    /([a-z])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  return cleanLine(words);
}
