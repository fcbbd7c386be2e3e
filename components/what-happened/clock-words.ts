import type { Clock } from '../../lib/analysis/clocks/types';
import { lengthText } from '../../lib/analysis/length-text';
import { slaStateName } from '../../lib/analysis/names';
import { formatStamp } from '../../lib/language/dates';
import { formatDuration } from '../../lib/language/duration';

/** Business hours by a calendar nobody told: what was drawn is more than what counts. */
export function isUncounted({ unit, certainty }: Clock): boolean {
  return unit === 'business' && certainty === 'unknown';
}

/** "1 h 24 min", "at least 3 h"; the helpdesk's own count where ours would be too much. */
export function lengthWords(clock: Clock): string {
  const { certainty, reportedMs, valueMs } = clock;
  if (reportedMs !== undefined) return formatDuration(reportedMs);
  if (isUncounted(clock)) return `at most ${formatDuration(valueMs)}`;
  return lengthText({ ms: valueMs, certainty });
}

/** What was counted, by which hours, against which target. */
export function captionOf(clock: Clock): string {
  const { targetMs, state, dueAt } = clock;
  const target = targetMs === undefined ? '' : `. Target ${formatDuration(targetMs)}: ${slaStateName(state)}`;
  const due = dueAt === undefined ? '' : `, due ${formatStamp(dueAt)} UTC`;
  return `${countedWords(clock)}${target}${due}`;
}

function countedWords(clock: Clock): string {
  const { valueMs, calendarMs, unit, reportedMs } = clock;
  if (reportedMs !== undefined) {
    return `${formatDuration(reportedMs)} in business hours, says the helpdesk; ${formatDuration(valueMs)} by all hours`;
  }
  const closed = calendarMs === valueMs ? '' : `, ${formatDuration(calendarMs)} with the closed hours`;
  const hours = isUncounted(clock)
    ? 'all hours; its business hours are not known'
    : unit === 'business'
      ? 'business hours'
      : 'all hours';
  return `${lengthWords(clock)} running, ${hours}${closed}`;
}
