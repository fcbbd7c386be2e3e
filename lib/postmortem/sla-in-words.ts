import type { Analysis, SlaOutcome } from '../analysis/types';
import { metricName } from '../language/describe-event';
import { formatDuration } from '../language/duration';
import { claim, countWord, listOf, plural, times } from './facts-in-words';
import type { Claim } from './schema';

/** More would not be read in a sentence; the table of service levels has them all. */
const MOST_NAMED = 8;

/** Every missed target as target, actual and over by, or what else there is to say about targets. */
export function slaSentence(analysis: Analysis, late: readonly SlaOutcome[]): Claim {
  if (late.length > 0) return lateSentence(late);
  if (analysis.slas.length === 0) return claim('No SLA target is recorded on this ticket.');
  const counted = analysis.slas.filter(({ state }) => state !== 'cancelled' && state !== 'unknown');
  const events = counted.flatMap((outcome) => outcome.events);
  if (counted.length === 0) return claim('How the SLA targets of this ticket ended is unknown.');
  const met = counted.filter(({ state }) => state === 'achieved').length;
  return claim(metSentence(met, counted.length), events);
}

/** "next reply (target 2 h, actual 2 h 59 min, over by 59 min)"; several of one kind share the brackets. */
export function lateWords(group: readonly SlaOutcome[]): string {
  const [first] = group;
  if (!first) return '';
  const target = first.targetMs === undefined ? 'unknown' : formatDuration(first.targetMs);
  const actual = listOf(group.map(({ actualMs }) => durationOrUnknown(actualMs)));
  const over = listOf(group.map(({ overMs }) => durationOrUnknown(overMs)));
  const hours = first.unit === 'business' ? ' in business hours' : '';
  const running = group.some(({ state }) => state !== 'breached') ? ' so far' : '';
  const name = `${metricName(first.metric).toLowerCase()}${group.length === 1 ? '' : ` ${times(group.length)}`}`;
  const separator = group.length === 1 ? ', ' : '; ';
  const parts = [`target ${target}${hours}`, `actual ${actual}`, `over by ${over}${running}`];
  return `${name} (${parts.join(separator)})`;
}

/** Outcomes that one phrase can hold: the same promise, broken in the same state. */
export function alike(outcomes: readonly SlaOutcome[]): SlaOutcome[][] {
  const groups = new Map<string, SlaOutcome[]>();
  for (const outcome of outcomes) {
    const isOver = outcome.state === 'breached';
    const key = [outcome.metric, outcome.targetMs, outcome.unit, isOver || outcome.instance].join('/');
    groups.set(key, [...(groups.get(key) ?? []), outcome]);
  }
  return [...groups.values()];
}

function lateSentence(late: readonly SlaOutcome[]): Claim {
  const named = alike(late.slice(0, MOST_NAMED)).map(lateWords);
  const more = late.length - MOST_NAMED;
  if (more > 0) named.push(`${more} more, listed under Service levels`);
  const opening = late.length === 1 ? 'One SLA target was' : `${countWord(late.length)} SLA targets were`;
  return claim(
    `${opening} missed: ${listOf(named)}.`,
    late.flatMap((outcome) => outcome.events),
  );
}

function metSentence(met: number, all: number): string {
  if (met === all) {
    if (all === 1) return 'The SLA target was met.';
    return all === 2 ? 'Both SLA targets were met.' : `All ${all} SLA targets were met.`;
  }
  const open = all - met;
  const still = open === 1 ? '1 is still open' : `${open} are still open`;
  if (met === 0) return `No SLA target has been missed so far; ${still}.`;
  return `No SLA target has been missed so far: ${plural(met, 'was', 'were')} met and ${still}.`;
}

function durationOrUnknown(ms: number | undefined): string {
  return ms === undefined || ms < 0 ? 'unknown' : formatDuration(ms);
}
