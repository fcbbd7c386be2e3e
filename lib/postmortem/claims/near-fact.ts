/**
 * The one fact a figure must have meant, where there is one. Better none than a wrong one: a sentence that is said to
 * be wrong and is not costs more trust than a wrong one that is only called unsupported.
 */
import { stamp } from '../facts-in-words';
import { isLength, isOnDay, minutesOff } from './agree';
import type { Evidence } from './evidence';
import type { DurationFact, InstantFact } from './fact';
import type { CountFigure, DurationFigure, Figure, InstantFigure } from './figure';
import { countLike, instantLike, lengthWords } from './say';
import { namedDay, type Sentence } from './sentence';
import { type Topic, topicAt } from './topics';

export interface NearFact {
  message: string;
  events: readonly string[];
  use: string;
}

const DAY = 86_400_000;
const NEAR_MINUTES = 180;
/** The next best has to be this many times as far away, or either can be meant. */
const CLEARLY = 2;

export function nearFact(figure: Figure, sentence: Sentence, evidence: Evidence): NearFact | undefined {
  switch (figure.kind) {
    case 'instant':
      return nearInstant(figure, sentence, evidence);
    case 'duration':
      return nearLength(figure, sentence, evidence);
    case 'count':
      return nearCount(figure, sentence, evidence);
    case 'quantity':
      return undefined;
  }
}

/** "After 18:00", "from 10:41 on": the edge of a stretch need not be the time of anything. */
const isEventTime = /(?:^|\b(?:at|on|for|due|by|of|sent|came)\s+)$/i;
/** "11 minutes later": than what, the sentence before may say. */
const isRelative = /^\s+(?:later|after|before|earlier|ago|longer|more|in)\b/i;

function nearInstant(figure: InstantFigure, sentence: Sentence, evidence: Evidence): NearFact | undefined {
  const topic = topicAt(sentence.text, figure.start, figure.end);
  if (!topic || !isEventTime.test(sentence.text.slice(0, figure.start))) return undefined;
  const facts = linkedOrAll(
    evidence.instants.filter(({ topics }) => topics.includes(topic)),
    sentence,
  );
  const found = figure.time ? byTime(figure, facts, sentence) : onlyOne(facts, ({ at }) => at.slice(0, 10));
  if (!found) return undefined;
  return {
    message: `${found.words} on ${stamp(found.at)}.`,
    events: found.events,
    use: instantLike(figure, found.at),
  };
}

function byTime(
  figure: InstantFigure,
  facts: readonly InstantFact[],
  sentence: Sentence,
): InstantFact | undefined {
  const day = figure.day ?? namedDay(figure, sentence);
  const onDay = day
    ? facts.filter(({ ms }) => isOnDay(day, ms) || (!figure.day && isOnDay(day, ms - DAY)))
    : facts;
  // The only one of its kind is meant whatever day and time are written.
  if (onDay.length === 0) return figure.day ? onlyOne(facts, ({ at }) => at.slice(0, 16)) : undefined;
  const byDistance = onDay
    .map((fact) => ({ fact, off: minutesOff(figure, fact.ms) }))
    .sort((a, b) => a.off - b.off);
  const [first] = byDistance;
  const second = byDistance.find(({ fact }) => fact.at.slice(0, 16) !== first?.fact.at.slice(0, 16));
  if (!first || first.off > NEAR_MINUTES) return undefined;
  return !second || second.off >= Math.max(1, first.off) * CLEARLY ? first.fact : undefined;
}

function nearLength(figure: DurationFigure, sentence: Sentence, evidence: Evidence): NearFact | undefined {
  const topic = topicAt(sentence.text, figure.start, figure.end);
  if (!topic || isRelative.test(sentence.text.slice(figure.end))) return undefined;
  const all = evidence.durations.filter(({ topics, ms }) => topics.includes(topic) && ms > 0);
  const linked = linkedOnly(all, sentence);
  const found =
    onlyOne(linked, ({ ms }) => lengthWords(ms)) ??
    onlyOne(all, ({ ms }) => lengthWords(ms)) ??
    theLongest(figure, topic, all, sentence);
  if (!found) return undefined;
  return {
    message: `${found.words} ${lengthWords(found.ms)}.`,
    events: found.events,
    use: lengthWords(found.ms),
  };
}

const hasLongest: ReadonlySet<Topic> = new Set(['wait', 'silence', 'untouched', 'owner']);

/** Named as the longest, or longer than any there was. */
function theLongest(
  figure: DurationFigure,
  topic: Topic,
  facts: readonly DurationFact[],
  { text }: Sentence,
): DurationFact | undefined {
  if (!hasLongest.has(topic)) return undefined;
  const longest = facts.reduce<DurationFact | undefined>(
    (most, fact) => (most && most.ms >= fact.ms ? most : fact),
    undefined,
  );
  if (!longest) return undefined;
  const isLonger = figure.ms > longest.ms && !isLength(figure, longest.ms);
  return isLonger || /\blongest\b/i.test(text) ? longest : undefined;
}

/** Of a part of the ticket a smaller number can be right: of one person, one day, one stretch. */
const restricted =
  /\b(?:of (?:them|the|these|our)|during|between|before|after|while|from|until|since|on|by|within|other|more|another|further|first|last|only|alone)\b/i;

function nearCount(figure: CountFigure, sentence: Sentence, { counts }: Evidence): NearFact | undefined {
  const total = counts.find(({ noun, isPart }) => noun === figure.noun && !isPart);
  if (!total || figure.noun === 'message') return undefined;
  const most = Math.max(...counts.filter(({ noun }) => noun === figure.noun).map(({ value }) => value));
  const isTooMany = figure.near === 'exact' && figure.value > most;
  if (total.value === 0 || (!isTooMany && restricted.test(sentence.text))) return undefined;
  return { message: `${total.words}.`, events: total.events, use: countLike(figure, total.value) };
}

function linkedOnly<Fact extends { events: readonly string[] }>(
  facts: readonly Fact[],
  { events }: Sentence,
): readonly Fact[] {
  return facts.filter((fact) => fact.events.length > 0 && fact.events.every((id) => events.includes(id)));
}

function linkedOrAll<Fact extends { events: readonly string[] }>(
  facts: readonly Fact[],
  sentence: Sentence,
): readonly Fact[] {
  const linked = linkedOnly(facts, sentence);
  return linked.length > 0 ? linked : facts;
}

function onlyOne<Fact>(facts: readonly Fact[], key: (fact: Fact) => string): Fact | undefined {
  return new Set(facts.map(key)).size === 1 ? facts[0] : undefined;
}
