import type { EventId } from '../ticket/events';
import type { Facts } from './facts';
import { isMissed } from './missed';
import type { Analysis, KeyEvent } from './types';

const MOST = 10;
const FEWEST = 5;

type Found = Pick<
  Analysis,
  'milestones' | 'longestWait' | 'longestSilence' | 'handoffs' | 'escalations' | 'slas' | 'firstReply'
>;

/**
 * The five to ten events that define the ticket (all, if there are fewer), each with why it was picked. The
 * list below is in order of importance; what is picked is shown in order of time.
 */
export function pickKeyEvents(facts: Facts, found: Found): KeyEvent[] {
  const picked = new Map<EventId, string>();
  const pick = (id: EventId | undefined, why: string) => {
    if (id !== undefined && picked.size < MOST && !picked.has(id) && facts.byId.has(id)) picked.set(id, why);
  };
  for (const [id, why] of candidates(facts, found)) pick(id, why);
  for (const event of [...facts.replies, ...facts.customerMessages, ...facts.events]) {
    if (picked.size >= FEWEST) break;
    pick(event.id, event.kind === 'message' ? 'part of the conversation' : 'part of the history');
  }
  return facts.events.flatMap(({ id }) => {
    const why = picked.get(id);
    return why === undefined ? [] : [{ id, why }];
  });
}

type Candidate = [EventId | undefined, string];

function* candidates(facts: Facts, found: Found): Generator<Candidate> {
  const { firstReply, longestWait } = found;
  yield [facts.customerMessages[0]?.id ?? facts.events[0]?.id, 'the first report'];
  yield [firstReply?.to === undefined ? undefined : firstReply.events.at(-1), 'first reply by a person'];
  yield* endEvents(facts, found);
  yield* escalationEvents(found);
  const worst = found.handoffs.reduce<Analysis['handoffs'][number] | undefined>(
    (most, handoff) => (most && most.gap.ms >= handoff.gap.ms ? most : handoff),
    undefined,
  );
  yield [worst?.event, 'hand-off with the longest gap'];
  const firstMiss = found.slas.find((outcome) => isMissed(outcome.state));
  yield [firstMiss && breachEvent(facts, firstMiss), 'target missed'];
  if (longestWait?.end === 'reply') yield [longestWait.events.at(-1), 'ends the customer’s longest wait'];
  yield [longestWait?.events[0], 'the customer’s longest wait begins'];
  const lastWord = facts.byId.get(found.longestSilence?.events[0] ?? '');
  yield [lastWord?.kind === 'message' ? lastWord.id : undefined, 'the last word before the longest silence'];
  yield [found.milestones.find((milestone) => milestone.kind === 'reopened')?.event, 'reopened'];
  for (const outcome of found.slas) {
    if (isMissed(outcome.state)) yield [breachEvent(facts, outcome), 'target missed'];
  }
  for (const id of longestWait?.customerMessages.slice(1) ?? []) yield [id, 'the customer wrote again'];
  yield [facts.customerMessages.at(-1)?.id, 'the customer’s last word'];
}

/** The customer's own confirmation says more than the solve that follows it. */
function* endEvents(facts: Facts, found: Found): Generator<Candidate> {
  const last = facts.customerMessages.at(-1);
  if (last && facts.closingRemarks.has(last)) yield [last.id, 'the customer’s closing word'];
  yield [found.milestones.findLast((milestone) => milestone.kind === 'solved')?.event, 'solved'];
}

function* escalationEvents(found: Found): Generator<Candidate> {
  const ranked = [...found.escalations].sort((a, b) => weight(a.kind) - weight(b.kind));
  for (const escalation of ranked.slice(0, 3)) {
    yield [escalation.event, `escalation: ${escalation.label}`];
    const update = escalation.firstUpdate;
    if (update.to !== undefined) yield [update.events.at(-1), 'first update after an escalation'];
  }
}

function weight(kind: Analysis['escalations'][number]['kind']): number {
  return kind === 'customer_asked' || kind === 'group_raised' ? 0 : 1;
}

function breachEvent(facts: Facts, outcome: Analysis['slas'][number]): EventId | undefined {
  return outcome.events.find((id) => {
    const event = facts.byId.get(id);
    return event?.kind === 'sla' && event.phase === 'breached';
  });
}
