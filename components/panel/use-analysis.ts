/** The analysis of the ticket on screen. Its code loads while the helpdesk answers, so that nothing waits for it. */
import { useEffect, useMemo, useState } from 'react';
import type { AnalyseOptions } from '../../lib/analysis/analyse';
import type { Analysis } from '../../lib/analysis/types';
import type { Capture } from '../../lib/ticket/schema';

type Loaded = { analyse: typeof import('../../lib/analysis/analyse').analyse } | { error: unknown };

let loading: Promise<typeof import('../../lib/analysis/analyse')> | undefined;

/** Called when a pull begins; the same code serves every ticket. */
export function loadAnalysis(): Promise<typeof import('../../lib/analysis/analyse')> {
  if (!loading) {
    loading = import('../../lib/analysis/analyse');
    // A file that cannot be read is told by whoever waits for it.
    loading.then(getReady, () => undefined);
  }
  return loading;
}

/** While the panel waits for the helpdesk, and only then: a browser without idle time to give compiles when it must. */
function getReady({ compileAhead }: Pick<typeof import('../../lib/analysis/analyse'), 'compileAhead'>): void {
  if (typeof requestIdleCallback === 'undefined') return;
  const steps = compileAhead();
  const step = (deadline: IdleDeadline) => {
    do {
      if (steps.next().done) return;
    } while (deadline.timeRemaining() > SPARE_MS);
    requestIdleCallback(step);
  };
  requestIdleCallback(step);
}

/** What one step may take, so that none runs into the time the panel needs. */
const SPARE_MS = 6;

/** Undefined while there is no capture, or the code is on its way. */
export function useAnalysis(
  capture: Capture | undefined,
  options: AnalyseOptions | undefined,
): Analysis | undefined {
  const [loaded, setLoaded] = useState<Loaded>();
  const isWanted = capture !== undefined;
  useEffect(() => {
    if (!isWanted) return;
    let gone = false;
    loadAnalysis().then(
      ({ analyse }) => !gone && setLoaded({ analyse }),
      (error: unknown) => !gone && setLoaded({ error }),
    );
    return () => {
      gone = true;
    };
  }, [isWanted]);
  // A file of the extension that cannot be read is a bug; the panel's own boundary says so.
  if (loaded && 'error' in loaded) throw loaded.error;
  const analyse = loaded?.analyse;
  return useMemo(() => capture && options && analyse?.(capture, options), [capture, options, analyse]);
}
