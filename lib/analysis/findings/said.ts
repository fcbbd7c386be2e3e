/** What was said and did not hold: promises, questions that had been answered, answers that were wrong. */
import { formatMoment } from '../../language/dates';
import { formatDuration } from '../../language/duration';
import type { EventId, Message } from '../../ticket/events';
import { cause } from '../causes';
import { elapsed, isAfter, lastBefore } from '../positions';
import type { PromiseMade } from '../promises';
import type { Answers } from '../types';
import { eventAt, type Finding, type Scene } from './finding';

export function promiseFindings({ promises }: Scene): Finding[] {
  return promises
    .filter(({ state }) => state === 'broken' || state === 'late')
    .map((promise) => ({
      kind: 'promise',
      weight: promise.state === 'broken' ? 'serious' : 'worth_a_look',
      title: promise.state === 'broken' ? 'A promise was broken' : 'A promise was kept late',
      detail: `“${shortened(promise.quote)}” ${dueWords(promise)} ${outcome(promise)}`,
      ...(promise.overMs === undefined ? {} : { ms: promise.overMs }),
      events: promise.events,
      cause: cause('commitment_tracking'),
    }));
}

const LONGEST_QUOTE = 120;

function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE).trimEnd()}…`;
}

function dueWords({ dueAt, precision }: PromiseMade): string {
  if (dueAt === undefined) return '';
  return precision === 'day'
    ? `That day ended ${formatMoment(dueAt)} UTC.`
    : `Due ${formatMoment(dueAt)} UTC.`;
}

function outcome({ keptBy, overMs = 0, askedBy }: PromiseMade): string {
  const asked = askedBy === undefined ? '' : ' The customer had to ask first.';
  if (keptBy === undefined) return `Nothing has come since.${asked}`;
  return `The next message came ${formatDuration(overMs)} later.${asked}`;
}

export function asksSomething(message: Message): boolean {
  const { text, quotedFrom, signatureFrom } = message.body;
  const own = text.slice(0, Math.min(quotedFrom ?? text.length, signatureFrom ?? text.length));
  return /\?|\b(?:please|kindly|could you|can you|send (?:me|us)|let (?:me|us) know|we need|i need|waiting for your)\b/i.test(
    own,
  );
}

/** The answers that did not hold, and the one that did; undefined where none was wrong. */
export function answersIn(scene: Omit<Scene, 'answers'>): Answers | undefined {
  const wrong = wrongAnswers(scene);
  const first = wrong[0];
  if (!first) return undefined;
  const right = rightAnswer(scene, first.answer);
  return {
    wrong: wrong.map(({ answer, said }) => ({ event: answer.id, ...(said === undefined ? {} : { said }) })),
    ...(right ? { right: right.id, ms: elapsed(first.answer.time.at, right.time.at) } : {}),
  };
}

/** From the answer that turned out wrong to the one that held. */
export function wrongAnswerFindings({ facts, answers }: Scene): Finding[] {
  if (!answers) return [];
  const { wrong, right, ms } = answers;
  return [
    {
      kind: 'wrong_answer',
      weight: 'serious',
      title:
        ms === undefined
          ? 'An answer was wrong, and none that held has followed'
          : `From a wrong answer to the right one: ${formatDuration(ms)}`,
      detail: `${wrong.length === 1 ? 'One answer' : `${wrong.length} answers`} did not hold.`,
      ...(ms === undefined ? {} : { ms }),
      events: [...wrong.slice(0, 3).flatMap(({ event, said }) => [event, said]), right].filter(
        (id, index, all): id is EventId =>
          id !== undefined && all.indexOf(id) === index && facts.byId.has(id),
      ),
      cause: cause('missing_documentation'),
    },
  ];
}

interface WrongAnswer {
  answer: Message;
  /** The message that says so. */
  said?: EventId;
}

/** Marked by a person; taken back by the company; or followed by a customer who says that it was none. */
function wrongAnswers({ facts, readings, marked }: Omit<Scene, 'answers'>): WrongAnswer[] {
  const found = new Map<EventId, WrongAnswer>();
  for (const id of marked('wrong_answer')) {
    const event = eventAt(facts, id);
    if (event?.kind === 'message') found.set(id, { answer: event });
  }
  const held = new Set(marked('right_answer'));
  for (const message of [...facts.replies, ...facts.customerMessages]) {
    if (!readings.says(message, 'wrong_solution')) continue;
    const answer = lastBefore(facts.replies, message);
    if (answer && !found.has(answer.id) && !held.has(answer.id))
      found.set(answer.id, { answer, said: message.id });
  }
  return [...found.values()].sort((a, b) => (isAfter(a.answer, b.answer) ? 1 : -1));
}

/** The marked one, else the last reply before the customer confirmed, else the last one before the solve. */
function rightAnswer(
  { facts, readings, marked, status }: Omit<Scene, 'answers'>,
  wrong: Message,
): Message | undefined {
  const chosen = eventAt(facts, marked('right_answer')[0]);
  if (chosen?.kind === 'message') return chosen;
  const confirmation = facts.customerMessages.findLast((message) =>
    readings.says(message, 'resolution_confirm'),
  );
  const end = confirmation?.time.at ?? status.findLast(({ value }) => value?.status === 'solved')?.from;
  if (end === undefined) return undefined;
  const candidate = facts.replies.findLast(({ time }) => time.at <= end);
  return candidate && isAfter(candidate, wrong) ? candidate : undefined;
}
