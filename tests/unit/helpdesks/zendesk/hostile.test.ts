import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TicketRef } from '../../../../lib/helpdesks/contract';
import { zendesk } from '../../../../lib/helpdesks/zendesk';
import { parseCapture } from '../../../../lib/ticket/schema';
import { answeringPage } from '../../../helpdesks/zendesk/node-page';
import { answerApi } from '../../../helpdesks/zendesk/replay-api';
import { escalationStory, hostileStory } from '../../../helpdesks/zendesk/stories';
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

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const strange = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    9e15,
    '',
    ' ',
    '2026-11-17T08:12:05Z',
    '9999999999',
    [],
    {},
  ),
  fc.constantFrom<Json>(
    '0000-00-00T00:00:00Z',
    '9999-12-31T23:59:59-12:00',
    'x'.repeat(5_000),
    '\uD800',
    '__proto__',
  ),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
  fc.constant(nested(2_000)),
);

/** Replaces one value somewhere in an answer, found by turns so that deep places are reached as often. */
function mutate(json: Json, turns: readonly number[], value: Json): Json {
  const [turn, ...rest] = turns;
  if (turn === undefined || typeof json !== 'object' || json === null) return value;
  if (Array.isArray(json)) {
    if (json.length === 0) return value;
    const index = turn % json.length;
    return json.map((item, at) => (at === index ? mutate(item, rest, value) : item));
  }
  const keys = Object.keys(json);
  if (keys.length === 0) return value;
  const chosen = keys[turn % keys.length] ?? '';
  return { ...json, [chosen]: mutate(json[chosen] ?? null, rest, value) };
}

it('answers with a capture the schema accepts or a problem with a next step, whatever comes', async () => {
  const told = escalationStory();
  const spot = fc.record({
    on: fc.constantFrom(
      '/tickets/48213',
      '/audits',
      '/metrics',
      '/users',
      '/groups',
      '/ticket_fields',
      '/count',
    ),
    turns: fc.array(fc.nat(400), { minLength: 1, maxLength: 9 }),
    value: strange,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(spot, { minLength: 1, maxLength: 6 }), async (spots) => {
      const page = answeringPage(48_213, (url) => {
        const { status, body } = answerApi([told], url, {});
        let json = JSON.parse(JSON.stringify(body)) as Json;
        const path = url.pathname.replace('.json', '');
        for (const { on, turns, value } of spots)
          if (path.endsWith(on) || path.includes(`${on}/`)) json = mutate(json, turns, value);
        return { status, body: json };
      });
      const result = await zendesk.pull(zendesk.locate(page.url) as TicketRef, page);
      if (result.ok) expect(parseCapture(result.value)).toMatchObject({ ok: true });
      else
        expect(result.problem).toMatchObject({
          code: 'unexpected_answer',
          next: expect.stringMatching(/\.$/),
        });
    }),
    { numRuns: 120 },
  );
}, 60_000);

function nested(depth: number): Json {
  let json: Json = 'x';
  for (let n = 0; n < depth; n++) json = n % 2 ? [json] : { deep: json };
  return json;
}
