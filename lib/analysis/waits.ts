import type { Message } from '../ticket/events';
import { certaintyOf, worse } from './doubts';
import type { Facts } from './facts';
import { byPosition, elapsed, isAfter, within } from './positions';
import type { Segment } from './segments';
import type { Certainty, Wait } from './types';

/**
 * The customer's turns: each wait runs from the first unanswered customer message to the next public reply by
 * a person (product metric "next reply time"; further customer messages do not restart it), and ends unanswered
 * when the ticket is solved. A thanks that asks for nothing opens none.
 */
export function findWaits(facts: Facts, solves: readonly Segment[]): Wait[] {
  const waits: Wait[] = [];
  let open: Message | undefined;
  for (const step of conversation(facts, solves)) {
    if (step.kind === 'customer') {
      if (!open && !facts.closingRemarks.has(step.message)) open = step.message;
    } else if (open) {
      waits.push(waitBetween(facts, open, step));
      open = undefined;
    }
  }
  if (open) waits.push(waitBetween(facts, open, undefined));
  return waits;
}

/** The longest, and of equal ones the earliest. */
export function longest<T extends { ms: number }>(items: readonly T[]): T | undefined {
  let found: T | undefined;
  for (const item of items) if (!found || item.ms > found.ms) found = item;
  return found;
}

type Step =
  | { kind: 'customer'; message: Message }
  | { kind: 'reply'; message: Message }
  | { kind: 'solved'; solve: Segment };

/** Customer messages, replies and solves in order; a reply saved together with a solve comes first. */
function conversation(facts: Facts, solves: readonly Segment[]): Step[] {
  const placed = [
    ...facts.customerMessages.map((message) => place(message, { kind: 'customer', message })),
    ...facts.replies.map((message) => place(message, { kind: 'reply', message })),
    ...solves.map((solve) => ({
      time: { at: solve.from },
      seq: Number.POSITIVE_INFINITY,
      step: { kind: 'solved', solve } satisfies Step,
    })),
  ];
  return placed.sort(byPosition).map(({ step }): Step => step);
}

function place(message: Message, step: Step) {
  return { time: message.time, seq: message.seq, step };
}

function waitBetween(
  facts: Facts,
  first: Message,
  end: Exclude<Step, { kind: 'customer' }> | undefined,
): Wait {
  const reply = end?.kind === 'reply' ? end.message : undefined;
  const to = end?.kind === 'solved' ? end.solve.from : reply?.time.at;
  // A reader's clock may run behind the helpdesk's: the opening message is inside its own wait all the same.
  const until = to ?? (facts.now > first.time.at ? facts.now : first.time.at);
  const closing = end?.kind === 'solved' ? end.solve.opened : reply?.id;
  const messages = within(facts.customerMessages, first.time.at, until).filter(
    (message) => !isAfter(first, message) && !(reply && isAfter(message, reply)),
  );
  const wait: Wait = {
    from: first.time.at,
    ms: elapsed(first.time.at, until),
    certainty: worse(certaintyOf(facts.doubts, [first.id]), endCertainty(facts, end)),
    events: closing === undefined ? [first.id] : [first.id, closing],
    customerMessages: messages.map((message) => message.id),
    notes: within(facts.notes, first.time.at, until).map((note) => note.id),
    end: end?.kind ?? 'open',
  };
  if (to !== undefined) wait.to = to;
  return wait;
}

function endCertainty(facts: Facts, end: Step | undefined): Certainty {
  if (end?.kind === 'solved')
    return end.solve.opened === undefined ? 'lower_bound' : certaintyOf(facts.doubts, [end.solve.opened]);
  return certaintyOf(facts.doubts, [end?.message.id]);
}
