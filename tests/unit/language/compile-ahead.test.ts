import { expect, it } from 'vitest';
import { compileAhead, readSignals } from '../../../lib/language/signals';

it('compiling ahead comes to an end, in steps, and changes no reading', () => {
  const message = {
    text: 'Any news? I want a manager.',
    side: 'customer',
    at: '2026-11-16T08:00:00.000Z',
  } as const;
  const before = readSignals(message);
  expect([...compileAhead()].length).toBeGreaterThan(20);
  expect(readSignals(message)).toEqual(before);
});
