// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymiseCapture } from '../../../../lib/export/anonymised/anonymise-capture';
import { parseCapture } from '../../../../lib/ticket/schema';
import { captureArbitrary } from '../../postmortem/arbitrary-capture';
import { figuresOf } from '../../support/figures';
import { storyCaptures } from './story-captures';

describe('the analysis of an anonymised capture', () => {
  it('has the clocks, waits, hand-offs and counts of the original, for the stories of both helpdesks', async () => {
    for (const { name, capture } of await storyCaptures()) {
      expect(figuresOf(anonymiseCapture(capture)), name).toEqual(figuresOf(capture));
    }
  });

  it('has them for any capture', () => {
    fc.assert(
      fc.property(captureArbitrary(), (capture) => {
        const result = anonymiseCapture(capture);
        expect(parseCapture(result)).toMatchObject({ ok: true });
        expect(figuresOf(result)).toEqual(figuresOf(capture));
      }),
      { numRuns: 300 },
    );
  });

  it('comes out the same each time, and is not changed by doing it again to the same capture', () => {
    fc.assert(
      fc.property(captureArbitrary(), (capture) => {
        const before = JSON.stringify(capture);
        const once = JSON.stringify(anonymiseCapture(capture));
        expect(JSON.stringify(anonymiseCapture(JSON.parse(before)))).toBe(once);
        expect(JSON.stringify(capture)).toBe(before);
      }),
      { numRuns: 50 },
    );
  });
});
