import { describe, expect, it } from 'vitest';
import { railsZones } from '../../../../lib/helpdesks/zendesk/rails-zones';
import { zoneOf } from '../../../../lib/helpdesks/zendesk/zones';
import {
  elena,
  groups,
  jonas,
  maya,
  odile,
  organizations,
  people,
  priya,
  samir,
} from '../../../helpdesks/zendesk/cast';
import { story } from '../../../helpdesks/zendesk/story';
import { captureOf, ofKind, partOf } from './harness';

function storyOf(more: Partial<Parameters<typeof story>[0]> = {}) {
  return story({
    id: 78,
    subject: 'Who is who',
    requester: maya,
    opened: '2026-11-20T09:00:00Z',
    me: priya,
    people,
    groups,
    organizations,
    ...more,
  });
}

it('takes a colleague for a customer and somebody of another company for a third party', async () => {
  const told = storyOf()
    .opens('We have a problem.')
    .after(5)
    .customer('I am with Maya.', { from: samir })
    .after(5)
    .customer('I am the vendor.', { from: odile })
    .asOf('2026-11-20T12:00:00Z');
  const sides = ofKind(await captureOf(told), 'message').map(({ actor }) => actor.side);
  expect(sides).toEqual(['customer', 'customer', 'third_party']);
});

it('does not guess where an organisation is not known', async () => {
  const stranger = { ...odile, id: 8_300_050, organization_id: null };
  const told = storyOf({ people: [...people, stranger] })
    .opens('We have a problem.')
    .after(5)
    .customer('I may be anybody.', { from: stranger })
    .asOf('2026-11-20T12:00:00Z');
  expect(ofKind(await captureOf(told), 'message')[1]?.actor.side).toBe('customer');
});

it('takes an agent who asks for the customer of that ticket', async () => {
  const told = storyOf({ requester: jonas })
    .opens('My own laptop is broken.')
    .after(5)
    .reply(elena, 'Bring it by.')
    .asOf('2026-11-20T12:00:00Z');
  const capture = await captureOf(told);
  expect(ofKind(capture, 'message').map(({ actor }) => actor.side)).toEqual(['customer', 'agent']);
  expect(capture.ticket.people.find(({ name }) => name === 'Jonas Weber')?.sides).toEqual([
    'agent',
    'customer',
  ]);
});

it('tells an agent who wrote down a customer’s words from the customer', async () => {
  const told = storyOf().opens('Phoned in: nothing works.').asOf('2026-11-20T12:00:00Z');
  if (told.audits[0]) told.audits[0].author_id = jonas.id;
  told.ticket.submitter_id = jonas.id;
  const capture = await captureOf(told);
  expect(ofKind(capture, 'message')[0]).toMatchObject({
    actor: { id: String(jonas.id), side: 'agent' },
    onBehalfOf: String(maya.id),
  });
  expect(capture.ticket).toMatchObject({ createdBy: { id: String(jonas.id) }, onBehalfOf: String(maya.id) });
});

it('follows a change of requester through the sides and the participants', async () => {
  const told = storyOf()
    .opens('For my colleague.')
    .after(30)
    .edit(jonas, { requester: samir })
    .asOf('2026-11-20T12:00:00Z');
  const { participants, requester } = (await captureOf(told)).ticket;
  expect(requester).toBe(String(samir.id));
  expect(participants).toEqual([
    {
      person: String(maya.id),
      part: 'requester',
      from: '2026-11-20T09:00:00.000Z',
      to: '2026-11-20T09:30:00.000Z',
    },
    { person: String(samir.id), part: 'requester', from: '2026-11-20T09:30:00.000Z' },
  ]);
});

it('calls a person nobody may name by number, with a warning', async () => {
  const told = storyOf({ people: people.filter(({ id }) => id !== jonas.id) })
    .opens('Hello.')
    .after(5)
    .reply(jonas, 'Hello back.')
    .asOf('2026-11-20T12:00:00Z');
  const capture = await captureOf(told, { refused: ['users'] });
  expect(capture.ticket.people).toContainEqual(expect.objectContaining({ name: `User ${jonas.id}` }));
  expect(capture.coverage.warnings).toContainEqual(expect.objectContaining({ field: 'user' }));
});

describe('a deleted account', () => {
  const gone = people.filter(({ id }) => id !== jonas.id);
  const inactive = people.map((user) => (user.id === jonas.id ? { ...user, active: false } : user));
  it.each([
    ['that Zendesk leaves out', gone],
    ['that Zendesk still lists, as inactive', inactive],
  ])('%s keeps its number and not its name, and stays on its side', async (_name, left) => {
    const told = storyOf({ people: left })
      .opens('Hello.')
      .after(5)
      .edit(jonas, { assignee: jonas, group: groups[0] })
      .after(5)
      .reply(jonas, 'Hello back.')
      .asOf('2026-11-20T12:00:00Z');
    const capture = await captureOf(told);
    expect(ofKind(capture, 'message')[1]?.actor).toMatchObject({ id: String(jonas.id), side: 'agent' });
    const person = capture.ticket.people.find(({ id }) => id === String(jonas.id));
    expect(person).toMatchObject({ name: `Deleted user ${jonas.id}`, kind: 'human', sides: ['agent'] });
    expect(person).not.toHaveProperty('emails');
    expect(JSON.stringify(capture)).not.toContain('Jonas');
  });

  it('is counted among the people', async () => {
    const told = storyOf({ people: gone })
      .opens('Hello.')
      .after(5)
      .note(jonas, 'Hm.')
      .asOf('2026-11-20T12:00:00Z');
    expect(partOf(await captureOf(told), 'people')).toEqual({
      part: 'people',
      state: 'read',
      note: 'Zendesk has deleted one of them',
    });
  });

  it('of a customer stays a customer’s', async () => {
    const told = storyOf({ people: people.filter(({ id }) => id !== samir.id) })
      .opens('Hello.')
      .after(5)
      .customer('Me too.', { from: samir })
      .asOf('2026-11-20T12:00:00Z');
    expect(ofKind(await captureOf(told), 'message')[1]?.actor.side).toBe('customer');
  });
});

describe('time zones', () => {
  const zoned = (zone: object) => people.map((user) => (user.id === maya.id ? { ...user, ...zone } : user));
  it.each<[string, object, string | undefined]>([
    ['as IANA tells it', { iana_time_zone: 'Europe/Paris', time_zone: 'Berlin' }, 'Europe/Paris'],
    [
      'by its Rails name',
      { iana_time_zone: undefined, time_zone: 'Pacific Time (US & Canada)' },
      'America/Los_Angeles',
    ],
    [
      'not at all when nobody knows it',
      { iana_time_zone: 'Mars/Olympus', time_zone: 'Olympus Mons' },
      undefined,
    ],
    ['not as an offset, which knows no summer', { iana_time_zone: '+02:00', time_zone: null }, undefined],
  ])('are read %s', async (_name, zone, expected) => {
    const told = storyOf({ people: zoned(zone) })
      .opens('Hello.')
      .asOf('2026-11-20T12:00:00Z');
    const capture = await captureOf({ ...told, me: { ...elena, ...zone } });
    expect(capture.ticket.people.find(({ id }) => id === String(maya.id))?.timeZone).toBe(expected);
    expect(capture.viewer.timeZone).toBe(expected);
  });

  it('of every Rails name are zones this browser knows', () => {
    expect(railsZones.size).toBeGreaterThan(150);
    for (const [name, zone] of railsZones) expect(zoneOf(name), name).toBe(zone);
  });
});

it('says that a customer looked, or nobody who was signed in', async () => {
  const told = storyOf().opens('Hello.').asOf('2026-11-20T12:00:00Z');
  expect((await captureOf({ ...told, me: maya })).viewer).toMatchObject({ limited: true });
  expect((await captureOf({ ...told, me: { ...maya, id: null as never } })).viewer).toEqual({});
});

it('says that a light agent looked', async () => {
  const told = storyOf().opens('Hello.').asOf('2026-11-20T12:00:00Z');
  expect((await captureOf(told)).viewer).toMatchObject({ id: String(priya.id), limited: true });
  expect((await captureOf({ ...told, me: elena })).viewer).toMatchObject({ limited: false });
});

it('lets a rule speak for the account, not for the agent it borrows', async () => {
  const told = storyOf()
    .opens('Hello.')
    .after(60)
    .raw(undefined, [
      {
        type: 'Comment',
        public: true,
        body: 'Closing this soon.',
        author_id: jonas.id,
        via: { channel: 8, source: { from: { id: 4, title: 'Bump' }, to: {}, rel: 'automation' } },
      },
    ])
    .asOf('2026-11-20T12:00:00Z');
  expect(ofKind(await captureOf(told), 'message')[1]).toMatchObject({
    auto: 'rule',
    via: { rule: { title: 'Bump' } },
  });
});
