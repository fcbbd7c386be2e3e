import type { MilestoneKind, SlaState } from './types';

const milestoneNames: Record<MilestoneKind, string> = {
  created: 'Created',
  first_customer_message: 'First customer message',
  first_human_reply: 'First human reply',
  escalated: 'Escalated',
  first_update_after_escalation: 'First update after it',
  customer_confirmed: 'Confirmed by the customer',
  solved: 'Solved',
  reopened: 'Reopened',
  closed: 'Closed',
};

export function milestoneName(kind: MilestoneKind): string {
  return milestoneNames[kind];
}

const stateNames: Record<SlaState, string> = {
  achieved: 'met',
  breached: 'missed',
  active: 'running',
  active_breached: 'missed, still running',
  paused: 'paused',
  paused_breached: 'missed, paused',
  cancelled: 'cancelled',
  unknown: 'not known',
};

export function slaStateName(state: SlaState): string {
  return stateNames[state];
}
