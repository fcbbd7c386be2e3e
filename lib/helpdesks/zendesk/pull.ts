import type { Iso } from '../../ticket/basics';
import type { Capture, Coverage } from '../../ticket/schema';
import { seal } from '../../ticket/seal';
import type { Page, TicketRef } from '../contract';
import { htmlToText } from '../html-text';
import { ticketOf } from './assemble';
import { type Audit, AuditList, type Warn } from './audits';
import { readCalendars } from './calendars';
import { readClocks } from './clocks';
import { commentFates } from './comment-fates';
import { cameByConversation, hasChats, namesIn, readConversation, speakersIn } from './conversation';
import { coverageOf } from './coverage';
import { absentWhenUndefined, countOf, type Fields, fieldsOf, idOf, instantOf, objectsOf } from './fields';
import { readHistory } from './history';
import { laterLinks } from './links';
import { fillGap, unsavedIn } from './missing-comments';
import { readNames } from './names';
import { getConversationLog, getIncidents, getSideConversations } from './part-requests';
import { People } from './people';
import { readMetrics } from './reported';
import {
  getAudits,
  getCommentCount,
  getMetrics,
  getTicket,
  getViewer,
  type Optional,
  unexpected,
} from './requests';
import { countSideConversations, sidePart } from './side-conversations';
import { inTime } from './steps';
import { statusMap, viewerOf } from './viewer';

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
  const [pages, log] = await Promise.all([
    getAudits(page, ref.key, (rows) => list.add(rows)),
    cameByConversation(ticket) ? getConversationLog(page, ref.key) : undefined,
  ]);
  const audits = list.inOrder();
  const people = new People(warn);
  people.learn([...objectsOf(answer.users), ...pages.users]);
  const clocks = readClocks(ticket, answer, ref.url, timeThere(ticket, audits, page), warn);
  const fates = commentFates(audits);
  // A chat that began on a ticket of another kind shows only in its history.
  const spoken = log ?? (hasChats(audits) ? await getConversationLog(page, ref.key) : undefined);
  const toText = (html: string) => htmlToText(html, page.document);
  const { key } = ref;
  const conversation = readConversation({ ...fates, key, ticket, audits, log: spoken, toText, warn });
  people.hear(namesIn(spoken));
  const side = countSideConversations(audits);
  const [read, metrics, count, sides, viewer, calendars, incidents] = await Promise.all([
    readNames(
      page,
      {
        ticket,
        audits,
        groups: [...objectsOf(answer.groups), ...pages.groups],
        organizations: objectsOf(answer.organizations),
        others: speakersIn(spoken),
      },
      people,
    ),
    metricSet(page, ref, ticket),
    commentCount(page, ref, ticket),
    side.rows > 0 ? getSideConversations(page, key) : undefined,
    getViewer(page),
    readCalendars(page, { audits, createdAt, business: clocks.business, warn }),
    ticket.has_incidents === true ? getIncidents(page, key) : undefined,
  ]);
  const gap = await fillGap(page, key, { ...fates, audits, count, conversation, people, warn });
  const requester = requesterAtStart(ticket, audits);
  if (requester) people.addRequester(requester);
  const context = {
    url: ref.url,
    origin: new URL(ref.url).origin,
    key,
    names: { ...read.names, schedules: calendars.names },
    people,
    warn,
    conversation,
    ...fates,
  };
  if (clocks.drafts.length > 0) people.system();
  const lastAt = audits.at(-1)?.at ?? createdAt;
  const links = laterLinks(context, ticket, { incidents: incidents?.value?.rows ?? [], createdAt, lastAt });
  const history = await readHistory(context, {
    audits,
    steps: inTime([...conversation.steps, ...gap.turns]),
    clocks: clocks.drafts,
    links,
    requester,
    unknownTypes: conversation.unknownTypes,
  });
  const { events } = history;
  const metricRows = readMetrics(metrics.value ?? {});
  const whole = ticketOf(context, {
    ref,
    ticket,
    createdAt,
    audits,
    events,
    clocks,
    metrics: metricRows,
    calendars: calendars.refs,
  });
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
        gap,
        unsaved: unsavedIn(conversation),
        side: sidePart(side.created, sides),
        chat: conversation.part,
        calendars: calendars.part,
        incidents,
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

/** Zendesk's own clock where the ticket tells it, because a reader's may run behind; never before the last save. */
function timeThere(ticket: Fields, audits: readonly Audit[], page: Page): Iso {
  const told = countOf(ticket.generated_timestamp);
  const generated =
    told === undefined ? undefined : instantOf(new Date(Math.min(told, 8e9) * 1_000).toISOString());
  const now = generated ?? page.now?.() ?? new Date().toISOString();
  const last = audits.at(-1)?.at ?? now;
  return now > last ? now : last;
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
