/** One ticket of each helpdesk that makes the reader ask for everything it knows to ask for. */
import type { Helpdesk } from '../../../../lib/helpdesks/contract';
import { requestTracker } from '../../../../lib/helpdesks/request-tracker';
import { zendesk } from '../../../../lib/helpdesks/zendesk';
import { answerApi } from '../../../helpdesks/zendesk/replay-api';
import { escalationStory } from '../../../helpdesks/zendesk/stories';
import { problemStory } from '../../../helpdesks/zendesk/story-links';
import { messagingStory } from '../../../helpdesks/zendesk/story-messaging';
import type { ZendeskStory } from '../../../helpdesks/zendesk/wire';
import { type FakeTransaction, fakeRt, site, usual } from '../request-tracker/fake-rt';

export interface Desk {
  helpdesk: Helpdesk;
  url: URL;
  /** The inline script of the page's head, for helpdesks that tell something there. */
  script: string;
  /** What it answers when nothing goes wrong. */
  answer(url: URL): Promise<{ status: number; body: unknown }>;
}

/** Groups, fields, targets, side conversations. */
export function zendeskDesk(): Desk {
  return openZendesk({ ...escalationStory(), sideConversations: [askedCarrier] });
}

const askedCarrier = {
  id: 'a1',
  subject: 'Where is the truck?',
  preview_text: 'Good morning',
  state: 'open' as const,
  participants: [{ name: 'Iva Dorn', email: 'iva@carrier.example' }],
  created_at: '2026-11-18T08:00:00Z',
  updated_at: '2026-11-18T09:00:00Z',
};

/** Turns of a conversation in a log of their own. */
export function messagingDesk(): Desk {
  return openZendesk(messagingStory());
}

/** A problem with incidents, and a comment that only the list of comments has. */
export function problemDesk(): Desk {
  return openZendesk(problemStory(), (audits) => {
    const lost = audits.findLastIndex(({ events }) => events.some(({ type }) => type === 'Comment'));
    return audits.map((audit, at) =>
      at === lost ? { ...audit, events: audit.events.filter(({ type }) => type !== 'Comment') } : audit,
    );
  });
}

/** In pages of twelve, so that there are several; the history may be told otherwise than it was. */
function openZendesk(
  told: ZendeskStory,
  retell: (audits: ZendeskStory['audits']) => ZendeskStory['audits'] = (audits) => audits,
): Desk {
  const { id } = told.ticket;
  const history = { ...told, audits: retell(told.audits) };
  return {
    helpdesk: zendesk,
    url: new URL(`https://acme.zendesk.com/agent/tickets/${id}`),
    script: '',
    answer: async (url) => {
      const isHistory = url.pathname.endsWith('/audits.json');
      return answerApi([isHistory ? history : told], url, { pageSize: 12, logSize: 6 });
    },
  };
}

export function requestTrackerDesk(): Desk {
  const rt = fakeRt(longHistory(), {
    Status: 'resolved',
    Owner: { id: 'ben', type: 'user' },
    Cc: [{ id: 'dan@vendor.example', type: 'user' }],
    Resolved: '2026-03-26T10:00:00Z',
    Due: '2026-03-25T08:00:00Z',
    SLA: 'Standard',
  });
  return {
    helpdesk: requestTracker,
    url: new URL(`${site}/Ticket/Display.html?id=12`),
    script: '\nRT.CurrentUser = {"id":20,"Name":"ada","Privileged":true};\n',
    answer: async (url) => {
      const response = usual(rt, `${url.pathname}${url.search}`);
      return { status: response.status, body: await response.json() };
    },
  };
}

/** More than one page of RT's hundred, with each kind of entry the reader knows. */
function longHistory(): FakeTransaction[] {
  const transactions: Omit<FakeTransaction, 'id' | 'at'>[] = [
    {
      type: 'Create',
      by: 'cleo',
      parts: [
        { id: 500, mime: 'text/plain', content: 'Labels are blank.', headers: 'X-RT-Interface: Email' },
      ],
    },
    { type: 'EmailRecord' },
    { type: 'Set', field: 'Queue', from: '3', to: '4', by: 'ada' },
    { type: 'Set', field: 'Owner', from: '6', to: '21', by: 'ada' },
    { type: 'SetWatcher', field: 'Owner', from: '6', to: '21', by: 'ada' },
    { type: 'CustomField', field: '5', to: 'Harbour', by: 'ada' },
    { type: 'CustomField', field: '9', to: 'Printer', by: 'ada' },
    { type: 'AddWatcher', field: 'Cc', to: '31', by: 'ada' },
    { type: 'AddLink', field: 'RefersTo', to: 'fsck.com-rt://desk.example/ticket/9', by: 'ada' },
    { type: 'Set', field: 'Due', from: '1970-01-01 00:00:00', to: '2026-03-25 08:00:00' },
    { type: 'Set', field: 'SLA', to: 'Standard', by: 'ada' },
    { type: 'Set', field: 'Priority', from: '20', to: '90', by: 'ben' },
    { type: 'Told', by: 'ben' },
  ];
  for (let n = 0; n < 44; n++) {
    const html = n % 7 === 0;
    const content = html ? `<p>Attempt <b>${n}</b></p><ul><li>no</li></ul>` : `Attempt ${n}.`;
    transactions.push({
      type: n % 3 ? 'Comment' : 'Correspond',
      by: n % 3 ? 'ben' : 'dan',
      parts: [{ id: 600 + n, mime: html ? 'text/html' : 'text/plain', content }],
    });
    transactions.push({
      type: 'Set',
      field: 'Subject',
      from: `Labels ${n}`,
      to: `Labels ${n + 1}`,
      by: 'ben',
    });
  }
  transactions.push({ type: 'Status', field: 'Status', from: 'open', to: 'resolved', by: 'ben' });
  return transactions.map((one, n) => ({ ...one, id: 70 + n, at: minutes(n * 10) }));
}

function minutes(after: number): string {
  return new Date(Date.UTC(2026, 2, 24, 8) + after * 60_000).toISOString().replace('.000Z', 'Z');
}
