/** What a postmortem still lacks, each point one click away, and how far it may go as it is. */
import type { Analysis } from '../analysis/types';
import type { Iso } from '../ticket/basics';
import type { Capture } from '../ticket/schema';
import { causeRules } from './checks/cause';
import type { Check, CheckRule, CheckScene } from './checks/check';
import { claimRules } from './checks/claims';
import { bodyRules, wholeRules } from './checks/document';
import { planRules } from './checks/plan';
import { summaryRules } from './checks/summary';
import type { ClaimCheck } from './claims';
import { kindOf } from './kinds';
import type { Postmortem } from './schema';
import { rulesFor } from './severity';

export type { Check } from './checks/check';

const rules: readonly CheckRule[] = [
  ...summaryRules,
  ...bodyRules,
  ...causeRules,
  ...claimRules,
  ...planRules,
  ...wholeRules,
];

/** What is not as it should be, blocks first, then in the order of the document. Never throws. */
export function checkPostmortem(
  postmortem: Postmortem,
  capture: Capture,
  analysis: Analysis,
  options: { now: Iso },
): Check[] {
  return report(postmortem, capture, analysis, options).checks;
}

export interface CheckReport {
  checks: Check[];
  /** Rules without a block or a warning, of how many. */
  passed: number;
  total: number;
}

export function report(
  postmortem: Postmortem,
  capture: Capture,
  analysis: Analysis,
  { now, claims }: { now: Iso; claims?: readonly ClaimCheck[] },
): CheckReport {
  const scene: CheckScene = {
    postmortem,
    capture,
    analysis,
    kind: kindOf(postmortem),
    rules: rulesFor(postmortem),
    now,
    ...(claims ? { claims } : {}),
    teams: [...new Set(capture.ticket.people.flatMap(({ team }) => team ?? []))],
  };
  // The looks back come after the document is final: until then they are neither passed nor open.
  const isTracked = postmortem.status === 'tracked' || postmortem.status === 'closed';
  const asked = rules.filter(({ id }) => id !== 'follow-ups' || isTracked);
  const found = asked.map((rule) => rule.find(scene));
  const rank = { block: 0, warn: 1, info: 2 };
  return {
    checks: found.flat().sort((a, b) => rank[a.level] - rank[b.level]),
    passed: found.filter((checks) => checks.every(({ level }) => level === 'info')).length,
    total: asked.length,
  };
}
