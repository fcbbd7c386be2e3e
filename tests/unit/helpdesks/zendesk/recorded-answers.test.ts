/**
 * Answers in shapes other than today's: one written here after the oldest documented one, and any that lie in
 * `../shared/fixtures/zendesk` beside the repository, which are not ours to ship.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TicketRef } from '../../../../lib/helpdesks/contract';
import { zendesk } from '../../../../lib/helpdesks/zendesk';
import { type Capture, parseCapture } from '../../../../lib/ticket/schema';
import { answeringPage } from '../../../helpdesks/zendesk/node-page';

const oldShape = {
  audits: [
    {
      id: 501,
      ticket_id: 66,
      created_at: '2012-03-04T10:20:30Z',
      author_id: 31,
      via: { channel: 'web' },
      metadata: { system: { ip_address: '192.0.2.44', location: 'Somewhere' }, custom: {} },
      events: [
        {
          id: 601,
          type: 'Comment',
          public: false,
          body: 'A private word.',
          html_body: '<p>A private word.</p>',
          attachments: [],
        },
        {
          id: 602,
          type: 'Change',
          field_name: 'status',
          value: 'open',
          previous_value: 'new',
          via: { channel: 'rule', source: { from: { id: 9, title: 'First come' }, to: {}, rel: 'trigger' } },
        },
      ],
    },
  ],
  next_page: null,
  previous_page: null,
  count: 1,
};

const folder = join(process.cwd(), '../shared/fixtures/zendesk');
const recorded = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('audits.json'))
      .map((name): [string, unknown] => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))])
  : [];

async function captureWith(audits: unknown): Promise<Capture> {
  const page = answeringPage(66, ({ pathname }) => {
    if (pathname.endsWith('/66.json')) {
      const ticket = {
        id: 66,
        created_at: '2011-09-25T20:00:00Z',
        status: 'open',
        subject: null,
        requester_id: 30,
      };
      return { status: 200, body: { ticket } };
    }
    return pathname.includes('/audits') ? { status: 200, body: audits } : { status: 403, body: {} };
  });
  const result = await zendesk.pull(zendesk.locate(page.url) as TicketRef, page);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

describe.each<[string, unknown]>([['the oldest shape', oldShape], ...recorded])('%s', (_name, audits) => {
  it('is read without a page more, a plain body or names', async () => {
    const capture = await captureWith(audits);
    expect(parseCapture(capture)).toMatchObject({ ok: true });
    expect(capture.ticket.events).toMatchObject([
      { kind: 'message', audience: 'internal', via: { channel: 'web' }, actor: { side: 'agent' } },
      { kind: 'change', field: 'status', actor: { side: 'system' }, via: { rule: { type: 'trigger' } } },
    ]);
    expect(capture.ticket.initial).toMatchObject({ known: false, status: { label: 'New' } });
    expect(JSON.stringify(capture)).not.toMatch(/ip_address|location|192\.0\.2\.44|Mozilla/);
  });
});
