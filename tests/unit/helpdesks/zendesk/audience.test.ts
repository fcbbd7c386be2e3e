import { describe, expect, it } from 'vitest';
import { jonas, priya, tom } from '../../../helpdesks/zendesk/cast';
import type { WireEvent, ZendeskStory } from '../../../helpdesks/zendesk/wire';
import { captureOf, ofKind, plainStory } from './harness';

/** A reply at 09:10, as the audits tell it after what was done to it at 09:20 and later. */
function storyOf(
  isPublicNow: boolean,
  ...later: ((comment: number) => Omit<WireEvent, 'id'>)[]
): ZendeskStory {
  const told = plainStory().after(10).reply(jonas, 'Meant for us alone.');
  const comment = 77 * 10_000_000 + 8;
  for (const event of later) told.after(10).raw(tom, [event(comment)]);
  const story = told.asOf('2026-11-20T12:00:00Z');
  const found = story.audits[1]?.events.find(({ type }) => type === 'Comment');
  if (!found) throw new Error('no comment');
  Object.assign(found, { id: comment, public: isPublicNow });
  return story;
}

const privacy = (isPublic: boolean) => (comment_id: number) => ({
  type: 'CommentPrivacyChange',
  comment_id,
  public: isPublic,
});

describe('a comment made private', () => {
  it.each([
    ['and its own flag tells today', false],
    ['and its own flag tells that day', true],
  ])('was read by the customer before, %s', async (_name, isPublicNow) => {
    const capture = await captureOf(storyOf(isPublicNow, privacy(false)));
    const reply = ofKind(capture, 'message')[1];
    expect(reply).toMatchObject({ audience: 'customer', body: { text: 'Meant for us alone.' } });
    expect(ofKind(capture, 'revision')).toMatchObject([
      {
        of: reply?.id,
        what: 'made_internal',
        time: { at: '2026-11-20T09:20:00.000Z' },
        actor: { id: String(tom.id) },
      },
    ]);
  });

  it('and public again is told step by step', async () => {
    const capture = await captureOf(storyOf(true, privacy(false), privacy(true)));
    expect(ofKind(capture, 'message')[1]?.audience).toBe('customer');
    expect(ofKind(capture, 'revision').map(({ what }) => what)).toEqual(['made_internal', 'made_public']);
  });
});

describe('a comment blacked out', () => {
  it.each<[string, string, object, string]>([
    ['in its text', 'CommentRedactionEvent', {}, 'redacted'],
    ['in an attachment', 'AttachmentRedactionEvent', { attachment_id: 5 }, 'redacted'],
    ['altogether', 'CommentDeletionEvent', {}, 'deleted'],
  ])('%s says so, and when', async (_name, type, more, what) => {
    const capture = await captureOf(storyOf(true, (comment_id) => ({ type, comment_id, ...more })));
    const reply = ofKind(capture, 'message')[1];
    expect(reply?.state).toBe(what);
    expect(ofKind(capture, 'revision')).toMatchObject([{ of: reply?.id, what }]);
    expect(capture.coverage.unknownTypes).toEqual([]);
  });

  it('after it was made private is both', async () => {
    const redacted = (comment_id: number) => ({ type: 'CommentRedactionEvent', comment_id });
    const capture = await captureOf(storyOf(false, privacy(false), redacted));
    expect(ofKind(capture, 'message')[1]).toMatchObject({ audience: 'customer', state: 'redacted' });
    expect(ofKind(capture, 'revision').map(({ what }) => what)).toEqual(['made_internal', 'redacted']);
  });
});

it('a note stays a note for everybody, whoever looks', async () => {
  const told = plainStory().after(10).note(jonas, 'Between us.').asOf('2026-11-20T12:00:00Z');
  const capture = await captureOf({ ...told, me: priya });
  expect(ofKind(capture, 'message').map(({ audience }) => audience)).toEqual(['customer', 'internal']);
});
