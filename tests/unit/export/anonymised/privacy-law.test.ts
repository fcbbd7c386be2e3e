// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { anonymiseCapture } from '../../../../lib/export/anonymised/anonymise-capture';
import { anonymisedFile } from '../../../../lib/export/anonymised/anonymised-file';
import { type Capture, parseCapture } from '../../../../lib/ticket/schema';
import { ticket } from '../../support/capture-builder';
import { marker, openPlaces, plantAt, plantEverywhere, survivors, waysToPlant } from './planted';
import { storyCaptures } from './story-captures';

// Hundreds of whole captures, some with messages of 60,000 letters.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let captures: { name: string; capture: Capture }[];

beforeAll(async () => {
  captures = [...(await storyCaptures()).filter(({ name }) => !name.includes('50060')), ofEveryKind()];
});

describe('an anonymised capture', () => {
  it.each(['letters', 'digits'] as const)(
    'holds nothing that was planted in every field at once, of %s',
    (of) => {
      for (const { name, capture } of captures) {
        const planted = plantEverywhere(capture, of);
        expect(parseCapture(planted.capture), name).toMatchObject({ ok: true });
        expect(planted.markers.length, name).toBeGreaterThan(100);
        const result = JSON.stringify(anonymiseCapture(planted.capture));
        expect(survivors(result, planted.markers), name).toEqual([]);
      }
    },
  );

  it('holds nothing that was planted in one field, in whatever way', () => {
    const places = captures.flatMap(({ capture }) =>
      [...openPlaces(capture).values()].map((path) => ({ capture, path })),
    );
    let tried = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom(...Object.values(waysToPlant)),
        fc.nat(99_999),
        fc.constantFrom('letters', 'digits'),
        ({ capture, path }, plant, seed, of) => {
          const planted = marker(seed, of);
          const parsed = parseCapture(plantAt(structuredClone(capture), path, plant, planted));
          if (!parsed.ok) return;
          tried++;
          expect(survivors(JSON.stringify(anonymiseCapture(parsed.value)), [planted])).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
    expect(tried).toBeGreaterThan(150);
  });

  it('has no name, address, host, team, tag or number of the stories of both helpdesks', async () => {
    for (const { name, capture } of captures) {
      const { text, name: fileName } = await anonymisedFile(capture);
      const sensitive = sensitiveIn(capture);
      expect(sensitive.length, name).toBeGreaterThan(5);
      expect(
        sensitive.filter((word) => text.includes(word) || fileName.includes(word)),
        name,
      ).toEqual([]);
      expect(text).not.toContain(capture.id);
    }
  });
});

function sensitiveIn({ ticket: told }: Capture): string[] {
  const names = told.people.flatMap(({ name, org, team }) => [name, org ?? '', team ?? '']);
  const messages = told.events.filter((event) => event.kind === 'message');
  const words = [
    ...names.flatMap((name) => name.split(/\s+/)),
    ...told.people.flatMap(({ emails }) => emails ?? []),
    ...told.tags,
    told.organization ?? '',
    new URL(told.url).host,
    told.key,
    ...told.people.map(({ id }) => id.replace('user:', '')),
    ...messages.flatMap(({ attachments }) => attachments.map(({ name }) => name)),
  ];
  // Short ones stand inside other words, and our own words are no secret.
  const ours = /^(Tier|system|Ticket|Zendesk|System|Request|Tracker|itself)$/;
  return [...new Set(words)].filter((word) => word.length > 4 && !ours.test(word));
}

/** What the stories have not: every kind of event with every field that takes words. */
function ofEveryKind(): { name: string; capture: Capture } {
  const when = '2026-11-16T09:00:00.000Z';
  const raw = 'Mon 16 Nov 2026 10:00';
  const site = 'https://brightwell-help.example';
  const page = `${site}/tickets/4711`;
  const capture = ticket(
    {
      id: `desk:${site}:4711`,
      site,
      url: page,
      internalId: 'internal-1',
      onBehalfOf: 'ada',
      mergedFrom: ['4709'],
      mergedInto: '4712',
      tags: ['vip'],
      productAreas: ['Printing'],
      priority: { id: 'p', label: 'Platinum', rank: 1 },
      group: { id: 'g', label: 'Tier 2' },
      assignee: { id: 'ann', label: 'Ann Okoro' },
      participants: [{ person: 'ada', part: 'requester', from: when }],
      slas: [
        {
          instance: 'gold/reply/1',
          metric: 'first_reply',
          stage: 'active',
          unit: 'calendar',
          policy: { id: 'q', name: 'Gold' },
        },
      ],
      metrics: [{ name: 'reply_time', calendarMs: 1 }],
      calendars: [
        {
          from: when,
          calendar: { id: 'c', zone: 'Europe/Berlin', weekly: [], holidays: [{ day: '2026-12-25' }] },
        },
      ],
    },
    {
      statusMap: [{ label: 'On the shelf', common: 'hold', from: 'helpdesk' }],
      viewer: { id: 'ann', timeZone: 'Europe/Berlin', language: 'de' },
      coverage: {
        complete: false,
        parts: [{ part: 'comments', state: 'partial', note: 'Brightwell hides some' }],
        unknownTypes: [{ type: 'BrightwellThing', count: 2 }],
        doubtfulTimes: ['e1'],
        warnings: [{ field: 'body', reason: 'not readable', source: 'comment 12' }],
      },
    },
  )
    .person('ann', { team: 'Tier 1', timeZone: 'Europe/Berlin', org: 'Desk', emails: ['ann@desk.example'] })
    .customer('+0', 'Printer down?', {
      threadId: 't1',
      body: { text: 'Printer down?', lang: 'en' },
      attachments: [{ name: 'x.pdf', mime: 'application/pdf', url: `${page}/file/1` }],
      forwardedFrom: 'ada',
      onBehalfOf: 'ada',
      url: page,
      time: {
        at: when,
        precision: 'min',
        raw,
        zone: 'Europe/Berlin',
        zoneFrom: 'page',
        earliest: when,
        latest: when,
      },
      source: { endpoint: '/api/v2/x', selector: '#a', rule: 'comment', ticketKey: '4709' },
      via: { channel: 'email', rule: { id: 'r', title: 'Route', type: 'trigger' } },
    })
    .change('+1h', 'custom', {
      name: 'Depot',
      from: { label: 'North' },
      to: { id: 'v', label: 'South' },
      save: 's1',
    })
    .change('+2h', 'tags', { added: ['a-tag'], removed: ['b-tag'] })
    .sla('+3h', 'first_reply', 'applied', { policy: { id: 'q', name: 'Gold' }, calendarId: 'c' })
    .add('+4h', {}, { kind: 'revision', of: 'e1', what: 'edited', before: 'Printer up' })
    .add(
      '+5h',
      {},
      {
        kind: 'link',
        to: { key: 'ABC-1', url: 'https://jira.example/ABC-1' },
        relation: 'related',
        added: true,
      },
    )
    .add('+6h', {}, { kind: 'participant', person: 'cleo', part: 'cc', added: true })
    .add('+7h', {}, { kind: 'call', direction: 'in', transcript: 'Hello?' })
    .add('+8h', {}, { kind: 'session', threadId: 't', phase: 'started', channel: 'chat' })
    .add('+9h', {}, { kind: 'approval', phase: 'asked', by: 'bo' })
    .add('+10h', {}, { kind: 'satisfaction', phase: 'given', comment: 'Slow.' })
    .add(
      '+11h',
      {},
      { kind: 'other', label: 'Side conversation', data: { recipients: 2, note: 'Brightwell', vip: true } },
    )
    .build();
  return { name: 'every kind', capture };
}
