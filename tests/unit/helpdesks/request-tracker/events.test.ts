// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { captureOf, eventOf, opening } from './captures';
import { type FakeTransaction, fakeRt, json, site } from './fake-rt';

describe('events', () => {
  it.each<[string, FakeTransaction, Record<string, unknown>]>([
    [
      'an unset date',
      { id: 71, type: 'Set', field: 'Due', from: '2026-03-25 08:00:00', to: '1970-01-01 00:00:00' },
      { field: 'due', from: { label: '2026-03-25T08:00:00.000Z' }, to: null },
    ],
    [
      'another field',
      { id: 71, type: 'Set', field: 'TimeWorked', from: '0', to: '15' },
      { field: 'custom', name: 'Time worked', to: { label: '15' } },
    ],
    [
      'a level',
      { id: 71, type: 'Set', field: 'SLA', from: 'Standard', to: 'Urgent' },
      { field: 'custom', name: 'SLA', from: { label: 'Standard' } },
    ],
    [
      'a custom field by its name',
      { id: 71, type: 'CustomField', field: '5', to: 'Kraków' },
      { field: 'custom', name: 'Affected site', from: null, to: { label: 'Kraków' } },
    ],
    [
      'a custom field nobody may look up',
      { id: 71, type: 'CustomField', field: '9', to: 'x' },
      { name: 'Custom field 9' },
    ],
    [
      'an owner nobody may look up',
      { id: 71, type: 'Set', field: 'Owner', from: '99', to: '20' },
      { from: { id: 'user:99', label: 'user 99' } },
    ],
    [
      'a new requester',
      { id: 71, type: 'AddWatcher', field: 'Requestor', to: '31' },
      { field: 'requester', to: { id: 'user:31' } },
    ],
    [
      'a group as watcher',
      { id: 71, type: 'AddWatcher', field: 'AdminCc', to: '4711' },
      { kind: 'other', label: 'Add watcher' },
    ],
    [
      'a link to a ticket',
      { id: 71, type: 'AddLink', field: 'MemberOf', to: 'fsck.com-rt://desk/ticket/3' },
      { relation: 'parent', added: true, to: { key: '3', url: `${site}/Ticket/Display.html?id=3` } },
    ],
    [
      'a link elsewhere, without its token',
      {
        id: 71,
        type: 'DeleteLink',
        field: 'RefersTo',
        from: 'https://acme.atlassian.net/browse/A-1?token=s3cret',
      },
      {
        relation: 'related',
        added: false,
        to: { key: 'https://acme.atlassian.net/browse/A-1?token=…', external: 'jira' },
      },
    ],
    [
      'a link with a script address',
      { id: 71, type: 'AddLink', field: 'RefersTo', to: 'javascript:alert(1)' },
      { to: { key: 'javascript:alert(1)' } },
    ],
    ['a comment as internal', { id: 71, type: 'Comment' }, { kind: 'message', audience: 'internal' }],
    ['a reply as public', { id: 71, type: 'Correspond' }, { kind: 'message', audience: 'customer' }],
    [
      'a record of a mail',
      { id: 71, type: 'CommentEmailRecord' },
      { kind: 'other', label: 'Outgoing email', data: { comment: true } },
    ],
  ])('reads %s', async (_name, transaction, expected) => {
    expect(await eventOf(transaction)).toMatchObject(expected);
  });

  it('keeps a type it does not know as a row, and counts it', async () => {
    const { ticket, coverage } = await captureOf(
      fakeRt([opening, { id: 71, type: 'SystemError', to: 'mail to cleo@shop.example failed' }]),
    );
    expect(ticket.events[1]).toMatchObject({
      kind: 'other',
      label: 'System error',
      data: { to: 'mail to (address) failed' },
    });
    expect(coverage.unknownTypes).toEqual([{ type: 'SystemError', count: 1 }]);
  });

  it('does not let a merged ticket’s own changes move the clocks of this one', async () => {
    const capture = await captureOf(
      fakeRt([
        opening,
        { id: 71, type: 'Status', field: 'Status', from: 'new', to: 'resolved', on: 11, by: 'ada' },
      ]),
    );
    expect(capture.ticket.events[1]).toMatchObject({
      field: 'custom',
      name: 'Status of ticket 11',
      source: { ticketKey: '11' },
    });
    expect(capture.ticket.mergedFrom).toEqual(['11']);
  });

  it('tells on each ticket of a merge of merges what went where', async () => {
    const to = (target: number) => `fsck.com-rt://desk/ticket/${target}`;
    const merge = (id: number, on: number, target: number): FakeTransaction => ({
      ...{ id, type: 'AddLink', field: 'MergedInto', by: 'ada' },
      ...{ on, to: to(target) },
    });
    const { ticket } = await captureOf(
      fakeRt([opening, merge(71, 14, 13), merge(72, 13, 13), merge(73, 13, 12), merge(74, 12, 12)]),
    );
    const links = ticket.events.flatMap((event) =>
      event.kind === 'link'
        ? [`${event.source.ticketKey ?? ticket.key} ${event.relation} ${event.to.key}`]
        : [],
    );
    expect(links).toEqual([
      '14 merged_into 13',
      '13 merged_from 14',
      '13 merged_into 12',
      '12 merged_from 13',
    ]);
  });

  it('reads a custom field of date and time as UTC where RT tells that it is one, and leaves text as it stands', async () => {
    const changes = ['5', '6'].map(
      (field, index): FakeTransaction => ({
        ...{ id: 71 + index, type: 'CustomField', field, by: 'ada' },
        to: '2026-03-24 09:30:00',
      }),
    );
    const rt = fakeRt([opening, ...changes]);
    rt.answers['customfield/5'] = () => json({ id: 5, Name: 'Checked at', Type: 'DateTime' });
    rt.answers['customfield/6'] = () => json({ id: 6, Name: 'Label', Type: 'Freeform' });
    const { ticket } = await captureOf(rt);
    expect(
      ticket.events.flatMap((event) => (event.kind === 'change' ? [[event.name, event.to?.label]] : [])),
    ).toEqual([
      ['Checked at', '2026-03-24T09:30:00.000Z'],
      ['Label', '2026-03-24 09:30:00'],
    ]);
  });

  it('knows for whom an agent opened a ticket, also after another requester took over', async () => {
    const byAda: FakeTransaction = { ...opening, by: 'ada' };
    const creator = { Creator: { id: 'ada', type: 'user' } };
    expect((await captureOf(fakeRt([byAda], creator))).ticket.onBehalfOf).toBe('user:30');
    const { ticket } = await captureOf(
      fakeRt(
        [
          byAda,
          {
            id: 71,
            type: 'DelWatcher',
            field: 'Requestor',
            from: '30',
            by: 'ada',
            at: '2026-03-24 09:00:00',
          },
          { id: 72, type: 'AddWatcher', field: 'Requestor', to: '31', by: 'ada', at: '2026-03-24 09:00:00' },
        ],
        { ...creator, Requestor: [{ id: 'dan@vendor.example', type: 'user' }] },
      ),
    );
    expect([ticket.onBehalfOf, ticket.requester]).toEqual(['user:30', 'user:31']);
    expect((await captureOf(fakeRt([opening]))).ticket.onBehalfOf).toBeUndefined();
  });
});

describe('texts', () => {
  const reply = (...parts: FakeTransaction['parts'] & object): FakeTransaction => ({
    id: 71,
    type: 'Correspond',
    by: 'ada',
    parts,
  });

  it.each<[string, FakeTransaction, string]>([
    [
      'plain before its HTML twin',
      reply(
        { id: 1, mime: 'multipart/alternative' },
        { id: 2, mime: 'text/plain', content: 'plain' },
        { id: 3, mime: 'text/html', content: '<p>html</p>' },
      ),
      'plain',
    ],
    ['HTML alone', reply({ id: 1, mime: 'text/html', content: '<p>one</p><p>two</p>' }), 'one\n\ntwo'],
    [
      'HTML when the plain twin is empty',
      reply(
        { id: 1, mime: 'multipart/alternative' },
        { id: 2, mime: 'text/plain', content: '' },
        { id: 3, mime: 'text/html', content: '<p>html</p>' },
      ),
      'html',
    ],
    [
      'HTML and a footer that was added in plain text',
      reply(
        { id: 1, mime: 'multipart/mixed' },
        { id: 2, mime: 'text/html', content: '<p>body</p>' },
        { id: 3, mime: 'text/plain', content: 'footer' },
      ),
      'body\n\nfooter',
    ],
    [
      'no file that happens to be text',
      reply(
        { id: 1, mime: 'text/plain', content: 'body' },
        { id: 2, mime: 'text/plain', content: 'log', name: 'a.log' },
      ),
      'body',
    ],
  ])('takes %s', async (_name, transaction, text) => {
    const event = await eventOf(transaction);
    expect(event.kind === 'message' && event.body.text).toBe(text);
  });

  it('lists files with their size and an address on the same site', async () => {
    const event = await eventOf(
      reply(
        { id: 1, mime: 'text/plain', content: 'body' },
        { id: 2, mime: 'image/png', content: 'xxxx', name: 'a b.png', headers: 'Content-ID: <1>' },
      ),
    );
    expect(event).toMatchObject({
      attachments: [
        {
          name: 'a b.png',
          mime: 'image/png',
          bytes: 4,
          inline: true,
          url: `${site}/Ticket/Attachment/71/2/a%20b.png`,
        },
      ],
    });
  });

  it('marks an automatic answer', async () => {
    const event = await eventOf(
      reply({
        id: 1,
        mime: 'text/plain',
        content: 'I am away',
        headers: 'From: x\nAuto-Submitted: auto-replied\n',
      }),
    );
    expect(event).toMatchObject({ auto: 'out_of_office' });
  });

  it('asks for each text by itself where RT refuses to search for them', async () => {
    const rt = fakeRt([opening]);
    rt.answers['fields=Content&'] = () => json({ message: 'no such search' }, 400);
    rt.answers['attachment/500'] = () => json({ id: 500, Content: 'TGFiZWxz\nIGFyZSBibMO2ZA==\n' });
    const { ticket, coverage } = await captureOf(rt);
    expect(ticket.events[0]).toMatchObject({ body: { text: 'Labels are blöd' } });
    expect(coverage.complete).toBe(true);
  });

  it('says which text could not be read, and is not complete then', async () => {
    const rt = fakeRt([opening]);
    rt.answers['fields=Content&'] = () => json({ items: [] });
    rt.answers['attachment/500'] = () => json({ message: 'Not Found' }, 404);
    const { ticket, coverage } = await captureOf(rt);
    expect(ticket.events[0]).toMatchObject({ body: { text: '', truncated: true } });
    expect(coverage.complete).toBe(false);
    expect(coverage.parts).toContainEqual({ part: 'comments', state: 'partial', found: 0, expected: 1 });
    expect(coverage.warnings).toEqual([expect.objectContaining({ field: 'body', source: 'txn:70' })]);
  });
});
