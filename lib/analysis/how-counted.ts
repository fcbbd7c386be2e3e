/** How each number is counted, in the words of docs/metrics.md; a test keeps the two in step. */
import type { ClockMetric, MetricName } from './clocks/types';
import type { Reason } from './reconcile/types';

export interface Counting {
  name: string;
  how: string;
}

export const clockCountings: Record<ClockMetric, Counting> = {
  first_reply: {
    name: 'First reply',
    how: 'From the first customer message to the next public reply by a person, or the solve. Not measured where an agent opened the ticket with a public reply.',
  },
  first_reply_native: {
    name: 'First reply since creation',
    how: 'From creation to the first public reply by a person; to the second one where an agent opened the ticket with a public reply.',
  },
  next_reply: {
    name: 'Next reply',
    how: 'From the oldest unanswered customer message to the next public reply by a person, or the solve; one for each turn of the customer. Asking again does not restart it, and a thanks opens none.',
  },
  periodic_update: {
    name: 'Periodic update',
    how: 'From each public reply to the next one, until the solve.',
  },
  pausable_update: {
    name: 'Pausable update',
    how: 'From each public reply to the next one, until the solve, without the time in Pending.',
  },
  requester_wait: { name: 'Requester wait', how: 'Time in New, Open and On-hold. It stands in Pending.' },
  agent_work: { name: 'Agent work', how: 'Time in New and Open. It stands in Pending and On-hold.' },
  agent_wait: { name: 'Agent wait', how: 'Time in Pending.' },
  on_hold: { name: 'On-hold', how: 'Time in On-hold.' },
  resolution: { name: 'Total resolution', how: 'Time in New, Open, Pending and On-hold.' },
  first_resolution: { name: 'First resolution', how: 'From creation to the first solve.' },
  full_resolution: { name: 'Full resolution', how: 'From creation to the last solve.' },
  unassigned: { name: 'Without an owner', how: 'Time with no assignee while the ticket was not solved.' },
  group_ownership: { name: 'Group ownership', how: 'As the helpdesk’s own clock ran.' },
  handoff_gap: {
    name: 'Hand-off gap',
    how: 'From a change of group or assignee to the first action by the new side, the next hand-off or the solve.',
  },
  escalation_update: {
    name: 'Update after escalation',
    how: 'From each escalation to the first message that the customer could see. Sending is counted; receipt cannot be seen.',
  },
  other: { name: 'Deadline', how: 'As the helpdesk’s own clock ran.' },
};

export const metricCountings: Record<MetricName, Counting> = {
  reopens: { name: 'Reopens', how: 'Solves after the first one.' },
  replies: {
    name: 'Replies',
    how: 'Public messages by people of the company; those of one agent in one chat count once.',
  },
  group_stations: {
    name: 'Group stations',
    how: 'Groups the ticket passed through, in sequence; coming back counts again.',
  },
  assignee_stations: {
    name: 'Assignee stations',
    how: 'Assignees the ticket passed through, in sequence; coming back counts again.',
  },
  distinct_groups: { name: 'Different groups', how: 'How many groups there were among the stations.' },
  distinct_assignees: {
    name: 'Different assignees',
    how: 'How many assignees there were among the stations.',
  },
  reassignments: {
    name: 'Reassignments',
    how: 'Changes from one group or assignee to another; whom the ticket first went to is none.',
  },
  escalations: {
    name: 'Escalations',
    how: 'The customer asked, the tier or the priority was raised, or a tag, a field, a link or a rule says so.',
  },
  one_touch: { name: 'One-touch', how: 'Solved or closed with exactly one public reply.' },
  longest_silence: {
    name: 'Longest silence',
    how: 'The longest stretch without a customer-visible message from a person while it was the company’s turn and the ticket was unsolved; none where the customer never wrote.',
  },
};

/** What was changed in counting again, so that the helpdesk's number came out. */
export const reasonWords: Record<Reason, string> = {
  rounding: 'The helpdesk counts whole minutes.',
  calendar_against_business:
    'The helpdesk’s number comes out when the other kind of hours is counted: all hours against business hours.',
  schedule_changed:
    'The schedule changed. The helpdesk’s number comes out when a stretch is counted by one schedule alone.',
  priority_changed:
    'The priority changed. The helpdesk’s moment comes out with the target of another priority.',
  policy_applied_late:
    'The policy was applied late. The helpdesk’s number comes out when it counts from then.',
  made_by_agent:
    'An agent made the ticket. The helpdesk’s number comes out when the opening message is counted the other way.',
  reply_by_note: 'The helpdesk’s number comes out when an internal note counts as a reply.',
  automatic_reply:
    'The helpdesk’s number comes out when an automatic or undelivered message counts as a reply.',
  reopening_not_solved: 'The helpdesk also counts the reopening that has not been solved since.',
  nobody_counted: 'The helpdesk also counts stretches in which it was with nobody.',
  unexplained: 'Debrief found no explanation for the difference.',
};
