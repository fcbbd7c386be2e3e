// @vitest-environment node
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../../lib/helpdesks/contract';
import { requestTracker } from '../../../lib/helpdesks/request-tracker';
import type { Capture } from '../../../lib/ticket/schema';
import { compareWithTruth } from './compare-with-truth';
import { pullAs, visit } from './pull-as';
import { type RequestTrackerServer, requestTrackerAvailability, startRequestTracker } from './real-server';

const availability = requestTrackerAvailability();
if (!availability.available) console.log(`Real Request Tracker: ${availability.why}`);

describe.runIf(availability.available)('a real Request Tracker', () => {
  let rt: RequestTrackerServer;
  let mira: Capture;
  beforeAll(async () => {
    // For the comparison's own HTML; the reader takes the parser of its page.
    globalThis.DOMParser ??= new JSDOM().window.DOMParser;
    rt = await startRequestTracker();
    mira = (await pullAs(rt, 'mira', rt.tickets.escalation)).capture;
  });
  afterAll(() => rt?.stop());

  it('reads the escalation as the database has it, entry by entry', () => {
    expect(compareWithTruth(mira, rt.truth(rt.tickets.escalation))).toEqual([]);
    expect(mira.coverage.complete).toBe(true);
    expect(mira.viewer).toEqual({ id: expect.stringMatching(/^user:\d+$/), timeZone: 'UTC', language: 'en' });
  });

  it('gives the same capture twice, and the same ticket whatever the agent’s zone, language and history mode', async () => {
    const again = await pullAs(rt, 'mira', rt.tickets.escalation);
    expect(again.capture.id).toBe(mira.id);
    expect(again.requests.length).toBeLessThan(15);
    for (const user of ['jonas', 'dana', 'priya'] as const) {
      const { capture } = await pullAs(rt, user, rt.tickets.escalation);
      expect(capture.ticket.events).toEqual(mira.ticket.events);
      if (user === 'jonas')
        expect(capture.viewer).toMatchObject({ timeZone: 'Europe/Berlin', language: 'de' });
    }
  });

  it('tells the superuser’s total as what was expected', async () => {
    const { capture } = await pullAs(rt, 'root', rt.tickets.escalation);
    expect(compareWithTruth(capture, rt.truth(rt.tickets.escalation))).toEqual([]);
    const events = capture.coverage.parts.find((part) => part.part === 'events');
    expect(events?.found).toBe(events?.expected);
  });

  it.each(['lena', 'zofia'] as const)('says to %s that comments were refused', async (user) => {
    const { capture } = await pullAs(rt, user, rt.tickets.escalation);
    const unseen = [
      'Comment',
      'CommentEmailRecord',
      'EmailRecord',
      ...(user === 'zofia' ? ['CustomField'] : []),
    ];
    const difference = compareWithTruth(capture, rt.truth(rt.tickets.escalation), (row) =>
      unseen.includes(row.type),
    );
    // A customer may look nobody up, not even RT's user Nobody.
    const nobody = user === 'zofia' ? 3 : 0;
    expect(
      difference.filter((line) => !/Set Owner: (from|to) is "\d+", the database says null/.test(line)),
    ).toEqual([]);
    expect(difference.length).toBe(nobody);
    expect(capture.coverage.complete).toBe(false);
    expect(capture.coverage.parts).toContainEqual(
      expect.objectContaining({ part: 'notes', state: 'refused' }),
    );
    expect(capture.viewer.limited).toBe(true);
  });

  it('reads deadlines as they stood then: answers apart from the resolution', () => {
    const slas = mira.ticket.events.flatMap((event) => (event.kind === 'sla' ? [event] : []));
    expect(slas.every((sla) => sla.computed)).toBe(true);
    expect(slas.slice(0, 4).map((sla) => [sla.metric, sla.phase, sla.due])).toEqual([
      ['first_reply', 'applied', '2026-03-24T12:02:10.000Z'],
      ['resolution', 'applied', '2026-03-26T08:02:10.000Z'],
      ['next_reply', 'applied', '2026-03-24T17:58:20.000Z'],
      ['next_reply', 'retargeted', '2026-03-24T14:58:20.000Z'],
    ]);
    expect(mira.ticket.slas).toMatchObject([
      { policy: { name: 'Standard' }, due: '2026-03-26T08:02:10.000Z' },
    ]);
  });

  it('keeps out what a postmortem must not hold', () => {
    const { people, ...rest } = mira.ticket;
    expect(people.some((person) => person.emails)).toBe(true);
    expect(JSON.stringify(rest)).not.toMatch(/192\.0\.2\.44|abcdef123456|@kestrel-foods|@lumen-harbor/);
    expect(JSON.stringify(rest)).not.toMatch(/[\u202A-\u202E]/);
  });

  it('answers a merged ticket’s number with the target, and keeps the old ticket’s entries apart', async () => {
    const { capture } = await pullAs(rt, 'mira', rt.tickets.merged);
    const { ticket } = capture;
    expect(ticket.key).toBe(String(rt.tickets.mergeTarget));
    expect(ticket.mergedFrom).toEqual([String(rt.tickets.merged)]);
    expect(capture.coverage.warnings).toEqual([expect.objectContaining({ field: 'key' })]);
    expect(compareWithTruth(capture, rt.truth(rt.tickets.merged))).toEqual([]);
    const links = ticket.events.flatMap((event) =>
      event.kind === 'link' ? [[event.relation, event.to.key]] : [],
    );
    expect(links).toEqual([
      ['merged_into', ticket.key],
      ['merged_from', String(rt.tickets.merged)],
    ]);
  });

  it('reads a small open ticket with its running deadline', async () => {
    const { capture } = await pullAs(rt, 'dana', rt.tickets.open);
    expect(compareWithTruth(capture, rt.truth(rt.tickets.open))).toEqual([]);
    expect(capture.ticket.assignee).toBeNull();
    expect(capture.ticket.slas).toMatchObject([{ metric: 'first_reply', stage: 'active' }]);
  });

  it('names the problem: not allowed, not there, signed out', async () => {
    const { page, ref } = await visit(rt, 'mira', rt.tickets.open);
    const problem = async (key: number, other: Partial<Page> = {}) => {
      const result = await requestTracker.pull({ ...ref, key: String(key) }, { ...page, ...other });
      return result.ok ? undefined : result.problem;
    };
    expect(await problem(rt.tickets.hidden)).toMatchObject({ code: 'no_permission', status: 403 });
    expect(await problem(99_999)).toMatchObject({ code: 'not_found', status: 404 });
    const browser = { 'user-agent': 'Mozilla/5.0' };
    const stranger = (path: string) => fetch(new URL(path, page.url), { headers: browser });
    expect(await problem(rt.tickets.open, { fetch: stranger })).toMatchObject({ code: 'signed_out' });
  });

  it('finds the entry of each event on the page', async () => {
    const { page } = await visit(rt, 'jonas', rt.tickets.escalation);
    expect(requestTracker.recognise(page.document)).toEqual({ base: rt.base });
    expect(mira.ticket.events.filter((event) => !requestTracker.entry(page.document, event))).toEqual([]);
  });
});

describe.runIf(availability.available).each(['/rt', '/support/rt'] as const)(
  'a real Request Tracker below %s',
  (webPath) => {
    let rt: RequestTrackerServer;
    beforeAll(async () => {
      globalThis.DOMParser ??= new JSDOM().window.DOMParser;
      rt = await startRequestTracker({ webPath });
    });
    afterAll(() => rt?.stop());

    it('is read below its own path only', async () => {
      const { capture, requests } = await pullAs(rt, 'mira', rt.tickets.escalation);
      expect(compareWithTruth(capture, rt.truth(rt.tickets.escalation))).toEqual([]);
      expect(capture.ticket.site).toBe(rt.base);
      expect(requests.filter((path) => !path.startsWith(`${webPath}/REST/2.0/`))).toEqual([]);
      const { page } = await visit(rt, 'mira', rt.tickets.open);
      expect(requestTracker.recognise(page.document)).toEqual({ base: rt.base });
    });
  },
);
