/** Small invented records, and a disk (an IDBFactory) that several stores can share. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { blankAction, blankCheckpoints, blankMeeting } from '../../../lib/postmortem/plan';
import { type Postmortem, type TextSection, textSectionNames } from '../../../lib/postmortem/schema';
import { openStore, type Store, type StoreOptions } from '../../../lib/storage/store';
import type { Result } from '../../../lib/ticket/problem';
import type { Capture } from '../../../lib/ticket/schema';

export const at = (minute: number): string => new Date(Date.UTC(2026, 2, 9, 8, minute)).toISOString();

export function newDisk(): IDBFactory {
  return new IDBFactory();
}

export function openOn(disk: IDBFactory, more: StoreOptions = {}): Promise<Store> {
  return openStore({ name: 'debrief-test', indexedDB: disk, IDBKeyRange, ...more });
}

export function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`unexpected problem: ${JSON.stringify(result.problem)}`);
  return result.value;
}

export function problem<E>(result: Result<unknown, E>): E {
  if (result.ok) throw new Error(`expected a problem, got ${JSON.stringify(result.value)}`);
  return result.problem;
}

export function samplePostmortem(
  id: string,
  changes: Partial<Postmortem> & { title?: string } = {},
): Postmortem {
  const { title = 'Silent weekend on the invoice export', ...rest } = changes;
  const sections = Object.fromEntries(
    textSectionNames.map((name) => [name, section(name === 'title' ? title : `What we know about ${name}.`)]),
  ) as Postmortem['sections']; // fromEntries forgets the keys
  return {
    v: 2,
    id,
    kind: 'escalation',
    kindState: 'generated',
    severity: 'SEV-2',
    severityState: 'edited',
    flags: { dataLoss: false, security: false, customersAffected: 'yes', state: 'generated' },
    exempt: '',
    status: 'draft',
    log: [{ at: at(0), what: 'in_review' }],
    ticketId: 'zendesk:https://harbour.example:41',
    captureId: 'sha256:c1',
    ticket: {
      helpdesk: 'zendesk',
      label: 'Zendesk',
      key: '41',
      url: 'https://harbour.example/agent/tickets/41',
      subject: 'Invoices missing since Friday',
      customer: 'Bäckerei Löwenzahn',
    },
    createdAt: at(0),
    updatedAt: at(1),
    sections,
    facts: {
      usersAffected: { text: '40', source: 'entered by hand', state: 'edited' },
      servicesDisrupted: { text: '', source: '', state: 'empty' },
    },
    causes: { category: 'process', details: ['ownership'], state: 'generated' },
    attachments: [],
    timeline: [
      {
        event: 'audit:1/evt:1',
        at: at(0),
        lane: 'customer',
        text: '“Nothing arrived.”',
        why: 'opened',
        state: 'generated',
      },
    ],
    dropped: ['audit:2/evt:4'],
    whys: [{ question: 'Why no reply?', answer: 'No rota.', events: ['audit:1/evt:1'], state: 'edited' }],
    actions: [
      {
        ...blankAction,
        id: 'a1',
        text: 'Put the weekend rota on the wiki',
        owner: 'Mira Holt',
        due: '2026-03-20',
        state: 'edited',
      },
      { ...blankAction, id: 'a2', text: ' ', owner: '', due: '', state: 'empty' },
    ],
    checkpoints: blankCheckpoints(),
    meeting: blankMeeting,
    knownClaims: [{ section: 'summary', text: '40 other accounts' }],
    ...rest,
  };
}

export function withTitle(postmortem: Postmortem, title: string): Postmortem {
  return { ...postmortem, sections: { ...postmortem.sections, title: section(title) } };
}

export function sampleCapture(id: string, capturedAt: string, key = '41'): Capture {
  const requester = { id: 'user:7', side: 'customer' as const };
  return {
    v: 1,
    id,
    ticket: {
      v: 1,
      id: `zendesk:https://harbour.example:${key}`,
      helpdesk: 'zendesk',
      site: 'https://harbour.example',
      key,
      url: `https://harbour.example/agent/tickets/${key}`,
      subject: 'Invoices missing since Friday',
      people: [{ id: 'user:7', name: 'Ada Quill', kind: 'human', sides: ['customer'] }],
      participants: [],
      status: { label: 'Open', status: 'open' },
      tags: ['invoices'],
      productAreas: [],
      initial: { known: true, status: { label: 'New', status: 'new' } },
      createdAt: at(0),
      createdBy: requester,
      mergedFrom: [],
      events: [
        {
          kind: 'message',
          id: 'audit:1/evt:1',
          time: { at: at(0), precision: 's' },
          seq: 1,
          actor: requester,
          source: { rule: 'comment' },
          audience: 'customer',
          body: { text: 'Nothing arrived. 🧾 Nüchtern betrachtet: niente.' },
          attachments: [],
          channel: 'email',
        },
      ],
      slas: [],
      metrics: [],
      calendars: [],
    },
    coverage: {
      complete: true,
      parts: [{ part: 'events', state: 'read', found: 1 }],
      unknownTypes: [],
      doubtfulTimes: [],
      warnings: [],
    },
    statusMap: [],
    capturedAt,
    viewer: {},
  };
}

function section(text: string): TextSection {
  return { text, state: 'edited', claims: [{ text, events: ['audit:1/evt:1'] }] };
}

/** A grey point; with `more`, another one of another size. */
export function samplePicture(more = 0): Uint8Array<ArrayBuffer> {
  const point = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg==',
    'base64',
  );
  const bytes = new Uint8Array(point.length + more);
  bytes.set(point);
  return bytes;
}
