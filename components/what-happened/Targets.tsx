import { useState } from 'react';
import { isMissed } from '../../lib/analysis/missed';
import { slaStateName } from '../../lib/analysis/names';
import type { Analysis, SlaOutcome } from '../../lib/analysis/types';
import { formatStamp } from '../../lib/language/dates';
import { metricName } from '../../lib/language/describe-event';
import { formatDuration } from '../../lib/language/duration';
import { unbroken } from '../../lib/language/unbroken';
import { EvidenceChips } from '../ui/Evidence';
import { Section } from '../ui/Section';
import { ShowAll, useRowLimit } from '../ui/ShowAll';
import styles from './Targets.module.css';

const MOST_SHOWN = 8;

/** SLA targets met or missed and by how much, worst first. */
export function Targets({ analysis }: { analysis: Analysis }) {
  const [limit, showMore] = useRowLimit(MOST_SHOWN);
  const [metOpen, setMetOpen] = useState(false);
  const outcomes = [...analysis.slas].sort(
    (a, b) => weight(a) - weight(b) || (b.overMs ?? 0) - (a.overMs ?? 0),
  );
  if (outcomes.length === 0) {
    return (
      <Section title="Targets">
        <p className="soft">No SLA target is on this ticket.</p>
      </Section>
    );
  }
  const late = outcomes.filter((outcome) => isMissed(outcome.state)).length;
  const met = outcomes.filter((outcome) => outcome.state === 'achieved');
  const listed = met.length > 1 ? outcomes.filter((outcome) => outcome.state !== 'achieved') : outcomes;
  const shown = listed.slice(0, limit);
  return (
    <Section title="Targets" aside={late === 0 ? 'none missed' : `${late} of ${outcomes.length} missed`}>
      <ul className={styles.targets}>
        {shown.map((outcome) => (
          <Target key={outcome.instance} outcome={outcome} />
        ))}
      </ul>
      <ShowAll hidden={listed.length - shown.length} of="targets" onShow={showMore} />
      {met.length > 1 && (
        <details className={styles.rest} onToggle={(event) => setMetOpen(event.currentTarget.open)}>
          <summary>{met.length} met</summary>
          {metOpen && (
            <ul className={styles.targets}>
              {met.map((outcome) => (
                <Target key={outcome.instance} outcome={outcome} />
              ))}
            </ul>
          )}
        </details>
      )}
    </Section>
  );
}

function Target({ outcome }: { outcome: SlaOutcome }) {
  const { targetMs, actualMs, unit } = outcome;
  const took = [
    actualMs === undefined ? undefined : formatDuration(actualMs),
    targetMs === undefined
      ? undefined
      : `${actualMs === undefined ? 'target ' : 'of '}${formatDuration(targetMs)}`,
  ].filter(Boolean);
  const hours = unit === 'business' ? 'business hours' : 'all hours';
  const due = outcome.dueAt === undefined ? '' : `, due ${formatStamp(outcome.dueAt)} UTC`;
  return (
    <li>
      <div className={styles.line}>
        <span className={styles.name}>{metricName(outcome.metric)}</span>
        <span className={styles.took}>{unbroken(took.join(' '))}</span>
        <Verdict outcome={outcome} />
      </div>
      {targetMs !== undefined && actualMs !== undefined && <Meter targetMs={targetMs} actualMs={actualMs} />}
      <p className={styles.policy}>
        {outcome.policy ? `${outcome.policy}, ` : ''}
        {hours}
        {unbroken(due)}
        {sourceWords[outcome.source]}
      </p>
      <EvidenceChips ids={outcome.events} />
    </li>
  );
}

const sourceWords: Record<SlaOutcome['source'], string> = {
  helpdesk: '',
  computed: '. Worked out from the deadline in force then',
  debrief: '. Your own target',
};

function Verdict({ outcome }: { outcome: SlaOutcome }) {
  const { state, overMs } = outcome;
  if (isMissed(state)) {
    const over = overMs !== undefined && overMs > 0 ? `${formatDuration(overMs)} over` : 'missed';
    const still = state === 'breached' ? '' : state === 'paused_breached' ? ', paused' : ', running';
    return <b className={`${styles.verdict} bad`}>{unbroken(`${over}${still}`)}</b>;
  }
  const spare =
    overMs !== undefined && overMs < 0 && state === 'achieved' ? `, ${formatDuration(overMs)} to spare` : '';
  return <span className={styles.verdict}>{unbroken(`${slaStateName(state)}${spare}`)}</span>;
}

/** Used against target: the line is the target, and what is hatched lies over it. */
function Meter({ targetMs, actualMs }: { targetMs: number; actualMs: number }) {
  const scale = Math.max(actualMs, targetMs / 0.62);
  const share = (ms: number) => `${((100 * ms) / (scale || 1)).toFixed(1)}%`;
  const over = Math.max(0, actualMs - targetMs);
  return (
    <svg className={styles.meter} width="100%" height="10" aria-hidden="true">
      <rect y="2" width="100%" height="2" fill="var(--line)" />
      <rect width={share(Math.min(actualMs, targetMs))} height="6" fill="var(--ink-soft)" />
      {over > 0 && (
        <rect
          x={share(targetMs)}
          width={share(over)}
          height="6"
          fill="url(#over-target)"
          stroke="var(--bad)"
          strokeWidth=".75"
        />
      )}
      <line x1={share(targetMs)} x2={share(targetMs)} y1="-2" y2="8" stroke="var(--ink)" strokeWidth="1.5" />
    </svg>
  );
}

function weight(outcome: SlaOutcome): number {
  if (isMissed(outcome.state)) return 0;
  return outcome.state === 'active' || outcome.state === 'paused' ? 1 : 2;
}
