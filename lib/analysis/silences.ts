import type { Iso } from '../ticket/basics';
import type { EventId, Message } from '../ticket/events';
import { certaintyOf } from './doubts';
import { type Facts, isSameSave } from './facts';
import { byPosition, elapsed, within } from './positions';
import { isSolved, type Segment } from './segments';
import type { Silence } from './types';

/** Between a reply and the Pending saved a moment later nobody fell silent. */
const SHORTEST_MS = 60_000;

/**
 * Stretches without a customer-visible message from a person of the company while it was the company's turn.
 * The turn is the customer's while the status is Pending, until the customer answers, because nobody owes an
 * update before that; a thanks that reopens a ticket hands no turn back. Without a message the customer could have
 * written or read nobody is known to wait, and where the customer never wrote there is no silence at all.
 */
export function findSilences(facts: Facts, status: readonly Segment[]): Silence[] {
  if (facts.customerMessages.length === 0) return [];
  const silences: Silence[] = [];
  let since: Mark | undefined;
  let isBegun = false;
  let current: Segment['value'];
  const stop = (end?: Mark) => {
    const silence = since && silenceBetween(facts, since, end);
    if (silence) silences.push(silence);
    since = undefined;
  };
  for (const step of turns(facts, status)) {
    if (step.kind === 'status') current = step.segment.value;
    const mark = { at: step.time.at, event: eventOf(step), isGuess: isUnknown(current) };
    if (step.kind === 'status') {
      if (!isCompanysTurn(current)) stop(mark);
      else if (isBegun && !since && !reopenedByThanks(facts, step.segment)) since = mark;
      continue;
    }
    isBegun = true;
    if (step.kind === 'reply') {
      stop(mark);
      if (isCompanysTurn(current)) since = mark;
    } else if (!since && !isSolved(current) && !facts.closingRemarks.has(step.message)) since = mark;
  }
  stop();
  return silences;
}

function eventOf(step: Turn): EventId | undefined {
  return step.kind === 'status' ? step.segment.opened : step.message.id;
}

interface Mark {
  at: Iso;
  event?: EventId | undefined;
  /** The status was not known: it may have been the customer's turn. */
  isGuess?: boolean;
}

function isUnknown(value: Segment['value']): boolean {
  return value === undefined || value?.status === undefined || value.status === 'unknown';
}

function isCompanysTurn(value: Segment['value']): boolean {
  return !isSolved(value) && value?.status !== 'pending';
}

function silenceBetween(facts: Facts, since: Mark, end: Mark | undefined): Silence | undefined {
  const until = end?.at ?? facts.now;
  const ms = elapsed(since.at, until);
  if (ms < SHORTEST_MS) return undefined;
  return {
    from: since.at,
    ...(end ? { to: end.at } : {}),
    ms,
    certainty: since.isGuess ? 'unknown' : certaintyOf(facts.doubts, [since.event, end?.event]),
    events: [since.event, end?.event].filter((id) => id !== undefined),
    notes: within(facts.notes, since.at, until).map((note) => note.id),
    customerMessages: within(facts.customerMessages, since.at, until).map((message) => message.id),
  };
}

type Turn = { time: { at: Iso }; seq: number } & (
  | { kind: 'status'; segment: Segment }
  | { kind: 'customer' | 'reply'; message: Message }
);

/** Messages and status in order; of one instant the message first, as in a reply saved with its status. */
function turns(facts: Facts, status: readonly Segment[]): Turn[] {
  const said = (kind: 'customer' | 'reply') => (message: Message) =>
    ({ time: message.time, seq: message.seq, kind, message }) as const;
  const all: Turn[] = [
    ...status.map((segment, index) => ({
      time: { at: segment.from },
      seq: index === 0 && segment.opened === undefined ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      kind: 'status' as const,
      segment,
    })),
    ...facts.customerMessages.map(said('customer')),
    ...facts.replies.map(said('reply')),
  ];
  return all.sort(byPosition);
}

/** Zendesk reopens a solved ticket on any message, also on "thanks". */
function reopenedByThanks(facts: Facts, segment: Segment): boolean {
  const change = segment.opened === undefined ? undefined : facts.byId.get(segment.opened);
  const said = within(facts.customerMessages, segment.from, segment.from);
  if (change === undefined || said.length === 0) return false;
  const together = said.filter((message) => message.batch === undefined || isSameSave(message, change));
  return together.length > 0 && together.every((message) => facts.closingRemarks.has(message));
}
