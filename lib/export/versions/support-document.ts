/** A guide for whoever meets the same problem: made of what passed in public, without a name in it. */
import { sentencesOf } from '../../language/reading/own-words';
import { plainForm } from '../../language/reading/phrases';
import { isPromise } from '../../language/reading/promises';
import { tellsCause } from '../../language/reading/tells-cause';
import { clip, ended } from '../../postmortem/names-in-prose';
import { byPriority } from '../plan-parts';
import type { Record } from '../record';
import {
  type BlockInput,
  bullets,
  type DocTree,
  docTree,
  heading,
  lines,
  numbered,
  paragraph,
  quote,
} from '../tree';
import { isPromised } from './changes-for-customer';
import { withoutLabel } from './customer-record';
import { keywords } from './keywords';
import { firstPerson, neutral, type Told } from './neutral-voice';
import { outsideWords } from './outside-words';
import { type PublicMessage, publicLane } from './public-lane';

const LONGEST_PROBLEM = 700;
const MOST_SYMPTOMS = 5;
const MOST_STEPS = 8;

export function supportDocument(record: Record): DocTree {
  const { words, lane, subject } = anonymousTicket(record);
  const problem = lane.find(({ by, text }) => by === 'customer' && text !== '');
  const causes = ourSentences(lane).filter(tellsCause).map(withoutLabel);
  const changes = record.postmortem.actions.filter(
    ({ status, text }) => isPromised(status) && text.trim() !== '',
  );
  return docTree(
    heading(1, subject || 'A question without a subject'),
    heading(2, 'Problem'),
    problem && paragraph('In the customer’s words:'),
    problem
      ? quote(
          clip(problem.text, LONGEST_PROBLEM)
            .split(/\n{2,}/)
            .map((block) => paragraph(lines(block))),
        )
      : missing('The customer wrote no message.'),
    heading(2, 'Symptoms'),
    listed(symptoms(lane, problem), 'No further signs were described.'),
    heading(2, 'Cause'),
    listed(causes, 'The customer was not told of one. Add it before you publish this.'),
    heading(2, 'Resolution'),
    resolution(record, lane),
    heading(2, 'Prevention'),
    listed(
      byPriority(changes).map(({ text }) => ended(words.own(text.trim()))),
      'No change is committed yet.',
    ),
    heading(2, 'Keywords'),
    paragraph(keywordsOf(record).join(', ') || 'None chosen yet.'),
  );
}

function anonymousTicket({ capture }: Record) {
  const words = outsideWords(capture);
  const lane = publicLane(capture).map((message) => ({ ...message, text: words.anonymous(message.text) }));
  return { words, lane, subject: cleanSubject(words.anonymous(capture.ticket.subject)) };
}

/** What readers search for: a person's own, without anybody's data, or as the ticket suggests them. */
export function keywordsOf(record: Record): string[] {
  const { words, lane, subject } = anonymousTicket(record);
  const own = record.postmortem.keywords;
  if (own === undefined) return keywords(record.capture, subject, lane);
  return own.filter((word) => words.anonymous(word) === word);
}

function missing(text: string): BlockInput {
  return paragraph(text);
}

function listed(rows: readonly string[], otherwise: string): BlockInput {
  const unique = [...new Set(rows)];
  if (unique.length === 0) return missing(otherwise);
  return unique.length === 1 ? paragraph(unique[0] ?? '') : bullets(unique);
}

/** "Re: [#48213] Fwd: Invoice sync stopped!!" is about the invoice sync. */
export function cleanSubject(subject: string): string {
  const plain = subject
    .replace(/^(?:\s*(?:re|aw|fwd?|wg|sv|tr|urgent|important)\s*:)+/i, '')
    .replace(/\[?#\d{3,}\]?/g, ' ')
    .replace(/[!\s]+$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:–-]+/, '')
    .trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

const failing =
  /\b(?:error|fail(?:s|ed|ing|ure)?|missing|stop(?:s|ped)?|crash\w*|wrong|broken|refus\w+|reject\w+|denied|empty|blank|slow|hang(?:s|ing)?|freez\w+|offline|down|lost|disappear\w*|duplicat\w+|timed? ?out|shows?|says?|cannot|can[’']t|does(?:n[’']t| not)|won[’']t|no longer|instead of|still)\b|\b[45]\d\d\b/i;
const aboutUs =
  /\?\s*$|\b(?:thank|please|urgent|anyone|any ?body|news|update|waiting|patience|escalate|manager|asking|tell (?:them|me)|reply|answer|hear(?:d)?|yesterday|our finance|right)\b/i;

/** What the customer saw, after their first message and until it worked again. */
function symptoms(lane: readonly PublicMessage[], problem: PublicMessage | undefined): string[] {
  return lane
    .filter((message) => message.by === 'customer' && message !== problem)
    .flatMap(({ text }) => sentencesOf(text).map((sentence) => oneLine(sentence.text)))
    .filter((sentence) => sentence.length <= 240 && failing.test(sentence) && !aboutUs.test(sentence))
    .map((sentence) => (firstPerson.test(sentence) ? `“${sentence}”` : sentence))
    .slice(0, MOST_SYMPTOMS);
}

function ourSentences(lane: readonly PublicMessage[]): string[] {
  return lane
    .filter(({ by }) => by === 'us')
    .flatMap(({ text }) => sentencesOf(text).map((sentence) => oneLine(sentence.text)));
}

/** What was done and asked for from the reply that told the cause on, or else in the last that brought something. */
function resolution({ analysis }: Record, lane: readonly PublicMessage[]): BlockInput {
  const wrong = new Set(analysis.answers?.wrong.map(({ event }) => event));
  const until = analysis.resolution?.at;
  const replies = lane.filter(
    ({ by, at, event }) => by === 'us' && !wrong.has(event) && (until === undefined || at <= until),
  );
  const from = replies.findIndex(({ text }) =>
    sentencesOf(text).some((sentence) => tellsCause(sentence.text)),
  );
  const told = toldIn(from === -1 ? replies : replies.slice(from));
  if (told.length === 0) return missing('No step was described to the customer.');
  const { before, steps, after } = inSteps(told);
  return [
    before !== '' && paragraph(before),
    steps.length === 1 ? paragraph(steps[0]) : steps.length > 1 && numbered(steps.slice(0, MOST_STEPS)),
    after !== '' && paragraph(after),
  ];
}

const noStep =
  /\b(?:sorry|apolog\w+|thank|glad|patience|welcome|have a (?:good|nice)|confirm|tell us|let (?:us|me) know|shall i|manager|taken this over|your (?:time|data)|next update|heard|look(?:ing)? into|tracing|checking|investigat\w+|reproduced|wrong|article)\b/i;

const SHORTEST_STEP = 12;

function toldIn(replies: readonly PublicMessage[]): Told[] {
  return ourSentences(replies)
    .map((sentence) => sentence.replace(/^(?:done|ok(?:ay)?|what happens next)\s*[,:]\s*/i, ''))
    .filter((sentence) => !tellsCause(sentence) && !noStep.test(sentence) && !isPromise(plainForm(sentence)))
    .filter((sentence) => sentence.length >= SHORTEST_STEP)
    .map(neutral)
    .filter(({ text }) => !/\?\s*$/.test(text));
}

/** Steps as they followed each other; how things stood goes with the step that speaks of it, and else before or after. */
function inSteps(told: readonly Told[]): { before: string; steps: string[]; after: string } {
  const before: string[] = [];
  const steps: string[] = [];
  let facts: string[] = [];
  for (const { text, isStep } of told) {
    if (!isStep) {
      facts.push(text);
      continue;
    }
    const spoken = /\b(?:it|its|them|they|this|these|that|those)\b/i.test(text) ? facts.splice(-1) : [];
    before.push(...facts);
    steps.push([...spoken, text].join(' '));
    facts = [];
  }
  return { before: before.join(' '), steps, after: facts.join(' ') };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
