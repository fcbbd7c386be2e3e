import { useEffect, useRef } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import { redraft } from '../../lib/postmortem/redraft';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { Capture } from '../../lib/ticket/schema';
import type { PostmortemSession } from '../panel/use-postmortem';

const FOLLOW_MS = 600;

/** What nobody has touched follows what people fill in: facts, whys, kind and severity. */
export function useKeptInStep(
  postmortem: Postmortem,
  capture: Capture,
  analysis: Analysis,
  follow: PostmortemSession['follow'],
): void {
  const { facts, whys, kind, customKind, severity, causes } = postmortem;
  const answers = whys.map(({ answer }) => answer);
  const entered = JSON.stringify([facts, answers, kind, customKind, severity, causes]);
  const seen = useRef(entered);
  useEffect(() => {
    if (seen.current === entered) return;
    // Half a word makes no sentence: the draft follows once nobody has typed for a moment.
    const timer = setTimeout(() => {
      seen.current = entered;
      follow((current) => redraft(current, capture, analysis).next);
    }, FOLLOW_MS);
    return () => clearTimeout(timer);
  }, [entered, capture, analysis, follow]);
}
