import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketRef } from '../../../../lib/helpdesks/contract';
import { zendesk } from '../../../../lib/helpdesks/zendesk';
import type { TicketEvent } from '../../../../lib/ticket/events';
import { type Capture, parseCapture } from '../../../../lib/ticket/schema';
import { type NodePage, nodePage } from '../../../helpdesks/zendesk/node-page';
import { startZendeskReplay, type ZendeskReplay } from '../../../helpdesks/zendesk/replay-server';
import { escalationStory, metStory } from '../../../helpdesks/zendesk/stories';

let replay: ZendeskReplay;
let page: NodePage;
let capture: Capture;

beforeAll(async () => {
  replay = await startZendeskReplay({ plain: true, stories: [escalationStory(), metStory()] });
  page = await nodePage(replay, 48_213);
  capture = await pulled(page);
});
afterAll(() => replay.close());

async function pulled(from: NodePage): Promise<Capture> {
  const result = await zendesk.pull(zendesk.locate(from.url) as TicketRef, from);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

function at(time: string, kind: TicketEvent['kind']): TicketEvent[] {
  return capture.ticket.events.filter((event) => event.time.at.startsWith(time) && event.kind === kind);
}

describe('the history', () => {
  it('is a capture that the schema accepts, complete, without warnings', () => {
    expect(parseCapture(capture)).toMatchObject({ ok: true });
    expect(capture.coverage).toMatchObject({
      complete: true,
      unknownTypes: [],
      warnings: [],
      doubtfulTimes: [],
    });
  });

  it('holds every comment in order, nine of them notes in the silent night', () => {
    const messages = capture.ticket.events.filter((event) => event.kind === 'message');
    const night = messages.filter(
      ({ time }) => time.at > '2026-11-17T17:53' && time.at < '2026-11-18T07:33:10.000Z',
    );
    expect(messages).toHaveLength(28);
    expect(night.map(({ audience }) => audience)).toEqual(Array(9).fill('internal'));
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map(({ seq }) => seq).sort((a, b) => a - b));
  });

  it('puts a reply before the status it was saved with, in one batch, with the macro that filled it', () => {
    const [reply] = at('2026-11-17T09:36:20', 'message');
    const [status] = at('2026-11-17T09:36:20', 'change');
    expect(reply).toMatchObject({
      audience: 'customer',
      actor: { id: '8400001', side: 'agent', team: 'Tier 1' },
      via: { channel: 'web', rule: { type: 'macro', title: 'NetSuite: ask to re-authorise' } },
      recipients: { to: 1, cc: 0 },
      url: 'https://acme.zendesk.com/agent/tickets/48213#comment-48213000003',
    });
    expect(status).toMatchObject({
      field: 'status',
      from: { label: 'Open', status: 'open' },
      to: { label: 'Pending', status: 'pending' },
      batch: reply?.batch,
    });
    expect(status?.seq).toBeGreaterThan(reply?.seq ?? Number.POSITIVE_INFINITY);
  });

  it('counts the mail of a trigger at creation as an automatic acknowledgement, not as a reply', () => {
    expect(at('2026-11-17T08:12:05', 'message')).toMatchObject([
      { actor: { side: 'customer' }, channel: 'email' },
      { actor: { side: 'system' }, audience: 'customer', auto: 'acknowledgement' },
    ]);
  });

  it('names the rule behind what a rule changed, and the system as who did it', () => {
    expect(at('2026-11-17T15:40:12', 'change')).toMatchObject([
      {
        field: 'assignee',
        from: null,
        to: { id: '8400003', label: 'Tom Okafor' },
        actor: { id: 'system', side: 'system' },
        via: { rule: { type: 'automation', title: 'Tier 2: oldest unassigned first' } },
      },
    ]);
  });

  it('tells the hand-off with both groups, the dropped assignee, new tags and the named custom field', () => {
    expect(at('2026-11-17T11:05:15', 'change')).toMatchObject([
      { field: 'group', from: { label: 'Tier 1' }, to: { label: 'Tier 2' } },
      { field: 'assignee', from: { label: 'Jonas Weber' }, to: null },
      { field: 'tags', added: ['netsuite'], removed: [] },
      { field: 'custom', name: 'Product area', from: null, to: { label: 'Integrations / NetSuite' } },
    ]);
  });

  it('ranks priorities, links the problem, and reads the rating with its words', () => {
    expect(at('2026-11-17T18:10:05', 'change').at(-1)).toMatchObject({ from: { rank: 2 }, to: { rank: 1 } });
    expect(at('2026-11-18T09:20:02', 'link')).toMatchObject([
      { relation: 'problem', to: { key: '48190' }, added: true },
    ]);
    expect(at('2026-11-18T15:44:20', 'satisfaction')).toMatchObject([
      {
        phase: 'given',
        score: 0,
        max: 1,
        comment: 'The fix was right. Fourteen hours without a word was not.',
      },
    ]);
  });
});

describe('the ticket', () => {
  it('knows the state it was born in', () => {
    expect(capture.ticket.initial).toEqual({
      status: { id: 'new', label: 'New', status: 'new' },
      priority: null,
      group: null,
      assignee: null,
      known: true,
    });
    expect(capture.ticket).toMatchObject({
      status: { label: 'Solved' },
      organization: 'Brightwell Logistics',
      solvedAt: '2026-11-18T15:41:30.000Z',
      requester: '8300001',
      participants: [{ part: 'requester' }, { person: '8300002', part: 'cc' }],
    });
  });

  it('knows a light agent and the teams', () => {
    const people = new Map(capture.ticket.people.map((person) => [person.name, person]));
    expect(people.get('Priya Nair')).toMatchObject({ light: true, sides: ['agent'], team: 'Tier 2' });
    expect(people.get('Jonas Weber')).toMatchObject({ team: 'Tier 1' });
    expect(people.get('Maya Lindqvist')).toMatchObject({
      sides: ['customer'],
      timeZone: 'Europe/Copenhagen',
    });
  });

  it('reports Zendesk’s own numbers in milliseconds', () => {
    const { metrics } = capture.ticket;
    expect(metrics).toContainEqual({ name: 'reply_time', calendarMs: 84 * 60_000, businessMs: 84 * 60_000 });
    expect(metrics).toContainEqual({
      name: 'requester_wait_time',
      calendarMs: 1_619 * 60_000,
      businessMs: 899 * 60_000,
    });
    expect(metrics).toContainEqual({ name: 'replies', count: 7 });
  });
});

describe('the pull', () => {
  it('only asks with GET, for its own ticket, with the session and from no other origin', () => {
    const asked = replay.log.filter(({ path }) => path.startsWith('/api/'));
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.every(({ method, cookie, status }) => method === 'GET' && cookie && status !== 401)).toBe(
      true,
    );
    expect(asked.every(({ path }) => !path.includes('/tickets/') || path.includes('/tickets/48213'))).toBe(
      true,
    );
  });

  it('names the side conversation it was not allowed to read', () => {
    expect(capture.coverage.parts).toContainEqual({
      part: 'side_conversations',
      state: 'refused',
      found: 0,
      expected: 1,
    });
  });

  it('takes six requests or fewer for an ordinary ticket', async () => {
    const before = replay.log.length;
    await pulled(await nodePage(replay, 48_241));
    const asked = replay.log.slice(before).filter(({ path }) => path.startsWith('/api/'));
    expect(asked.length).toBeLessThanOrEqual(6);
  });

  it('gives the same capture for an unchanged ticket, whenever it is pulled', async () => {
    const again = await pulled(await nodePage(replay, 48_213, { now: '2027-01-01T00:00:00.000Z' }));
    expect(again.id).toBe(capture.id);
    expect(again.ticket).toEqual(capture.ticket);
    expect(again.capturedAt).not.toBe(capture.capturedAt);
  });

  it('leaves addresses, places, devices, phone numbers and attachment tokens behind', () => {
    const text = JSON.stringify(capture);
    for (const secret of ['198.51.100.7', 'Aalborg', '57.0488', 'Mozilla/5.0', 'kq7Rw2ZnPf', '+45 00']) {
      expect(text).not.toContain(secret);
    }
  });

  it('does not touch the page', async () => {
    const fresh = await nodePage(replay, 48_213);
    const before = fresh.document.documentElement.outerHTML;
    const pulledAgain = await pulled(fresh);
    for (const event of pulledAgain.ticket.events) zendesk.entry(fresh.document, event);
    expect(fresh.document.documentElement.outerHTML).toBe(before);
  });

  it('says how far it is', () => {
    expect(page.steps[0]).toContain('Reading the ticket');
    expect(page.steps.some((step) => step.startsWith('Reading the history 33/'))).toBe(true);
  });
});
