/** The claim check of the postmortem on screen: one reading for all its fields, fetched when the first of them stands. */
import { createContext, use, useEffect, useMemo, useState } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import type { ClaimCheck, ClaimPlace, checkClaims } from '../../lib/postmortem/claims';
import { textAt } from '../../lib/postmortem/claims/place';
import { knowClaim } from '../../lib/postmortem/edit';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { Capture } from '../../lib/ticket/schema';
import type { PostmortemSession } from '../panel/use-postmortem';
import { useSettled } from './use-language';

interface Claims {
  checks: readonly ClaimCheck[];
  known: Postmortem['knownClaims'];
  /** What was checked; while somebody types on, the text is another one. */
  of: Postmortem;
  onKnow: (check: ClaimCheck) => void;
}

const ClaimsContext = createContext<Claims | undefined>(undefined);

interface ClaimsProviderProps {
  postmortem: Postmortem;
  capture: Capture;
  analysis: Analysis;
  onChange: PostmortemSession['change'];
  children: React.ReactNode;
}

export function ClaimsProvider({ postmortem, capture, analysis, onChange, children }: ClaimsProviderProps) {
  const check = useCheck();
  const of = useSettled(postmortem);
  const checks = useMemo(() => check?.(of, capture, analysis) ?? [], [check, of, capture, analysis]);
  const value = useMemo(
    () => ({
      checks,
      of,
      known: postmortem.knownClaims,
      onKnow: ({ section, text }: ClaimCheck) =>
        onChange((current, now) => knowClaim(current, { section, text }, now)),
    }),
    [checks, of, postmortem.knownClaims, onChange],
  );
  return <ClaimsContext value={value}>{children}</ClaimsContext>;
}

/** What there is to ask about a part, what is wrong first; `isCurrent`: its places are those of the text on screen. */
export function useClaims(place: ClaimPlace, text: string) {
  const claims = use(ClaimsContext);
  const found = useMemo(() => {
    const isKnown = ({ text: words }: ClaimCheck) =>
      claims?.known.some((known) => known.section === place && known.text === words);
    const open = claims?.checks.filter(
      (check) => check.section === place && check.verdict !== 'supported' && !isKnown(check),
    );
    return open?.sort((a, b) => Number(b.verdict === 'contradicted') - Number(a.verdict === 'contradicted'));
  }, [claims?.checks, claims?.known, place]);
  const checked = claims && textAt(claims.of, place);
  return {
    checks: found ?? [],
    text: checked ?? '',
    isCurrent: checked === text,
    onKnow: claims?.onKnow,
  };
}

let fetched: typeof checkClaims | undefined;

function useCheck(): typeof checkClaims | undefined {
  const [check, setCheck] = useState(() => fetched);
  useEffect(() => {
    if (check) return;
    let gone = false;
    void import('../../lib/postmortem/claims').then((module) => {
      fetched = module.checkClaims;
      if (!gone) setCheck(() => module.checkClaims);
    });
    return () => {
      gone = true;
    };
  }, [check]);
  return check;
}
