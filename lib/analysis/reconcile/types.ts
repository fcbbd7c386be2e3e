import type { EventId } from '../../ticket/events';

/** Why our number and the helpdesk's differ; each one proven by counting again with that one thing changed. */
export type Reason =
  | 'rounding'
  | 'calendar_against_business'
  | 'schedule_changed'
  | 'priority_changed'
  | 'policy_applied_late'
  | 'made_by_agent'
  | 'reply_by_note'
  | 'automatic_reply'
  | 'reopening_not_solved'
  | 'nobody_counted'
  | 'unexplained';

/** One number of the helpdesk beside ours. */
export interface Reconciliation {
  /** The helpdesk's own name for it. */
  name: string;
  /** For a target: its instance. */
  instance?: string;
  /** Milliseconds by all hours or by business hours, a count, or an instant in milliseconds since 1970. */
  unit: 'calendar' | 'business' | 'count' | 'instant';
  /** Absent: by our count it did not happen. */
  ours?: number;
  theirs: number;
  /** Ours less theirs. */
  difference?: number;
  /** The same, but for the whole minutes that helpdesks count in. */
  agrees: boolean;
  /** Absent where the two are equal. */
  reason?: Reason;
  /** What our number rests on. */
  events: EventId[];
}

/** A number counted another way, to see whether the difference goes away. */
export interface Variant {
  reason: Exclude<Reason, 'rounding' | 'unexplained'>;
  value: number | undefined;
}
