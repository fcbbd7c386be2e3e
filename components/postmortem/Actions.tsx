import { addAction, editAction, removeAction } from '../../lib/postmortem/edit';
import type { Action, Postmortem } from '../../lib/postmortem/schema';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button, IconButton } from '../ui/Button';
import { Section } from '../ui/Section';
import { TextArea, TextInput } from '../ui/TextArea';
import styles from './Postmortem.module.css';

/** What changes, who does it, by when. Without an owner and a date it is an idea. */
export function Actions({
  postmortem,
  onChange,
}: {
  postmortem: Postmortem;
  onChange: PostmortemSession['change'];
}) {
  const { actions } = postmortem;
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
