import { memo } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import { formatLongDay } from '../../lib/language/dates';
import { unbroken } from '../../lib/language/unbroken';
import { editCheckpoint } from '../../lib/postmortem/edit-plan';
import { checkpointDay, openActions } from '../../lib/postmortem/follow-ups';
import type { Action, Checkpoint } from '../../lib/postmortem/plan';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Choice, Line, Lines } from './Field';
import styles from './FollowUps.module.css';
import { Part } from './Part';

const states = [
  { value: 'open', label: 'Open' },
  { value: 'verified', label: 'Verified: it held' },
  { value: 'not_verified', label: 'Not verified' },
] as const;

/** Did it hold? Asked three times after the ticket was solved. */
export const FollowUps = memo(function FollowUps({
  checkpoints,
  actions,
  isTracked,
  analysis,
  onChange,
}: {
  checkpoints: readonly Checkpoint[];
  actions: readonly Action[];
  /** Whether it is time for them. */
  isTracked: boolean;
  analysis: Analysis;
  onChange: PostmortemSession['change'];
}) {
  const days = checkpoints.map(({ days: after }) => checkpointDay(analysis, after));
  const brief = days[0] === undefined ? 'start when solved' : days.map((day) => dayWords(day)).join(', ');
  const open = openActions(actions).length;
  return (
    <Part id="followUps" title="Follow-ups" aside={brief} open={isTracked}>
      <ul>
        {checkpoints.map((check, index) => (
          <li key={check.days} className={styles.check}>
            <p className={styles.when}>
              After {check.days} days
              <span>{days[index] === undefined ? 'starts when solved' : dayWords(days[index], true)}</span>
            </p>
            <Choice<Checkpoint['state']>
              label="Did it hold?"
              value={check.state}
              options={states}
              onChoose={(state) =>
                onChange((current, now) => editCheckpoint(current, check.days, { state }, now))
              }
            />
            <Lines
              label="Note"
              value={check.note}
              placeholder="What was looked at, and what was found"
              onText={(note) =>
                onChange((current, now) => editCheckpoint(current, check.days, { note }, now))
              }
            />
            {check.state === 'verified' && open > 0 && (
              <Line
                label={`Why, with ${open === 1 ? '1 action' : `${open} actions`} still open`}
                value={check.reason}
                placeholder="Needed before the document can be closed"
                onText={(reason) =>
                  onChange((current, now) => editCheckpoint(current, check.days, { reason }, now))
                }
              />
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
});

function dayWords(day: string | undefined, withYear = false): string {
  if (day === undefined) return 'starts when solved';
  const words = formatLongDay(`${day}T00:00:00.000Z`);
  return unbroken(withYear ? words : words.replace(/ \d{4}$/, ''));
}
