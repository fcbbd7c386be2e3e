/**
 * Every clock of a ticket. Where the helpdesk keeps a clock for the very same turn, its clock stands in place of
 * ours; sums over the whole ticket are measured beside the helpdesk's, so that the two can be compared.
 */
import type { Iso } from '../../ticket/basics';
import { everyHour, type Hours } from '../calendar/hours';
import { certaintyOf, type Doubts, worse } from '../doubts';
import { firstIndex } from '../positions';
import type { Segment } from '../segments';
import type { History, Measured } from './measured';
import { replyClocks } from './reply-clocks';
import { gapClocks, resolutionClocks } from './resolution-clocks';
import { segmentsIn, sumsOf } from './runs';
import { statusClocks } from './status-clocks';
import type { Clock, Target } from './types';
import { type TargetPhase, verdictOf } from './verdict';

export function measureClocks(history: History): Measured[] {
  return [
    ...replyClocks(history),
    ...resolutionClocks(history),
    ...statusClocks(history),
    ...gapClocks(history),
  ];
}

export interface Measures {
  hours: Hours;
  targets: readonly Target[];
  doubts: Doubts;
  priority: readonly Segment[];
}

/**
 * The measured clocks with hours and, where the helpdesk has none for the metric, the user's targets. Turns that the
 * helpdesk keeps a clock for itself are not told twice.
 */
export function clocksOf(measured: readonly Measured[], told: readonly Clock[], measures: Measures): Clock[] {
  const counts = new Map<string, number>();
  const isTold = toldAlready(told);
  const withTarget = new Set(told.map(({ metric }) => metric));
  const targets = measures.targets.filter(({ metric }) => !withTarget.has(metric));
  const clocks: Clock[] = [];
  for (const clock of measured) {
    const n = (counts.get(clock.metric) ?? 0) + 1;
    counts.set(clock.metric, n);
    if (isTold(clock)) continue;
    const own = targets.length === 0 ? targets : targets.filter(({ metric }) => metric === clock.metric);
    clocks.push(clockOf(clock, `debrief/${clock.metric}/${n}`, own, measures));
  }
  return clocks;
}

function clockOf(
  { metric, runs, from, end, certainty, events }: Measured,
  instance: string,
  targets: readonly Target[],
  { hours, priority, doubts }: Measures,
): Clock {
  const unit = targets[0]?.hours ?? (hours.known ? 'business' : 'calendar');
  const counted = unit === 'business' ? hours : everyHour;
  const segments = segmentsIn(runs, counted);
  const progress = { segments, ended: end?.how, hours: counted };
  const { valueMs, calendarMs } = sumsOf(segments);
  const clock: Clock = {
    metric,
    instance,
    segments,
    valueMs,
    calendarMs,
    state: 'unknown',
    certainty:
      unit === 'business' && !hours.known ? 'unknown' : worse(certainty, certaintyOf(doubts, events)),
    events,
    unit,
    source: 'debrief',
  };
  return Object.assign(clock, verdictOf(progress, phasesOf(targets, priority, { from, to: end?.at })));
}

/** The targets in force one after another: each priority has its own, else the one that names no priority. */
function phasesOf(
  targets: readonly Target[],
  priority: readonly Segment[],
  clock: { from: Iso; to: Iso | undefined },
): TargetPhase[] {
  const phases: TargetPhase[] = [];
  if (targets.length === 0) return phases;
  const begin = Math.max(0, firstIndex(priority, (segment) => segment.from > clock.from) - 1);
  for (const [index, { from, value }] of priority.slice(begin).entries()) {
    // What its own save or a later one changed came after the end.
    if (index > 0 && clock.to !== undefined && from >= clock.to) break;
    const label = value?.label.toLowerCase();
    const target =
      targets.find((one) => one.priority !== undefined && one.priority.toLowerCase() === label) ??
      targets.find((one) => one.priority === undefined);
    if (target && target.targetMs !== phases.at(-1)?.targetMs)
      phases.push({ from, targetMs: target.targetMs });
  }
  return phases;
}

const ONE_MINUTE = 60_000;

const turns = new Set<Clock['metric']>(['first_reply', 'next_reply', 'periodic_update', 'pausable_update']);

function toldAlready(told: readonly Clock[]): (clock: Measured) => boolean {
  const starts = new Map<string, number[]>();
  for (const { metric, segments } of told) {
    const from = segments[0]?.from;
    if (from === undefined) continue;
    const times = starts.get(metric);
    if (times) times.push(Date.parse(from));
    else starts.set(metric, [Date.parse(from)]);
  }
  for (const times of starts.values()) times.sort((a, b) => a - b);
  return ({ metric, runs }) => {
    const times = starts.get(metric);
    if (!times || !turns.has(metric)) return false;
    if (metric === 'first_reply') return true;
    const from = runs[0]?.from;
    if (from === undefined) return false;
    const at = Date.parse(from);
    const near = times[firstIndex(times, (time) => time >= at - ONE_MINUTE)];
    return near !== undefined && near <= at + ONE_MINUTE;
  };
}
