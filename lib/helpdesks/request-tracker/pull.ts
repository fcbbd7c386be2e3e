/** Reads one ticket: the record, its history, the words of its messages, and the names behind the numbers. */
import { cleanLine } from '../../ticket/clean-text';
import type { Problem, Result } from '../../ticket/problem';
import { ok } from '../../ticket/problem';
import type { Capture } from '../../ticket/schema';
import { seal } from '../../ticket/seal';
import { ahead } from '../ahead';
import type { Page, TicketRef } from '../contract';
import { captureOf, type Viewer } from './capture';
import { glimpseOf } from './glimpse';
import type { Transaction } from './history';
import { readNames, usersIn } from './names';
import { currentUser } from './page-facts';
import { type People, peopleOf, type Roles } from './people';
import { type Rest, rest, unknownAnswer } from './rest';
import { changesOf } from './saves';
import { type Fields, fields, text } from './shape';
import { statusesOf } from './statuses';
import { Story } from './story';

/** What does not wait for another answer is asked for at once: the history beside the ticket, its words beside it. */
export async function pullTicket(ref: TicketRef, page: Page): Promise<Result<Capture, Problem>> {
  const source = rest(ref.site, page);
  page.progress(0, undefined, 'Reading the ticket');
  const roles: { now: Roles } = { now: { requesters: new Set(), owners: new Set() } };
  const people = peopleOf(source, () => roles.now);
  const begin = (key: string) => new Story(source, ref.site, key, people, page);
  const coming = source.get(`ticket/${ref.key}`);
  const expected = begin(ref.key);
  const viewing = ahead(readViewer(source, page));
  const ticket = await coming;
  const key = text(ticket.id);
  if (!/^\d+$/.test(key)) throw unknownAnswer(source.path(`ticket/${ref.key}`), 'a ticket without a number');
  const glimpse = glimpseOf(ticket);
  if (glimpse) page.glimpse?.(glimpse);
  // A merged ticket answers with the one it went into.
  const story = key === ref.key ? expected : begin(key);
  const history = await story.history;
  const { transactions } = history;
  const [viewer, names, texts, mails] = await Promise.all([
    viewing,
    readNames(source, ticket, transactions, people),
    story.texts(),
    story.mails(),
  ]);
  learnOwner(people, ticket, transactions);
  roles.now = rolesOf(ticket, transactions, people);
  await people.askWhetherStaff(outsideRoles(ticket, transactions, people, roles.now));
  const reading = {
    statuses: statusesOf(ticket, changesOf({ transactions, key }, 'Status')),
    site: ref.site,
    key,
    endpoint: history.endpoint,
    transactions,
    people,
    names,
    texts,
    mails,
  };
  const capture = captureOf({
    ref,
    ticket,
    history,
    reading,
    viewer,
    missed: source.missed,
    roles: roles.now,
    capturedAt: page.now?.() ?? new Date().toISOString(),
  });
  return ok(await seal(capture));
}

async function readViewer(source: Rest, page: Page): Promise<Viewer> {
  await page.looked;
  const user = currentUser(page.document);
  if (!user) return {};
  const record = await source.get(`user/${user.id}`).catch(source.without('viewer'));
  const zone = text(record?.Timezone);
  const language = text(record?.Lang) || page.document.documentElement.lang;
  return {
    id: `user:${user.id}`,
    privileged: user.privileged,
    ...(zone ? { timeZone: zone } : {}),
    ...(language ? { language: cleanLine(language) } : {}),
  };
}

/** Where people may not be looked up: the last owner's number and the ticket's owner are one person. */
function learnOwner(people: People, ticket: Fields, transactions: readonly Transaction[]): void {
  const last = transactions.findLast(
    (one) => one.type === 'Set' && one.field === 'Owner' && one.ticketKey === text(ticket.id),
  );
  const login = text(fields(ticket.Owner).id);
  if (last && login && !people.id(last.newValue) && !people.id(login))
    people.learn({ id: last.newValue, Name: login });
}

function rolesOf(ticket: Fields, transactions: readonly Transaction[], people: People): Roles {
  const ids = (keys: readonly string[]) => keys.map((key) => people.id(key)).filter((id) => id !== undefined);
  const owned = transactions.filter((one) => one.type === 'Set' && one.field === 'Owner');
  const asked = transactions.filter(
    (one) => /^(Add|Del)Watcher$/.test(one.type) && one.field === 'Requestor',
  );
  return {
    owners: new Set(
      ids([...usersIn(ticket, 'Owner'), ...owned.flatMap((one) => [one.oldValue, one.newValue])]),
    ),
    requesters: new Set(
      ids([...usersIn(ticket, 'Requestor'), ...asked.flatMap((one) => [one.oldValue, one.newValue])]),
    ),
  };
}

function outsideRoles(
  ticket: Fields,
  transactions: readonly Transaction[],
  people: People,
  roles: Roles,
): string[] {
  const watchers = [
    ...usersIn(ticket, 'Cc'),
    ...usersIn(ticket, 'AdminCc'),
    ...transactions
      .filter((one) => /^(Add|Del)Watcher$/.test(one.type))
      .map((one) => one.newValue || one.oldValue),
  ];
  const ids = [...transactions.map((one) => one.creator), ...watchers.map((key) => people.id(key))];
  return [...new Set(ids)].filter(
    (id) => id !== undefined && !roles.owners.has(id) && !roles.requesters.has(id),
  ) as string[]; // undefined is filtered out
}
