import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSentences } from '../../../lib/language/sentences';
import { parsePostmortem, textSectionNames } from '../../../lib/postmortem/schema';
import { LAW_TIMEOUT_MS, runs } from '../support/runs';
import { captureArbitrary, NOW } from './arbitrary-capture';
import { claimsOf, draftOf } from './drafting';

const law = (name: string, check: (draft: ReturnType<typeof draftOf>, capture: Capture) => void) =>
  it(name, { timeout: LAW_TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(captureArbitrary(), (capture) => check(draftOf(capture, NOW), capture)),
      runs(150, 10_000),
    );
  });
type Capture = Parameters<typeof draftOf>[0];

describe('a draft of any ticket', () => {
  law('has a summary of three to five sentences, whatever the ticket’s names and subject hold', (draft) => {
    const count = countSentences(draft.sections.summary.text);
    expect(draft.sections.summary.text).not.toContain('\n');
    expect([3, 4, 5], draft.sections.summary.text).toContain(count);
  });

  law('is a postmortem that can be read back', (draft) => {
    expect(parsePostmortem(JSON.parse(JSON.stringify(draft)))).toEqual({ ok: true, value: draft });
  });

  law('rests only on events of the ticket', (draft, capture) => {
    const known = new Set(capture.ticket.events.map((event) => event.id));
    const cited = [
      ...claimsOf(draft).flatMap((claim) => claim.events),
      ...draft.timeline.map((row) => row.event),
    ];
    expect(cited.filter((id) => !known.has(id))).toEqual([]);
  });

  law('is the same again from the same ticket', (draft, capture) => {
    expect(JSON.stringify(draftOf(structuredClone(capture), NOW))).toBe(JSON.stringify(draft));
  });

  law('keeps one fact on one line, and says in a section what its claims say', (draft) => {
    for (const name of textSectionNames) {
      const { text, claims, state } = draft.sections[name];
      expect(claims.filter((claim) => claim.text.includes('\n') || claim.text.trim() === '')).toEqual([]);
      expect([
        claims.map((claim) => claim.text).join(' '),
        claims.map((claim) => claim.text).join('\n'),
      ]).toContain(text);
      expect(state).toBe(text === '' ? 'empty' : 'generated');
    }
    expect(draft.timeline.filter((row) => /\n/.test(row.text) || row.text === '')).toEqual([]);
  });
});
