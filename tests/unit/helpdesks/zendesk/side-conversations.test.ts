import { describe, expect, it } from 'vitest';
import { jonas } from '../../../helpdesks/zendesk/cast';
import type { WireSideConversation } from '../../../helpdesks/zendesk/wire';
import { askedBy, captureOf, ofKind, partOf, plainStory } from './harness';

const letter = (n: number, state: 'open' | 'closed'): WireSideConversation => ({
  id: `8566255a-ece5-11e8-857d-49${n}`,
  subject: '</script> Contract of Brightwell, do not forward',
  preview_text: 'As agreed on the phone, the penalty clause',
  state,
  participants: [{ name: 'Lena Vogt', email: 'lena.vogt@vendor.example' }],
  created_at: `2026-11-20T09:1${n}:00Z`,
  updated_at: `2026-11-2${n}T10:00:00Z`,
});

const started = () =>
  plainStory()
    .after(10)
    .raw(jonas, [
      {
        type: 'CollabThreadCreated',
        subject: 'Contract of Brightwell',
        thread_id: '8566255a',
        recipient_count: 1,
      },
    ])
    .asOf('2026-11-20T12:00:00Z');

describe('side conversations', () => {
  it('are counted with their state and their newest change, and named as not read', async () => {
    const told = {
      ...started(),
      sideConversations: [letter(1, 'open'), letter(2, 'open'), letter(3, 'closed')],
    };
    expect(partOf(await captureOf(told), 'side_conversations')).toEqual({
      part: 'side_conversations',
      state: 'partial',
      found: 0,
      expected: 3,
      note: '3 side conversations (2 open, 1 closed; last changed on 2026-11-23 UTC), their texts are not read',
    });
  });

  it('keep their subjects, texts and people to themselves', async () => {
    const told = { ...started(), sideConversations: [letter(1, 'open')] };
    const capture = await captureOf(told);
    expect(JSON.stringify(capture)).not.toMatch(/Contract|penalty|Vogt|vendor\.example/);
    expect(ofKind(capture, 'other').at(-1)).toMatchObject({ label: 'Side conversation', data: {} });
    expect(partOf(capture, 'side_conversations')?.note).toBe(
      '1 side conversation (1 open; last changed on 2026-11-21 UTC), its texts are not read',
    );
  });

  it('that may not even be counted are named by what the history tells', async () => {
    expect(partOf(await captureOf(started()), 'side_conversations')).toEqual({
      part: 'side_conversations',
      state: 'refused',
      found: 0,
      expected: 1,
    });
  });

  it('cost no request where the history mentions none', async () => {
    const told = plainStory().asOf('2026-11-20T12:00:00Z');
    expect((await askedBy(told)).some((path) => path.includes('side_conversations'))).toBe(false);
  });

  it('leave the ticket itself complete', async () => {
    const told = { ...started(), sideConversations: [letter(1, 'open')] };
    expect((await captureOf(told)).coverage.complete).toBe(true);
  });
});
