import { memo } from 'react';
import { addAction } from '../../lib/postmortem/edit';
import { promisedActions } from '../../lib/postmortem/follow-ups';
import type { Action } from '../../lib/postmortem/plan';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button } from '../ui/Button';
import { Section } from '../ui/Section';
import { ActionRow } from './ActionRow';

/** What changes, who does it, by when. Without an owner and a date it is an idea. */
export const Actions = memo(function Actions({
  actions,
  causes,
  teams,
  onChange,
}: {
  actions: readonly Action[];
  /** Contributing causes that people agreed with. */
  causes: readonly string[];
  /** The helpdesk's own: none of them is one person. */
  teams: readonly string[];
  onChange: PostmortemSession['change'];
}) {
  const today = dayHere(new Date());
  const committed = promisedActions(actions).length;
  return (
    <Section id="actions" title="Actions" aside={`${committed} of ${actions.length} committed`}>
      <ul>
        {actions.map((action, index) => (
          <ActionRow
            key={action.id}
            action={action}
            number={index + 1}
            causes={causes}
            teams={teams}
            today={today}
            onChange={onChange}
          />
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
});

/** The calendar day where the reader is. */
function dayHere(now: Date): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}
