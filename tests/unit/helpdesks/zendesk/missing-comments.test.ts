import { describe, expect, it } from 'vitest';
import { henrik, jonas, tom } from '../../../helpdesks/zendesk/cast';
import { askedBy, captureOf, ofKind, partOf, plainStory } from './harness';

/** A reply that Zendesk lists and no audit holds. */
const lost = {
  id: 990_001,
  audit_id: 77_000_500,
  created_at: '2026-11-20T09:15:00Z',
  author_id: jonas.id,
  public: true,
  body: 'On it, Henrik.',
  plain_body: 'On it, Henrik.',
  via: { channel: 'web', source: { from: {}, to: {}, rel: null } },
  attachments: [],
};

const told = () => ({
  ...plainStory().after(30).note(tom, 'Jonas answered already.').asOf('2026-11-20T12:00:00Z'),
  unsaved: [lost],
});

describe('a comment that is in no audit', () => {
  it('is read from the list of comments, in its place, with where it comes from', async () => {
    const capture = await captureOf(told());
    expect(ofKind(capture, 'message').map(({ body }) => body.text)).toEqual([
      'First words.',
      'On it, Henrik.',
      'Jonas answered already.',
    ]);
    expect(ofKind(capture, 'message')[1]).toMatchObject({
      id: 'comment:990001',
      batch: 'audit:77000500',
      audience: 'customer',
      actor: { id: String(jonas.id), side: 'agent' },
      source: { endpoint: '/api/v2/tickets/77/comments', rule: 'comment that is in no save' },
    });
  });

  it('is told in the coverage, with a warning', async () => {
    const { coverage } = await captureOf(told());
    expect(coverage.parts.find(({ part }) => part === 'comments')).toEqual({
      part: 'comments',
      state: 'read',
      found: 3,
      expected: 3,
      note: '1 in no audit, read from the list of comments',
    });
    expect(coverage.complete).toBe(true);
    expect(coverage.warnings).toContainEqual(
      expect.objectContaining({ field: 'comment', source: 'comment:990001' }),
    );
  });

  it('is taken back when it was made private later', async () => {
    const story = {
      ...plainStory()
        .after(30)
        .raw(tom, [{ type: 'CommentPrivacyChange', comment_id: lost.id, public: false }])
        .asOf('2026-11-20T12:00:00Z'),
      unsaved: [{ ...lost, public: false }],
    };
    const capture = await captureOf(story);
    expect(ofKind(capture, 'revision')).toMatchObject([{ of: 'comment:990001', what: 'made_internal' }]);
    expect(ofKind(capture, 'message')[1]?.audience).toBe('customer');
  });

  it('stays missing where the list is refused, and the capture is partial', async () => {
    const story = told();
    const capture = await captureOf(story, { refused: ['comments'] });
    expect(partOf(capture, 'comments')).toMatchObject({ state: 'partial', found: 2, expected: 3 });
    expect(capture.coverage.complete).toBe(false);
  });
});

it('costs no request where the numbers agree', async () => {
  const story = plainStory().asOf('2026-11-20T12:00:00Z');
  expect((await askedBy(story)).some((path) => path.includes('/comments.json'))).toBe(false);
});

it('a comment the history holds and Zendesk counts no longer stays, and is told', async () => {
  const story = plainStory().after(10).note(jonas, 'Gone from the list.').asOf('2026-11-20T12:00:00Z');
  const capture = await captureOf(story, { commentCount: 1 });
  expect(ofKind(capture, 'message')).toHaveLength(2);
  expect(partOf(capture, 'comments')?.note).toBe('1 no longer counted by Zendesk');
  expect(capture.ticket.requester).toBe(String(henrik.id));
});
