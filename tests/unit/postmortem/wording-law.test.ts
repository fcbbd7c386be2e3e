/** What Debrief drafts is held to what Debrief asks of people: no blame, and actions one can check. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBlame, openEndOf } from '../../../lib/language/blame';
import { findVague } from '../../../lib/language/vague';
import type { Postmortem } from '../../../lib/postmortem/schema';
import type { Capture } from '../../../lib/ticket/schema';
import { demoStories, escalationStory, hostileStory } from '../../helpdesks/zendesk/stories';
import { captureOf } from '../helpdesks/zendesk/harness';
import { LAW_TIMEOUT_MS, runs } from '../support/runs';
import { savedCapture, savedCaptureNames } from '../support/saved-captures';
import { captureArbitrary, NOW } from './arbitrary-capture';
import { draftOf } from './drafting';

/** The draft's own sentences; a timeline row may hold a person's words and is not among them. */
function remarks({ sections, whys, actions }: Postmortem): string[] {
  const texts = [
    ...Object.values(sections).map(({ text }) => text),
    ...whys.flatMap(({ question, answer }) => [question, answer]),
  ];
  return [
    ...texts.flatMap((text) =>
      findBlame(text).map(({ start, end }) => `${text.slice(start, end)} in: ${text}`),
    ),
    ...whys.flatMap(({ answer }) => (openEndOf(answer) ? [`ends the chain: ${answer}`] : [])),
    ...actions.flatMap(({ text }) =>
      findVague({ text })
        .filter(({ field }) => field === 'text')
        .map(({ question }) => question),
    ),
  ];
}

/** A team called “| a | <script>Tier 2” may be taken for two sentences; one that people would name may not. */
function namesIn({ ticket }: Capture): string[] {
  return [
    ...ticket.people.flatMap(({ name, team, org }) => [name, team, org]),
    ticket.subject,
    ticket.organization,
    ticket.group?.label,
    ...ticket.events.flatMap((event) => JSON.stringify(event).match(/(?<="label":")[^"]+/g) ?? []),
  ].filter((name) => name !== undefined && name !== '') as string[];
}

describe('a draft', () => {
  it('of a saved capture is never remarked on', () => {
    for (const name of savedCaptureNames()) expect(remarks(draftOf(savedCapture(name))), name).toEqual([]);
  });

  it('of the stories is never remarked on', { timeout: LAW_TIMEOUT_MS }, async () => {
    for (const story of [escalationStory(), hostileStory(), ...demoStories()])
      expect(remarks(draftOf(await captureOf(story)))).toEqual([]);
  });

  it('of any ticket is never remarked on', { timeout: LAW_TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(captureArbitrary(), (capture) => {
        fc.pre(namesIn(capture).every((name) => /^[\p{L}\p{N}][\p{L}\p{N} -]*$/u.test(name)));
        expect(remarks(draftOf(capture, NOW))).toEqual([]);
      }),
      runs(100, 5_000),
    );
  });
});
