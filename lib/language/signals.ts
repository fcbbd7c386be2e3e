/**
 * What a message says about how the conversation goes: a promise and when it is due, a customer who chases, is
 * annoyed, asks for somebody higher up, says the fix was wrong or that all is well. English, from rules. Earlier
 * mails quoted below, signatures, greetings and quoted words are not read.
 */
import type { Iso, Side } from '../ticket/basics';
import type { Calendar } from '../ticket/ticket';
import { customerSignals } from './reading/customer';
import { blankForeignWords, type Sentence, sentencesOf } from './reading/own-words';
import { plainForm } from './reading/phrases';
import { type PromisedTime, promisedTime } from './reading/promised-time';
import { isPreparation, isPromise } from './reading/promises';
import { admitsWrongAnswer } from './reading/wrong-solution';

export { compileAhead } from './reading/expressions';

export type SignalKind =
  | 'promise'
  | 'chaser'
  | 'escalation_request'
  | 'frustration'
  | 'repeat_info'
  | 'wrong_solution'
  | 'churn_risk'
  | 'thanks'
  | 'resolution_confirm';

/** The sentence it stands in, as UTF-16 offsets into the text that was given; `end` is exclusive. */
export interface Signal {
  kind: SignalKind;
  start: number;
  end: number;
  /** Of a promise: `none` is one without a due time, such as "soon". */
  precision?: PromisedTime['precision'] | 'none';
  /** The last moment at which the promise is kept; for a day without a time, that day's end in the writer's zone. */
  dueAt?: Iso;
  /** The promised day in the writer's zone, `YYYY-MM-DD`. */
  dueDay?: string;
}

export interface ReadableMessage {
  text: string;
  /** Who wrote it: promises count from the company's side only, annoyance in the customer's own words only. */
  side?: Side;
  /** The same, for callers that know two roles only. */
  role?: 'customer' | 'agent';
  at: Iso;
  /** The writer's IANA zone; without it that of `calendar`, else UTC. */
  zone?: string;
  calendar?: Calendar;
}

/** A pasted log says nothing about what its sender asks for, and reading it all takes long. */
const READ = 4_000;

/** In order of their place: each kind once, a promise once for each sentence that makes one. Never throws. */
export function readSignals(message: ReadableMessage): Signal[] {
  const side = message.side ?? message.role;
  const sentences = sentencesOf(blankForeignWords(message.text.slice(0, READ)));
  const found: Signal[] = [];
  if (side === 'agent' || side === undefined) found.push(...companySignals(message, sentences));
  if (side !== 'agent' && side !== 'system') found.push(...customerSignals(sentences));
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function companySignals(message: ReadableMessage, sentences: readonly Sentence[]): Signal[] {
  const zone = message.zone ?? message.calendar?.zone;
  const found = sentences.flatMap(({ text, start }) => {
    const place = { start, end: start + text.length };
    const plain = plainForm(text);
    const found: Signal[] = [];
    if (isPromise(plain)) found.push({ kind: 'promise', ...place, ...dueOf(text, message.at, zone) });
    if (admitsWrongAnswer(plain)) found.push({ kind: 'wrong_solution', ...place });
    return found;
  });
  const isDated = found.some(({ dueAt }) => dueAt !== undefined);
  return isDated ? found.filter((one) => !isFirstStep(one, message.text)) : found;
}

/** "Let me check. I'll write back before lunch": one promise, due before lunch. */
function isFirstStep({ kind, dueAt, start, end }: Signal, text: string): boolean {
  return kind === 'promise' && dueAt === undefined && isPreparation(plainForm(text.slice(start, end)));
}

function dueOf(text: string, at: Iso, zone: string | undefined): Partial<Signal> {
  return promisedTime(text, at, zone) ?? { precision: 'none' };
}
