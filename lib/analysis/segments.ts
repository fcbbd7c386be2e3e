/**
 * A field's value over time, from the state before the first change. Where that state is not known the first
 * segment says so, and every number that uses it is marked.
 */
import type { Iso, Value } from '../ticket/basics';
import type { Change, EventId } from '../ticket/events';
import type { Facts } from './facts';
import { elapsed, firstIndex } from './positions';

export interface Segment {
  from: Iso;
  /** Absent for the last one. */
  to?: Iso;
  /** Undefined: not known. */
  value: Value | undefined;
  /** The change that opened it; absent for the state at creation. */
  opened?: EventId;
}

export type TimelineField = 'status' | 'assignee' | 'group' | 'priority';

export function segmentsOf(facts: Facts, field: TimelineField): Segment[] {
  const { ticket } = facts;
  const changes = facts.changes.filter((change) => isOwnChange(change, field, ticket.key));
  let last: Segment = { from: ticket.createdAt, value: initialValue(facts, field, changes[0]) };
  const segments = [last];
  const open = (at: Iso, value: Value, opened?: EventId) => {
    // A change stamped before creation belongs to the creating save; it must not make a negative segment.
    const from = at < last.from ? last.from : at;
    last.to = from;
    last = { from, value, ...(opened === undefined ? {} : { opened }) };
    segments.push(last);
  };
  for (const change of changes) open(change.time.at, change.to ?? null, change.id);
  if (field === 'status' && isSolved(ticket.status) && !isSolved(last.value)) {
    // The solve itself was not read; the helpdesk's own date stands in, or at worst the last thing read.
    open(ticket.solvedAt ?? ticket.closedAt ?? facts.events.at(-1)?.time.at ?? last.from, ticket.status);
  }
  return segments.filter((segment) => segment.to !== segment.from);
}

/** A merged ticket's history keeps its own states: the clocks are those of the ticket it was merged into. */
function isOwnChange(event: Change, field: TimelineField, key: string): boolean {
  if (event.field !== field || event.to === undefined) return false;
  return event.source.ticketKey === undefined || event.source.ticketKey === key;
}

function initialValue(facts: Facts, field: TimelineField, first: Change | undefined): Value | undefined {
  const { initial } = facts.ticket;
  if (initial[field] !== undefined) return initial[field];
  if (first?.from !== undefined) return first.from;
  if (first || !initial.known) return undefined;
  return facts.ticket[field];
}

/** Milliseconds of `[from, to]` in which the test holds. */
export function timeWhere(
  segments: readonly Segment[],
  from: Iso,
  to: Iso,
  holds: (value: Value | undefined) => boolean,
): number {
  let sum = 0;
  for (let index = Math.max(0, indexAt(segments, from)); index < segments.length; index++) {
    const segment = segments[index];
    if (!segment || segment.from >= to) break;
    const start = segment.from > from ? segment.from : from;
    const end = segment.to === undefined || segment.to > to ? to : segment.to;
    if (start < end && holds(segment.value)) sum += elapsed(start, end);
  }
  return sum;
}

export function valueAt(segments: readonly Segment[], at: Iso): Value | undefined {
  return segments[indexAt(segments, at)]?.value;
}

/** What it was when something else was about to happen. */
export function valueBefore(segments: readonly Segment[], at: Iso): Value | undefined {
  return segments[firstIndex(segments, (segment) => segment.from >= at) - 1]?.value;
}

function indexAt(segments: readonly Segment[], at: Iso): number {
  return firstIndex(segments, (segment) => segment.from > at) - 1;
}

/** The segments in which the ticket became solved, in order. */
export function solvesOf(status: readonly Segment[]): Segment[] {
  return status.filter((segment, index) => isSolved(segment.value) && !isSolved(status[index - 1]?.value));
}

/** The first solve at or after an instant. */
export function solveFrom(solves: readonly Segment[], at: Iso): Segment | undefined {
  return solves[firstIndex(solves, (solve) => solve.from >= at)];
}

/** Nobody waits any more: solved, or closed, deleted or set aside as spam without that. */
export function isSolved(value: Value | undefined): boolean {
  const status = value?.status;
  return status === 'solved' || status === 'closed' || status === 'deleted' || status === 'spam';
}
