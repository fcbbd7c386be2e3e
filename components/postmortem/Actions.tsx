import { addAction, editAction, removeAction } from '../../lib/postmortem/edit';
import type { Action, Postmortem } from '../../lib/postmortem/schema';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button, IconButton } from '../ui/Button';
import { Section } from '../ui/Section';
import { TextArea, TextInput } from '../ui/TextArea';
import { ActionQuestions } from './ActionQuestions';
import styles from './Postmortem.module.css';

/** What changes, who does it, by when. Without an owner and a date it is an idea. */
export function Actions({
  postmortem,
  teams,
  onChange,
}: {
  postmortem: Postmortem;
  /** The helpdesk's own: none of them is one person. */
  teams: readonly string[];
  onChange: PostmortemSession['change'];
}) {
  const { actions } = postmortem;
  const today = dayHere(new Date());
  const committed = actions.filter((action) => missing(action) === undefined).length;
  return (
    <Section id="actions" title="Actions" aside={`${committed} of ${actions.length} committed`}>
      <ul>
        {actions.map((action, index) => (
          <li key={action.id} className={styles.action}>
            <TextArea
              aria-label={`Action ${index + 1}`}
              placeholder="What will be different, and how would you see it?"
              value={action.text}
              onText={(text) => onChange((current, now) => editAction(current, action.id, { text }, now))}
            />
            <IconButton
              icon="remove"
              label={`Remove action ${index + 1}`}
              onClick={() => onChange((current, now) => removeAction(current, action.id, now))}
            />
            <div className={styles.promise}>
              <label>
                Owner
                <TextInput
                  value={action.owner}
                  placeholder="One person"
                  onText={(owner) =>
                    onChange((current, now) => editAction(current, action.id, { owner }, now))
                  }
                />
              </label>
              <label>
                Due
                <TextInput
                  type="date"
                  value={action.due}
                  onText={(due) => onChange((current, now) => editAction(current, action.id, { due }, now))}
                />
              </label>
            </div>
            {missing(action) && <p className={styles.missing}>{missing(action)}</p>}
            <div className={styles.questions}>
              <ActionQuestions
                action={action}
                teams={teams}
                today={today}
                onDue={(due) => onChange((current, now) => editAction(current, action.id, { due }, now))}
              />
            </div>
          </li>
        ))}
      </ul>
      <Button
        variant="quiet"
        icon="plus"
        onClick={() => onChange((current, now) => addAction(current, crypto.randomUUID(), now))}
      >
        Action
      </Button>
    </Section>
  );
}

/** The calendar day where the reader is. */
function dayHere(now: Date): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}

/** What keeps the action from being a commitment. */
function missing(action: Action): string | undefined {
  const lacks = [
    action.text.trim() === '' ? 'words' : undefined,
    action.owner.trim() === '' ? 'an owner' : undefined,
    action.due === '' ? 'a due date' : undefined,
  ].filter((part) => part !== undefined);
  if (lacks.length === 0) return undefined;
  return `Idea. Needs ${new Intl.ListFormat('en-GB').format(lacks)} to be committed.`;
}
