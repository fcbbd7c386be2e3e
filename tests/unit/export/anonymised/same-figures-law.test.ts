// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { analyse } from '../../../../lib/analysis/analyse';
import { anonymiseCapture } from '../../../../lib/export/anonymised/anonymise-capture';
import { inOrder } from '../../../../lib/ticket/order';
import { type Capture, parseCapture } from '../../../../lib/ticket/schema';
import { captureArbitrary } from '../../postmortem/arbitrary-capture';
import { ticket } from '../../support/capture-builder';
import { figuresOf } from '../../support/figures';
import { storyCaptures } from './story-captures';

// Hundreds of whole captures are analysed twice.
vi.setConfig({ testTimeout: 60_000 });

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

  it('has them where only the ids tell which of two events came first', () => {
    const together = (id: string) => ({ id, seq: 5 });
    const capture = ticket()
      .customer('+0', 'Down again.', together('z:90'))
      .status('+1h', 'new', 'open', together('txn:30'))
      .status('+1h', 'open', 'solved', together('txn:20'))
      .status('+1h', 'solved', 'pending', together('txn:10'))
      .reply('+2h', 'Back.', together('a:1'))
      .build();
    const result = anonymiseCapture(capture);
    const placesOf = ({ ticket: { events } }: Capture) =>
      inOrder(events).map((event) => events.indexOf(event));
    expect(placesOf(capture)).toEqual([0, 3, 2, 1, 4]);
    expect(placesOf(result)).toEqual(placesOf(capture));
    expect(figuresOf(result)).toEqual(figuresOf(capture));
  });

  it('keeps what escalations are read from: tiers, specialists, tags and rules', () => {
    const capture = ticket()
      .customer('+0', 'Down again.')
      .group('+1h', 'Brightwell desk', 'Brightwell L2')
      .group('+2h', 'Brightwell L2', 'Payments engineering')
      .tag('+3h', 'brightwell_escalated')
      .priority('+4h', 'Normal', 'Urgent', { rule: 'Escalate Brightwell' })
      .customer('+5h', 'Let me speak to your manager, Bo.')
      .build();
    const kinds = (of: Capture) => analyse(of, { now: of.capturedAt }).escalations.map(({ kind }) => kind);
    expect(kinds(capture)).toEqual([
      'group_raised',
      'group_raised',
      'tagged',
      'priority_raised',
      'customer_asked',
    ]);
    expect(kinds(anonymiseCapture(capture))).toEqual(kinds(capture));
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
