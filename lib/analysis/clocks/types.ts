/** Clocks: how long something took, as stretches of time with the event behind each change of state. */
import type { Iso, SlaMetric } from '../../ticket/basics';
import type { EventId } from '../../ticket/events';
import type { Certainty, SlaState } from '../types';

/** The metrics that targets exist for, and those that helpdesks or Debrief measure beside them. */
export type ClockMetric =
  | SlaMetric
  | 'first_reply_native'
  | 'agent_wait'
  | 'on_hold'
  | 'full_resolution'
  | 'unassigned'
  | 'handoff_gap'
  | 'escalation_update';

/**
 * `outside`: it would run, but the hours are closed. `uncertain`: the state of the ticket then is not known, and the
 * time is not counted.
 */
export interface ClockSegment {
  from: Iso;
  to: Iso;
  state: 'running' | 'paused' | 'outside' | 'uncertain';
  /** The event that brought this state about; at the edge of the hours, the one that had started the clock. */
  opened: EventId;
  /** The event that ended it. Absent at the edge of the hours, and for what still goes on. */
  closed?: EventId;
}

export interface Clock {
  metric: ClockMetric;
  /** The helpdesk's own instance; `debrief/<metric>/<n>` where Debrief measured. */
  instance: string;
  segments: ClockSegment[];
  /** The running segments' sum, in milliseconds. */
  valueMs: number;
  /** The same with the closed hours counted. */
  calendarMs: number;
  targetMs?: number;
  dueAt?: Iso;
  /** The first instant at which it ran past the target in force. */
  firstBreachAt?: Iso;
  /** Of a clock without a target: ended, running, paused, or ended without what it waited for (`cancelled`). */
  state: SlaState;
  /** Positive: late by. Zero or negative: to spare. */
  overMs?: number;
  certainty: Certainty;
  events: EventId[];
  /** What `valueMs` counts. Without a known calendar business hours are counted as all hours. */
  unit: 'business' | 'calendar';
  /** From the helpdesk's own target events, from the deadline in force then, or from messages and changes. */
  source: 'helpdesk' | 'computed' | 'debrief';
  policy?: string;
  /** The helpdesk's own count, where Debrief does not know the calendar it was counted by. */
  reportedMs?: number;
}

/** A target of the user's own, for a metric the helpdesk reports none for. `priority` by its label. */
export interface Target {
  metric: SlaMetric;
  targetMs: number;
  hours: 'business' | 'calendar';
  priority?: string;
}

export type MetricName =
  | 'reopens'
  | 'replies'
  | 'group_stations'
  | 'assignee_stations'
  | 'distinct_groups'
  | 'distinct_assignees'
  | 'reassignments'
  | 'escalations'
  | 'one_touch'
  | 'longest_silence';

/** A number that is no clock. `yes_no`: 1 or 0. */
export interface Metric {
  name: MetricName;
  value: number;
  unit: 'count' | 'ms' | 'yes_no';
  certainty: Certainty;
  events: EventId[];
}
