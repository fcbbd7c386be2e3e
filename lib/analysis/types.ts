/**
 * What Debrief works out from a capture. Every number names the events it came from and how certain it is;
 * nothing here is stored, all of it is computed again on read.
 */
import type { Iso, SlaMetric, Value } from '../ticket/basics';
import type { EventId } from '../ticket/events';
import type { CalendarRef } from '../ticket/ticket';
import type { Clock, Metric } from './clocks/types';
import type { Finding } from './findings/finding';
import type { PromiseMade } from './promises';
import type { Reconciliation } from './reconcile/types';
import type { Resolution } from './resolution';
import type { Stage } from './stages';
import type { Suggestion } from './suggestion';
import type { Hypothesis } from './what-if';

/** `lower_bound`: at least this much, because something before or after could not be seen. */
export type Certainty = 'exact' | 'lower_bound' | 'unknown';

/**
 * A length of time with the events that open and close it. `to` is absent where the end has not come: `ms` then
 * runs to now or, on a ticket that was solved without it, to the solve.
 */
export interface Span {
  from: Iso;
  to?: Iso;
  ms: number;
  certainty: Certainty;
  events: EventId[];
}

/** Text made of plain pieces and pieces that rest on evidence, so that each number can be a link. */
export type Phrase = readonly PhrasePart[];
export interface PhrasePart {
  text: string;
  events?: readonly EventId[];
}

export type MilestoneKind =
  | 'created'
  | 'first_customer_message'
  | 'first_human_reply'
  | 'escalated'
  | 'first_update_after_escalation'
  | 'customer_confirmed'
  | 'solved'
  | 'reopened'
  | 'closed';

export interface Milestone {
  kind: MilestoneKind;
  /** Absent while it has not happened. */
  at?: Iso;
  event?: EventId;
  /** For the first update after an escalation: the escalation it answers. */
  after?: EventId;
}

/** The customer's wait: from the first unanswered customer message to the next public human reply. */
export interface Wait extends Span {
  /** Customer messages inside the wait, the opening one included. */
  customerMessages: EventId[];
  /** Internal notes written meanwhile. */
  notes: EventId[];
  /** How it ended; `open` runs until now. */
  end: 'reply' | 'solved' | 'open';
}

/** A stretch with no customer-visible message from the company while it was the company's turn to speak. */
export interface Silence extends Span {
  notes: EventId[];
  customerMessages: EventId[];
}

/** A change of group or assignee, up to the first action of the new side. `to: null` is back to the queue. */
export interface Handoff {
  event: EventId;
  at: Iso;
  what: 'group' | 'assignee';
  from?: Value;
  to: Value;
  /** From the change to the first action of the new side, or to now. */
  gap: Span;
  /** What ended the gap; `handed_on`: moved again before the new side had acted. */
  end: 'action' | 'handed_on' | 'solved' | 'open';
  /** The part of the gap in which nobody was assigned. */
  unassignedMs: number;
  /** The part in which somebody was, and had not acted. */
  untouchedMs: number;
}

export type EscalationKind =
  | 'customer_asked'
  | 'group_raised'
  | 'priority_raised'
  | 'tagged'
  | 'linked'
  | 'rule';

export interface Escalation {
  event: EventId;
  at: Iso;
  kind: EscalationKind;
  /** Why it counts as one, in words: "Priority High → Urgent". */
  label: string;
  /** First action of the side it went to. */
  accepted?: Span;
  /** First customer-visible message after it. */
  firstUpdate: Span;
}

export type SlaState =
  | 'achieved'
  | 'breached'
  | 'active'
  | 'active_breached'
  | 'paused'
  | 'paused_breached'
  | 'cancelled'
  | 'unknown';

/** One target on one cycle: what was promised, what it took, by how much it was missed. */
export interface SlaOutcome {
  instance: string;
  metric: SlaMetric;
  policy?: string;
  targetMs?: number;
  /** Time counted against the target, in the unit of the target. */
  actualMs?: number;
  /** Positive: late by. Zero or negative: to spare. */
  overMs?: number;
  dueAt?: Iso;
  breachedAt?: Iso;
  state: SlaState;
  /** Whether the target counts business hours or all hours. */
  unit: 'business' | 'calendar';
  /** Who says so: the helpdesk; Debrief from the deadline in force at the time; Debrief by a target of the user's. */
  source: 'helpdesk' | 'computed' | 'debrief';
  certainty: Certainty;
  events: EventId[];
}

/** Replies that did not hold, each with the message that says so, and the one that held. */
export interface Answers {
  wrong: { event: EventId; said?: EventId }[];
  right?: EventId;
  /** From the first wrong one to the right one. */
  ms?: number;
}

export interface KeyEvent {
  id: EventId;
  why: string;
}

/** Something the analysis could not know, said aloud. */
export interface Unknown {
  what: string;
  why: string;
  events: EventId[];
}

export interface Analysis {
  /** The clock the analysis was made with; open spans run up to it. */
  now: Iso;
  /** Set where this is not what happened, but what would have, had one thing been otherwise. */
  hypothetical?: Hypothesis;
  /** From creation to the last solve, or to now while the ticket is open. */
  span: Span & { open: boolean };
  /** The customer's name as one would say it: the organisation, else the requester. */
  customer: string;
  headline: Phrase;
  milestones: Milestone[];
  /** Created or first customer message to the first public reply by a person. */
  firstReply?: Span;
  waits: Wait[];
  longestWait?: Wait;
  silences: Silence[];
  longestSilence?: Silence;
  handoffs: Handoff[];
  escalations: Escalation[];
  /** Every metric, the targets' clocks first. */
  clocks: Clock[];
  /** Numbers that are no clocks. */
  metrics: Metric[];
  /** Our numbers beside the helpdesk's own. */
  reconciliation: Reconciliation[];
  /** What business hours are counted by; empty: every hour counts. */
  calendars: CalendarRef[];
  /** What the company promised the customer, in order of time. */
  promises: PromiseMade[];
  /** What went wrong, worst first. */
  findings: Finding[];
  suggestion: Suggestion;
  /** Absent where no answer is known to have been wrong. */
  answers?: Answers;
  /** Absent while the ticket is open and the customer has not confirmed. */
  resolution?: Resolution;
  /** Where the unsolved time went, longest first. */
  stages: Stage[];
  slas: SlaOutcome[];
  /** Total time without an assignee while the ticket was unsolved. */
  unassigned: Span;
  reopens: number;
  counts: { customerMessages: number; replies: number; notes: number; changes: number; events: number };
  keyEvents: KeyEvent[];
  unknowns: Unknown[];
}
