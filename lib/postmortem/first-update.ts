/** From detection, and from each escalation, to the first word the customer could see, against a target by severity. */
import type { Analysis } from '../analysis/types';
import type { Iso } from '../ticket/basics';
import type { EventId } from '../ticket/events';
import type { FirstUpdateTargets, Severity } from './schema';
import { defaultFirstUpdateMs } from './severity';

export interface FirstUpdate {
  after: 'detection' | 'escalation';
  at: Iso;
  /** Absent while nothing has been sent. */
  to?: Iso;
  ms: number;
  targetMs?: number;
  /** Undefined where there is no target. Exactly on target is a pass. */
  verdict?: 'pass' | 'fail';
  events: EventId[];
}

/** Detection is the customer's first message; only sending can be seen, not that it was read. */
export function firstUpdates(
  severity: Severity,
  { firstReply, escalations }: Analysis,
  targets: FirstUpdateTargets = defaultFirstUpdateMs,
): FirstUpdate[] {
  const targetMs = targets[severity];
  const spans = [
    ...(firstReply ? [{ after: 'detection' as const, at: firstReply.from, span: firstReply }] : []),
    ...escalations.map(({ at, firstUpdate }) => ({ after: 'escalation' as const, at, span: firstUpdate })),
  ];
  return spans.map(({ after, at, span: { to, ms, events } }) => ({
    after,
    at,
    ...(to === undefined ? {} : { to }),
    ms,
    ...(targetMs === undefined ? {} : { targetMs, ...verdictOf(ms, to !== undefined, targetMs) }),
    events,
  }));
}

/** What has not come and is not late yet has no verdict. */
function verdictOf(ms: number, hasCome: boolean, targetMs: number): Pick<FirstUpdate, 'verdict'> {
  if (ms > targetMs) return { verdict: 'fail' };
  return hasCome ? { verdict: 'pass' } : {};
}
