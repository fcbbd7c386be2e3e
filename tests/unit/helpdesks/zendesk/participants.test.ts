import { describe, expect, it } from 'vitest';
import { henrik, jonas, odile, priya, samir, tom } from '../../../helpdesks/zendesk/cast';
import { captureOf, ofKind, plainStory } from './harness';

const opened = '2026-11-20T09:00:00.000Z';

describe('people on a ticket over time', () => {
  it('copied, taken off, copied again: each stretch is told', async () => {
    const told = plainStory()
      .copies(samir)
      .follows(tom)
      .after(10)
      .raw(jonas, [
        {
          type: 'EmailCcChange',
          previous_email_ccs: [samir.email, odile.email],
          current_email_ccs: [samir.email],
        },
      ])
      .after(10)
      .raw(jonas, [{ type: 'EmailCcChange', previous_email_ccs: [samir.email], current_email_ccs: [] }])
      .after(10)
      .raw(jonas, [{ type: 'EmailCcChange', previous_email_ccs: [], current_email_ccs: [samir.email] }])
      .after(10)
      .raw(jonas, [{ type: 'FollowerChange', previous_followers: [], current_followers: [tom.email] }])
      .asOf('2026-11-20T12:00:00Z');
    // Whom the ticket names now is known; who was taken off is known by an address alone.
    const rows = (await captureOf(told)).ticket.participants.map(({ person, part, from, to }) => [
      person,
      part,
      from.slice(11, 16),
      to?.slice(11, 16),
    ]);
    expect(rows).toEqual([
      [String(henrik.id), 'requester', '09:00', undefined],
      [String(samir.id), 'cc', '09:00', '09:20'],
      [String(tom.id), 'follower', '09:40', undefined],
      ['address:1', 'cc', '09:00', '09:10'],
      [String(samir.id), 'cc', '09:30', undefined],
    ]);
  });

  it('on an account without CCs and followers are collaborators', async () => {
    const told = plainStory().asOf('2026-11-20T12:00:00Z');
    Object.assign(told.ticket, { collaborator_ids: [samir.id, tom.id], email_cc_ids: [], follower_ids: [] });
    expect((await captureOf(told)).ticket.participants.slice(1)).toEqual([
      { person: String(samir.id), part: 'collaborator', from: opened },
      { person: String(tom.id), part: 'collaborator', from: opened },
    ]);
  });

  it('on a newer account are not told a second time as collaborators', async () => {
    const told = plainStory().copies(samir).asOf('2026-11-20T12:00:00Z');
    expect((await captureOf(told)).ticket.participants.map(({ part }) => part)).toEqual(['requester', 'cc']);
  });
});

describe('a light agent', () => {
  it('is known as one, and their words are a note', async () => {
    const told = plainStory().after(10).note(priya, 'I know this customer.').asOf('2026-11-20T12:00:00Z');
    const capture = await captureOf(told);
    expect(capture.ticket.people.find(({ id }) => id === String(priya.id))).toMatchObject({
      light: true,
      kind: 'human',
      sides: ['agent'],
    });
    expect(ofKind(capture, 'message')[1]).toMatchObject({ audience: 'internal', actor: { side: 'agent' } });
  });

  it('is known by either of the two fields that tell it', async () => {
    const told = plainStory().after(10).note(priya, 'Hm.').asOf('2026-11-20T12:00:00Z');
    for (const more of [
      { role_type: 1, only_private_comments: false },
      { role_type: null, only_private_comments: true },
    ]) {
      const users = told.users.map((user) => (user.id === priya.id ? { ...user, ...more } : user));
      const capture = await captureOf({ ...told, users, me: { ...priya, ...more } });
      expect(capture.ticket.people.find(({ id }) => id === String(priya.id))?.light).toBe(true);
      expect(capture.viewer.limited).toBe(true);
    }
  });
});
