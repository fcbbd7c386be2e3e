import type { Clock } from '../../lib/analysis/clocks/types';
import { clockCountings, metricCountings } from '../../lib/analysis/how-counted';
import { slaStateName } from '../../lib/analysis/names';
import type { Analysis } from '../../lib/analysis/types';
import { calendarWords } from '../../lib/language/calendar-words';
import { formatDuration } from '../../lib/language/duration';
import { EvidenceChips } from '../ui/Evidence';
import { Section } from '../ui/Section';
import { ClockDetail } from './ClockDetail';
import styles from './Clocks.module.css';
import { Fold } from './Fold';
import { HowCounted } from './HowCounted';
import { agreement, Reconciled } from './Reconciled';

/** Every clock with how it was computed, our numbers beside the helpdesk's, and how each one is counted. */
export function Clocks({ analysis, label }: { analysis: Analysis; label: string }) {
  const groups = groupsOf(analysis.clocks);
  if (groups.length === 0) return null;
  return (
    <Section title="Every clock" aside={agreement(analysis.reconciliation, label)}>
      <p className={styles.hours}>{hoursWords(analysis)}</p>
      {groups.map(([metric, clocks]) => (
        <Fold key={metric} summary={<Summary clocks={clocks} />}>
          <ClockDetail clocks={clocks} how={clockCountings[metric].how} />
        </Fold>
      ))}
      <Fold summary={<span className={styles.name}>Counts</span>}>
        <Counts analysis={analysis} />
      </Fold>
      <Reconciled rows={analysis.reconciliation} label={label} />
      <HowCounted />
    </Section>
  );
}

/** Clocks that never ran say nothing, unless something was promised. */
function groupsOf(clocks: readonly Clock[]): [Clock['metric'], Clock[]][] {
  const groups = new Map<Clock['metric'], Clock[]>();
  for (const clock of clocks) {
    if (clock.calendarMs === 0 && clock.targetMs === undefined) continue;
    groups.set(clock.metric, [...(groups.get(clock.metric) ?? []), clock]);
  }
  return [...groups];
}

function Summary({ clocks }: { clocks: readonly Clock[] }) {
  const [first] = clocks;
  if (!first) return null;
  const worst = clocks.reduce((a, b) => (b.valueMs > a.valueMs ? b : a));
  const verdict = worst.targetMs === undefined ? '' : slaStateName(worst.state);
  return (
    <>
      <span className={styles.name}>{clockCountings[first.metric].name}</span>
      <span className={styles.value}>
        {worst.certainty === 'exact' ? '' : 'at least '}
        {formatDuration(worst.valueMs)}
      </span>
      <span className={styles.more}>
        {[clocks.length > 1 ? `longest of ${clocks.length}` : '', verdict].filter(Boolean).join(', ')}
      </span>
    </>
  );
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
