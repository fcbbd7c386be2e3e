/** What is stored or imported may have been damaged or made up: it is a capture that can be worked with, or refused. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toMarkdown } from '../../../lib/export/to-markdown';
import { parseCapture } from '../../../lib/ticket/schema';
import { escalationStory } from '../../helpdesks/zendesk/stories';
import { captureOf } from '../helpdesks/zendesk/harness';
import { recordOf } from '../postmortem/drafting';
import { type Json, mutated, mutation, strange } from '../support/mutations';
import { LAW_TIMEOUT_MS, runs } from '../support/runs';

it('a damaged capture is refused with a reason, or can be drafted from', {
  timeout: LAW_TIMEOUT_MS,
}, async () => {
  const whole: Json = JSON.parse(JSON.stringify(await captureOf(escalationStory())));
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      const parsed = parseCapture(mutations.reduce(mutated, whole));
      if (!parsed.ok) {
        expect(parsed.problem).toMatchObject({ code: 'unexpected_answer', at: expect.stringMatching(/./) });
        return;
      }
      accepted++;
      const stored: unknown = JSON.parse(JSON.stringify(parsed.value));
      expect(parseCapture(stored)).toEqual({ ok: true, value: stored });
      const { site, url, events } = parsed.value.ticket;
      const links = [url, ...events.map((event) => event.url ?? url)];
      expect(links.filter((link) => new URL(link).origin !== new URL(site).origin)).toEqual([]);
      expect(toMarkdown(recordOf(parsed.value, '2026-12-01T12:00:00.000Z'))).toMatch(/^# /);
    }),
    runs(300),
  );
  expect(accepted).toBeGreaterThan(0);
});

it('anything else is refused', { timeout: LAW_TIMEOUT_MS }, () => {
  fc.assert(
    fc.property(strange, (input) => {
      expect(parseCapture(input).ok).toBe(false);
    }),
    runs(300),
  );
});
