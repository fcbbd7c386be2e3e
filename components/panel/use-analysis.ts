/** The analysis of the ticket on screen. Its code loads while the helpdesk answers, so that nothing waits for it. */
import { useEffect, useMemo, useState } from 'react';
import type { AnalyseOptions } from '../../lib/analysis/analyse';
import type { Analysis } from '../../lib/analysis/types';
import type { Capture } from '../../lib/ticket/schema';

type Loaded = { analyse: typeof import('../../lib/analysis/analyse').analyse } | { error: unknown };

let loading: Promise<typeof import('../../lib/analysis/analyse')> | undefined;

/** Called when a pull begins; the same code serves every ticket. */
export function loadAnalysis(): Promise<typeof import('../../lib/analysis/analyse')> {
  loading ??= import('../../lib/analysis/analyse');
  return loading;
}

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
