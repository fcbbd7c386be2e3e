/** The third round: everything that ticket and history name or make worth asking for, at once. */
import type { Iso } from '../../ticket/basics';
import { ahead } from '../ahead';
import type { Page, TicketRef } from '../contract';
import { htmlToText } from '../html-text';
import type { AuditPages } from './audit-pages';
import type { Audit, Warn } from './audits';
import { type Calendars, readCalendars } from './calendars';
import type { Clocks } from './clocks';
import { CommentFates } from './comment-fates';
import { type Conversation, hasChats, namesIn, readConversation, speakersIn } from './conversation';
import { countOf, type Fields, fieldsOf, objectsOf } from './fields';
import { fillGap, type Gap } from './missing-comments';
import type { NamesRead, NamesReader } from './names';
import {
  getConversationLog,
  getIncidents,
  getSchedules,
  getSideConversations,
  type Listed,
  type SideConversations,
} from './part-requests';
import type { Directory } from './people';
import { getCommentCount, getMetrics, type Optional } from './requests';
import { countSideConversations } from './side-conversations';

export interface Told {
  ref: TicketRef;
  ticket: Fields;
  /** What came along with the ticket. */
  answer: Fields;
  createdAt: Iso;
  audits: readonly Audit[];
  pages: AuditPages;
  log: Optional<Listed> | undefined;
  asked: Asked;
  clocks: Clocks;
  directory: Directory;
  namesReader: NamesReader;
  warn: Warn;
}

/** What waits for no history and is asked for beside it. */
interface Asked {
  metrics: Promise<Optional<Fields>>;
  count: Promise<Optional<number>>;
  viewer: Promise<Optional<Fields>>;
  /** Where a target is known to count in business hours. */
  schedules: Promise<Optional<Fields[]>> | undefined;
}

/** As soon as the ticket is there: what came along with it need not be asked for. */
export function askEarly(
  page: Page,
  ref: TicketRef,
  ticket: Fields,
  { business }: Clocks,
): Omit<Asked, 'viewer'> {
  return {
    metrics: ahead(metricSet(page, ref, ticket)),
    count: ahead(commentCount(page, ref, ticket)),
    schedules: business ? ahead(getSchedules(page)) : undefined,
  };
}

export interface Parts {
  read: NamesRead;
  fates: CommentFates;
  conversation: Conversation;
  gap: Gap;
  /** How many the history tells, and what Zendesk tells of them. */
  side: { created: number; told: Optional<SideConversations> | undefined };
  metrics: Optional<Fields>;
  count: Optional<number>;
  viewer: Optional<Fields>;
  calendars: Calendars;
  incidents: Optional<Listed> | undefined;
}

export async function readParts(page: Page, told: Told): Promise<Parts> {
  const { ref, ticket, audits, asked, directory, warn, createdAt, clocks } = told;
  const { key } = ref;
  // A chat that began on a ticket of another kind shows only in its history.
  const log = told.log ?? (hasChats(audits) ? await getConversationLog(page, key) : undefined);
  const fates = new CommentFates().learn(audits);
  const toText = (html: string) => htmlToText(html, page.document);
  const conversation = readConversation({ key, ticket, audits, log, comments: fates.comments, toText, warn });
  directory.hear(namesIn(log));
  const { rows, created } = countSideConversations(audits);
  const [read, metrics, count, side, viewer, calendars, incidents] = await Promise.all([
    told.namesReader.read(namesWanted(told, log)),
    asked.metrics,
    asked.count,
    rows > 0 ? getSideConversations(page, key) : undefined,
    asked.viewer,
    readCalendars(page, { audits, createdAt, business: clocks.business, asked: asked.schedules, warn }),
    ticket.has_incidents === true ? getIncidents(page, key) : undefined,
  ]);
  const gap = await fillGap(page, key, { ...fates, audits, count, conversation, directory, warn });
  return {
    read,
    fates,
    conversation,
    gap,
    side: { created, told: side },
    metrics,
    count,
    viewer,
    calendars,
    incidents,
  };
}

/** Also of a history that has not come to its end yet. */
export function namesWanted(
  { ticket, answer, audits, pages }: Pick<Told, 'ticket' | 'answer' | 'audits' | 'pages'>,
  log?: Optional<Listed>,
) {
  return {
    ticket,
    audits,
    groups: [...objectsOf(answer.groups), ...pages.groups],
    organizations: objectsOf(answer.organizations),
    others: speakersIn(log),
  };
}

/** Side-loaded by newer accounts, else asked for; 403 is normal for some roles. */
async function metricSet(page: Page, ref: TicketRef, ticket: Fields): Promise<Optional<Fields>> {
  const loaded = fieldsOf(ticket.metric_set);
  return loaded ? { value: loaded, state: 'read' } : getMetrics(page, ref.key);
}

async function commentCount(page: Page, ref: TicketRef, ticket: Fields): Promise<Optional<number>> {
  const loaded = countOf(ticket.comment_count);
  return loaded === undefined ? getCommentCount(page, ref.key) : { value: loaded, state: 'read' };
}
