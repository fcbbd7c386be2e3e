import type { MarkKind } from '../../lib/analysis/overlay';

/** What a person can mark an entry as, in the words of the buttons. */
export const markNames: Readonly<Record<MarkKind, string>> = {
  escalation: 'Escalation',
  not_escalation: 'No escalation',
  wrong_answer: 'Wrong answer',
  right_answer: 'Right answer',
  decision: 'Decision',
  detected: 'Detected',
  mitigation_started: 'Mitigation started',
  customer_confirmed: 'Customer confirmed',
};
