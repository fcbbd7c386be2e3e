import type { Clock } from '../../lib/analysis/clocks/types';
import { clockCountings, metricCountings } from '../../lib/analysis/how-counted';
import { isMissed } from '../../lib/analysis/missed';
import { slaStateName } from '../../lib/analysis/names';
import type { Analysis } from '../../lib/analysis/types';
import { calendarWords } from '../../lib/language/calendar-words';
import { unbroken } from '../../lib/language/unbroken';
import { EvidenceChips } from '../ui/Evidence';
import { FoldedSection } from '../ui/FoldedSection';
import { ClockDetail } from './ClockDetail';
import styles from './Clocks.module.css';
import { lengthWords } from './clock-words';
import { Fold } from './Fold';
import { HowCounted } from './HowCounted';
import { agreement, Reconciled } from './Reconciled';

/** Every clock with how it was computed, our numbers beside the helpdesk's, and how each one is counted. */
export function Clocks({ analysis, label }: { analysis: Analysis; label: string }) {
  const groups = groupsOf(analysis.clocks);
  if (groups.length === 0) return null;
  return (
    <FoldedSection title="Every clock" aside={agreement(analysis.reconciliation, label)}>
      <p className={styles.hours}>{hoursWords(analysis)}</p>
      {groups.map(({ name, clocks }) => (
        <Fold key={name} summary={<Summary name={name} clocks={clocks} />}>
          <ClockDetail clocks={clocks} />
        </Fold>
      ))}
      <Fold summary={<span className={styles.name}>Counts</span>}>
        <Counts analysis={analysis} />
      </Fold>
      <Reconciled rows={analysis.reconciliation} label={label} />
      <HowCounted />
    </FoldedSection>
  );
}

interface Group {
  name: string;
  clocks: Clock[];
}

/**
 * By metric; where Debrief measures beside the helpdesk's own clock, that is a row by itself. Clocks that never ran
 * say nothing, unless something was promised.
 */
function groupsOf(clocks: readonly Clock[]): Group[] {
  const groups = new Map<string, Group>();
  const told = new Set(clocks.flatMap(({ metric, source }) => (source === 'debrief' ? [] : [metric])));
  for (const clock of clocks) {
    if (clock.calendarMs === 0 && clock.targetMs === undefined) continue;
    const isSecond = sums.has(clock.metric) && clock.source === 'debrief' && told.has(clock.metric);
    const { name } = clockCountings[clock.metric];
    const key = isSecond ? `${name}, measured by Debrief` : name;
    const group = groups.get(key);
    if (group) group.clocks.push(clock);
    else groups.set(key, { name: key, clocks: [clock] });
  }
  return [...groups.values()];
}

const sums = new Set<Clock['metric']>(['requester_wait', 'agent_work', 'resolution', 'first_resolution']);

function Summary({ name, clocks }: Group) {
  const worst = clocks.reduce((a, b) => (isWorse(b, a) ? b : a));
  const verdict = worst.targetMs === undefined ? '' : slaStateName(worst.state);
  const missed = clocks.filter(({ state }) => isMissed(state)).length;
  const which =
    clocks.length === 1 ? '' : missed > 0 ? `${missed} of ${clocks.length}` : `longest of ${clocks.length}`;
  return (
    <>
      <span className={styles.name}>{name}</span>
      <span className={styles.value}>{unbroken(lengthWords(worst))}</span>
      <span className={styles.more}>{[which, verdict].filter(Boolean).join(missed > 0 ? ' ' : ', ')}</span>
    </>
  );
}

/** A missed target before any other, then by how much, then the longer one. */
function isWorse(a: Clock, b: Clock): boolean {
  if (isMissed(a.state) !== isMissed(b.state)) return isMissed(a.state);
  return isMissed(a.state) ? (a.overMs ?? 0) > (b.overMs ?? 0) : a.valueMs > b.valueMs;
}

function hoursWords({ calendars }: Analysis): string {
  if (calendars.length === 0) return 'No business calendar known: hours are 24×7.';
  return `Business hours: ${calendars.map(({ calendar }) => calendarWords(calendar)).join('; then ')}.`;
}

function Counts({ analysis }: { analysis: Analysis }) {
  const metrics = analysis.metrics.filter(({ unit }) => unit !== 'ms');
  return (
    <table className={styles.table}>
      <caption className="hidden-text">Counts and the events that were counted</caption>
      <tbody>
        {metrics.map(({ name, value, unit, certainty, events }) => (
          <tr key={name}>
            <th scope="row">{metricCountings[name].name}</th>
            <td>
              {unit === 'yes_no'
                ? value
                  ? 'yes'
                  : 'no'
                : `${certainty === 'exact' ? '' : 'at least '}${value}`}
              <EvidenceChips ids={events} dated />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
