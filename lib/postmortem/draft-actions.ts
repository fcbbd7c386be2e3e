import { missed } from '../analysis/slas';
import type { Analysis } from '../analysis/types';
import { metricName } from '../language/describe-event';
import { worstHandoff } from './facts-in-words';
import type { Action } from './schema';

/**
 * Suggested changes, each tied to something the evidence shows and each checkable. Owner and due date are left
 * empty: only people can promise.
 */
export function suggestActions(analysis: Analysis): Action[] {
  const found: { id: string; text: string }[] = [];
  const suggest = (id: string, text: string) => found.push({ id: `suggested:${id}`, text });
  const handoff = worstHandoff(analysis);
  if (handoff && handoff.unassignedMs > 0) {
    const group = handoff.what === 'group' && handoff.to ? handoff.to.label : 'the receiving team';
    suggest(
      'no-owner-after-handoff',
      `Alert the lead of ${group} when a ticket handed to it has had no assignee for 30 minutes`,
    );
  } else if (handoff) {
    suggest(
      'untouched-after-handoff',
      'Alert the team lead when a handed-over ticket has had no action by its new owner for 30 minutes',
    );
  }
  if (analysis.longestSilence && analysis.longestSilence.notes.length > 1) {
    suggest(
      'silence-with-notes',
      'Add a rule that asks for a public update when a ticket has 3 internal notes and no reply for 4 hours',
    );
  }
  if (analysis.escalations.some((escalation) => escalation.firstUpdate.ms > 60 * 60_000)) {
    suggest(
      'update-after-escalation',
      'Add “tell the customer who has it and by when they hear again” to the escalation checklist',
    );
  }
  const late = missed(analysis.slas)[0];
  if (late) {
    suggest(
      'warn-before-breach',
      `Warn the assignee and the team lead 15 minutes before a ${metricName(late.metric).toLowerCase()} target is missed`,
    );
  }
  return found.map(({ id, text }) => ({ id, text, owner: '', due: '', state: 'generated' }));
}
