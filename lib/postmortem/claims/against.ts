/** What speaks against a figure that stands where a generated sentence had another one. */
import { stamp } from '../facts-in-words';
import { isInstant, isLength } from './agree';
import type { Evidence } from './evidence';
import type { Figure, InstantFigure } from './figure';
import type { NearFact } from './near-fact';
import { countLike, instantLike, lengthWords } from './say';
import type { Sentence } from './sentence';
import { type Topic, topicAt } from './topics';

export function against(
  figure: Figure,
  original: Figure,
  { text }: Sentence,
  linked: readonly string[],
  evidence: Evidence,
): NearFact {
  const topic = topicAt(text, figure.start, figure.end);
  const named = factOf(original, topic, linked, evidence);
  return {
    message: named?.message ?? `By the ticket’s history it is ${original.text}.`,
    events: named?.events ?? linked,
    use: likeWritten(figure, original, named?.at),
  };
}

interface Named {
  message: string;
  events: readonly string[];
  at?: string;
}

/** A generated sentence is about one fact; it is looked up by its figure, and of several the one the words speak of. */
function factOf(
  original: Figure,
  topic: Topic | undefined,
  linked: readonly string[],
  { durations, instants, counts }: Evidence,
): Named | undefined {
  const best = <Fact extends { events: readonly string[]; topics: readonly Topic[] }>(
    facts: readonly Fact[],
  ) => {
    const score = (fact: Fact) =>
      (topic && fact.topics.includes(topic) ? 2 : 0) +
      (fact.events.some((id) => linked.includes(id)) ? 1 : 0);
    return facts.reduce<Fact | undefined>(
      (most, fact) => (most && score(most) >= score(fact) ? most : fact),
      undefined,
    );
  };
  switch (original.kind) {
    case 'duration': {
      const fact = best(durations.filter(({ ms }) => isLength(original, ms)));
      return fact && { message: `${fact.words} ${lengthWords(fact.ms)}.`, events: fact.events };
    }
    case 'instant': {
      const fact = best(instants.filter(({ ms }) => isInstant(original, ms, undefined)));
      return fact && { message: `${fact.words} on ${stamp(fact.at)}.`, events: fact.events, at: fact.at };
    }
    case 'count': {
      const fact = counts.find(
        ({ noun, value, isPart }) => !isPart && noun === original.noun && value === original.value,
      );
      return fact && { message: `${fact.words}.`, events: fact.events };
    }
    case 'quantity':
      return undefined;
  }
}

/** In the writer's own form: "17:31" where the day had not been written, "twice" for "once". */
function likeWritten(figure: Figure, original: Figure, at: string | undefined): string {
  if (figure.kind === 'instant' && original.kind === 'instant') {
    return at === undefined || isAlikeWritten(figure, original) ? original.text : instantLike(figure, at);
  }
  const isNumber = figure.kind === 'count' && original.kind === 'count';
  const isOtherForm = isNumber && /\d/.test(figure.text) !== /\d/.test(original.text);
  const text = isNumber && isOtherForm ? countLike(figure, original.value) : original.text;
  return /^\p{Lu}/u.test(figure.text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function isAlikeWritten(a: InstantFigure, b: InstantFigure): boolean {
  return (
    (a.day === undefined) === (b.day === undefined) &&
    (a.time === undefined) === (b.time === undefined) &&
    a.isUtc === b.isUtc
  );
}
