import type { Facts } from './facts';
import type { Resolution } from './resolution';
import { isSolved, type Segment } from './segments';
import type { Escalation, Milestone, Span } from './types';

/**
 * The points everybody asks for, in order of time; those that have not happened come last and have no time. Nobody
 * waits for a reply or an update to a customer who never wrote.
 */
export function findMilestones(
  facts: Facts,
  found: {
    status: readonly Segment[];
    escalations: readonly Escalation[];
    firstReply: Span | undefined;
    resolution?: Resolution | undefined;
  },
): Milestone[] {
  const { ticket } = facts;
  const first = facts.customerMessages[0];
  const creation = facts.events.find((event) => event.time.at <= ticket.createdAt);
  const milestones: Milestone[] = [
    { kind: 'created', at: ticket.createdAt, ...(creation ? { event: creation.id } : {}) },
    ...(first ? [{ kind: 'first_customer_message' as const, at: first.time.at, event: first.id }] : []),
    ...(found.firstReply ? [firstReplyMilestone(found.firstReply)] : []),
    ...found.escalations.flatMap((escalation) => escalationMilestones(escalation, first !== undefined)),
    ...confirmation(found.resolution),
    ...solveMilestones(found.status),
  ];
  return milestones.sort((a, b) => {
    if (a.at === undefined || b.at === undefined) return a.at === b.at ? 0 : a.at === undefined ? 1 : -1;
    return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
  });
}

function firstReplyMilestone(span: Span): Milestone {
  if (span.to === undefined) return { kind: 'first_human_reply' };
  const event = span.events.at(-1);
  return { kind: 'first_human_reply', at: span.to, ...(event ? { event } : {}) };
}

function escalationMilestones(escalation: Escalation, isAwaited: boolean): Milestone[] {
  const { firstUpdate } = escalation;
  const escalated = { kind: 'escalated' as const, at: escalation.at, event: escalation.event };
  if (firstUpdate.to === undefined && !isAwaited) return [escalated];
  const reply = firstUpdate.to === undefined ? undefined : firstUpdate.events.at(-1);
  return [
    escalated,
    {
      kind: 'first_update_after_escalation',
      after: escalation.event,
      ...(firstUpdate.to === undefined ? {} : { at: firstUpdate.to }),
      ...(reply ? { event: reply } : {}),
    },
  ];
}

function confirmation(resolution: Resolution | undefined): Milestone[] {
  if (resolution?.how !== 'customer_confirmed') return [];
  const { at, event } = resolution;
  return [{ kind: 'customer_confirmed', at, ...(event === undefined ? {} : { event }) }];
}

/** A ticket closed without having been solved counts as solved then; one that was deleted does not. */
function solveMilestones(status: readonly Segment[]): Milestone[] {
  return status.flatMap((segment, index) => {
    const kind = turningPoint(status[index - 1], segment);
    if (!kind) return [];
    return [{ kind, at: segment.from, ...(segment.opened ? { event: segment.opened } : {}) }];
  });
}

function turningPoint(
  before: Segment | undefined,
  now: Segment,
): 'solved' | 'closed' | 'reopened' | undefined {
  const wasSolved = isSolved(before?.value);
  if (!isSolved(now.value)) return wasSolved ? 'reopened' : undefined;
  const status = now.value?.status;
  if (status === 'deleted' || status === 'spam')
    return before?.value?.status === status ? undefined : 'closed';
  if (!wasSolved) return 'solved';
  return status === 'closed' && before?.value?.status !== 'closed' ? 'closed' : undefined;
}
