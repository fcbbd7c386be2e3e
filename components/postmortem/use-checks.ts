/** What the postmortem lacks, read again once nobody has typed for a moment; the rules load with the screen's idle time. */
import { useEffect, useState } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import type { CheckReport } from '../../lib/postmortem/check';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { Capture } from '../../lib/ticket/schema';

const PAUSE_MS = 400;

export function useChecks(
  postmortem: Postmortem,
  capture: Capture,
  analysis: Analysis,
): CheckReport | undefined {
  const [report, setReport] = useState<CheckReport>();
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(async () => {
      const rules = await import('../../lib/postmortem/check');
      if (gone) return;
      setReport(rules.report(postmortem, capture, analysis, { now: new Date().toISOString() }));
    }, PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [postmortem, capture, analysis]);
  return report;
}
