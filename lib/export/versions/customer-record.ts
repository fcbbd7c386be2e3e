/**
 * What a customer may be told. A version for customers is made from this and from nothing else: there is no place in
 * it for a note, a colleague's name, a team, a policy, an id of an event or what could not be read.
 */
import type { Certainty } from '../../analysis/types';
import { sentencesOf } from '../../language/reading/own-words';
import { tellsCause } from '../../language/reading/tells-cause';
import type { Iso } from '../../ticket/basics';
import type { EventId } from '../../ticket/events';
import type { Record } from '../record';
import { agreedLevels, type Level } from './agreed-levels';
import { type Change, changesForCustomer } from './changes-for-customer';
import { type OutsideWords, outsideWords } from './outside-words';
import { type PublicMessage, publicLane } from './public-lane';

export interface CustomerRecord {
  ticket: string;
  subject: string;
  /** The customer's organisation, or their own name; absent where neither is known. */
  customer?: string;
  opened: { at: Iso; by: 'customer' | 'us' };
  readAt: Iso;
  solvedAt?: Iso;
  /** Whether it waits for more to happen. */
  isOpen: boolean;
  confirmedAt?: Iso;
  /** Called solved at `at`, when it was not. */
  tooEarly: { at?: Iso; againAt: Iso }[];
  firstReplyAt?: Iso;
  /** Messages that nobody has answered, oldest first. */
  unanswered: Iso[];
  /** Times we named for an update, and that passed; `cameAt`: when it came after all. */
  promises: { dueAt: Iso; precision: 'time' | 'day'; cameAt?: Iso }[];
  /** The customer asked for somebody higher up. */
  escalation?: { at: Iso; updateAt?: Iso; ms: number; certainty: Certainty };
  longestWait?: { from: Iso; to: Iso; ms: number; certainty: Certainty };
  /** An answer we have told the customer was wrong. */
  wrongAnswer?: { at: Iso; saidAt: Iso };
  /** What we wrote to the customer about the cause, in those words. */
  cause: { at: Iso; text: string }[];
  levels: Level[];
  changes: Change[];
}

const MOST_CAUSES = 3;
const MOST_PROMISES = 3;

export function customerRecord(record: Record): CustomerRecord {
  const { capture, analysis } = record;
  const { ticket } = capture;
  const lane = publicLane(capture);
  const words = outsideWords(capture);
  const seen = new Map(lane.map((message) => [message.event, message.at]));
  const customer = customerName(record);
  const { span } = analysis;
  const solvedAt = span.open ? undefined : span.to;
  const at = (event: EventId | undefined) => seen.get(event ?? '');
  const confirmedAt =
    analysis.resolution?.how === 'customer_confirmed' ? at(analysis.resolution.event) : undefined;
  const first = lane.find(({ by }) => by === 'us');
  const longest = analysis.longestWait;
  return {
    ticket: ticket.key,
    subject: words.quoted(ticket.subject),
    ...(customer === undefined ? {} : { customer }),
    opened: { at: span.from, by: openedBy(lane, span.from) },
    readAt: capture.capturedAt,
    ...(solvedAt === undefined ? {} : { solvedAt }),
    isOpen: span.open,
    ...(confirmedAt === undefined ? {} : { confirmedAt }),
    tooEarly: solvedTooEarly(record),
    ...(first ? { firstReplyAt: first.at } : {}),
    unanswered: span.open ? unanswered(lane, analysis.longestWait !== undefined) : [],
    promises: missedPromises(record, at),
    ...escalation(record, at),
    ...(longest?.to !== undefined &&
    longest.end === 'reply' &&
    longest.events.every((event) => seen.has(event))
      ? { longestWait: { from: longest.from, to: longest.to, ms: longest.ms, certainty: longest.certainty } }
      : {}),
    ...wrongAnswer(record, lane, at),
    cause: toldCauses(lane, words),
    levels: agreedLevels(record),
    changes: changesForCustomer(record, words),
  };
}

/** A colleague who opened the ticket is no customer. */
function customerName({ capture, analysis }: Record): string | undefined {
  const { ticket } = capture;
  if (ticket.organization?.trim()) return ticket.organization.trim();
  const requester = ticket.people.find(({ id }) => id === ticket.requester);
  const isCustomer = requester?.sides.includes('customer') && requester.name === analysis.customer;
  return isCustomer ? requester?.name : undefined;
}

function openedBy(lane: readonly PublicMessage[], from: Iso): CustomerRecord['opened']['by'] {
  const first = lane[0];
  return first?.by === 'customer' && first.at <= from ? 'customer' : 'us';
}

/** What the customer has written since our last word. A thanks needs no answer, and the analysis knows those. */
function unanswered(lane: readonly PublicMessage[], isWaiting: boolean): Iso[] {
  if (!isWaiting) return [];
  const last = lane.findLastIndex(({ by }) => by === 'us');
  return lane.slice(last + 1).map(({ at }) => at);
}

function missedPromises(
  { analysis }: Record,
  at: (event: EventId | undefined) => Iso | undefined,
): CustomerRecord['promises'] {
  return analysis.promises
    .flatMap(({ event, state, dueAt, precision, keptBy }) => {
      const isMissed = state === 'late' || state === 'broken';
      if (!isMissed || dueAt === undefined || precision === 'none' || at(event) === undefined) return [];
      const cameAt = at(keptBy);
      return [{ dueAt, precision, ...(cameAt === undefined ? {} : { cameAt }) }];
    })
    .slice(0, MOST_PROMISES);
}

function escalation(
  { analysis }: Record,
  at: (event: EventId | undefined) => Iso | undefined,
): Pick<CustomerRecord, 'escalation'> {
  const asked = analysis.escalations.find(
    ({ kind, event }) => kind === 'customer_asked' && at(event) !== undefined,
  );
  if (!asked) return {};
  const { to, ms, certainty, events } = asked.firstUpdate;
  // An update that was taken back later is none that we can speak of.
  if (to !== undefined && at(events.at(-1)) === undefined) return {};
  return { escalation: { at: asked.at, ...(to === undefined ? {} : { updateAt: to }), ms, certainty } };
}

/** Only where we have said so ourselves: that a customer was not content makes no answer wrong. */
function wrongAnswer(
  { analysis }: Record,
  lane: readonly PublicMessage[],
  at: (event: EventId | undefined) => Iso | undefined,
): Pick<CustomerRecord, 'wrongAnswer'> {
  const ours = new Set(lane.filter(({ by }) => by === 'us').map(({ event }) => event));
  const found = analysis.answers?.wrong.find(
    ({ event, said }) => ours.has(event) && said !== undefined && ours.has(said),
  );
  const [wrongAt, saidAt] = [at(found?.event), at(found?.said)];
  return wrongAt === undefined || saidAt === undefined ? {} : { wrongAnswer: { at: wrongAt, saidAt } };
}

function solvedTooEarly({ analysis }: Record): CustomerRecord['tooEarly'] {
  let solved: Iso | undefined;
  return analysis.milestones.flatMap(({ kind, at }) => {
    if (kind === 'solved' || kind === 'closed') solved = at;
    if (kind !== 'reopened' || at === undefined) return [];
    return [{ ...(solved === undefined ? {} : { at: solved }), againAt: at }];
  });
}

/** The last word on it: what was known earlier may have been less. */
function toldCauses(lane: readonly PublicMessage[], words: OutsideWords): CustomerRecord['cause'] {
  const told = lane.map(({ at, by, text }) =>
    by === 'us'
      ? sentencesOf(text)
          .filter((sentence) => tellsCause(sentence.text))
          .map((sentence) => ({ at, text: words.quoted(withoutLabel(sentence.text)) }))
      : [],
  );
  return (told.findLast((causes) => causes.length > 0) ?? []).slice(0, MOST_CAUSES);
}

/** "What we know: our release …": the words before the colon lead over to the rest. */
export function withoutLabel(sentence: string): string {
  const rest = sentence.replace(
    /^(?:what we (?:know|found)(?: so far)?|cause|root cause|the cause|reason)\s*:\s*/i,
    '',
  );
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
