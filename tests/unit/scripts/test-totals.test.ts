import { expect, it } from 'vitest';
import { sum, summaryLine, totalsOf } from '../../../scripts/lib/test-totals';

it('reads both runners and adds them up', () => {
  const unit = totalsOf({ numPassedTests: 40, numFailedTests: 1, numTotalTests: 41 }, 1);
  const browser = totalsOf({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 } }, 1);
  expect(summaryLine(sum([unit, browser]))).toBe('45 passed, 3 failed');
});

it('counts a runner that failed without a failed test', () => {
  expect(totalsOf({ numPassedTests: 40, numFailedTests: 0 }, 1)).toEqual({ passed: 40, failed: 1 });
  expect(totalsOf(undefined, 137)).toEqual({ passed: 0, failed: 1 });
  expect(totalsOf({ stats: {} }, 1)).toEqual({ passed: 0, failed: 1 });
});
