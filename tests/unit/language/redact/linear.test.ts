import { describe, expect, it } from 'vitest';
import { makeTokens, redact } from '../../../../lib/language/redact';
import { ticket } from '../../support/capture-builder';
import { busy } from './busy-texts';

const tokens = makeTokens(
  ticket({ organization: 'Brightwell Logistics' }).customer('+0', 'My password is hunter2!x.').build(),
);

/** How much processor it takes, in milliseconds: what else the machine does is not in it. */
function cost(piece: string, length: number): number {
  const text = piece.repeat(Math.ceil(length / piece.length));
  const before = process.cpuUsage();
  redact(text, tokens);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe('redaction', () => {
  // Four times the text costs sixteen times as much where time grows with the square, a thousand where it is worse.
  it.each(busy.map((piece) => [JSON.stringify(piece), piece]))(
    'takes no more than its length for %s',
    (_, piece) => {
      const small = Math.min(cost(piece, 20_000), cost(piece, 20_000));
      const large = Math.min(cost(piece, 80_000), cost(piece, 80_000));
      expect(large).toBeLessThan(10 * Math.max(small, 20));
    },
    60_000,
  );
});
