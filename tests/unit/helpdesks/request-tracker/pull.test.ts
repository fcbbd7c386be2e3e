// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { captureOf, opening } from './captures';
import { type FakeTransaction, fakeRt, json, pullFrom, site } from './fake-rt';

describe('a pull', () => {
  it('asks only below the site’s own path', async () => {
    const rt = fakeRt([opening]);
    await captureOf(rt);
    expect(rt.requests.filter((path) => !path.startsWith('/rt/REST/2.0/'))).toEqual([]);
  });

  it('reads the opening message with who, when, how and where', async () => {
    const { ticket, viewer } = await captureOf(fakeRt([opening]));
    expect(ticket).toMatchObject({
      id: `request-tracker:${site}:12`,
      channel: 'email',
      requester: 'user:30',
      assignee: null,
    });
    expect(ticket.events).toEqual([
      {
        id: 'txn:70',
        kind: 'message',
        audience: 'customer',
        time: {
          at: '2026-03-24T08:00:00.000Z',
          precision: 's',
          raw: '2026-03-24T08:00:00Z',
          zone: 'UTC',
          zoneFrom: 'offset',
        },
        seq: 0,
        actor: { id: 'user:30', side: 'customer' },
        url: `${site}/Ticket/Display.html?id=12#txn-70`,
        source: { endpoint: '/rt/REST/2.0/ticket/12/history', rule: 'Create' },
        body: { text: 'Labels are blank.' },
        attachments: [],
        channel: 'email',
      },
    ]);
    expect(viewer).toEqual({ id: 'user:20', language: 'en' });
  });

  it('goes on after a short page, because RT cuts pages before it hides entries', async () => {
    const rt = fakeRt([opening]);
    const late = {
      id: '71',
      Type: 'Status',
      Field: 'Status',
      OldValue: 'new',
      NewValue: 'open',
      Created: '2026-03-24T09:00:00Z',
      Creator: { id: 20, Name: 'ada' },
      ObjectId: '12',
    };
    rt.answers.history = (asked) => (asked === 2 ? json({ items: [late], total: null }) : undefined);
    const { ticket } = await captureOf(rt);
    expect(ticket.events.map((event) => event.id)).toEqual(['txn:70', 'txn:71']);
  });

  it('reads many pages, many messages, and tells how far it is', async () => {
    const many = Array.from(
      { length: 250 },
      (_, n): FakeTransaction => ({
        id: 100 + n,
        type: 'Comment',
        by: 'ada',
        at: '2026-03-25T08:00:00Z',
        parts: [{ id: 1_000 + n, mime: 'text/plain', content: `note ${n}` }],
      }),
    );
    const told: (number | undefined)[][] = [];
    const { ticket, coverage } = await captureOf(fakeRt([opening, ...many]), {
      progress: (done, total) => told.push([done, total]),
    });
    expect(ticket.events.filter((event) => event.kind === 'message' && event.body.text === '').length).toBe(
      0,
    );
    expect(coverage.parts).toContainEqual({ part: 'notes', state: 'read', found: 250, expected: 250 });
    expect(told.at(-1)).toEqual([251, 251]);
  });

  it('drops the twin of each change of owner', async () => {
    const owner = { field: 'Owner', from: '6', to: '20', by: 'ada' } as const;
    const { ticket } = await captureOf(
      fakeRt([opening, { id: 71, type: 'Set', ...owner }, { id: 72, type: 'SetWatcher', ...owner }]),
    );
    expect(ticket.events.map((event) => event.id)).toEqual(['txn:70', 'txn:71']);
    expect(ticket.events[1]).toMatchObject({
      field: 'assignee',
      from: null,
      to: { id: 'user:20', label: 'Ada Ivers' },
    });
  });

  it('keeps one save together: same second and person, and what RT did by rule', async () => {
    const at = '2026-03-24T09:00:00Z';
    const { ticket } = await captureOf(
      fakeRt([
        opening,
        { id: 71, type: 'Correspond', by: 'ada', at },
        {
          id: 72,
          type: 'Set',
          field: 'Due',
          from: '1970-01-01 00:00:00',
          to: '2026-03-25 08:00:00',
          at: '2026-03-24T09:00:01Z',
        },
        {
          id: 73,
          type: 'Status',
          field: 'Status',
          from: 'new',
          to: 'open',
          by: 'ben',
          at: '2026-03-24T09:00:01Z',
        },
        { id: 74, type: 'Comment', by: 'ben', at: '2026-03-24T09:00:02Z' },
      ]),
    );
    const batches = ticket.events
      .filter((event) => event.kind !== 'sla')
      .map((event) => [event.id, event.batch]);
    expect(batches).toEqual([
      ['txn:70', undefined],
      ['txn:71', 'txn:71'],
      ['txn:72', 'txn:71'],
      ['txn:73', undefined],
      ['txn:74', undefined],
    ]);
    expect(ticket.events.find((event) => event.id === 'txn:72')?.via).toEqual({
      channel: 'other',
      rule: { type: 'trigger' },
    });
  });

  it('knows the state before the first change', async () => {
    const { ticket } = await captureOf(
      fakeRt(
        [
          opening,
          { id: 71, type: 'Set', field: 'Queue', from: '3', to: '4', by: 'ada' },
          { id: 72, type: 'Set', field: 'Priority', from: '0', to: '50', by: 'ada' },
        ],
        { Queue: { id: '4' } },
      ),
    );
    expect(ticket.initial).toMatchObject({
      known: true,
      group: { label: 'Front desk' },
      priority: { label: '0' },
      status: { status: 'open' },
      assignee: null,
    });
    expect(ticket.group).toEqual({ id: '4', label: 'Back office' });
  });

  it('marks a status it reads by its words alone, and one it does not know', async () => {
    const { ticket, statusMap } = await captureOf(
      fakeRt(
        [opening, { id: 71, type: 'Status', field: 'Status', from: 'depot 7', to: 'waiting for parts' }],
        { Status: 'waiting for parts' },
      ),
    );
    expect(ticket.status).toMatchObject({ label: 'waiting for parts', status: 'hold' });
    expect(statusMap).toEqual([
      { label: 'depot 7', common: 'new', from: 'heuristic' },
      { label: 'waiting for parts', common: 'hold', from: 'heuristic' },
    ]);
  });

  it('counts an outsider in copy as a third party, and never shows a mail address as a name', async () => {
    const { ticket } = await captureOf(
      fakeRt(
        [
          opening,
          { id: 71, type: 'AddWatcher', field: 'Cc', to: '31', by: 'ada' },
          { id: 72, type: 'Correspond', by: 'dan' },
        ],
        { Cc: [{ id: 'dan@vendor.example', type: 'user' }] },
      ),
    );
    expect(ticket.events[1]).toMatchObject({
      kind: 'participant',
      person: 'user:31',
      part: 'cc',
      added: true,
    });
    expect(ticket.events[2]?.actor).toEqual({ id: 'user:31', side: 'third_party' });
    expect(ticket.people.find((person) => person.id === 'user:31')?.name).toBe('dan');
  });

  it('counts whoever owned the ticket as staff, even when they opened it', async () => {
    const { ticket } = await captureOf(
      fakeRt(
        [
          { ...opening, by: 'ada' },
          { id: 71, type: 'Comment', by: 'ada' },
        ],
        {
          Requestor: [{ id: 'ada', type: 'user' }],
          Owner: { id: 'ada', type: 'user' },
        },
      ),
    );
    expect(ticket.events.map((event) => event.actor.side)).toEqual(['agent', 'agent']);
  });

  it('tells the deadline that a customer’s message brought', async () => {
    const due = { type: 'Set', field: 'Due', from: '1970-01-01 00:00:00', to: '2026-03-24 12:00:00' };
    const now = { Due: '2026-03-24T12:00:00Z', SLA: 'Standard' };
    const { ticket } = await captureOf(fakeRt([opening, { id: 71, ...due }], now));
    expect(ticket.events[2]).toMatchObject({
      id: 'txn:71/sla',
      kind: 'sla',
      metric: 'first_reply',
      phase: 'applied',
      due: '2026-03-24T12:00:00.000Z',
      policy: { name: 'Standard' },
      batch: 'txn:70',
      computed: true,
    });
    expect(ticket.slas).toMatchObject([{ instance: 'Standard/reply/1', stage: 'active' }]);
  });

  it('stops when the pull is cancelled', async () => {
    const cancel = new AbortController();
    const rt = fakeRt([opening]);
    rt.answers.history = () => void cancel.abort();
    expect(await pullFrom(rt, { signal: cancel.signal })).toMatchObject({
      ok: false,
      problem: { code: 'cancelled' },
    });
  });
});

describe('what the viewer may not see', () => {
  it('is told when no comment is shown and none may be written', async () => {
    const capture = await captureOf(fakeRt([opening], { _hyperlinks: [] }));
    expect(capture.coverage.parts).toContainEqual(
      expect.objectContaining({ part: 'notes', state: 'refused', found: 0 }),
    );
    expect(capture.coverage.complete).toBe(false);
    expect(capture.viewer.limited).toBe(true);
  });

  it('reads on where people may not be looked up', async () => {
    const rt = fakeRt([opening, { id: 71, type: 'Correspond', by: 'ada' }]);
    rt.answers['/user/'] = () => json({ message: 'Forbidden' }, 403);
    const { ticket } = await captureOf(rt);
    expect(ticket.events.map((event) => event.actor.side)).toEqual(['customer', 'agent']);
  });
});
