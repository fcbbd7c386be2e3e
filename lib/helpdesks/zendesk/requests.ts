/** The requests of one pull: GETs on the page's own origin, as few as the ticket allows. */
import type { Coverage } from '../../ticket/schema';
import type { Page, TicketRef } from '../contract';
import { getJson, isBearable, type JsonRequest } from '../json';
import { PullError } from '../pull-error';
import { countOf, type Fields, fieldsOf, idOf, objectsOf } from './fields';

const LABEL = 'Zendesk';
const PAGE_SIZE = 100;
/** The vendor's limit for one `show_many`. */
const MOST_IDS = 100;

/** A history is read with its names: the sooner they are there, the sooner that can begin. */
const names = { isUrgent: true };

export type Part = Coverage['parts'][number];

export interface Optional<T> {
  value: T | undefined;
  state: Part['state'];
  note?: string;
}

/** Ticket, its clocks and its closest people in one answer. */
export async function getTicket(page: Page, ref: TicketRef): Promise<{ ticket: Fields; answer: Fields }> {
  const include = 'slas,metric_events,metric_sets,comment_count,users,groups,organizations';
  const path = `/api/v2/tickets/${ref.key}.json?include=${include}`;
  const answer = await getObject(page, path);
  const ticket = fieldsOf(answer.ticket);
  if (!ticket) throw unexpected(path, 'an answer without a ticket');
  if (idOf(ticket.id) !== ref.key) throw unexpected(path, `ticket ${idOf(ticket.id) ?? 'without a number'}`);
  return { ticket, answer };
}

export function getMetrics(page: Page, key: string): Promise<Optional<Fields>> {
  return optional(page, `/api/v2/tickets/${key}/metrics.json`, (answer) => fieldsOf(answer.ticket_metric));
}

export function getViewer(page: Page): Promise<Optional<Fields>> {
  return optional(page, '/api/v2/users/me.json', (answer) => fieldsOf(answer.user));
}

export function getCommentCount(page: Page, key: string): Promise<Optional<number>> {
  return optional(page, `/api/v2/tickets/${key}/comments/count.json`, (answer) =>
    countOf(fieldsOf(answer.count)?.value ?? answer.count),
  );
}

export function getCustomStatuses(page: Page): Promise<Optional<Fields[]>> {
  return optional(page, '/api/v2/custom_statuses.json', (answer) => rowsOf(answer.custom_statuses), names);
}

export function getTicketFields(page: Page): Promise<Optional<Fields[]>> {
  return optional(page, '/api/v2/ticket_fields.json', (answer) => rowsOf(answer.ticket_fields), names);
}

/** As many at once as the vendor allows. */
export function getUsers(page: Page, ids: readonly string[]): Promise<Optional<Fields[]>>[] {
  const starts = Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, part) => part * MOST_IDS);
  return starts.map((start) => {
    const some = ids.slice(start, start + MOST_IDS).join(',');
    return optional(page, `/api/v2/users/show_many.json?ids=${some}`, ({ users }) => rowsOf(users), names);
  });
}

/** One group by itself, several out of the account's list. */
export function getGroups(page: Page, ids: readonly string[]): Promise<Optional<Fields[]>> {
  return ids.length === 1
    ? optional(page, `/api/v2/groups/${ids[0]}.json`, ({ group }) => rowsOf(group && [group]), names)
    : optional(page, `/api/v2/groups.json?page[size]=${PAGE_SIZE}`, ({ groups }) => rowsOf(groups), names);
}

export function rowsOf(value: unknown): Fields[] | undefined {
  return Array.isArray(value) ? objectsOf(value) : undefined;
}

/** A part a ticket can be read without: what became of it is told; an ended session still ends the pull. */
export async function optional<T>(
  page: Page,
  path: string,
  read: (answer: Fields) => T | undefined,
  more: Pick<JsonRequest, 'isUrgent'> = {},
): Promise<Optional<T>> {
  try {
    const answer = await getObject(page, path, more);
    const value = read(answer);
    return value === undefined
      ? { value, state: 'failed', note: 'unknown answer' }
      : { value, state: 'read' };
  } catch (error) {
    if (!isBearable(page, error)) throw error;
    const { code, message } = error.problem;
    if (code === 'no_permission') return { value: undefined, state: 'refused' };
    if (code === 'not_found') return { value: undefined, state: 'absent' };
    return { value: undefined, state: 'failed', note: message };
  }
}

export async function getObject(
  page: Page,
  path: string,
  more: Pick<JsonRequest, 'isUrgent'> = {},
): Promise<Fields> {
  const answer = fieldsOf(await getJson(page, { label: LABEL, path, ...more }));
  if (!answer) throw unexpected(path, 'something other than an object');
  return answer;
}

export function unexpected(path: string, what: string): PullError {
  return new PullError({
    code: 'unexpected_answer',
    message: `Zendesk answered with something Debrief does not know: ${what}.`,
    next: 'Pull again. If it happens again, report what is named here.',
    at: path,
  });
}
