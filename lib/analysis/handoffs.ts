import type { Value } from '../ticket/basics';
import type { Change, EventId, TicketEvent } from '../ticket/events';
import { certaintyOf, worse } from './doubts';
import { type Facts, isSameSave, isSetup } from './facts';
import { elapsed, indexAfter } from './positions';
import { isSolved, type Segment, solveFrom, timeWhere, valueAt, valueBefore } from './segments';
import type { Handoff, Span } from './types';

export interface HandoffContext {
  status: readonly Segment[];
  solves: readonly Segment[];
  assignee: readonly Segment[];
}

/**
 * Hand-offs and the gap after each: from the change of group or assignee to the first action by the new side,
 * or to the next hand-off, the solve, or now. Whom a ticket first goes to is none, and neither is taking what
 * nobody held; putting it back into the queue is one. A group and an assignee changed in one save are one.
 */
export function findHandoffs(facts: Facts, context: HandoffContext): Handoff[] {
  const changes = facts.changes.filter((change) => isHandoff(change, facts));
  const groupSaves = new Set(
    changes.filter((change) => change.field === 'group').map((change) => change.batch),
  );
  const moves = changes.filter(
    (change) => change.field === 'group' || change.batch === undefined || !groupSaves.has(change.batch),
  );
  const found: Handoff[] = [];
  let nextGroup: Move | undefined;
  let next: Move | undefined;
  for (const move of moves.reverse()) {
    found.push(handoffFrom(facts, context, move, move.field === 'group' ? nextGroup : next));
    next = move;
    if (move.field === 'group') nextGroup = move;
  }
  return found.reverse();
}

type Move = Change & { from: Value; to: Value };

function isHandoff(event: Change, facts: Facts): event is Move {
  if (event.field !== 'group' && event.field !== 'assignee') return false;
  if (event.to === undefined || !event.from || isSetup(event, facts)) return false;
  return !sameValue(event.from, event.to);
}

interface End {
  how: Handoff['end'];
  at?: string;
  event?: EventId | undefined;
}

function handoffFrom(facts: Facts, context: HandoffContext, move: Move, next: Move | undefined): Handoff {
  const at = move.time.at;
  const end = endOf(facts, context, move, next);
  const until = end.at ?? (facts.now > at ? facts.now : at);
  const ms = elapsed(at, until);
  const unassignedMs = timeWhere(context.assignee, at, until, (value) => value === null);
  const known = valueAt(context.assignee, at) !== undefined;
  const events = end.event === undefined || end.event === move.id ? [move.id] : [move.id, end.event];
  const certainty = worse(known ? 'exact' : 'lower_bound', certaintyOf(facts.doubts, events));
  const gap: Span = { from: at, ms, certainty, events };
  if (end.at !== undefined) gap.to = end.at;
  return {
    event: move.id,
    at,
    what: move.field === 'group' ? 'group' : 'assignee',
    from: move.from,
    to: move.to,
    gap,
    end: end.how,
    unassignedMs,
    untouchedMs: Math.max(0, ms - unassignedMs),
  };
}

/** What came first: an action by the new side, the next hand-off, the solve; or none of them yet. */
function endOf(facts: Facts, context: HandoffContext, move: Move, next: Move | undefined): End {
  const at = move.time.at;
  // Moving a solved ticket leaves nobody waiting; whoever pulls a ticket over has acted by that.
  if (isSolved(valueAt(context.status, at))) return { how: 'solved', at, event: move.id };
  if (isPulled(move)) return { how: 'action', at, event: move.id };
  const action = firstAction(facts, context, move, next);
  const solve = solveFrom(context.solves, at);
  const ends: End[] = [];
  if (action) ends.push({ how: 'action', at: action.time.at, event: action.id });
  if (next) ends.push({ how: 'handed_on', at: next.time.at, event: next.id });
  if (solve) ends.push({ how: 'solved', at: solve.from, event: solve.opened });
  return ends.reduce((first, end) => ((end.at ?? '') < (first.at ?? '~') ? end : first), { how: 'open' });
}

function isPulled(move: Move): boolean {
  if (move.field === 'assignee') return move.to?.id !== undefined && move.to.id === move.actor.id;
  return move.actor.side === 'agent' && move.actor.team !== undefined && move.actor.team === move.to?.label;
}

function firstAction(facts: Facts, context: HandoffContext, move: Move, next: Move | undefined) {
  const { staffEvents } = facts;
  for (let index = indexAfter(staffEvents, move); index < staffEvents.length; index++) {
    const event = staffEvents[index];
    if (!event || event.id === next?.id) return undefined;
    if (!isSameSave(event, move) && !isRouting(event) && isNewSide(facts, context, event, move)) return event;
  }
  return undefined;
}

/** Giving the ticket to somebody else moves it; nobody has worked on it by that. */
function isRouting(event: TicketEvent): boolean {
  if (event.kind !== 'change' || (event.field !== 'assignee' && event.field !== 'group')) return false;
  return event.field === 'group' || event.to?.id === undefined || event.to.id !== event.actor.id;
}

/** The new assignee; a member of the new group; or, where teams are not told, anyone but who handed it over. */
function isNewSide(facts: Facts, context: HandoffContext, event: TicketEvent, move: Move): boolean {
  const person = facts.people.get(event.actor.id);
  const holds = (value: Value | undefined) =>
    value?.id === undefined
      ? value?.label === person?.name && person !== undefined
      : value.id === event.actor.id;
  if (move.field === 'assignee' && move.to !== null) return holds(move.to);
  if (holds(valueAt(context.assignee, event.time.at)) && event.actor.id !== move.actor.id) {
    // Whoever keeps a ticket that moved to another group is not the new side.
    if (!heldBefore(facts, context, move, event.actor.id)) return true;
  }
  const team = event.actor.team ?? person?.team;
  if (team !== undefined && team === move.to?.label) return true;
  if (event.actor.id === move.actor.id) return event.kind === 'change' && event.field === 'assignee';
  return team === undefined || move.field === 'assignee' || team !== move.from?.label;
}

function heldBefore(facts: Facts, context: HandoffContext, move: Move, actor: string): boolean {
  const holder = valueBefore(context.assignee, move.time.at);
  return holder !== null && (holder?.id === actor || holder?.label === facts.people.get(actor)?.name);
}

function sameValue(a: Value, b: Value): boolean {
  return a?.id !== undefined && b?.id !== undefined ? a.id === b.id : a?.label === b?.label;
}
