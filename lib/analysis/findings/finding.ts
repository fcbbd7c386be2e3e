/** What a finding is, and what each search for findings gets to work with. */
import type { Iso } from '../../ticket/basics';
import type { EventId, TicketEvent } from '../../ticket/events';
import type { Cause } from '../causes';
import type { Facts } from '../facts';
import type { PromiseMade } from '../promises';
import type { Readings } from '../readings';
import type { Segment } from '../segments';
import type { Thresholds } from '../thresholds';
import type { Answers, Escalation, Handoff, Silence, SlaOutcome, Wait } from '../types';

export type FindingKind =
  | 'silence'
  | 'unanswered'
  | 'chased'
  | 'handoff_gap'
  | 'ping_pong'
  | 'misrouted'
  | 'late_update'
  | 'promise'
  | 'wrong_pause'
  | 'coverage_edge'
  | 'one_person'
  | 'repeated_question'
  | 'wrong_answer'
  | 'missed_unseen';

/** Something that went wrong between the company and the customer, with the events that show it. Names no person. */
export interface Finding {
  kind: FindingKind;
  weight: 'serious' | 'worth_a_look' | 'noted';
  /** One line, the worst first: "14 h 02 min of silence". */
  title: string;
  detail: string;
  /** How long it lasted, where it has a length. */
  ms?: number;
  events: EventId[];
  /** What it may be a sign of, never a person. */
  cause: Cause;
}

export interface Scene {
  facts: Facts;
  readings: Readings;
  thresholds: Thresholds;
  customer: string;
  waits: readonly Wait[];
  silences: readonly Silence[];
  handoffs: readonly Handoff[];
  escalations: readonly Escalation[];
  promises: readonly PromiseMade[];
  slas: readonly SlaOutcome[];
  status: readonly Segment[];
  assignee: readonly Segment[];
  group: readonly Segment[];
  /** Working hours inside a span, in milliseconds; absent where no calendar is known. */
  workingMs?: (from: Iso, to: Iso) => number;
  answers: Answers | undefined;
  /** A person's corrections that say which answer was wrong or right. */
  marked: (as: 'wrong_answer' | 'right_answer') => readonly EventId[];
}

export function timeOf(facts: Facts, id: EventId | undefined): Iso | undefined {
  return id === undefined ? undefined : facts.byId.get(id)?.time.at;
}

export function eventAt(facts: Facts, id: EventId | undefined): TicketEvent | undefined {
  return id === undefined ? undefined : facts.byId.get(id);
}

/** "1 note", "9 notes". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
