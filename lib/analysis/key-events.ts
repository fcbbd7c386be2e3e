import type { Change, EventId, TicketEvent } from '../ticket/events';
import { type Facts, isSetup } from './facts';
import type { Finding } from './findings/finding';
import { isMissed } from './missed';
import { isNoise } from './noise';
import type { Overlay } from './overlay';
import { isAfter } from './positions';
import type { PromiseMade } from './promises';
import type { Readings } from './readings';
import type { Resolution } from './resolution';
import type { Analysis, Escalation, KeyEvent, SlaOutcome } from './types';

const MOST = 10;
const FEWEST = 5;

export interface KeyEventSources
  extends Pick<
    Analysis,
    'milestones' | 'longestWait' | 'longestSilence' | 'handoffs' | 'escalations' | 'slas' | 'firstReply'
  > {
  readings: Readings;
  promises: readonly PromiseMade[];
  findings: readonly Finding[];
  resolution: Resolution | undefined;
  overlay: Overlay;
}

/**
 * The five to ten events that define the ticket (all, if there are fewer), each with why it was picked. What a person
 * pinned is always there, what they marked as noise never; after that the list below is in order of importance.
 * What is picked is shown in order of time.
 */
export function pickKeyEvents(facts: Facts, found: KeyEventSources): KeyEvent[] {
  const { pinned, noise } = found.overlay;
  const left = new Set(noise);
  const picked = new Map<EventId, string>();
  const pick = (id: EventId | undefined, why: string) => {
    if (id === undefined || left.has(id) || picked.has(id) || !facts.byId.has(id)) return;
    if (picked.size < MOST || pinned.includes(id)) picked.set(id, why);
  };
  for (const id of pinned) pick(id, reasonOf(id, facts, found) ?? 'pinned by a person');
  for (const [id, why] of candidates(facts, found)) pick(id, why);
  for (const event of picked.size < FEWEST ? fillers(facts) : []) {
    if (picked.size >= FEWEST) break;
    pick(event.id, event.kind === 'message' ? 'part of the conversation' : 'part of the history');
  }
  return facts.events.filter(({ id }) => picked.has(id)).map(({ id }) => ({ id, why: picked.get(id) ?? '' }));
}

function reasonOf(id: EventId, facts: Facts, found: KeyEventSources): string | undefined {
  for (const [candidate, why] of candidates(facts, found)) if (candidate === id) return why;
  return undefined;
}

/** What else there is where little happened: words first, and nothing that says nothing. */
function* fillers(facts: Facts): Generator<TicketEvent> {
  yield* facts.replies.filter((message) => !isNoise(message));
  yield* facts.customerMessages.filter((message) => !isNoise(message));
  const told = facts.events.filter((event) => !isNoise(event));
  yield* told.filter(({ kind }) => kind === 'change' || kind === 'sla');
  yield* told;
  yield* facts.events;
}

type Candidate = [EventId | undefined, string];

function* candidates(facts: Facts, found: KeyEventSources): Generator<Candidate> {
  const { firstReply, longestWait, resolution, findings } = found;
  const [report] = facts.customerMessages;
  yield report ? [report.id, 'the first report'] : [facts.events[0]?.id, 'how the ticket began'];
  yield [firstReply?.to === undefined ? undefined : firstReply.events.at(-1), 'first reply by a person'];
  yield [resolution?.event, resolution?.how === 'solved' ? 'solved' : 'the customer confirmed that it works'];
  for (const { event, as } of found.overlay.marks) yield [event, markWords[as]];
  yield* escalationEvents(found);
  for (const promise of found.promises) {
    if (promise.state === 'broken') yield [promise.event, 'a promise that was broken'];
  }
  yield* wrongAnswerEvents(findings);
  yield* handoffEvents(found);
  yield [
    breachEvent(
      facts,
      found.slas.find(({ state }) => isMissed(state)),
    ),
    'target missed',
  ];
  if (longestWait?.end === 'reply') yield [longestWait.events.at(-1), 'ends the customer’s longest wait'];
  for (const finding of findings) {
    if (finding.kind === 'repeated_question') yield saidAgain(facts, finding);
  }
  for (const finding of findings)
    if (finding.kind === 'chased') yield [finding.events[0], 'the customer asked again'];
  yield [firstRouting(facts)?.id, 'the team it first went to'];
  yield [found.milestones.find(({ kind }) => kind === 'reopened')?.event, 'reopened'];
  for (const outcome of found.slas)
    if (isMissed(outcome.state)) yield [breachEvent(facts, outcome), 'target missed'];
  for (const promise of found.promises)
    if (promise.state === 'late') yield [promise.event, 'a promise kept late'];
}

/** Where the customer says that it had been told; where it only stands there, nothing was said again. */
function saidAgain(facts: Facts, { events: [question, answer] }: Finding): Candidate {
  const [asked, said] = [facts.byId.get(question ?? ''), facts.byId.get(answer ?? '')];
  return [asked && said && isAfter(said, asked) ? said.id : undefined, 'the customer had to say it again'];
}

const markWords: Record<Overlay['marks'][number]['as'], string> = {
  decision: 'a decision',
  mitigation_started: 'mitigation started',
  wrong_answer: 'an answer that was wrong',
  right_answer: 'the answer that held',
  escalation: 'escalation, marked by a person',
  not_escalation: 'marked as no escalation',
  detected: 'detected',
  customer_confirmed: 'the customer confirmed that it works',
};

const MOST_ESCALATIONS = 3;

function* escalationEvents(found: KeyEventSources): Generator<Candidate> {
  const ranked = [...found.escalations].sort((a, b) => weight(a) - weight(b)).slice(0, MOST_ESCALATIONS);
  for (const escalation of ranked) {
    yield [escalation.event, `escalation: ${escalation.label}`];
    const update = escalation.firstUpdate;
    if (update.to !== undefined) yield [update.events.at(-1), 'first update after an escalation'];
  }
}

function weight({ kind }: Escalation): number {
  return kind === 'customer_asked' ? 0 : kind === 'group_raised' ? 1 : 2;
}

function* wrongAnswerEvents(findings: readonly Finding[]): Generator<Candidate> {
  const wrong = findings.find(({ kind }) => kind === 'wrong_answer');
  if (!wrong) return;
  yield [wrong.events[0], 'an answer that was wrong'];
  yield [wrong.events[1], 'says that the answer did not hold'];
  if (wrong.ms !== undefined) yield [wrong.events.at(-1), 'the answer that held'];
}

const MOST_HANDOFFS = 2;

/** The longest gap first. */
function* handoffEvents({ handoffs }: KeyEventSources): Generator<Candidate> {
  const slowest = [...handoffs].sort((a, b) => b.gap.ms - a.gap.ms).slice(0, MOST_HANDOFFS);
  for (const [index, { event }] of slowest.entries())
    yield [event, index === 0 ? 'hand-off with the longest gap' : 'hand-off'];
}

/** Where the helpdesk sent it before anybody had looked. */
function firstRouting(facts: Facts): Change | undefined {
  return facts.changes.find(
    (change) => change.field === 'group' && !change.from && change.to !== null && !isSetup(change, facts),
  );
}

function breachEvent(facts: Facts, outcome: SlaOutcome | undefined): EventId | undefined {
  return outcome?.events.find((id) => {
    const event = facts.byId.get(id);
    return event?.kind === 'sla' && event.phase === 'breached';
  });
}
