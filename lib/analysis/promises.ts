import type { Signal } from '../language/signals';
import type { Iso } from '../ticket/basics';
import type { EventId, Message } from '../ticket/events';
import type { Facts } from './facts';
import { elapsed, firstMatchAfter, within } from './positions';
import type { Readings } from './readings';
import { type Segment, solveFrom } from './segments';
import type { Thresholds } from './thresholds';

/**
 * `late`: kept after its time, but before the customer had to ask; `broken`: the customer had to ask first, or it came
 * much too late or never; `open`: not due yet; `undated`: no time was named, so nothing can be late.
 */
export type PromiseState = 'kept' | 'late' | 'broken' | 'open' | 'undated';

/** A next step the company told the customer, and whether it came. Only sending can be seen, not what it said. */
export interface PromiseMade {
  event: EventId;
  at: Iso;
  /** The sentence that promises, in the writer's words. */
  quote: string;
  state: PromiseState;
  /** The last moment at which it was kept; of a promised day its end. */
  dueAt?: Iso;
  precision: 'time' | 'day' | 'none';
  /** The next customer-visible message of the company, or the solve. */
  keptBy?: EventId;
  /** How long after the due time that came; until `now` or the solve where it never did. */
  overMs?: number;
  /** The customer's message that asked for it before it came. */
  askedBy?: EventId;
  events: EventId[];
}

/** Every promise in what the customer was sent. A sentence that promises is one promise; order is the ticket's. */
export function findPromises(
  facts: Facts,
  readings: Readings,
  context: { solves: readonly Segment[]; thresholds: Thresholds },
): PromiseMade[] {
  const found: PromiseMade[] = [];
  for (const reply of facts.replies) {
    for (const signal of readings.of(reply))
      if (signal.kind === 'promise') found.push(judge(facts, context, reply, signal));
  }
  return found;
}

function judge(
  facts: Facts,
  { solves, thresholds }: { solves: readonly Segment[]; thresholds: Thresholds },
  reply: Message,
  { start, end, dueAt, precision = 'none' }: Signal,
): PromiseMade {
  const quote = reply.body.text.slice(start, end);
  const kept = keeping(facts, solves, reply);
  const events = [reply.id];
  const made: PromiseMade = {
    event: reply.id,
    at: reply.time.at,
    quote,
    state: 'undated',
    precision,
    events,
  };
  if (kept?.event !== undefined) {
    made.keptBy = kept.event;
    events.push(kept.event);
  }
  if (dueAt === undefined) return made;
  const until = kept?.at ?? facts.now;
  const overMs = elapsed(dueAt, until);
  const asked =
    dueAt > until
      ? undefined
      : within(facts.customerMessages, dueAt, until).find((message) => !facts.closingRemarks.has(message));
  made.dueAt = dueAt;
  if (overMs > 0) made.overMs = overMs;
  if (asked) {
    made.askedBy = asked.id;
    events.push(asked.id);
  }
  made.state = stateOf({ overMs, kept: kept !== undefined, asked: asked !== undefined }, thresholds);
  return made;
}

function stateOf(
  { overMs, kept, asked }: { overMs: number; kept: boolean; asked: boolean },
  { promiseGraceMs, promiseLateMs }: Thresholds,
): PromiseState {
  if (overMs <= promiseGraceMs) return kept ? 'kept' : 'open';
  return kept && !asked && overMs <= promiseLateMs ? 'late' : 'broken';
}

/** The company's next word after the promise, or the solve where that came first. */
function keeping(
  facts: Facts,
  solves: readonly Segment[],
  reply: Message,
): { at: Iso; event?: EventId } | undefined {
  const next = firstMatchAfter(facts.replies, reply, () => true);
  const solve = solveFrom(solves, reply.time.at);
  if (solve && (!next || solve.from < next.time.at)) {
    return { at: solve.from, ...(solve.opened === undefined ? {} : { event: solve.opened }) };
  }
  return next && { at: next.time.at, event: next.id };
}
