/** A tiny Request Tracker for tests: handwritten records behind a `Page`, with room for what goes wrong. */
import type { Page, TicketRef } from '../../../../lib/helpdesks/contract';
import { requestTracker } from '../../../../lib/helpdesks/request-tracker';

export interface FakeTransaction {
  id: number;
  type: string;
  field?: string;
  from?: string;
  to?: string;
  at?: string;
  by?: keyof typeof people;
  on?: number;
  /** Parts of the message: what RT keeps as attachments. */
  parts?: FakePart[];
}

export interface FakePart {
  id: number;
  mime: string;
  content?: string;
  name?: string;
  headers?: string;
}

export const people = {
  system: { id: 1, Name: 'RT_System', RealName: 'The RT System itself', EmailAddress: '', Privileged: 0 },
  nobody: { id: 6, Name: 'Nobody', RealName: 'Nobody in particular', EmailAddress: '', Privileged: 0 },
  ada: { id: 20, Name: 'ada', RealName: 'Ada Ivers', EmailAddress: 'ada@desk.example', Privileged: 1 },
  ben: { id: 21, Name: 'ben', RealName: 'Ben Okoro', EmailAddress: 'ben@desk.example', Privileged: 1 },
  cleo: {
    id: 30,
    Name: 'cleo@shop.example',
    RealName: 'Cleo Marsh',
    EmailAddress: 'cleo@shop.example',
    Privileged: 0,
  },
  dan: {
    id: 31,
    Name: 'dan@vendor.example',
    RealName: '',
    EmailAddress: 'dan@vendor.example',
    Privileged: 0,
  },
};

export interface FakeRt {
  ticket: Record<string, unknown>;
  transactions: FakeTransaction[];
  /** Answers instead of the usual one, by a part of the path; a function sees how often it was asked. */
  answers: Record<string, (asked: number) => Response | undefined>;
  requests: string[];
  /** Milliseconds before the next answer; none where it is left out. */
  delay?: () => number;
}

export const site = 'http://rt.desk.example/rt';
const root = '/rt/REST/2.0/';

export function fakeRt(transactions: FakeTransaction[], ticket: Record<string, unknown> = {}): FakeRt {
  return {
    ticket: {
      id: 12,
      Subject: 'Blank labels',
      Status: 'open',
      Priority: '50',
      Queue: { id: '3', type: 'queue' },
      Owner: { id: 'Nobody', type: 'user' },
      Creator: { id: 'cleo@shop.example', type: 'user' },
      Requestor: [{ id: 'cleo@shop.example', type: 'user' }],
      Cc: [],
      AdminCc: [],
      Created: '2026-03-24T08:00:00Z',
      Due: '1970-01-01T00:00:00Z',
      Resolved: '1970-01-01T00:00:00Z',
      SLA: '',
      TimeWorked: '0',
      CustomFields: [{ id: '5', name: 'Affected site', values: [] }],
      _hyperlinks: [{ ref: 'comment' }],
      ...ticket,
    },
    transactions,
    answers: {},
    requests: [],
  };
}

export function pullFrom(rt: FakeRt, options: Partial<Page> & { html?: string } = {}) {
  const html =
    options.html ??
    '<html lang="en"><body><script>\nRT.CurrentUser = {"id":20,"Name":"ada","Privileged":true};\n</script></body></html>';
  const asked = new Map<string, number>();
  const page: Page = {
    url: new URL(`${site}/Ticket/Display.html?id=12`),
    document: new DOMParser().parseFromString(html, 'text/html'),
    signal: new AbortController().signal,
    progress: () => undefined,
    now: () => '2026-04-01T00:00:00.000Z',
    wait: () => Promise.resolve(),
    fetch: async (path) => {
      rt.requests.push(path);
      const { delay } = rt;
      if (delay) await new Promise((resolve) => setTimeout(resolve, delay()));
      for (const [key, answer] of Object.entries(rt.answers)) {
        if (!decodeURIComponent(path).includes(key)) continue;
        const count = (asked.get(key) ?? 0) + 1;
        asked.set(key, count);
        const special = answer(count);
        if (special) return special;
      }
      return usual(rt, path);
    },
    ...options,
  };
  const ref = requestTracker.locate(page.url) as TicketRef; // a ticket's address
  return requestTracker.pull(ref, page);
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}

/** What this RT answers when nothing goes wrong. */
export function usual(rt: FakeRt, path: string): Response {
  const url = new URL(path, site);
  if (!url.pathname.startsWith(root))
    return new Response('<html>', { status: 404, headers: { 'content-type': 'text/html' } });
  const [kind, id, rest] = url.pathname.slice(root.length).split('/').map(decodeURIComponent);
  if (kind === 'ticket') return rest === 'history' ? history(rt, url) : json(rt.ticket);
  if (kind === 'attachments') return attachments(rt, url);
  if (kind === 'attachment') return attachment(rt, Number(id));
  if (kind === 'queue') return json({ id, Name: id === '3' ? 'Front desk' : 'Back office' });
  if (kind === 'user') {
    const user = Object.values(people).find((one) => one.Name === id || String(one.id) === id);
    return user ? json(user) : json({ message: 'Not Found' }, 404);
  }
  return json({ message: 'Not Found' }, 404);
}

function history(rt: FakeRt, url: URL): Response {
  const items = rt.transactions.map((one) => {
    const { Privileged: _, ...creator } = people[one.by ?? 'system'];
    return {
      id: String(one.id),
      Type: one.type,
      Field: one.field ?? '',
      OldValue: one.from ?? '',
      NewValue: one.to ?? '',
      Created: one.at ?? '2026-03-24T08:00:00Z',
      Creator: creator,
      ObjectId: String(one.on ?? 12),
      Data: '',
      TimeTaken: '0',
    };
  });
  return paged(items, url);
}

/** By itself, RT gives the content of a part as base64. */
function attachment(rt: FakeRt, id: number): Response {
  const part = rt.transactions.flatMap(({ parts }) => parts ?? []).find((one) => one.id === id);
  const Content = Buffer.from(part?.content ?? '').toString('base64');
  return part ? json({ id, Content }) : json({ message: 'Not Found' }, 404);
}

function attachments(rt: FakeRt, url: URL): Response {
  const [limit, parent] = JSON.parse(url.searchParams.get('query') ?? '[]');
  const wantsContent = url.searchParams.get('fields') === 'Content';
  const items = rt.transactions.flatMap((one) =>
    (one.parts ?? []).map((part) => ({ part, transaction: one.id })),
  );
  const found = items.filter(
    ({ part, transaction }) => limit.value.includes(limit.field === 'id' ? part.id : transaction) && !parent,
  );
  return paged(
    found.map(({ part, transaction }) =>
      wantsContent
        ? { id: String(part.id), Content: part.content ?? '' }
        : {
            id: String(part.id),
            TransactionId: String(transaction),
            ContentType: part.mime,
            Filename: part.name ?? '',
            ContentLength: String(part.content?.length ?? 0),
            Headers: part.headers ?? '',
          },
    ),
    url,
  );
}

function paged(items: unknown[], url: URL): Response {
  const size = Number(url.searchParams.get('per_page'));
  const page = Number(url.searchParams.get('page'));
  return json({ items: items.slice((page - 1) * size, page * size), total: null, page, per_page: size });
}
