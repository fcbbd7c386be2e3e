/** RT's transactions as REST2 tells them, in RT's own order, with the saves they belong to. */
import type { Iso } from '../../ticket/basics';
import { PullError } from '../pull-error';
import { instant } from './dates';
import type { People } from './people';
import { systemId } from './people';
import { everyItem, idOf, type Listing, type Rest } from './rest';
import { count, fields, text } from './shape';

export interface Transaction {
  id: number;
  /** The ticket it was written on; another one than asked for where tickets were merged. */
  ticketKey: string;
  type: string;
  field: string;
  oldValue: string;
  newValue: string;
  data: string;
  at: Iso;
  raw: string;
  creator: string;
  minutes: number;
  /** Id of the first transaction of the save. */
  save: number;
}

export interface History {
  transactions: Transaction[];
  /** Twins and others that RT itself never shows. */
  dropped: number;
  total?: number;
  /** Set when the pages did not come to an end. */
  cut?: string;
  endpoint: string;
}

const wanted =
  'fields=Type,Field,OldValue,NewValue,Created,Creator,TimeTaken,Data,ObjectId' +
  `&${encodeURIComponent('fields[Creator]')}=id,Name,RealName,EmailAddress,Organization,Timezone`;

export async function readHistory(
  source: Rest,
  key: string,
  people: People,
  each: NonNullable<Listing['each']>,
): Promise<History> {
  const endpoint = `ticket/${key}/history`;
  const { items, total, cut } = await everyItem(source, endpoint, wanted, { each, mayHide: true });
  // Every ticket has a Create; RT answers 200 with an empty list where it hides the history.
  if (items.length === 0) throw new PullError(hiddenHistory(source.path(endpoint)));
  const all = new Map<number, Transaction>();
  for (const item of items) {
    const raw = text(item.Created);
    const at = instant(raw);
    const id = idOf(item);
    if (!at || !Number.isSafeInteger(id))
      throw new PullError(unreadable(source.path(endpoint), text(item.id)));
    const creator = fields(item.Creator);
    all.set(id, {
      id,
      ticketKey: text(item.ObjectId) || key,
      type: text(item.Type),
      field: text(item.Field),
      oldValue: text(item.OldValue),
      newValue: text(item.NewValue),
      data: text(item.Data),
      at,
      raw,
      creator: people.learn(creator) ?? `user:${text(creator.id) || 'unknown'}`,
      minutes: count(item.TimeTaken) ?? 0,
      save: id,
    });
  }
  const shown = [...all.values()]
    .filter((transaction) => !isOwnerTwin(transaction))
    .sort((a, b) => (a.at === b.at ? a.id - b.id : a.at < b.at ? -1 : 1));
  markSaves(shown);
  return {
    transactions: shown,
    dropped: all.size - shown.length,
    ...(total === undefined ? {} : { total }),
    ...(cut === undefined ? {} : { cut }),
    endpoint: source.path(endpoint),
  };
}

/** Each change of Owner is written twice; RT's page shows the `Set` and hides this one (RT::Transaction). */
function isOwnerTwin(transaction: Transaction): boolean {
  return transaction.type === 'SetWatcher' && transaction.field === 'Owner';
}

// RT's own consequences of a save (scrips) are written right after it, at times in the next second.
const CONSEQUENCE_MS = 2_000;

/**
 * RT has no notion of a save, but writes its transactions in one go: same person, same second, nothing of
 * anybody else in between. What RT_System then does by rule belongs to it.
 */
function markSaves(transactions: readonly Transaction[]): void {
  let first: Transaction | undefined;
  for (const transaction of transactions) {
    if (!first || !belongs(transaction, first)) first = transaction;
    transaction.save = first.id;
  }
}

function belongs(transaction: Transaction, first: Transaction): boolean {
  if (transaction.ticketKey !== first.ticketKey) return false;
  if (transaction.creator === first.creator) return transaction.at === first.at;
  return (
    transaction.creator === systemId && Date.parse(transaction.at) - Date.parse(first.at) <= CONSEQUENCE_MS
  );
}

function hiddenHistory(at: string) {
  return {
    code: 'no_permission' as const,
    message: 'Request Tracker shows you this ticket, but nothing of its history.',
    next: 'Ask for the right to see tickets in this queue, then pull again.',
    at,
  };
}

function unreadable(at: string, id: string) {
  return {
    code: 'unexpected_answer' as const,
    message: `Request Tracker sent a history entry without a readable number or time (${id || 'no number'}).`,
    next: 'Pull again. If it happens again, report what is named here.',
    at,
  };
}
