/** The requests of one pull: GETs on the page's own origin, pages by cursor, as few as the ticket allows. */
import type { Problem } from '../../ticket/problem';
import type { Coverage } from '../../ticket/schema';
import type { Page, TicketRef } from '../contract';
import { getJson } from '../json';
import { PullError } from '../pull-error';
import { countOf, type Fields, fieldsOf, idOf, lineOf, objectsOf } from './fields';

const LABEL = 'Zendesk';
const PAGE_SIZE = 100;
/** 50,000 saves; a ticket takes a few hundred. */
const MOST_PAGES = 500;
/** The vendor's limit for one `show_many`. */
const MOST_IDS = 100;

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

export interface AuditPages {
  users: Fields[];
  groups: Fields[];
  /** Set when the pages did not come to an end. */
  cut?: string;
}

/** By cursor, by page number where an account answers that way, or at once: archived tickets have no pages. */
export async function getAudits(
  page: Page,
  key: string,
  take: (rows: readonly unknown[]) => number,
): Promise<AuditPages> {
  const base = `/api/v2/tickets/${key}/audits.json?include=users,groups`;
  const pages: AuditPages = { users: [], groups: [] };
  const asked = new Set<string>();
  let path: string | undefined = `${base}&page[size]=${PAGE_SIZE}`;
  while (path) {
    if (asked.has(path) || asked.size >= MOST_PAGES) {
      pages.cut = asked.has(path) ? 'the same page was offered twice' : 'more pages than Debrief reads';
      break;
    }
    asked.add(path);
    const answer: Fields = await getObject(page, path);
    if (!Array.isArray(answer.audits)) throw unexpected(path, 'an answer without audits');
    pages.users.push(...objectsOf(answer.users));
    pages.groups.push(...objectsOf(answer.groups));
    page.progress(take(answer.audits), countOf(answer.count), 'Reading the history');
    path = nextPath(base, answer);
  }
  return pages;
}

/** Only the cursor or number is taken over, so that an answer cannot send the session anywhere else. */
function nextPath(base: string, answer: Fields): string | undefined {
  const meta = fieldsOf(answer.meta);
  if (meta) {
    const cursor = lineOf(meta.after_cursor);
    return meta.has_more === true && cursor
      ? `${base}&page[size]=${PAGE_SIZE}&page[after]=${encodeURIComponent(cursor)}`
      : undefined;
  }
  const next = /[?&]page=(\d{1,6})\b/.exec(typeof answer.next_page === 'string' ? answer.next_page : '')?.[1];
  return next ? `${base}&per_page=${PAGE_SIZE}&page=${next}` : undefined;
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
  return optional(page, '/api/v2/custom_statuses.json', (answer) => rowsOf(answer.custom_statuses));
}

export function getTicketFields(page: Page): Promise<Optional<Fields[]>> {
  return optional(page, '/api/v2/ticket_fields.json', (answer) => rowsOf(answer.ticket_fields));
}

export async function getUsers(page: Page, ids: readonly string[]): Promise<Optional<Fields[]>> {
  const found: Fields[] = [];
  for (let start = 0; start < ids.length; start += MOST_IDS) {
    const some = ids.slice(start, start + MOST_IDS).join(',');
    const part = await optional(page, `/api/v2/users/show_many.json?ids=${some}`, ({ users }) =>
      rowsOf(users),
    );
    if (!part.value) return { ...part, value: found };
    found.push(...part.value);
  }
  return { value: found, state: 'read' };
}

/** One group by itself, several out of the account's list. */
export function getGroups(page: Page, ids: readonly string[]): Promise<Optional<Fields[]>> {
  if (ids.length === 0) return Promise.resolve({ value: [], state: 'read' });
  return ids.length === 1
    ? optional(page, `/api/v2/groups/${ids[0]}.json`, ({ group }) => rowsOf([group]))
    : optional(page, `/api/v2/groups.json?page[size]=${PAGE_SIZE}`, ({ groups }) => rowsOf(groups));
}

export function rowsOf(value: unknown): Fields[] | undefined {
  return Array.isArray(value) ? objectsOf(value) : undefined;
}

const passing: ReadonlySet<Problem['code']> = new Set([
  'unexpected_answer',
  'timeout',
  'too_large',
  // Some parts have a limit of their own, beside the account's (vendor: conversation log).
  'rate_limited',
]);

/** A part a ticket can be read without: a refusal is told, an ended session still ends the pull. */
export async function optional<T>(
  page: Page,
  path: string,
  read: (answer: Fields) => T | undefined,
): Promise<Optional<T>> {
  try {
    const answer = await getObject(page, path);
    const value = read(answer);
    return value === undefined
      ? { value, state: 'failed', note: 'unknown answer' }
      : { value, state: 'read' };
  } catch (error) {
    if (!(error instanceof PullError)) throw error;
    const { code, message } = error.problem;
    if (code === 'no_permission') return { value: undefined, state: 'refused' };
    if (code === 'not_found') return { value: undefined, state: 'absent' };
    if (passing.has(code)) {
      return { value: undefined, state: 'failed', note: message };
    }
    throw error;
  }
}

async function getObject(page: Page, path: string): Promise<Fields> {
  const answer = fieldsOf(await getJson(page, { label: LABEL, path }));
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
