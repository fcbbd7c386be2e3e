import type { ReportedMetric } from '../../ticket/ticket';
import { openingReply } from '../clocks/reply-clocks';
import type { Metric } from '../clocks/types';
import { isSolved, segmentsOf } from '../segments';
import { type Again, automatic } from './again';
import { compare } from './compare';
import type { Reconciliation, Variant } from './types';

const counted = new Set<string>(['reopens', 'replies', 'group_stations', 'assignee_stations']);

export function compareCount(
  metrics: readonly Metric[],
  told: ReportedMetric,
  again: Again,
): Reconciliation[] {
  const ours = counted.has(told.name) ? metrics.find(({ name }) => name === told.name) : undefined;
  if (!ours || told.count === undefined) return [];
  const row = { name: told.name, unit: 'count' as const, theirs: told.count, events: ours.events };
  return [compare(row, ours.value, () => variants(told.name, ours.value, again))];
}

function* variants(name: string, ours: number, again: Again): Generator<Variant> {
  const facts = again.facts();
  if (name === 'reopens') yield { reason: 'reopening_not_solved', value: reopenings(again) };
  if (name === 'replies') {
    const opening = openingReply(facts);
    if (opening) yield { reason: 'made_by_agent', value: ours - 1 };
    yield { reason: 'automatic_reply', value: ours + automatic(facts).length };
    yield { reason: 'reply_by_note', value: ours + facts.notes.length };
  }
  if (name === 'group_stations' || name === 'assignee_stations') {
    const field = name === 'group_stations' ? 'group' : 'assignee';
    const all = segmentsOf(facts, field).filter(({ value }) => value !== undefined);
    yield {
      reason: 'nobody_counted',
      value: all.filter(({ value, opened }) => value !== null || opened).length,
    };
  }
}

/** Every time it was opened again, also when it has not been solved since. */
function reopenings(again: Again): number {
  const status = segmentsOf(again.facts(), 'status');
  return status.filter(
    ({ value }, index) => index > 0 && !isSolved(value) && isSolved(status[index - 1]?.value),
  ).length;
}
