import type { CauseDetail } from '../analysis/causes';
import type { FindingKind } from '../analysis/findings/finding';
import { metricName } from '../language/describe-event';
import { teamInProse } from './names-in-prose';
import { type Action, blankAction, type Priority } from './plan';
import type { Story } from './story';

const LATE_UPDATE_MS = 60 * 60_000;
/** More than people can promise at once; the likeliest to help come first. */
const MOST_SUGGESTED = 5;

interface Suggested {
  id: string;
  text: string;
  doneWhen: string;
  cause: CauseDetail;
  priority: Priority;
}

/**
 * Suggested changes, each tied to a cause that the evidence shows and each checkable. Owner and due date are left
 * empty: only people can promise.
 */
export function suggestActions(story: Story): Action[] {
  const found = [
    ...afterHandoff(story),
    ...updates(story),
    ...promises(story),
    ...answers(story),
    ...beforeSolve(story),
    ...beforeBreach(story),
    ...coverage(story),
  ];
  const chosen = found.length > 0 ? found.slice(0, MOST_SUGGESTED) : unanswered(story);
  return chosen.map(({ id, ...words }) => ({
    ...blankAction,
    ...words,
    id: `suggested:${id}`,
    state: 'generated',
  }));
}

function afterHandoff({ handoff }: Story): Suggested[] {
  if (!handoff) return [];
  if (handoff.unassignedMs === 0) {
    return [
      {
        id: 'untouched-after-handoff',
        text: 'Alert the team lead when a handed-over ticket has had no action by its new owner for 30 minutes',
        doneWhen: 'A test ticket left untouched for 30 minutes has alerted the lead',
        cause: 'handoff_context',
        priority: 'P1',
      },
    ];
  }
  const team =
    handoff.what === 'group' ? teamInProse(handoff.to, 'the receiving team') : 'the receiving team';
  return [
    {
      id: 'no-owner-after-handoff',
      text: `Alert the lead of ${team} when a ticket handed to it has had no assignee for 30 minutes`,
      doneWhen: 'A test ticket handed over without an assignee has alerted the lead within 35 minutes',
      cause: 'ownership',
      priority: 'P1',
    },
  ];
}

function updates({ analysis, silence }: Story): Suggested[] {
  const found: Suggested[] = [];
  if (silence && silence.notes.length > 1) {
    found.push({
      id: 'silence-with-notes',
      text: 'Ask for a public update when a ticket has had 3 internal notes and no reply for 4 hours',
      doneWhen: 'No ticket of the next 30 days has 3 notes and no reply for longer than 4 hours',
      cause: 'update_rhythm',
      priority: 'P1',
    });
  }
  if (analysis.escalations.some((escalation) => escalation.firstUpdate.ms > LATE_UPDATE_MS)) {
    found.push({
      id: 'update-after-escalation',
      text: 'Add “tell the customer who has it and when they hear next” to the escalation checklist',
      doneWhen: 'The checklist has the line, and the next 5 escalations show an update within an hour',
      cause: 'no_escalation_path',
      priority: 'P2',
    });
  }
  return found;
}

function promises({ analysis }: Story): Suggested[] {
  if (!analysis.promises.some(({ state }) => state === 'broken')) return [];
  return [
    {
      id: 'promised-time-in-handoff',
      text: 'Add a required “promised to the customer by” field to the hand-off form',
      doneWhen: 'Every hand-off of a week has the field filled in or says that nothing was promised',
      cause: 'commitment_tracking',
      priority: 'P1',
    },
  ];
}

function answers({ analysis }: Story): Suggested[] {
  if (!analysis.answers) return [];
  return [
    {
      id: 'write-down-answer',
      text: 'Write the answer that held into the knowledge base and link it from the article that was used',
      doneWhen: 'A search for the words of the ticket finds the article first',
      cause: 'missing_documentation',
      priority: 'P1',
    },
  ];
}

function beforeSolve({ reopenings }: Story): Suggested[] {
  if (reopenings.length === 0) return [];
  return [
    {
      id: 'confirm-before-solve',
      text: 'Add “the customer has confirmed that it works” to what a ticket needs before it is solved',
      doneWhen: 'A ticket without the confirmation cannot be set to solved',
      cause: 'pausing_rules',
      priority: 'P2',
    },
  ];
}

function beforeBreach({ late }: Story): Suggested[] {
  const [worst] = late;
  if (!worst) return [];
  const target = `${metricName(worst.metric).toLowerCase()} target`;
  return [
    {
      id: 'warn-before-breach',
      text: `Warn the assignee and the team lead when a quarter of the time of a ${target} is left`,
      doneWhen: 'A test ticket has warned both before its target ran out',
      cause: 'missed_alert',
      priority: 'P2',
    },
  ];
}

function coverage({ analysis }: Story): Suggested[] {
  if (!has(analysis.findings, 'coverage_edge')) return [];
  return [
    {
      id: 'cover-shift-end',
      text: 'Name one person on the rota who takes urgent tickets that arrive in the last hour of a shift',
      doneWhen: 'The rota of the next month names one for every shift',
      cause: 'staffing_coverage',
      priority: 'P2',
    },
  ];
}

/** Where nothing else stands out and somebody waited all the same. */
function unanswered({ failed, waitMatters }: Story): Suggested[] {
  if (!failed || !waitMatters) return [];
  return [
    {
      id: 'unanswered',
      text: 'Alert the team lead when a message from a customer has had no reply for 4 hours',
      doneWhen: 'A test message left unanswered for 4 hours has alerted the lead',
      cause: 'update_rhythm',
      priority: 'P1',
    },
  ];
}

function has(findings: readonly { kind: FindingKind }[], kind: FindingKind): boolean {
  return findings.some((finding) => finding.kind === kind);
}
