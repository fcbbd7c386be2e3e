/** The verdict on one figure: what it is compared with, in which order, and when a mismatch is a contradiction. */
import { against } from './against';
import { isInstant, isLength, isNumber, saysTheSame } from './agree';
import type { Evidence } from './evidence';
import type { Figure } from './figure';
import { type NearFact, nearFact } from './near-fact';
import type { FoundFigure } from './read-figures';
import { namedDay, type Sentence } from './sentence';
import { counterpart } from './templates';
import { quotedFrom, saidBy } from './ticket-words';
import { plainTopicAt, type Topic } from './topics';
import { offsetAt } from './zones';

export interface Verdict {
  verdict: 'supported' | 'unsupported' | 'contradicted';
  message: string;
  events: readonly string[];
  use?: string;
}

export function judge(figure: FoundFigure, sentence: Sentence, evidence: Evidence): Verdict {
  if (figure.isQuoted) return ofQuoted(figure, evidence);
  const index = sentence.figures.indexOf(figure);
  const original = sentence.same?.figures[index];
  // In the words of a generated sentence each figure has its one meaning: another fact's figure does not bear it out.
  if (sentence.same && original && original.kind === figure.kind && !saysTheSame(figure, original)) {
    return contradicted(against(figure, original, sentence, sentence.same.events, evidence));
  }
  const other = meantOther(figure, sentence, evidence);
  if (other) return contradicted(other);
  const events = borneOutBy(figure, sentence, evidence) ?? saidBy(figure, evidence);
  if (events) return supported(events);
  if (isEntered(figure, sentence)) return supported([]);
  for (const template of sentence.isTold ? [] : evidence.templates()) {
    const counter = counterpart(sentence.words, index, figure.kind, template);
    if (counter && borneOutBy(counter, sentence, evidence)) {
      return contradicted(against(figure, counter, sentence, template.events, evidence));
    }
  }
  const near = nearFact(figure, sentence, evidence);
  if (near) return contradicted(near);
  return { verdict: 'unsupported', message: unsupportedWords(figure), events: [] };
}

/** Where the words leave no doubt what a figure is of, the length of something else does not bear it out. */
function meantOther(figure: FoundFigure, sentence: Sentence, evidence: Evidence): NearFact | undefined {
  if (figure.kind !== 'instant' && figure.kind !== 'duration') return undefined;
  const plain = plainTopicAt(sentence.text, figure.start);
  // A generated sentence has been compared with itself.
  if (!plain || sentence.same || sentence.isTold) return undefined;
  const isOf = ({ topics }: { topics: readonly Topic[] }) => topics.some((one) => plain.meant.includes(one));
  const related = {
    ...evidence,
    instants: evidence.instants.filter(isOf),
    durations: evidence.durations.filter(isOf),
  };
  // Two linked events may well lie so far apart; that it is what the words say is not said by them.
  if (borneOutBy(figure, { ...sentence, events: [] }, related) || saidBy(figure, evidence)) return undefined;
  return nearFact(figure, sentence, evidence);
}

function supported(events: readonly string[]): Verdict {
  return { verdict: 'supported', message: 'The ticket bears this out.', events };
}

function contradicted(fact: NearFact): Verdict {
  return { verdict: 'contradicted', ...fact };
}

function ofQuoted(figure: Figure, evidence: Evidence): Verdict {
  const events = quotedFrom(figure, evidence);
  if (events) return supported(events);
  return { verdict: 'unsupported', message: 'The ticket has no such number in its words.', events: [] };
}

/** The events of a fact that agrees, those linked to the sentence first; undefined where none does. */
export function borneOutBy(
  figure: Figure,
  sentence: Sentence,
  evidence: Evidence,
): readonly string[] | undefined {
  switch (figure.kind) {
    case 'instant':
      return ofInstant(figure, sentence, evidence);
    case 'duration':
      return (
        linkedFirst(
          evidence.durations.filter(({ ms }) => isLength(figure, ms)),
          sentence,
        ) ?? betweenLinked(figure, sentence, evidence)
      );
    case 'count':
      return linkedFirst(
        evidence.counts.filter(
          ({ noun, value }) => noun === figure.noun && isNumber(figure.value, figure.near, value),
        ),
        sentence,
      );
    case 'quantity':
      return undefined;
  }
}

function ofInstant(
  figure: Extract<Figure, { kind: 'instant' }>,
  sentence: Sentence,
  { instants, zones }: Evidence,
): readonly string[] | undefined {
  const named = namedDay(figure, sentence);
  const inUtc = instants.filter(({ ms }) => isInstant(figure, ms, named));
  const found = linkedFirst(inUtc, sentence);
  if (found || figure.isUtc) return found;
  for (const zone of zones()) {
    const local = instants.filter(({ at, ms }) => isInstant(figure, ms + offsetAt(at, zone), named));
    const events = linkedFirst(local, sentence);
    if (events) return events;
  }
  return undefined;
}

function linkedFirst(
  facts: readonly { events: readonly string[] }[],
  { events }: Sentence,
): readonly string[] | undefined {
  if (facts.length < 2 || events.length === 0) return facts[0]?.events;
  const linked = facts.find((fact) => fact.events.some((id) => events.includes(id)));
  return (linked ?? facts[0])?.events;
}

/** A length from one linked event to another is nobody's fact and still true. */
function betweenLinked(
  figure: Extract<Figure, { kind: 'duration' }>,
  { events }: Sentence,
  { atOf }: Evidence,
): readonly string[] | undefined {
  for (const first of events) {
    for (const last of events) {
      const [from, to] = [atOf.get(first), atOf.get(last)];
      if (from !== undefined && to !== undefined && to > from && isLength(figure, to - from))
        return [first, last];
    }
  }
  return undefined;
}

function isEntered(figure: Figure, { entered }: Sentence): boolean {
  if (figure.kind !== 'quantity' && figure.kind !== 'count') return false;
  return entered.some((text) =>
    text
      .replace(/(?<=\d)[,.\s](?=\d{3})/g, '')
      .split(/[^\d.]+/)
      .includes(String(figure.value)),
  );
}

function unsupportedWords(figure: Figure): string {
  switch (figure.kind) {
    case 'instant':
      return figure.time ? 'No event has this time.' : 'No event is of this day.';
    case 'duration':
      return 'No stretch of the ticket has this length.';
    case 'count':
      return 'No count of the ticket says so.';
    case 'quantity':
      return 'No event says so.';
  }
}
