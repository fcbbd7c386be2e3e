import { memo } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import { formatStamp } from '../../lib/language/dates';
import { formatDuration } from '../../lib/language/duration';
import { unbroken } from '../../lib/language/unbroken';
import { type FirstUpdate, firstUpdates } from '../../lib/postmortem/first-update';
import type { FirstUpdateTargets, Severity } from '../../lib/postmortem/schema';
import { defaultFirstUpdateMs } from '../../lib/postmortem/severity';
import { Glyph } from '../ui/Glyph';
import styles from './Postmortem.module.css';

interface FirstUpdatesProps {
  severity: Severity;
  /** The user's own; undefined: the defaults. */
  targets: FirstUpdateTargets | undefined;
  analysis: Analysis;
}

/** Whether the customer heard in time, after detection and after each escalation. */
export const FirstUpdates = memo(function FirstUpdates({
  severity,
  targets = defaultFirstUpdateMs,
  analysis,
}: FirstUpdatesProps) {
  const updates = firstUpdates(severity, analysis, targets);
  const target = targets[severity];
  if (updates.length === 0) return null;
  return (
    <div className={styles.updates}>
      <h3>
        First update{' '}
        {target === undefined
          ? `(no target at ${severity})`
          : `within ${unbroken(formatDuration(target))} at ${severity}`}
      </h3>
      <ul>
        {updates.map((update) => (
          <li key={`${update.after} ${update.at} ${update.events[0]}`}>
            <span>
              {update.after === 'detection' ? 'First customer message' : 'Escalation'},{' '}
              {unbroken(formatStamp(update.at))}
            </span>
            <span className={styles.verdict}>
              {update.to === undefined ? 'none in ' : ''}
              {unbroken(formatDuration(update.ms))} <Verdict update={update} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
});

function Verdict({ update: { verdict } }: { update: FirstUpdate }) {
  if (verdict === undefined) return null;
  return verdict === 'pass' ? (
    <>
      <Glyph name="done" size={10} /> met
    </>
  ) : (
    <>
      <Glyph name="serious" size={10} /> missed
    </>
  );
}
