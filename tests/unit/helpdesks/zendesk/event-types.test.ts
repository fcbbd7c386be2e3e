import { describe, expect, it } from 'vitest';
import { henrik, jonas, odile, tierOne, tom } from '../../../helpdesks/zendesk/cast';
import type { WireEvent } from '../../../helpdesks/zendesk/wire';
import { captureOf, ofKind, plainStory, rowsOf } from './harness';

describe('changes', () => {
  it.each<[string, unknown, unknown, object]>([
    [
      'status',
      'hold',
      'open',
      { field: 'status', from: { label: 'Open' }, to: { label: 'On-hold', status: 'hold' } },
    ],
    ['status', 'in_review', 'open', { to: { label: 'In_review', status: 'unknown' } }],
    ['priority', 'low', null, { field: 'priority', from: null, to: { label: 'Low', rank: 4 } }],
    ['type', 'incident', 'question', { field: 'type', to: { label: 'Incident' } }],
    [
      'subject',
      'New  subject',
      'Old',
      { field: 'subject', from: { label: 'Old' }, to: { label: 'New subject' } },
    ],
    [
      'requester_id',
      String(odile.id),
      String(henrik.id),
      { field: 'requester', to: { label: 'Odile Fontaine' } },
    ],
    ['organization_id', '9100004', null, { field: 'organization', to: { id: '9100004' } }],
    ['ticket_form_id', '55', '54', { field: 'form', to: { id: '55', label: 'Form 55' } }],
    ['brand_id', 12, 11, { field: 'brand', from: { label: 'Brand 11' }, to: { label: 'Brand 12' } }],
    [
      'due_at',
      '2026-12-01T10:00:00Z',
      '',
      { field: 'due', from: null, to: { label: '2026-12-01T10:00:00Z' } },
    ],
    ['tags', 'a b c', 'a', { field: 'tags', added: ['b', 'c'], removed: [] }],
    ['tags', ['b'], ['a', 'b'], { field: 'tags', added: [], removed: ['a'] }],
    ['24472982', 'true', null, { field: 'custom', name: 'Field 24472982', to: { label: 'true' } }],
    ['24472982', ['one', 'two'], [], { field: 'custom', from: null, to: { label: 'one, two' } }],
    ['locale_id', 1, 2, { field: 'custom', name: 'locale id', to: { label: '1' } }],
  ])('of %s to %j', async (field_name, value, previous_value, expected) => {
    const [row] = await rowsOf({ type: 'Change', field_name, value, previous_value } as Omit<
      WireEvent,
      'id'
    >);
    expect(row).toMatchObject({ kind: 'change', ...expected });
  });

  it('of a value nobody can show becomes an opaque row and a warning', async () => {
    const told = plainStory()
      .after(10)
      .raw(jonas, [{ type: 'Change', field_name: 'group_id', value: { x: 1 }, previous_value: '7' }])
      .asOf('2026-11-20T12:00:00Z');
    const capture = await captureOf(told);
    expect(ofKind(capture, 'other').at(-1)).toMatchObject({ label: 'Changed: group id' });
    expect(capture.coverage.warnings).toContainEqual(expect.objectContaining({ field: 'group_id' }));
  });

  it('without a previous value leave the "from" open, and an empty one says "empty"', async () => {
    const [untold, empty] = await rowsOf(
      { type: 'Change', field_name: 'priority', value: 'high' },
      { type: 'Change', field_name: 'type', value: 'task', previous_value: null },
    );
    expect(untold).not.toHaveProperty('from');
    expect(empty).toMatchObject({ from: null });
  });

  it('of a custom status carry its own name and category, once', async () => {
    const told = plainStory({
      customStatuses: [
        { id: 901, agent_label: 'Waiting for vendor', status_category: 'hold' },
        { id: 902, agent_label: 'With engineering', status_category: 'open' },
      ],
    })
      .after(10)
      .raw(jonas, [
        { type: 'Change', field_name: 'status', value: 'hold', previous_value: 'open' },
        { type: 'Change', field_name: 'custom_status_id', value: '901', previous_value: '902' },
      ])
      .asOf('2026-11-20T12:00:00Z');
    const capture = await captureOf(told);
    expect(ofKind(capture, 'change').filter(({ field }) => field === 'status')).toMatchObject([
      {
        from: { id: '902', label: 'With engineering', status: 'open' },
        to: { id: '901', label: 'Waiting for vendor', status: 'hold' },
      },
    ]);
    expect(capture.statusMap).toContainEqual({
      label: 'Waiting for vendor',
      common: 'hold',
      from: 'helpdesk',
    });
  });

  it('of an SLA target stay rows, because the clocks tell the same with start and end', async () => {
    const [row] = await rowsOf({
      type: 'Change',
      field_name: 'first_reply_time',
      value: { minutes: 60, in_business_hours: true },
      previous_value: { minutes: 240, in_business_hours: true },
    });
    expect(row).toMatchObject({ kind: 'other', label: 'SLA target', data: { minutes: 60 } });
  });
});

describe('everything else', () => {
  it('follows copied people and followers, known by number or by address', async () => {
    const rows = await rowsOf(
      {
        type: 'EmailCcChange',
        previous_email_ccs: [],
        current_email_ccs: ['odile.fontaine@fernleaf.example', 'new@vendor.example'],
      },
      { type: 'FollowerChange', previous_followers: [tom.email], current_followers: [] },
    );
    expect(rows).toMatchObject([
      { kind: 'participant', part: 'cc', person: 'address:1', added: true },
      { kind: 'participant', part: 'cc', person: 'address:2', added: true },
      { kind: 'participant', part: 'follower', person: 'address:3', added: false },
    ]);
  });

  it.each<[Omit<WireEvent, 'id'>, object]>([
    [
      { type: 'SatisfactionRating', score: 'good', body: 'Fast' },
      { kind: 'satisfaction', phase: 'given', score: 1, comment: 'Fast' },
    ],
    [
      { type: 'SatisfactionRating', score: 'offered' },
      { kind: 'satisfaction', phase: 'offered' },
    ],
    [{ type: 'SurveyOffered' }, { kind: 'satisfaction', phase: 'offered' }],
    [
      { type: 'SurveyResponseSubmitted', score: 4 },
      { kind: 'satisfaction', phase: 'given', score: 4 },
    ],
    [
      { type: 'ChatStartedEvent', value: { chat_id: 'c-1' } },
      { kind: 'session', phase: 'started', threadId: 'c-1' },
    ],
    [
      { type: 'ChatEndedEvent', value: { chat_id: 'c-1' } },
      { kind: 'session', phase: 'ended' },
    ],
    [
      { type: 'CollabThreadCreated', subject: 'Ask the vendor' },
      { kind: 'other', label: 'Side conversation' },
    ],
    [
      { type: 'AgentMacroReference', macro_id: '5', macro_title: 'Close it' },
      { kind: 'other', label: 'Macro applied', data: { macro_title: 'Close it' } },
    ],
    [
      { type: 'FollowerNotification', recipients: [1] },
      { kind: 'other', label: 'Follower notification' },
    ],
    [
      { type: 'Error', message: 'Mail bounced' },
      { kind: 'other', label: 'Error', data: { message: 'Mail bounced' } },
    ],
    [
      { type: 'CommentRedactionEvent', comment_id: 404 },
      { kind: 'other', label: 'A comment was changed' },
    ],
  ])('reads %j', async (raw, expected) => {
    expect(await rowsOf(raw)).toMatchObject([expected]);
  });

  it('keeps a type nobody has heard of as a row without addresses, and counts it', async () => {
    const told = plainStory()
      .after(10)
      .raw(jonas, [
        {
          type: 'QuantumRouting',
          weight: 3,
          ip_address: '203.0.113.5',
          note_text: 'kept',
          recipient_email: 'a@b.example',
        },
        { type: 'QuantumRouting' },
      ])
      .asOf('2026-11-20T12:00:00Z');
    const capture = await captureOf(told);
    expect(capture.coverage.unknownTypes).toEqual([{ type: 'QuantumRouting', count: 2 }]);
    expect(ofKind(capture, 'other').at(-2)).toMatchObject({
      label: 'Quantum routing',
      data: { weight: 3, note_text: 'kept' },
    });
    expect(JSON.stringify(capture)).not.toContain('203.0.113.5');
  });

  it.each<[string, object, string, string]>([
    [
      'by name',
      { channel: 'merge', source: { from: { ticket_id: 70 }, to: {}, rel: 'merge' } },
      'note',
      'merged_from',
    ],
    [
      'by number',
      { channel: 19, source: { from: { ticket_ids: [70] }, to: {}, rel: null } },
      'note',
      'merged_from',
    ],
    [
      'into another',
      { channel: 19, source: { from: {}, to: { ticket_id: 70 }, rel: null } },
      'closed',
      'merged_into',
    ],
    ['told only in words', { channel: 'merge', source: {} }, 'closed', 'merged_into'],
  ])('reads a merge %s', async (_name, via, how, relation) => {
    const told = plainStory().after(10).note(jonas, 'Merged with #70.').asOf('2026-11-20T12:00:00Z');
    const audit = told.audits[1];
    if (!audit) throw new Error('no audit');
    Object.assign(audit, { via });
    if (how === 'closed') {
      audit.events.push({
        id: 9,
        type: 'Change',
        field_name: 'status',
        value: 'closed',
        previous_value: 'open',
      });
    }
    const { ticket } = await captureOf(told);
    expect(ticket.events.filter(({ kind }) => kind === 'link')).toMatchObject([
      { relation, to: { key: '70', url: 'https://acme.zendesk.com/agent/tickets/70' } },
    ]);
    expect(relation === 'merged_into' ? ticket.mergedInto : ticket.mergedFrom[0]).toBe('70');
  });

  it('leaves one ticket’s group alone when a rule of the creation moves it', async () => {
    const told = plainStory().after(1).rule('Route', { group: tierOne }, false).asOf('2026-11-20T12:00:00Z');
    const capture = await captureOf(told);
    expect(capture.ticket.initial.group).toBeNull();
    expect(ofKind(capture, 'change')[0]).toMatchObject({
      field: 'group',
      via: { rule: { type: 'trigger' } },
    });
  });

  it.each(['9999-12-31T23:59:59-12:00', 'yesterday', '', null, 1_763_367_125])(
    'puts a save from %j behind the one before it, and doubts its time',
    async (created_at) => {
      const told = plainStory().after(10).note(jonas, 'From no time.').asOf('2026-11-20T12:00:00Z');
      Object.assign(told.audits[1] ?? {}, { created_at });
      const capture = await captureOf(told);
      const note = ofKind(capture, 'message').at(-1);
      expect(note?.time).toEqual({ at: '2026-11-20T09:00:00.000Z', precision: 's' });
      expect(capture.coverage.doubtfulTimes).toEqual([note?.id]);
    },
  );

  it('works its way back where the creation is not told', async () => {
    const told = plainStory()
      .after(10)
      .edit(jonas, { status: 'open', priority: 'high', group: tierOne, assignee: jonas })
      .asOf('2026-11-20T12:00:00Z');
    told.audits[0]?.events.splice(1);
    const { initial } = (await captureOf(told)).ticket;
    expect(initial).toMatchObject({
      status: { label: 'New' },
      priority: null,
      group: null,
      assignee: null,
      known: false,
    });
  });
});
