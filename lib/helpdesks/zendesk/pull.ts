import type { Iso } from '../../ticket/basics';
import type { Capture, Coverage } from '../../ticket/schema';
import { seal } from '../../ticket/seal';
import { sortedCopy } from '../../ticket/stable-json';
import { laterTurn, Turns } from '../../ticket/turns';
import { ahead } from '../ahead';
import type { Page, TicketRef } from '../contract';
import { ticketOf } from './assemble';
import { getAudits, type OnPage } from './audit-pages';
import type { Audit, Warn } from './audits';
import { readClocks } from './clocks';
import { cameByConversation } from './conversation';
import { coverageOf } from './coverage';
import { EarlyReading, requesterAtStart } from './early';
import { countOf, type Fields, instantOf, objectsOf } from './fields';
import { glimpseOf } from './glimpse';
import { type History, HistoryWalk } from './history';
import type { HistoryAhead } from './history-ahead';
import { laterLinks } from './links';
import { NamesReader } from './names';
import { getConversationLog } from './part-requests';
import { askEarly, type Parts, readParts, type Told } from './parts';
import { Directory, People } from './people';
import { readMetrics } from './reported';
import { getTicket, getViewer, unexpected } from './requests';
import type { Context } from './scene';
import { inTime } from './steps';
import { statusMap, viewerOf } from './viewer';

const MOST_WARNINGS = 200;

/**
 * Everything one ticket tells. What does not wait for another answer is asked for at once: the history beside the
 * ticket, the ticket's numbers beside the rest of the history, and names as soon as the last page is asked for.
 */
export async function pullTicket(ref: TicketRef, page: Page): Promise<Capture> {
  const warnings: Coverage['warnings'] = [];
  const warn: Warn = (field, reason, source) => {
    if (warnings.length < MOST_WARNINGS) warnings.push({ field, reason, source });
  };
  page.progress(0, undefined, 'Reading the ticket');
  const directory = new Directory();
  const namesReader = new NamesReader(page, directory);
  const early = new EarlyReading(directory, namesReader, page.checkAhead);
  const lookedAt = nowOf(page);
  const coming = getTicket(page, ref);
  const onPage: OnPage = (pages, rest) => early.pageCame(pages, rest);
  const reading = ahead(getAudits(page, ref.key, onPage, early.namesAsked));
  const viewer = ahead(getViewer(page));
  const { ticket, answer } = await coming;
  // The first page of the history comes at about the same time, and more is waiting for it than for this.
  await laterTurn();
  const createdAt = instantOf(ticket.created_at);
  if (!createdAt) throw unexpected('ticket.created_at', 'a ticket without the time of its creation');
  const log = cameByConversation(ticket) ? ahead(getConversationLog(page, ref.key)) : undefined;
  const readClocksAt = (now: Iso) => {
    const warned: Parameters<Warn>[] = [];
    const clocks = readClocks(ticket, answer, ref.url, now, (...warning) => warned.push(warning));
    return { now, clocks, warned };
  };
  const first = readClocksAt(timeThere(ticket, [], lookedAt));
  const place = { url: ref.url, origin: new URL(ref.url).origin, key: ref.key };
  early.ticketCame({ place, ticket, answer, createdAt, clocks: first.clocks });
  page.glimpse?.(glimpseOf(ticket, answer, { createdAt, reported: first.clocks.reported }));
  // Names and pages of the history go first: the rest is short, and quickly read when it comes last.
  await Promise.race([early.namesAsked, reading]);
  const asked = { ...askEarly(page, ref, ticket, first.clocks), viewer };
  const pages = await reading;
  const audits = pages.list.inOrder(createdAt, warn);
  directory.learn([...objectsOf(answer.users), ...pages.users]);
  const now = timeThere(ticket, audits, lookedAt);
  const { clocks, warned } = now === first.now ? first : readClocksAt(now);
  for (const warning of warned) warn(...warning);
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
    directory,
    namesReader,
    warn,
  };
  const parts = await readParts(page, told);
  const context: Context = {
    ...place,
    ...parts.fates,
    names: { ...parts.read.names, schedules: parts.calendars.names },
    people: new People(directory, warn),
    warn,
    conversation: parts.conversation,
  };
  const history = await historyOf(context, told, parts, early.walk);
  return seal(captureFrom(context, told, parts, history, { warnings, page }), history.hashes);
}

function captureFrom(
  context: Context,
  told: Told,
  parts: Parts,
  history: History,
  { warnings, page }: { warnings: Coverage['warnings']; page: Page },
): Omit<Capture, 'id'> {
  const { pages, clocks } = told;
  const { events } = history;
  const metrics = readMetrics(parts.metrics.value ?? {});
  const { refs } = parts.calendars;
  const whole = ticketOf(context, { ...told, events, metrics, calendars: refs });
  return {
    v: 1,
    ticket: { ...sortedCopy(whole), events },
    coverage: sortedCopy(coverageOf({ history, pages, clocks, warnings, parts })),
    statusMap: statusMap(parts.read.names.statuses),
    capturedAt: nowOf(page),
    viewer: sortedCopy(viewerOf(parts.viewer.value)),
  };
}

async function historyOf(
  context: Context,
  told: Told,
  parts: Parts,
  ahead: HistoryAhead | undefined,
): Promise<History> {
  const { ticket, createdAt, audits, clocks, warn } = told;
  const { conversation, gap, fates } = parts;
  const { people, names } = context;
  const requester = requesterAtStart(ticket, audits);
  const incidents = parts.incidents?.value?.rows ?? [];
  const lastAt = audits.at(-1)?.at ?? createdAt;
  const links = laterLinks(context, ticket, { incidents, createdAt, lastAt });
  const steps = inTime([...conversation.steps, ...gap.turns]);
  // Only saves are walked through ahead.
  const isPlain = steps.length + links.length === 0 && conversation.part === undefined;
  const known = { names, directory: told.directory, fates, requester, clocks: clocks.drafts };
  const begun = isPlain ? await ahead?.result(audits, known, warn) : undefined;
  if (begun) people.takeOver(begun.people);
  else people.beginWith(requester, clocks.drafts.length > 0);
  const walk =
    begun?.walk ?? new HistoryWalk(context, { steps, requester, unknownTypes: conversation.unknownTypes });
  walk.goOnWith(context);
  const turns = new Turns(100);
  for (const audit of audits.slice(begun?.walked)) {
    await turns.due();
    walk.take(audit);
  }
  return walk.end(links, clocks.drafts);
}

function nowOf(page: Page): Iso {
  return page.now?.() ?? new Date().toISOString();
}

/** Zendesk's own clock where the ticket tells it, because a reader's may run behind; never before the last save. */
function timeThere(ticket: Fields, audits: readonly Audit[], lookedAt: Iso): Iso {
  const told = countOf(ticket.generated_timestamp);
  // A number of seconds up to the year 2223, which is not a number of milliseconds.
  const generated = told !== undefined && told < 8e9 ? new Date(told * 1_000).toISOString() : undefined;
  const now = generated ?? lookedAt;
  const last = audits.at(-1)?.at ?? now;
  return now > last ? now : last;
}
