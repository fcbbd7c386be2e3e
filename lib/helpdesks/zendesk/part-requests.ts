/** The requests for parts that only some tickets have. Each may be refused or absent without ending the pull. */
import type { Page } from '../contract';
import { countOf, type Fields, fieldsOf, instantOf, lineOf, objectsOf } from './fields';
import { type Optional, optional, rowsOf } from './requests';

const PAGE_SIZE = 100;
const MOST_PAGES = 100;

/** Rows of all pages; `state` is `partial` when the pages did not come to an end. */
export interface Listed {
  rows: Fields[];
  users: Fields[];
}

/**
 * Every turn of a messaging conversation, and the ticket's comments between them (vendor: Conversation Log,
 * GET `/api/v2/tickets/{id}/conversation_log`, for agents, by cursor only, 100 a page, 100 requests a minute).
 */
export function getConversationLog(page: Page, key: string): Promise<Optional<Listed>> {
  return getListed(page, `/api/v2/tickets/${key}/conversation_log?sort=created_at`, 'events');
}

export function getComments(page: Page, key: string): Promise<Optional<Listed>> {
  return getListed(page, `/api/v2/tickets/${key}/comments.json?include=users`, 'comments');
}

/** The incidents of a problem (vendor: List Ticket Incidents). */
export function getIncidents(page: Page, key: string): Promise<Optional<Listed>> {
  return getListed(page, `/api/v2/tickets/${key}/incidents.json?sort=created_at`, 'tickets');
}

export function getSchedules(page: Page): Promise<Optional<Fields[]>> {
  return optional(page, '/api/v2/business_hours/schedules.json', ({ schedules }) => rowsOf(schedules));
}

export function getHolidays(page: Page, schedule: string): Promise<Optional<Fields[]>> {
  return optional(page, `/api/v2/business_hours/schedules/${schedule}/holidays.json`, ({ holidays }) =>
    rowsOf(holidays),
  );
}

export interface SideConversations {
  count: number;
  open: number;
  closed: number;
  /** UTC day of the newest change. */
  lastUpdated?: string;
}

/** How many, in what state and how old; never what they are about or who is in them. */
export function getSideConversations(page: Page, key: string): Promise<Optional<SideConversations>> {
  return optional(page, `/api/v2/tickets/${key}/side_conversations.json`, (answer) => {
    const rows = rowsOf(answer.side_conversations);
    if (!rows) return undefined;
    const states = rows.map(({ state }) => lineOf(state));
    const newest = rows
      .flatMap((row) => [instantOf(row.updated_at), instantOf(row.created_at)])
      .filter((at) => at !== undefined)
      .sort()
      .at(-1);
    return {
      count: Math.max(rows.length, countOf(answer.count) ?? 0),
      open: states.filter((state) => state === 'open').length,
      closed: states.filter((state) => state === 'closed').length,
      lastUpdated: newest?.slice(0, 10),
    };
  });
}

type ListKey = 'events' | 'comments' | 'tickets';

/** By cursor, and by nothing else: an account without cursors here answers its one page. */
async function getListed(page: Page, base: string, key: ListKey): Promise<Optional<Listed>> {
  const found: Listed = { rows: [], users: [] };
  const asked = new Set<string>();
  let cursor: string | undefined = '';
  while (cursor !== undefined) {
    if (asked.has(cursor) || asked.size >= MOST_PAGES) {
      return { value: found, state: 'partial', note: 'its pages did not come to an end' };
    }
    asked.add(cursor);
    const after: string = cursor && `&page[after]=${encodeURIComponent(cursor)}`;
    const read: Optional<Fields> = await optional(
      page,
      `${base}&page[size]=${PAGE_SIZE}${after}`,
      (answer) => (Array.isArray(answer[key]) ? answer : undefined),
    );
    if (!read.value) {
      const isFirst = asked.size === 1;
      return isFirst
        ? { ...read, value: undefined }
        : { value: found, state: 'partial', note: 'one of its pages could not be read' };
    }
    for (const row of objectsOf(read.value[key])) found.rows.push(row);
    for (const user of objectsOf(read.value.users)) found.users.push(user);
    cursor = cursorOf(read.value);
  }
  return { value: found, state: 'read' };
}

function cursorOf(answer: Fields): string | undefined {
  const meta = fieldsOf(answer.meta);
  return meta?.has_more === true ? lineOf(meta.after_cursor) : undefined;
}
