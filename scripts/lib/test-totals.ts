/** Adds up what the test runners report, without trusting a report more than the runner's own exit code. */
export interface Totals {
  passed: number;
  failed: number;
}

/** `report` is what the runner wrote, undefined when it wrote nothing. */
export function totalsOf(report: unknown, exitCode: number): Totals {
  const totals = vitestTotals(report) ?? playwrightTotals(report) ?? { passed: 0, failed: 0 };
  // A crash, a broken file or an unhandled error fails the run without failing one test.
  return exitCode !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

export function sum(all: readonly Totals[]): Totals {
  return all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

export function summaryLine({ passed, failed }: Totals): string {
  return `${passed} passed, ${failed} failed`;
}

function vitestTotals(report: unknown): Totals | undefined {
  const passed = count(report, 'numPassedTests');
  const failed = count(report, 'numFailedTests');
  return passed === undefined || failed === undefined ? undefined : { passed, failed };
}

function playwrightTotals(report: unknown): Totals | undefined {
  const stats = part(report, 'stats');
  const passed = count(stats, 'expected');
  const failed = count(stats, 'unexpected');
  const flaky = count(stats, 'flaky');
  if (passed === undefined || failed === undefined || flaky === undefined) return undefined;
  return { passed, failed: failed + flaky };
}

function count(from: unknown, name: string): number | undefined {
  const value = part(from, name);
  return typeof value === 'number' ? value : undefined;
}

function part(from: unknown, name: string): unknown {
  return from && typeof from === 'object' && name in from
    ? (from as Record<string, unknown>)[name]
    : undefined;
}
