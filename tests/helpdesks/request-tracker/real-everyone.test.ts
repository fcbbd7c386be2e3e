// @vitest-environment node
/**
 * Whoever looks, and whatever they chose: the same ticket, to the second, as RT's own database has it. The ticket of
 * most of these tests has entries in the hours that clock changes repeat and leave out.
 */
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestTracker } from '../../../lib/helpdesks/request-tracker';
import type { Capture } from '../../../lib/ticket/schema';
import { compareWithTruth } from './compare-with-truth';
import type { Preferences } from './preferences';
import { open, pullAs, pullFrom, sessionOf } from './pull-as';
import { type RequestTrackerServer, requestTrackerAvailability, startRequestTracker } from './real-server';

// Far more than is needed, for machines that do other things besides.
const LONG_MS = 600_000;

const availability = requestTrackerAvailability();
if (!availability.available) console.log(`Real Request Tracker: ${availability.why}`);

const zones = {
  mira: 'UTC',
  jonas: 'Europe/Berlin',
  dana: 'America/New_York',
  priya: 'Asia/Kolkata',
} as const;
const languages = ['en', 'de'] as const;
/** What the ticket's page holds of the history in each mode before anybody clicks or scrolls. */
const marks = {
  delay: '#delayed_ticket_history',
  click: '#deferred_ticket_history',
  scroll: '#LoadAllHistory',
  always: 'div.transaction',
} as const;
const modes = Object.keys(marks) as (keyof typeof marks)[];
const looks = (['DefaultFormat', 'ISO', 'LocalizedDateTime'] as const).flatMap((DateTimeFormat) =>
  modes.map((ShowHistory) => ({ DateTimeFormat, ShowHistory })),
);

describe.runIf(availability.available)('a real Request Tracker, for everyone', () => {
  let rt: RequestTrackerServer;
  let reference: Capture;
  beforeAll(async () => {
    globalThis.DOMParser ??= new JSDOM().window.DOMParser;
    rt = await startRequestTracker();
    reference = (await pullAs(rt, 'mira', rt.tickets.clockChange)).capture;
  });
  afterAll(() => rt?.stop());

  it('reads what the database has across both clock changes, in order', () => {
    expect(compareWithTruth(reference, rt.truth(rt.tickets.clockChange))).toEqual([]);
    const { events } = reference.ticket;
    const at = events.map((event) => event.time.at);
    expect(at).toEqual([...at].sort());
    const messages = (time: string) =>
      events.flatMap((event) =>
        event.kind === 'message' && event.time.at === time ? [event.body.text] : [],
      );
    for (const time of ['2026-10-25T00', '2026-10-25T01', '2026-11-01T05', '2026-11-01T06']) {
      expect(messages(`${time}:30:15.000Z`)).toEqual(['Still an hour off.']);
      expect(messages(`${time}:30:16.000Z`)).toEqual(['We are looking.']);
    }
    expect(messages('2026-03-08T06:59:59.000Z')).toEqual(['The last second before.']);
    expect(messages('2026-03-08T07:00:00.000Z')).toEqual(['The first second after.']);
  });

  it('tells apart what RT’s page shows as one time twice', async () => {
    rt.prefer('jonas', { Lang: 'de', DateTimeFormat: 'ISO', ShowHistory: 'always' });
    const session = await sessionOf(rt, 'jonas');
    const { page } = await open(session, `${rt.base}/Ticket/History.html?id=${rt.tickets.clockChange}`);
    const shown = reference.ticket.events.flatMap((event) => {
      const entry = requestTracker.entry(page.document, event);
      const date = entry?.querySelector('.date')?.textContent?.replace(/\s+/g, ' ').trim();
      return event.time.at.startsWith('2026-10-25T0') && event.time.at.includes(':30:15') ? [date] : [];
    });
    expect(shown).toEqual(Array(shown.length).fill('2026-10-25 02:30:15'));
    expect(shown.length).toBeGreaterThan(1);
  });

  it(
    'is the same in every zone, language, date format and history mode',
    async () => {
      const dates = new Set<string>();
      const seenBy = async (user: keyof typeof zones, Lang: Preferences['Lang']) => {
        rt.prefer(user, { Lang, DateTimeFormat: 'ISO', ShowHistory: 'delay' });
        // RT keeps the language with the session, and reads the rest anew for each page.
        const session = await sessionOf(rt, user);
        for (const look of looks) {
          rt.prefer(user, { ...look, Lang, OldestTransactionsFirst: Lang === 'en' });
          const visited = await open(session, `${rt.base}/Ticket/Display.html?id=${rt.tickets.clockChange}`);
          const { document } = visited.page;
          const who = [user, Lang, ...Object.values(look)].join(' ');
          expect(document.documentElement.lang, who).toBe(Lang);
          expect(
            modes.filter((mode) => document.querySelector(marks[mode])),
            who,
          ).toEqual([look.ShowHistory]);
          const created = document.querySelector('.ticket-info-dates .created .current-value');
          dates.add(created?.textContent?.replace(/\s+/g, ' ').trim() ?? '');
          const { ticket, coverage, id, viewer } = await pullFrom(visited);
          expect(ticket, who).toEqual(reference.ticket);
          expect(coverage, who).toEqual(reference.coverage);
          expect(id, who).toBe(reference.id);
          expect(viewer, who).toMatchObject({ timeZone: zones[user], language: Lang });
        }
      };
      // Nobody waits for anybody else: each has a session and preferences of their own.
      await Promise.all(
        (Object.keys(zones) as (keyof typeof zones)[]).map(async (user) => {
          for (const language of languages) await seenBy(user, language);
        }),
      );
      // Four zones; ISO reads the same in both languages, the two other formats do not.
      expect(dates.size).toBe(4 * (1 + 2 * 2));
    },
    LONG_MS,
  );

  it('follows merges of merges, and names on both sides what went where', async () => {
    const { capture } = await pullAs(rt, 'jonas', rt.tickets.mergedTwice);
    const { ticket } = capture;
    const [a, b, c, d] = [0, 1, 2, 3].map((n) => String(rt.tickets.mergeOfMerges + n));
    expect(c).toBe(String(rt.tickets.mergedTwice));
    expect(compareWithTruth(capture, rt.truth(rt.tickets.mergedTwice))).toEqual([]);
    expect([ticket.key, ticket.mergedFrom]).toEqual([a, [b, c, d]]);
    const links = ticket.events.flatMap((event) =>
      event.kind === 'link'
        ? [`${event.source.ticketKey ?? ticket.key} ${event.relation} ${event.to.key}`]
        : [],
    );
    expect(links).toEqual([
      `${c} merged_into ${b}`,
      `${b} merged_from ${c}`,
      `${b} merged_into ${a}`,
      `${a} merged_from ${b}`,
      `${d} merged_into ${a}`,
      `${a} merged_from ${d}`,
    ]);
    expect(capture.coverage.warnings).toEqual([expect.objectContaining({ field: 'key' })]);
  });

  it('reads a bit of everything: odd files, a long log, custom fields, reminders, a forward', async () => {
    const { capture } = await pullAs(rt, 'mira', rt.tickets.odd);
    const { ticket, coverage } = capture;
    expect(compareWithTruth(capture, rt.truth(rt.tickets.odd))).toEqual([]);
    expect(coverage.complete).toBe(true);
    expect(coverage.unknownTypes).toEqual([]);
    const byName = new Map(ticket.people.map((person) => [person.name, person.id]));
    // Opened by an agent for one customer, and another one took over.
    expect(ticket.onBehalfOf).toBe(byName.get('Zofia Łiś'));
    expect(ticket.requester).toBe(byName.get('Theo Brandt'));
    const changes = ticket.events.flatMap((event) => (event.kind === 'change' ? [event] : []));
    const values = (name: string) =>
      changes.filter((one) => one.name === name).map((one) => [one.from?.label, one.to?.label]);
    expect(values('Root cause')).toEqual([
      [undefined, 'Training'],
      [undefined, 'Unclear ownership'],
      ['Training', undefined],
    ]);
    expect(values('Affected site').at(-1)).toEqual(['Gdańsk', 'Kraków <script>']);
    expect(values('Go-live')).toEqual([[undefined, '2026-05-01']]);
    expect(values('Checked at')).toEqual([[undefined, '2026-04-02T06:30:00.000Z']]);
    expect(ticket.initial.priority).toMatchObject({ label: '50' });
    const { length } = ticket.events.flatMap((event) =>
      event.kind === 'message' && event.body.text.startsWith('Line 1 of a long log') ? [event.body.text] : [],
    )[0] ?? { length: 0 };
    expect(length).toBeGreaterThan(300_000);
    // Addresses of outsiders stay out of everything but a person's own.
    expect(JSON.stringify({ ...ticket, people: [] })).not.toContain('@gatemaker');
  });

  it('reads a site’s own statuses by RT’s signs and their words, and says which', async () => {
    const { capture } = await pullAs(rt, 'dana', rt.tickets.ownStatuses);
    expect(compareWithTruth(capture, rt.truth(rt.tickets.ownStatuses))).toEqual([]);
    expect(capture.ticket.status).toMatchObject({ label: 'refunded', status: 'solved' });
    expect(capture.ticket.solvedAt).toBe('2026-04-03T10:40:00.000Z');
    expect(capture.ticket.slas.every((sla) => sla.stage === 'unknown')).toBe(true);
    expect(capture.statusMap.map(({ label, common, from }) => `${label}: ${common}, ${from}`)).toEqual([
      'new: new, helpdesk',
      'open: open, helpdesk',
      'in progress: open, heuristic',
      'wartet auf kunde: pending, heuristic',
      'parked at depot 7: unknown, heuristic',
      'refunded: solved, heuristic',
    ]);
  });

  it('reads a deleted ticket as one', async () => {
    const { capture } = await pullAs(rt, 'mira', rt.tickets.deleted);
    expect(compareWithTruth(capture, rt.truth(rt.tickets.deleted))).toEqual([]);
    expect(capture.ticket).toMatchObject({ deleted: true, closedAt: '2026-04-02T10:05:00.000Z' });
  });

  it.each([
    ['lena', ['Comment', 'CommentEmailRecord', 'EmailRecord']],
    ['timo', ['Comment', 'CommentEmailRecord', 'EmailRecord', 'CustomField']],
  ] as const)('shows %s all of what they may see, and says what was kept back', async (user, kept) => {
    for (const ticket of [rt.tickets.odd, rt.tickets.clockChange, rt.tickets.mergedTwice]) {
      const { capture } = await pullAs(rt, user, ticket);
      const hidden: readonly string[] = kept;
      // Whoever sees a custom field in some queues only is not told that it holds times.
      const differences = compareWithTruth(capture, rt.truth(ticket), (row) => hidden.includes(row.type));
      expect(differences.filter((line) => !/to is "2026-04-02 06:30:00"/.test(line))).toEqual([]);
      expect(capture.coverage.complete).toBe(false);
      expect(capture.viewer.limited).toBe(true);
    }
  });

  it(
    'reads two thousand entries, each as the database has it',
    async () => {
      // In a mode that does not write all of them into the page as well.
      rt.prefer('priya', { Lang: 'en', DateTimeFormat: 'DefaultFormat', ShowHistory: 'scroll' });
      const { capture, requests } = await pullAs(rt, 'priya', rt.tickets.big);
      expect(capture.ticket.events.length).toBeGreaterThan(2_000);
      expect(compareWithTruth(capture, rt.truth(rt.tickets.big))).toEqual([]);
      expect(capture.coverage.complete).toBe(true);
      // A page of the history holds a hundred; some are asked for ahead of knowing that there is one.
      expect(requests.length).toBeLessThan(120);
    },
    LONG_MS,
  );

  it('reads a ticket from the page for phones, too', async () => {
    const visited = await open(
      await sessionOf(rt, 'dana'),
      `${rt.base}/m/ticket/show?id=${rt.tickets.clockChange}`,
    );
    expect((await pullFrom(visited)).ticket).toEqual(reference.ticket);
  });

  it('knows the page that a customer is led to, and the agent’s page of it', async () => {
    const { cookie } = await sessionOf(rt, 'zofia');
    const headers = { cookie, 'user-agent': 'Mozilla/5.0' };
    const display = `${rt.base}/Ticket/Display.html?id=${rt.tickets.escalation}`;
    const led = new URL((await fetch(display, { headers })).url);
    expect(led.pathname).toBe('/SelfService/Display.html');
    expect(requestTracker.locate(led)).toBeUndefined();
    expect(requestTracker.customerPage(led)).toEqual({
      key: String(rt.tickets.escalation),
      agentUrl: display,
    });
  });

  it('has an address for each event at which RT shows its entry', async () => {
    const session = await sessionOf(rt, 'dana');
    for (const name of ['odd', 'mergeOfMerges', 'ownStatuses'] as const) {
      const { capture } = await pullAs(rt, 'dana', rt.tickets[name]);
      const { ticket } = capture;
      const addresses = new Set(
        ticket.events.map((event) => requestTracker.entryPage(ticket, event)?.split('#')[0]),
      );
      expect([...addresses]).toEqual([`${rt.base}/Ticket/History.html?id=${rt.tickets[name]}`]);
      const { document } = await session.page([...addresses][0] ?? '');
      expect(ticket.events.filter((event) => !requestTracker.entry(document, event))).toEqual([]);
      // The anchor in the address is RT's own.
      expect(ticket.events.filter(({ id }) => !document.querySelector(`[name="${anchorOf(id)}"]`))).toEqual(
        [],
      );
    }
    const many = { ...reference.ticket, events: Array(1_000) };
    const last = reference.ticket.events.at(-1);
    if (!last) throw new Error('no events');
    const { document } = await session.page(requestTracker.entryPage(many, last) ?? '');
    expect(requestTracker.entry(document, last)).toBeDefined();
  });
});

function anchorOf(id: string): string {
  return `txn-${/^txn:(\d+)/.exec(id)?.[1]}`;
}
