import { memo } from 'react';
import { causeName, isCauseDetail } from '../../lib/analysis/causes';
import { type Lack, lacks, priorities } from '../../lib/postmortem/actions';
import { editAction, removeAction } from '../../lib/postmortem/edit';
import type { Action, ActionStatus } from '../../lib/postmortem/plan';
import type { PostmortemSession } from '../panel/use-postmortem';
import { IconButton } from '../ui/Button';
import { TextArea, TextInput } from '../ui/TextArea';
import { ActionQuestions } from './ActionQuestions';
import { Choice, Line } from './Field';
import styles from './Postmortem.module.css';

interface ActionRowProps {
  action: Action;
  number: number;
  /** Contributing causes that people agreed with. */
  causes: readonly string[];
  teams: readonly string[];
  today: string;
  onChange: PostmortemSession['change'];
}

export const ActionRow = memo(function ActionRow(props: ActionRowProps) {
  const { action, number, causes, teams, today, onChange } = props;
  const edit = (change: Parameters<typeof editAction>[2]) =>
    onChange((current, now) => editAction(current, action.id, change, now, teams));
  const missing = lacks(action, teams);
  return (
    <li id={`action-${action.id}`} className={styles.action}>
      <TextArea
        aria-label={`Action ${number}`}
        placeholder="What will be different, and how would you see it?"
        value={action.text}
        onText={(text) => edit({ text })}
      />
      <IconButton
        icon="remove"
        label={`Remove action ${number}`}
        onClick={() => onChange((current, now) => removeAction(current, action.id, now))}
      />
      <div className={styles.promise}>
        <label>
          Owner
          <TextInput value={action.owner} placeholder="One person" onText={(owner) => edit({ owner })} />
        </label>
        <label>
          Due
          <TextInput type="date" value={action.due} onText={(due) => edit({ due: due === '' ? '' : due })} />
        </label>
        <Choice
          label="Priority"
          value={action.priority}
          options={[
            { value: '' as const, label: 'none' },
            ...priorities.map((value) => ({ value, label: value })),
          ]}
          onChoose={(priority) => edit({ priority })}
        />
        <Choice<ActionStatus>
          label="State"
          value={action.status}
          options={states.map((value) => ({
            value,
            label: stateNames[value],
            disabled:
              missing.length > 0 && (value === 'committed' || value === 'done' || value === 'verified'),
          }))}
          onChoose={(status) => edit({ status })}
        />
      </div>
      <details className={styles.actionMore}>
        <summary>{moreWords(action)}</summary>
        <Line
          label="Done when"
          value={action.doneWhen}
          placeholder="How anybody would see that it is done"
          onText={(doneWhen) => edit({ doneWhen })}
        />
        <Choice
          label="Answers"
          value={action.cause}
          options={[
            { value: '', label: 'no cause named' },
            ...[...new Set([...causes, action.cause].filter((one) => one !== ''))].map((value) => ({
              value,
              label: isCauseDetail(value) ? causeName(value) : value,
            })),
          ]}
          onChoose={(cause) => edit({ cause })}
        />
        <Line
          label="Tracked at"
          type="url"
          value={action.tracker}
          placeholder="https://"
          onText={(tracker) => edit({ tracker })}
        />
        {action.tracker.trim() !== '' && !/^https?:\/\/\S+$/i.test(action.tracker.trim()) && (
          <p className="data warn">Not an address yet: it begins with https://</p>
        )}
      </details>
      {action.status === 'dropped' && (
        <div className={styles.questions}>
          <Line
            label="Dropped, because"
            value={action.reason}
            placeholder="A reason for those who will ask"
            onText={(reason) => edit({ reason })}
          />
        </div>
      )}
      {action.status === 'idea' && missing.length > 0 && (
        <p className={styles.missing}>{missingWords(missing)}</p>
      )}
      <div className={styles.questions}>
        <ActionQuestions action={action} teams={teams} today={today} onDue={(due) => edit({ due })} />
      </div>
    </li>
  );
});

const states: readonly ActionStatus[] = ['idea', 'committed', 'done', 'verified', 'dropped'];
const stateNames: Record<ActionStatus, string> = {
  idea: 'Idea',
  committed: 'Committed',
  done: 'Done',
  verified: 'Verified',
  dropped: 'Dropped',
};

const lackNames: Record<Lack, string> = {
  text: 'words',
  owner: 'an owner',
  person: 'one person instead of a team',
  due: 'a due date',
};

/** What keeps the action from being a commitment. */
function missingWords(missing: readonly Lack[]): string {
  const words = missing.map((lack) => lackNames[lack]);
  return `Idea. Needs ${new Intl.ListFormat('en-GB').format(words)} to be committed.`;
}

function moreWords({ doneWhen, cause, tracker }: Action): string {
  const parts = [
    doneWhen.trim() === '' ? undefined : `Done when: ${doneWhen.trim()}`,
    cause === '' ? undefined : `answers: ${isCauseDetail(cause) ? causeName(cause) : cause}`,
    tracker.trim() === '' ? undefined : 'tracked',
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'Done when, cause, ticket' : parts.join('; ');
}
