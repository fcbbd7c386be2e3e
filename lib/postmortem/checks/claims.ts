import type { Analysis } from '../../analysis/types';
import type { Capture } from '../../ticket/schema';
import { type ClaimCheck, checkClaims } from '../claims';
import { whyOf } from '../claims/place';
import { sectionsOfPart } from '../kinds';
import type { PartId } from '../kinds/kind';
import type { Postmortem } from '../schema';
import { at, blocks, type Check, type CheckRule, type CheckScene, warns } from './check';

export const claimRules: readonly CheckRule[] = [
  { id: 'claims', name: 'Times and numbers agree with the ticket', find: claims },
];

/** What is not supported and nobody has said they know, contradictions first. */
export function openClaims(
  postmortem: Postmortem,
  capture: Capture,
  analysis: Analysis,
  checked: readonly ClaimCheck[] = checkClaims(postmortem, capture, analysis),
): ClaimCheck[] {
  const isKnown = knownIn(postmortem);
  return checked
    .filter((check) => check.verdict !== 'supported' && !isKnown(check))
    .sort((a, b) => Number(b.verdict === 'contradicted') - Number(a.verdict === 'contradicted'));
}

/** What somebody has said they know, where it still stands. */
export function confirmedClaims(postmortem: Postmortem, capture: Capture, analysis: Analysis): ClaimCheck[] {
  return checkClaims(postmortem, capture, analysis).filter(knownIn(postmortem));
}

function knownIn({ knownClaims }: Postmortem): (check: ClaimCheck) => boolean {
  const known = new Set(knownClaims.map(({ section, text }) => `${section}\n${text}`));
  return ({ section, text }) => known.has(`${section}\n${text}`);
}

function claims({ postmortem, capture, analysis, claims: checked }: CheckScene): Check[] {
  return openClaims(postmortem, capture, analysis, checked).flatMap((claim, index) => {
    const words =
      claim.verdict === 'contradicted'
        ? blocks('final', `Contradicted: “${claim.text}”. ${claim.message}`)
        : warns(`Unsupported: “${claim.text}”. ${claim.message}`);
    const { part, target } = placeOfClaim(claim);
    return at(part, target, `claims:${index + 1}`, [words]);
  });
}

/** Where it is corrected: a part, and the field in it (`Check.target`). */
export function placeOfClaim({ section }: Pick<ClaimCheck, 'section'>): { part: PartId; target: string } {
  const why = whyOf(section);
  if (why !== undefined) return { part: 'cause', target: `why-${why + 1}` };
  const parts = Object.entries(sectionsOfPart) as [PartId, readonly string[]][]; // keys of a closed type
  const part = parts.find(([, names]) => names.includes(section))?.[0] ?? 'summary';
  // The whole part is called "cause", too.
  return { part, target: section === 'cause' ? 'what-broke' : section };
}
