import { type ClaimCheck, checkClaims } from '../claims';
import { sectionsOfPart } from '../kinds';
import type { PartId } from '../kinds/kind';
import { at, blocks, type Check, type CheckRule, type CheckScene, warns } from './check';

export const claimRules: readonly CheckRule[] = [
  { id: 'claims', name: 'Times and numbers agree with the ticket', find: claims },
];

/** What is not supported and nobody has said they know, contradictions first. */
function openClaims({ postmortem, capture, analysis, claims }: CheckScene): ClaimCheck[] {
  const known = new Set(postmortem.knownClaims.map(({ section, text }) => `${section}\n${text}`));
  return (claims ?? checkClaims(postmortem, capture, analysis))
    .filter(({ verdict, section, text }) => verdict !== 'supported' && !known.has(`${section}\n${text}`))
    .sort((a, b) => Number(b.verdict === 'contradicted') - Number(a.verdict === 'contradicted'));
}

function claims(scene: CheckScene): Check[] {
  return openClaims(scene).flatMap((claim, index) => {
    const words =
      claim.verdict === 'contradicted'
        ? blocks('final', `Contradicted: “${claim.text}”. ${claim.message}`)
        : warns(`Unsupported: “${claim.text}”. ${claim.message}`);
    const { part, target } = placeOf(claim);
    return at(part, target, `claims:${index + 1}`, [words]);
  });
}

function placeOf({ section }: ClaimCheck): { part: PartId; target: string } {
  const [, why] = /^why:(\d+)$/.exec(section) ?? [];
  if (why !== undefined) return { part: 'cause', target: `why-${Number(why) + 1}` };
  const parts = Object.entries(sectionsOfPart) as [PartId, readonly string[]][]; // keys of a closed type
  const part = parts.find(([, names]) => names.includes(section))?.[0] ?? 'summary';
  return { part, target: section };
}
