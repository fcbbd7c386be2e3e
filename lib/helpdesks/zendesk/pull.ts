import type { Iso } from '../../ticket/basics';
import type { Capture, Coverage } from '../../ticket/schema';
import { seal } from '../../ticket/seal';
import { ahead } from '../ahead';
import type { Page, TicketRef } from '../contract';
import { ticketOf } from './assemble';
import { getAudits } from './audit-pages';
import type { Audit, Warn } from './audits';
import { readClocks } from './clocks';
import { cameByConversation } from './conversation';
import { coverageOf } from './coverage';
import { absentWhenUndefined, countOf, type Fields, idOf, instantOf, objectsOf } from './fields';
import { glimpseOf } from './glimpse';
import { type History, readHistory } from './history';
import { laterLinks } from './links';
import { getConversationLog } from './part-requests';
import { askEarly, type Parts, readParts, type Told } from './parts';
import { People } from './people';
import { readMetrics } from './reported';
import { getTicket, getViewer, unexpected } from './requests';
import type { Context } from './scene';
import { inTime } from './steps';
import { statusMap, viewerOf } from './viewer';

const MOST_WARNINGS = 200;

/**
 * Everything one ticket tells. What does not wait for another answer is asked for at once: the history beside the
 * ticket, the ticket's numbers beside the rest of the history; only names come after it.
 */
export async function pullTicket(ref: TicketRef, page: Page): Promise<Capture> {
  const warnings: Coverage['warnings'] = [];
  const warn: Warn = (field, reason, source) => {
    if (warnings.length < MOST_WARNINGS) warnings.push({ field, reason, source });
  };
  page.progress(0, undefined, 'Reading the ticket');
  const coming = getTicket(page, ref);
  const reading = ahead(getAudits(page, ref.key));
  const viewer = ahead(getViewer(page));
  const { ticket, answer } = await coming;
  const createdAt = instantOf(ticket.created_at);
  if (!createdAt) throw unexpected('ticket.created_at', 'a ticket without the time of its creation');
  page.glimpse?.(glimpseOf(ticket, answer, { createdAt, now: timeThere(ticket, [], page) }));
  const log = cameByConversation(ticket) ? ahead(getConversationLog(page, ref.key)) : undefined;
  const asked = { ...askEarly(page, ref, ticket), viewer };
  const pages = await reading;
  const audits = pages.list.inOrder(createdAt, warn);
  const people = new People(warn);
  people.learn([...objectsOf(answer.users), ...pages.users]);
  const clocks = readClocks(ticket, answer, ref.url, timeThere(ticket, audits, page), warn);
  const told: Told = {
    ref,
    ticket,
    answer,
    createdAt,
    audits,
    pages,
    log: await log,
    asked,
    clocks,
    people,
    warn,
  };
  const parts = await readParts(page, told);
  const context = contextOf(told, parts);
  const history = await historyOf(context, told, parts);
  const { events } = history;
  const metrics = readMetrics(parts.metrics.value ?? {});
  const { refs } = parts.calendars;
  const whole = ticketOf(context, { ...told, events, metrics, calendars: refs });
  page.progress(events.length, events.length, 'Done');
  return seal({
    v: 1,
    ticket: { ...absentWhenUndefined(whole), events },
    coverage: absentWhenUndefined(coverageOf({ history, pages, clocks, warnings, parts })),
    statusMap: statusMap(parts.read.names.statuses),
    capturedAt: page.now?.() ?? new Date().toISOString(),
    viewer: absentWhenUndefined(viewerOf(parts.viewer.value)),
  });
}

function contextOf({ ref, people, warn }: Told, { read, fates, conversation, calendars }: Parts): Context {
  return {
    url: ref.url,
    origin: new URL(ref.url).origin,
    key: ref.key,
    names: { ...read.names, schedules: calendars.names },
    people,
    warn,
    conversation,
    ...fates,
  };
}

function historyOf(context: Context, told: Told, parts: Parts): Promise<History> {
  const { ticket, createdAt, audits, clocks, people } = told;
  const { conversation, gap } = parts;
  const requester = requesterAtStart(ticket, audits);
  if (requester) people.addRequester(requester);
  if (clocks.drafts.length > 0) people.system();
  const incidents = parts.incidents?.value?.rows ?? [];
  const lastAt = audits.at(-1)?.at ?? createdAt;
  return readHistory(context, {
    audits,
    steps: inTime([...conversation.steps, ...gap.turns]),
    clocks: clocks.drafts,
    links: laterLinks(context, ticket, { incidents, createdAt, lastAt }),
    requester,
    unknownTypes: conversation.unknownTypes,
  });
}

/** Zendesk's own clock where the ticket tells it, because a reader's may run behind; never before the last save. */
function timeThere(ticket: Fields, audits: readonly Audit[], page: Page): Iso {
  const told = countOf(ticket.generated_timestamp);
  // A number of seconds up to the year 2223, which is not a number of milliseconds.
  const generated = told !== undefined && told < 8e9 ? new Date(told * 1_000).toISOString() : undefined;
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
