import { metricName } from '../language/describe-event';
import { teamInProse } from './names-in-prose';
import type { Action } from './schema';
import type { Story } from './story';

const LATE_UPDATE_MS = 60 * 60_000;

/**
 * Suggested changes, each tied to something the evidence shows and each checkable. Owner and due date are left
 * empty: only people can promise.
 */
export function suggestActions(story: Story): Action[] {
  const { analysis, handoff, silence, late, reopenings, failed, waitMatters } = story;
  const found: { id: string; text: string }[] = [];
  const suggest = (id: string, text: string) => found.push({ id: `suggested:${id}`, text });
  if (handoff && handoff.unassignedMs > 0) {
    const team =
      handoff.what === 'group' ? teamInProse(handoff.to, 'the receiving team') : 'the receiving team';
    suggest(
      'no-owner-after-handoff',
      `Alert the lead of ${team} when a ticket handed to it has had no assignee for 30 minutes`,
    );
  } else if (handoff) {
    suggest(
      'untouched-after-handoff',
      'Alert the team lead when a handed-over ticket has had no action by its new owner for 30 minutes',
    );
  }
  if (silence && silence.notes.length > 1) {
    suggest(
      'silence-with-notes',
      'Ask for a public update when a ticket has had 3 internal notes and no reply for 4 hours',
    );
  }
  if (analysis.escalations.some((escalation) => escalation.firstUpdate.ms > LATE_UPDATE_MS)) {
    suggest(
      'update-after-escalation',
      'Add “tell the customer who has it and when they hear next” to the escalation checklist',
    );
  }
  if (reopenings.length > 0) {
    suggest(
      'confirm-before-solve',
      'Add “the customer has confirmed that it works” to what a ticket needs before it is solved',
    );
  }
  if (late[0]) {
    const target = `${metricName(late[0].metric).toLowerCase()} target`;
    suggest(
      'warn-before-breach',
      `Warn the assignee and the team lead when a quarter of the time of a ${target} is left`,
    );
  }
  if (found.length === 0 && failed && waitMatters) {
    suggest('unanswered', 'Alert the team lead when a message from a customer has had no reply for 4 hours');
  }
  return found.map(({ id, text }) => ({ id, text, owner: '', due: '', state: 'generated' }));
}
