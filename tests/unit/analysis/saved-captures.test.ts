import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { phraseText } from '../../../lib/analysis/headline';
import { anonymiseCapture } from '../../../lib/export/anonymised/anonymise-capture';
import { figuresOf } from '../support/figures';
import { savedCapture, savedCaptureNames } from '../support/saved-captures';

describe('a capture saved for a bug report', () => {
  it.each(savedCaptureNames())('%s reads, is analysed, and rests on its own events', (name) => {
    const capture = savedCapture(name);
    const { counts, keyEvents, waits } = analyse(capture, { now: capture.capturedAt });
    const ids = new Set(capture.ticket.events.map(({ id }) => id));
    expect(counts.events).toBe(ids.size);
    expect([...keyEvents.map(({ id }) => id), ...waits.flatMap(({ events }) => events)]).toSatisfy(
      (used: string[]) => used.every((id) => ids.has(id)),
    );
    expect(figuresOf(anonymiseCapture(capture))).toEqual(figuresOf(capture));
  });

  it('says of the terminals that nobody answered what the customer’s own ticket said', () => {
    const capture = savedCapture('debrief-capture-zendesk-5a6670ef.json');
    const analysis = analyse(capture, { now: capture.capturedAt });
    expect(analysis.counts).toMatchObject({ customerMessages: 2, replies: 0, notes: 1 });
    expect(phraseText(analysis.headline)).toMatch(
      /^Organisation 1 has been waiting 3 h 2\d min for a human; /,
    );
    expect(analysis.slas.map(({ metric, state }) => [metric, state])).toContainEqual([
      'first_reply',
      'active_breached',
    ]);
  });
});
