import { formatDuration } from '../../language/duration';
import { type Finding, type FindingKind, plural } from './finding';

/** Findings of one kind, of which the worst speaks for the others. */
export interface FindingGroup {
  worst: Finding;
  /** Worst first; empty where there is only one. */
  more: readonly Finding[];
  /** "12 more silences, the longest 9 h"; empty where there is only one. */
  moreWords: string;
}

/** One group for each kind, in the order in which the kinds first come: findings are worst first, so are the groups. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const kinds = new Map<FindingKind, Finding[]>();
  for (const finding of findings) {
    const known = kinds.get(finding.kind);
    if (known) known.push(finding);
    else kinds.set(finding.kind, [finding]);
  }
  return [...kinds.values()].flatMap(([worst, ...more]) =>
    worst ? [{ worst, more, moreWords: wordsOf(worst.kind, more) }] : [],
  );
}

function wordsOf(kind: FindingKind, more: readonly Finding[]): string {
  if (more.length === 0) return '';
  const longest = more.reduce((most, { ms = 0 }) => Math.max(most, ms), 0);
  const length =
    longest === 0
      ? ''
      : more.length === 1
        ? `, ${formatDuration(longest)}`
        : `, the longest ${formatDuration(longest)}`;
  return `${plural(more.length, `more ${names[kind][0]}`, `more ${names[kind][1]}`)}${length}`;
}

const names: Record<FindingKind, readonly [one: string, many: string]> = {
  silence: ['silence', 'silences'],
  unanswered: ['slow or missing answer', 'slow or missing answers'],
  chased: ['time the customer had to ask again', 'times the customer had to ask again'],
  handoff_gap: ['untouched hand-off', 'untouched hand-offs'],
  ping_pong: ['way back and forth', 'ways back and forth'],
  misrouted: ['wrong first team', 'wrong first teams'],
  late_update: ['late update after an escalation', 'late updates after an escalation'],
  promise: ['promise broken or kept late', 'promises broken or kept late'],
  wrong_pause: ['pause on the customer’s time', 'pauses on the customer’s time'],
  coverage_edge: ['wait from the end of working hours', 'waits from the end of working hours'],
  one_person: ['role that carried most', 'roles that carried most'],
  repeated_question: ['question that had been answered', 'questions that had been answered'],
  wrong_answer: ['wrong answer', 'wrong answers'],
  missed_unseen: ['target missed unseen', 'targets missed unseen'],
};
