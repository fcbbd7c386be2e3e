import type { Capture, Coverage } from '../../ticket/schema';
import { seal } from '../../ticket/seal';
import type { Page, TicketRef } from '../contract';
import { ticketOf } from './assemble';
import { type Audit, AuditList, type Warn } from './audits';
import { readClocks } from './clocks';
import { coverageOf } from './coverage';
import {
  absentWhenUndefined,
  countOf,
  type Fields,
  fieldsOf,
  idOf,
  instantOf,
  lineOf,
  objectsOf,
} from './fields';
import { readHistory } from './history';
import { commentFates } from './messages';
import { readNames } from './names';
import { People } from './people';
import { readMetrics } from './reported';
import {
  getAudits,
  getCommentCount,
  getMetrics,
  getSideConversations,
  getTicket,
  getViewer,
  type Optional,
  unexpected,
} from './requests';
import { systemStatuses } from './values';

const MOST_WARNINGS = 200;

/** Everything one ticket tells, in three rounds: the ticket, its history, and what is named in it. */
export async function pullTicket(ref: TicketRef, page: Page): Promise<Capture> {
  const warnings: Coverage['warnings'] = [];
  const warn: Warn = (field, reason, source) => {
    if (warnings.length < MOST_WARNINGS) warnings.push({ field, reason, source });
  };
  page.progress(0, undefined, 'Reading the ticket');
  const { ticket, answer } = await getTicket(page, ref);
  const createdAt = instantOf(ticket.created_at);
  if (!createdAt) throw unexpected('ticket.created_at', 'a ticket without the time of its creation');
  const list = new AuditList(createdAt, warn);
  const pages = await getAudits(page, ref.key, (rows) => list.add(rows));
  const audits = list.inOrder();
  const people = new People(warn);
  people.learn([...objectsOf(answer.users), ...pages.users]);
  const side = sideConversationsIn(audits);
  const [read, metrics, count, conversations, viewer] = await Promise.all([
    readNames(
      page,
      {
        ticket,
        audits,
        groups: [...objectsOf(answer.groups), ...pages.groups],
        organizations: objectsOf(answer.organizations),
      },
      people,
    ),
    metricSet(page, ref, ticket),
    commentCount(page, ref, ticket),
    side > 0 ? getSideConversations(page, ref.key) : undefined,
    getViewer(page),
  ]);
  const requester = requesterAtStart(ticket, audits);
  if (requester) people.addRequester(requester);
  const clocks = readClocks(ticket, answer, ref.url, warn);
  const context = {
    url: ref.url,
    origin: new URL(ref.url).origin,
    key: ref.key,
    names: read.names,
    people,
    warn,
    ...commentFates(audits),
  };
  if (clocks.drafts.length > 0) people.system();
  const history = await readHistory(context, audits, clocks.drafts, requester);
  const { events } = history;
  const metricRows = readMetrics(metrics.value ?? {});
  const whole = ticketOf(context, { ref, ticket, createdAt, audits, events, clocks, metrics: metricRows });
  page.progress(events.length, events.length, 'Done');
  return seal({
    v: 1,
    ticket: { ...absentWhenUndefined(whole), events },
    coverage: absentWhenUndefined(
      coverageOf({
        history,
        pages,
        people: read.people,
        metrics,
        count,
        conversations,
        clocks,
        warnings,
      }),
    ),
    statusMap: statusMap(read.names.statuses),
    capturedAt: page.now?.() ?? new Date().toISOString(),
    viewer: absentWhenUndefined(viewerOf(viewer.value)),
  });
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

function requesterAtStart(ticket: Fields, audits: readonly Audit[]): string | undefined {
  for (const { events } of audits) {
    const change = events.find(
      ({ type, fields }) => type === 'Change' && fields.field_name === 'requester_id',
    );
    const before = idOf(change?.fields.previous_value);
    if (before) return before;
  }
  return idOf(ticket.requester_id);
}

function sideConversationsIn(audits: readonly Audit[]): number {
  return audits.flatMap(({ events }) => events).filter(({ type }) => /^(Collab|SideConversation)/.test(type))
    .length;
}

function statusMap(
  custom: ReadonlyMap<string, { label: string; common: Capture['statusMap'][number]['common'] }>,
) {
  const known = [...systemStatuses.values(), ...custom.values()];
  const byLabel = new Map(
    known.map(({ label, common }) => [label, { label, common, from: 'helpdesk' as const }]),
  );
  return [...byLabel.values()];
}

function viewerOf(user: Fields | undefined): Capture['viewer'] {
  const id = idOf(user?.id);
  if (!user || !id) return {};
  const timeZone = lineOf(user.iana_time_zone);
  const language = lineOf(user.locale);
  const limited = user.role_type === 1 || user.only_private_comments === true || user.role === 'end-user';
  return { id, timeZone, language, limited };
}
