import { describe, expect, it } from 'vitest';
import { henrik, jonas, tom } from '../../../helpdesks/zendesk/cast';
import type { ZendeskStory } from '../../../helpdesks/zendesk/wire';
import { captureOf, ofKind, plainStory, rowsOf } from './harness';

describe('what was said', () => {
  it('keeps who could read a comment when it was written, and that it was made internal later', async () => {
    const told = plainStory()
      .after(10)
      .note(jonas, 'Sent to the customer by mistake.')
      .asOf('2026-11-20T12:00:00Z');
    const comment = told.audits[1]?.events[0];
    if (!comment) throw new Error('no comment');
    told.audits.push({
      ...structuredClone(told.audits[1] as ZendeskStory['audits'][number]),
      id: 77_000_009,
      created_at: '2026-11-20T09:20:00Z',
      events: [{ id: 5, type: 'CommentPrivacyChange', comment_id: comment.id, public: false }],
    });
    const capture = await captureOf(told);
    expect(ofKind(capture, 'message').at(-1)?.audience).toBe('customer');
    expect(ofKind(capture, 'revision')).toMatchObject([
      { what: 'made_internal', of: `audit:77000002/evt:${comment.id}` },
    ]);
  });

  it('marks a redacted comment and says when', async () => {
    const told = plainStory().asOf('2026-11-20T12:00:00Z');
    const id = told.audits[0]?.events[0]?.id;
    const after = plainStory()
      .after(30)
      .raw(tom, [{ type: 'CommentRedactionEvent', comment_id: id }])
      .asOf('2026-11-20T12:00:00Z');
    const capture = await captureOf(after);
    expect(ofKind(capture, 'message')[0]).toMatchObject({ state: 'redacted' });
    expect(ofKind(capture, 'revision')).toMatchObject([{ what: 'redacted', actor: { id: String(tom.id) } }]);
  });

  it('reads a call without its numbers and its recording', async () => {
    const rows = await rowsOf({
      type: 'VoiceComment',
      public: true,
      author_id: jonas.id,
      via: { channel: 'voice', source: { from: {}, to: {}, rel: 'inbound' } },
      data: {
        from: '+4500000001',
        to: '+4500000002',
        call_duration: 95,
        answered_by_id: jonas.id,
        recording_url: 'https://acme.zendesk.com/recording/abc',
        transcription_text: 'Hello, it is me.',
        transcription_visible: true,
      },
      body: 'Call from +4500000001',
    });
    expect(rows).toMatchObject([
      {
        kind: 'call',
        direction: 'in',
        durationMs: 95_000,
        outcome: 'answered',
        transcript: 'Hello, it is me.',
        via: { channel: 'phone' },
      },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/\+45|recording\/abc/);
  });

  it('prefers the plain text, takes tokens out of links, and reads bare HTML with a warning', async () => {
    const link =
      'https://acme.zendesk.com/attachments/token/AbCdEf123/?name=x.png and https://x.example/?token=s3cret&a=1';
    const rows = await rowsOf(
      {
        type: 'Comment',
        public: true,
        author_id: jonas.id,
        plain_body: `Plain&nbsp;${link}`,
        body: 'Marked',
        html_body: '<b>x</b>',
      },
      { type: 'Comment', public: false, author_id: jonas.id, html_body: '<p>Only <b>HTML</b></p>' },
    );
    const texts = rows.map((row) => row.kind === 'message' && row.body.text);
    expect(texts[0]).toContain('Plain https://acme.zendesk.com/attachments/token/…');
    expect(texts[0]).not.toMatch(/AbCdEf123|s3cret/);
    expect(String(texts[1]).replace(/\s+/g, ' ')).toBe('Only HTML');
  });

  it('takes a comment that does not say who could read it as internal', async () => {
    expect(await rowsOf({ type: 'Comment', body: 'Who sees this?' })).toMatchObject([
      { kind: 'message', audience: 'internal' },
    ]);
  });

  it.each<[string, number[], object]>([
    [
      'to the requester',
      [henrik.id],
      { kind: 'message', audience: 'customer', auto: 'rule', actor: { side: 'system' } },
    ],
    ['to agents', [tom.id, jonas.id], { kind: 'other', label: 'Notification', data: { recipients: 2 } }],
  ])('tells a mail a rule sent %s', async (_name, recipients, expected) => {
    const via = {
      channel: 'rule',
      source: { from: { id: 1, title: 'Reminder' }, to: {}, rel: 'automation' },
    };
    const [row] = await rowsOf({
      type: 'Notification',
      subject: 'Still there?',
      body: 'We wait for you.',
      recipients,
      via,
    });
    expect(row).toMatchObject({ ...expected, via: { rule: { type: 'automation', title: 'Reminder' } } });
  });
});
