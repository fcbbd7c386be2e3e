import { isMissed } from '../analysis/missed';
import { slaStateName } from '../analysis/names';
import type { SlaOutcome } from '../analysis/types';
import { metricName } from '../language/describe-event';
import { formatDuration } from '../language/duration';
import { type BlockInput, paragraph, table } from './tree';

/** One row a target: what was promised, what it took, by how much it was missed. */
export function slaTable(outcomes: readonly SlaOutcome[]): BlockInput {
  if (outcomes.length === 0) return paragraph('No SLA target is recorded on this ticket.');
  return table(
    ['Metric', 'Policy', 'Target', 'Actual', 'Over by', 'State'],
    outcomes.map((outcome) => [
      metricName(outcome.metric),
      outcome.policy?.trim() || 'unknown',
      targetWords(outcome),
      actualWords(outcome),
      isMissed(outcome.state) ? overWords(outcome) : '–',
      slaStateName(outcome.state),
    ]),
  );
}

/** "2 h", "2 h (business hours)". */
export function targetWords({ targetMs, unit }: SlaOutcome): string {
  if (targetMs === undefined) return 'unknown';
  return `${formatDuration(targetMs)}${unit === 'business' ? ' (business hours)' : ''}`;
}

export function actualWords({ actualMs, certainty }: SlaOutcome): string {
  if (actualMs === undefined || actualMs < 0) return 'unknown';
  return `${certainty === 'lower_bound' ? 'at least ' : ''}${formatDuration(actualMs)}`;
}

/** By how much a missed target was missed. */
export function overWords({ overMs }: SlaOutcome): string {
  return overMs === undefined || overMs < 0 ? 'unknown' : formatDuration(overMs);
}
