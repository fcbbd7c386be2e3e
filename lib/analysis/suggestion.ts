/** What kind of incident it was, how grave, and which causes the findings point to. Suggestions, with their evidence. */
import type { EventId } from '../ticket/events';
import type { CauseCategory, CauseDetail } from './causes';
import type { Facts } from './facts';
import type { Finding, FindingKind } from './findings/finding';
import { isMissed } from './missed';
import type { Escalation, SlaOutcome } from './types';

export type IncidentKind = 'escalation' | 'sla_breach' | 'knowledge_gap';
export type SeverityLevel = 'SEV-0' | 'SEV-1' | 'SEV-2' | 'SEV-3';

export interface Suggestion {
  kind: IncidentKind;
  /** Why this kind, in words. */
  why: string;
  severity: { level: SeverityLevel; why: string };
  /** Likeliest first: each with the findings' events. */
  causes: { category: CauseCategory; detail: CauseDetail; events: EventId[] }[];
}

interface Found {
  findings: readonly Finding[];
  escalations: readonly Escalation[];
  slas: readonly SlaOutcome[];
}

export function suggest(facts: Facts, found: Found): Suggestion {
  return { ...kindOf(found), severity: severityOf(facts, found), causes: causesOf(found.findings) };
}

// How much each finding speaks for a failure of communication; ours.
const communication: Partial<Record<FindingKind, number>> = {
  promise: 1.5,
  handoff_gap: 1,
  ping_pong: 1,
  repeated_question: 1,
  late_update: 0.5,
  chased: 0.5,
  one_person: 0.25,
};

function kindOf({ findings, escalations, slas }: Found): Pick<Suggestion, 'kind' | 'why'> {
  const late = slas.filter(({ state }) => isMissed(state));
  const asked = escalations.filter(({ kind }) => kind === 'customer_asked');
  const wrong = findings.filter(({ kind }) => kind === 'wrong_answer');
  const scores: [IncidentKind, number, string][] = [
    [
      'sla_breach',
      late.length > 0 ? 2 + Math.min(late.length, 3) : 0,
      `${count(late.length, 'target')} missed`,
    ],
    [
      'escalation',
      Math.min(asked.length, 1) * 2 + onceEach(findings),
      asked.length > 0 ? 'the customer asked to escalate' : 'communication broke down on the way',
    ],
    ['knowledge_gap', wrong.length > 0 ? 3.5 : 0, 'an answer was wrong'],
  ];
  const best = scores.reduce((a, b) => (b[1] > a[1] ? b : a));
  return best[1] === 0
    ? { kind: 'escalation', why: 'nothing points to a missed target or a wrong answer' }
    : { kind: best[0], why: best[2] };
}

/** Ten hand-offs are one thing that went wrong often, not ten. */
function onceEach(findings: readonly Finding[]): number {
  const kinds = new Set(findings.filter(({ weight }) => weight !== 'noted').map(({ kind }) => kind));
  return [...kinds].reduce((sum, kind) => sum + (communication[kind] ?? 0), 0);
}

function severityOf(facts: Facts, { slas, escalations }: Found): Suggestion['severity'] {
  const rank = highestRank(facts);
  const late = slas.some(({ state }) => isMissed(state));
  const asked = escalations.some(({ kind }) => kind === 'customer_asked');
  if (rank === 1 && (late || asked))
    return { level: 'SEV-1', why: 'highest priority, and a target missed or an escalation asked for' };
  if (rank === 1) return { level: 'SEV-2', why: 'highest priority' };
  if (rank === 2 && late) return { level: 'SEV-2', why: 'high priority, and a target missed' };
  if (late && asked) return { level: 'SEV-2', why: 'a target missed and an escalation asked for' };
  return { level: 'SEV-3', why: rank === undefined ? 'no priority is known' : 'lower priority' };
}

/** The highest priority the ticket ever had: 1 is the highest. */
function highestRank(facts: Facts): number | undefined {
  const { ticket } = facts;
  let highest: number | undefined;
  const see = (rank: number | undefined) => {
    if (rank !== undefined && (highest === undefined || rank < highest)) highest = rank;
  };
  see(ticket.priority?.rank);
  see(ticket.initial.priority?.rank);
  for (const event of facts.changes) {
    if (event.field !== 'priority') continue;
    see(event.from?.rank);
    see(event.to?.rank);
  }
  return highest;
}

const weightOf = { serious: 3, worth_a_look: 1, noted: 0.5 } as const;

// A silence is seen in almost every escalation and explains little; a wrong first team explains the silence. Ours.
const tells: Partial<Record<CauseDetail, number>> = {
  routing_configuration: 1.5,
  missing_documentation: 1.5,
  handoff_context: 1.4,
  pausing_rules: 1.3,
  staffing_coverage: 1.2,
  commitment_tracking: 1.1,
  no_escalation_path: 0.8,
  over_reliance: 0.5,
  update_rhythm: 0.4,
};

function causesOf(findings: readonly Finding[]): Suggestion['causes'] {
  const byDetail = new Map<
    CauseDetail,
    { category: CauseCategory; detail: CauseDetail; events: EventId[]; weight: number }
  >();
  for (const { cause, weight, events } of findings) {
    const known = byDetail.get(cause.detail) ?? { ...cause, events: [], weight: 0 };
    known.weight += weightOf[weight] * (tells[cause.detail] ?? 1);
    known.events.push(...events);
    byDetail.set(cause.detail, known);
  }
  return [...byDetail.values()]
    .sort((a, b) => b.weight - a.weight)
    .map(({ category, detail, events }) => ({ category, detail, events: [...new Set(events)] }));
}

function count(of: number, what: string): string {
  return `${of} ${what}${of === 1 ? '' : 's'}`;
}
