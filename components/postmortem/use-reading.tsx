/**
 * What is made of the postmortem while somebody types in it. A key draws the field it goes into and no more: what is
 * shown of the whole comes after that frame (`useLate`), and what has to read it once nobody has typed for a moment.
 */
import { createContext, startTransition, use, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import type { CheckReport } from '../../lib/postmortem/check';
import type { ClaimCheck, ClaimPlace } from '../../lib/postmortem/claims';
import { textAt } from '../../lib/postmortem/claims/place';
import { knowClaim } from '../../lib/postmortem/edit';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { Capture } from '../../lib/ticket/schema';
import type { PostmortemSession } from '../panel/use-postmortem';

interface Reading {
  /** What was read; while somebody types on, the text is another one. */
  of: Postmortem;
  claims: readonly ClaimCheck[];
  report: CheckReport;
}

interface Claims extends Partial<Pick<Reading, 'of' | 'claims'>> {
  known: Postmortem['knownClaims'];
  onKnow: (check: ClaimCheck) => void;
}

const LateContext = createContext<Postmortem | undefined>(undefined);
const ClaimsContext = createContext<Claims | undefined>(undefined);
const ReportContext = createContext<CheckReport | undefined>(undefined);

interface ReadingProviderProps {
  postmortem: Postmortem;
  capture: Capture;
  analysis: Analysis;
  onChange: PostmortemSession['change'];
  children: React.ReactNode;
}

export function ReadingProvider({ postmortem, capture, analysis, onChange, children }: ReadingProviderProps) {
  const reading = useRead(postmortem, capture, analysis);
  const { knownClaims: known } = postmortem;
  const claims = useMemo(
    () => ({
      ...(reading ? { of: reading.of, claims: reading.claims } : {}),
      known,
      onKnow: ({ section, text }: ClaimCheck) =>
        onChange((current, now) => knowClaim(current, { section, text }, now)),
    }),
    [reading, known, onChange],
  );
  return (
    <LateContext value={useDeferredValue(postmortem)}>
      <ClaimsContext value={claims}>
        <ReportContext value={reading?.report}>{children}</ReportContext>
      </ClaimsContext>
    </LateContext>
  );
}

/** The postmortem as it was before the key that is being drawn, and right after that as it is. */
export function useLate(): Postmortem {
  const late = use(LateContext);
  if (!late) throw new Error('useLate needs a ReadingProvider above it');
  return late;
}

/** What the postmortem lacks; undefined until it was read for the first time. */
export function useReport(): CheckReport | undefined {
  return use(ReportContext);
}

/** What there is to ask about a part, what is wrong first; `isCurrent`: its places are those of the text on screen. */
export function useClaims(place: ClaimPlace, text: string) {
  const claims = use(ClaimsContext);
  const found = useMemo(() => {
    const isKnown = ({ text: words }: ClaimCheck) =>
      claims?.known.some((known) => known.section === place && known.text === words);
    const open = claims?.claims?.filter(
      (check) => check.section === place && check.verdict !== 'supported' && !isKnown(check),
    );
    return open?.sort((a, b) => Number(b.verdict === 'contradicted') - Number(a.verdict === 'contradicted'));
  }, [claims?.claims, claims?.known, place]);
  const checked = claims?.of && textAt(claims.of, place);
  return {
    checks: found ?? [],
    text: checked ?? '',
    isCurrent: checked === text,
    onKnow: claims?.onKnow,
  };
}

const PAUSE_MS = 400;

/** One reading for all its fields and for the list of what is missing; the rules come with the screen's idle time. */
function useRead(postmortem: Postmortem, capture: Capture, analysis: Analysis): Reading | undefined {
  const [reading, setReading] = useState<Reading>();
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(async () => {
      const { checkClaims, report } = await fetchRules();
      if (gone) return;
      const claims = checkClaims(postmortem, capture, analysis);
      const now = new Date().toISOString();
      const read = { of: postmortem, claims, report: report(postmortem, capture, analysis, { now, claims }) };
      startTransition(() => setReading(read));
    }, PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [postmortem, capture, analysis]);
  return reading;
}

async function fetchRules() {
  const [{ checkClaims }, { report }] = await Promise.all([
    import('../../lib/postmortem/claims'),
    import('../../lib/postmortem/check'),
  ]);
  return { checkClaims, report };
}
