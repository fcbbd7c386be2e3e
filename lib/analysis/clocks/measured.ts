/** What every measured clock is made of: messages, changes of state, and the moments they begin and end. */
import type { Iso } from '../../ticket/basics';
import type { EventId, Message } from '../../ticket/events';
import type { Facts } from '../facts';
import { distinct } from '../positions';
import type { Segment } from '../segments';
import type { Certainty, Escalation, Handoff, Wait } from '../types';
import type { Run } from './runs';
import type { ClockMetric } from './types';

export interface History {
  facts: Facts;
  status: readonly Segment[];
  assignee: readonly Segment[];
  solves: readonly Segment[];
  waits: readonly Wait[];
  handoffs: readonly Handoff[];
  escalations: readonly Escalation[];
  /** The event that stands for the state at creation. */
  creation: EventId;
  /** Whether the ticket is solved now. */
  solved: boolean;
}

/** A clock as Debrief measures it, before targets and hours. */
export interface Measured {
  metric: ClockMetric;
  runs: Run[];
  /** When it began to count; runs may be empty. */
  from: Iso;
  /** How it ended: with what it waited for, or without. Absent: not yet. */
  end?: { how: 'met' | 'given_up'; at: Iso; event?: EventId };
  certainty: Certainty;
  events: EventId[];
}

/** One clock from one event to another, running all the while; up to now where the other has not come. */
export function spanClock(
  history: History,
  metric: ClockMetric,
  start: { at: Iso; event: EventId },
  end: Measured['end'],
  certainty: Certainty = 'exact',
): Measured {
  const runs: Run[] = [];
  const to = end?.at ?? nowAfter(history, start.at);
  const closed = end?.event;
  if (start.at < to) {
    const run: Run = { from: start.at, to, state: 'running', opened: start.event };
    if (closed !== undefined) run.closed = closed;
    runs.push(run);
  }
  const events = closed === undefined ? [start.event] : distinct([start.event, closed]);
  const clock: Measured = { metric, runs, from: start.at, certainty, events };
  if (end) clock.end = end;
  return clock;
}

/** A reader's clock may run behind the helpdesk's: nothing ends before it began. */
export function nowAfter({ facts }: History, at: Iso): Iso {
  return facts.now > at ? facts.now : at;
}

export function eventsOf(runs: readonly Run[]): EventId[] {
  const events: EventId[] = [];
  for (const { opened, closed } of runs) {
    events.push(opened);
    if (closed !== undefined) events.push(closed);
  }
  return distinct(events);
}

export function repliedBy(message: Message): NonNullable<Measured['end']> {
  return { how: 'met', at: message.time.at, event: message.id };
}

export function solvedBy(solve: Segment, how: 'met' | 'given_up'): NonNullable<Measured['end']> {
  return endedBy(how, solve.from, solve.opened);
}

export function endedBy(
  how: 'met' | 'given_up',
  at: Iso,
  event: EventId | undefined,
): NonNullable<Measured['end']> {
  return event === undefined ? { how, at } : { how, at, event };
}
