/** Clocks that a public reply by a person stops (product metrics, 6.1). Bots, bounced mail and notes stop none. */
import type { Message } from '../../ticket/events';
import { type Facts, isSameSave } from '../facts';
import { distinct, firstMatchAfter } from '../positions';
import { isSolved, type Segment, solveFrom, valueAt } from '../segments';
import {
  endedBy,
  eventsOf,
  type History,
  type Measured,
  nowAfter,
  repliedBy,
  solvedBy,
  spanClock,
} from './measured';
import { clipRuns } from './runs';
import { runsOver, stateBy } from './status-clocks';

export function replyClocks(history: History): Measured[] {
  return [
    nativeFirstReply(history),
    ...firstReply(history),
    ...nextReplies(history),
    ...updates(history, 'periodic_update'),
    ...updates(history, 'pausable_update'),
  ];
}

/** The public comment with which an agent opened the ticket, if that is how it began. */
export function openingReply(facts: Facts): Message | undefined {
  const [first] = facts.replies;
  const [creation] = facts.events;
  if (!first || !creation) return undefined;
  const inCreation = first.time.at <= facts.ticket.createdAt;
  return inCreation || (creation.time.at <= facts.ticket.createdAt && isSameSave(first, creation))
    ? first
    : undefined;
}

/** Creation to the first public reply; to the second, where an agent opened the ticket with one. */
function nativeFirstReply(history: History): Measured {
  const { facts } = history;
  const start = { at: facts.ticket.createdAt, event: history.creation };
  const reply = facts.replies[openingReply(facts) ? 1 : 0];
  const solve = history.solved ? history.solves.at(-1) : undefined;
  const end = reply ? repliedBy(reply) : solve && solvedBy(solve, 'given_up');
  return spanClock(history, 'first_reply_native', start, end);
}

/** First customer message to the reply or the solve. Not measured where an agent opened the ticket with a reply. */
function firstReply(history: History): Measured[] {
  const { facts, solves } = history;
  const first = facts.customerMessages[0];
  if (!first || openingReply(facts)) return [];
  const end = replyOrSolve(facts, solves, first);
  return [spanClock(history, 'first_reply', { at: first.time.at, event: first.id }, end)];
}

/** One per turn of the customer; the first turn is the first reply's. */
function nextReplies(history: History): Measured[] {
  const { facts } = history;
  const opening = openingReply(facts) ? undefined : facts.customerMessages[0]?.id;
  return history.waits.flatMap(({ from, to, end, events: [event, closing], certainty }) => {
    if (event === undefined || event === opening) return [];
    const ended = to === undefined || end === 'open' ? undefined : endedBy('met', to, closing);
    return [spanClock(history, 'next_reply', { at: from, event }, ended, certainty)];
  });
}

/** From each public reply to the next one; a solve ends it, and with Pending only the pausable one stands still. */
function updates(history: History, metric: 'periodic_update' | 'pausable_update'): Measured[] {
  const { facts, status, solves } = history;
  const pending = metric === 'pausable_update' ? 'paused' : 'running';
  const rule = { new: 'running', open: 'running', hold: 'running', pending } as const;
  const all = runsOver(history, status, (value) => (isSolved(value) ? undefined : stateBy(rule, value)));
  // Whether it was Pending matters only to the pausable one.
  const runs = metric === 'pausable_update' ? all : all.map((run) => ({ ...run, state: 'running' as const }));
  const found: Measured[] = [];
  for (const reply of facts.replies) {
    // Saved together with the solve, or written after it: nobody owes another update.
    if (isSolved(valueAt(status, reply.time.at))) continue;
    const end = replyOrSolve(facts, solves, reply);
    const from = reply.time.at < facts.ticket.createdAt ? facts.ticket.createdAt : reply.time.at;
    const to = end?.at ?? nowAfter(history, from);
    const own = clipRuns(runs, { from, to, opened: reply.id, closed: end?.event });
    const events = [reply.id, ...eventsOf(own)];
    if (end?.event !== undefined) events.push(end.event);
    const certainty = own.some((run) => run.state === 'uncertain') ? 'lower_bound' : 'exact';
    const clock: Measured = { metric, runs: own, from, certainty, events: distinct(events) };
    if (end) clock.end = end;
    found.push(clock);
  }
  return found;
}

/** Whichever came first; of one save the reply comes first. */
function replyOrSolve(facts: Facts, solves: readonly Segment[], after: Message): Measured['end'] {
  const reply = firstMatchAfter(facts.replies, after, () => true);
  const solve = solveFrom(solves, after.time.at);
  if (reply && !(solve && solve.from < reply.time.at)) return repliedBy(reply);
  return solve && solvedBy(solve, 'met');
}
