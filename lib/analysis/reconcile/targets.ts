/** A target's clock beside what the helpdesk says of it: the time it counted, and the moment it was missed. */
import type { Sla } from '../../ticket/events';
import type { ReportedSla } from '../../ticket/ticket';
import { everyHour, hoursOf } from '../calendar/hours';
import { clipRuns, passedAt, type Run, segmentsIn, sumsOf } from '../clocks/runs';
import type { Clock, ClockSegment } from '../clocks/types';
import type { Again } from './again';
import { compare } from './compare';
import type { Reconciliation, Variant } from './types';

export function compareTarget(clock: Clock | undefined, told: ReportedSla, again: Again): Reconciliation[] {
  // Counted by a calendar nobody told there is nothing to compare.
  if (!clock || clock.certainty === 'unknown' || clock.segments.length === 0) return [];
  const rows: Reconciliation[] = [];
  const { metric: name, instance } = told;
  const { events } = clock;
  if (told.elapsedMs !== undefined && (clock.state === 'achieved' || clock.state === 'breached')) {
    const row = { name, instance, unit: clock.unit, theirs: told.elapsedMs, events };
    rows.push(compare(row, clock.valueMs, () => timeVariants(clock, again)));
  }
  if (told.breachedAt !== undefined && clock.targetMs !== undefined) {
    const ours = instant(passedAt(clock.segments, clock.targetMs));
    const row = { name, instance, unit: 'instant' as const, theirs: Date.parse(told.breachedAt), events };
    rows.push(compare(row, ours, () => breachVariants(clock, clock.targetMs ?? 0, again)));
  }
  return rows;
}

function* timeVariants(clock: Clock, again: Again): Generator<Variant> {
  yield { reason: 'calendar_against_business', value: sumsOf(inOtherUnit(clock, again)).valueMs };
  const applied = targetsOf(clock, again)[0]?.time.at;
  if (applied !== undefined) {
    const since = clock.segments.filter(({ to }) => to > applied);
    const value = sumsOf(
      since.map((segment) => (segment.from < applied ? { ...segment, from: applied } : segment)),
    ).valueMs;
    yield { reason: 'policy_applied_late', value };
  }
}

function* breachVariants(clock: Clock, targetMs: number, again: Again): Generator<Variant> {
  const targets = targetsOf(clock, again);
  const [first] = targets;
  const passed = passedAt(clock.segments, targetMs);
  // Nothing can be missed before it was promised.
  if (first && passed !== undefined && first.time.at > passed) {
    yield { reason: 'policy_applied_late', value: instant(first.time.at) };
  }
  for (const target of targets) {
    if (target.targetMs === undefined) continue;
    const other = passedAt(clock.segments, target.targetMs);
    yield { reason: 'priority_changed', value: instant(other) };
    // The target came with a new priority, when its time was already up.
    if (other !== undefined && target.time.at > other) {
      yield { reason: 'priority_changed', value: instant(target.time.at) };
    }
  }
  yield {
    reason: 'calendar_against_business',
    value: instant(passedAt(inOtherUnit(clock, again), targetMs)),
  };
}

function targetsOf(clock: Clock, again: Again): Sla[] {
  return (again.slaEvents().get(clock.instance) ?? []).filter(
    ({ phase }) => phase === 'applied' || phase === 'retargeted',
  );
}

function inOtherUnit(clock: Clock, { capture }: Again): ClockSegment[] {
  const [first, last] = [clock.segments[0], clock.segments.at(-1)];
  if (!first || !last) return [];
  const runs = clock.segments.map(
    (segment): Run => ({ ...segment, state: segment.state === 'outside' ? 'running' : segment.state }),
  );
  const hours =
    clock.unit === 'business' ? everyHour : hoursOf(capture.ticket.calendars, first.from, last.to);
  return segmentsIn(clipRuns(runs, { from: first.from, to: last.to, opened: first.opened }), hours);
}

function instant(at: string | undefined): number | undefined {
  return at === undefined ? undefined : Date.parse(at);
}
