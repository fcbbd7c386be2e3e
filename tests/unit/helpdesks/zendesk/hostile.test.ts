import { expect, it } from 'vitest';
import { hostileStory } from '../../../helpdesks/zendesk/stories';
import { captureOf, ofKind } from './harness';

it('keeps hostile texts as plain text, without what nobody could see', async () => {
  const capture = await captureOf(hostileStory());
  const text = JSON.stringify(capture);
  expect(text).not.toMatch(/[\u200B\u202A-\u202E\uFEFF]/);
  expect(text).not.toMatch(/s3cr3tT0ken99|abcdef123456/);
  expect(text.isWellFormed()).toBe(true);
  expect(capture.ticket.subject).toContain("<script>alert('subject')</script>");
  expect(ofKind(capture, 'message')[1]?.body.text).toHaveLength(60_005);
  expect(
    capture.ticket.events.every(({ url }) => url?.startsWith('https://acme.zendesk.com/agent/tickets/48299')),
  ).toBe(true);
  expect(ofKind(capture, 'message')[0]?.attachments).toEqual([
    { name: '../../../etc/passwdgnp.exe', mime: 'text/html"><script>', inline: false },
  ]);
});

it('cuts a text longer than anybody writes, and says so', async () => {
  const told = hostileStory();
  const comment = told.audits[1]?.events[0];
  Object.assign(comment ?? {}, { plain_body: 'long '.repeat(100_000) });
  const message = ofKind(await captureOf(told), 'message')[1];
  expect(message?.body.truncated).toBe(true);
  expect(message?.body.text.length).toBeLessThanOrEqual(200_000);
});
