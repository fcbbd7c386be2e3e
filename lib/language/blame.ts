/**
 * Where a text blames: a person or a team as the cause, human error, hindsight, and questions for a culprit. Each
 * finding says why and, where it can, offers other words about the way of working. English, from rules; quoted words
 * are not the writer's, and a person who merely acts ("Dana escalated at 10:02") is left alone.
 */
import { badHabits, badlyDone, wrongHabits } from './blame/badly-done';
import { causes } from './blame/causes';
import { wrongDeeds } from './blame/deeds';
import { guilty } from './blame/guilt';
import { hindsight } from './blame/hindsight';
import type { BlameKind, Hit, Rewrite, Rule } from './blame/hit';
import { idioms } from './blame/idioms';
import { admonitions, expectedOf, insteads, sneers } from './blame/norms';
import { byPeople, ownedFaults } from './blame/owned-faults';
import { isHuman, namesPeople } from './blame/people';
import { whoQuestions } from './blame/questions';
import { remarks } from './blame/remarks';
import { type Sentence, sentencesIn } from './blame/sentences';
import { subjectBefore } from './blame/subject';
import { judgements, traits } from './blame/traits';
import { missingDeeds } from './blame/undone';
import { isPast } from './blame/verbs';
import { verdicts } from './blame/verdicts';

export type { BlameKind } from './blame/hit';

/** Places are UTF-16 offsets into the text that was given; `end` is exclusive. */
export interface Finding {
  start: number;
  end: number;
  kind: BlameKind;
  /** Why it is pointed out, in one sentence. */
  message: string;
  /** Takes the place of `rewriteRange`, and the text still reads well. */
  rewrite?: string;
  rewriteRange?: [number, number];
}

/** More than a postmortem holds; what is beyond it is not read. */
const READ = 200_000;

/** The earlier a rule, the more it knows about what it found. */
const rules: readonly Rule[] = [
  whoQuestions,
  hindsight,
  guilty,
  ownedFaults,
  causes,
  byPeople,
  idioms,
  insteads,
  wrongDeeds,
  missingDeeds,
  badlyDone,
  badHabits,
  wrongHabits,
  traits,
  admonitions,
  expectedOf,
  sneers,
  remarks,
  verdicts,
];
/** Those that have something to say where no person and no team is named. */
const anywhere: readonly Rule[] = [
  whoQuestions,
  hindsight,
  causes,
  wrongDeeds,
  judgements,
  remarks,
  verdicts,
];

/** In order, none over another. Never throws. */
export function findBlame(text: string): Finding[] {
  const sentences = sentencesIn(text.slice(0, READ));
  return sentences.flatMap((sentence, index) => {
    const earlier = sentences[index - 1];
    const hits = (namesPeople(sentence) ? rules : anywhere)
      .flatMap((rule) => rule(sentence, earlier))
      .filter((hit) => !isReported(sentence, hit.start));
    return apart(hits).map((hit) => findingOf(text, hit));
  });
}

/** What a customer said is reported, not claimed. */
function isReported({ low, start }: Sentence, at: number): boolean {
  return reports.test(low.slice(0, at - start));
}

const reports =
  /\b(?:customer|client|caller|user|requester|cto|their team|complaint|survey|review|rating|feedback|e-?mail|comment)s?\b[^.;]{0,60}\b(?:said|says|saying|complain(?:s|ed|ing)?|wrote|writes|claim(?:s|ed|ing)?|felt|feels|thought|believe[sd]?|state[sd]?|report(?:s|ed)|told us|asked|asks|alleged|accuse[sd]?|insist(?:s|ed)|argue[sd]|mention(?:s|ed)|noted|called it|described|rated)\b|\baccording to the (?:customer|client)\b|\bin the customer's words\b/;

function apart(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (const hit of hits) {
    const [from, to] = reach(hit);
    if (kept.every((other) => to <= reach(other)[0] || from >= reach(other)[1])) kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function reach({ start, end, rewrite }: Hit): [number, number] {
  return [Math.min(start, rewrite?.from ?? start), Math.max(end, rewrite?.to ?? end)];
}

function findingOf(text: string, { start, end, kind, rewrite }: Hit): Finding {
  const finding: Finding = { start, end, kind, message: messages[kind] };
  if (!rewrite) return finding;
  return { ...finding, rewrite: cased(text, rewrite), rewriteRange: [rewrite.from, rewrite.to] };
}

const MARKS = 20;

/** As large or small as the letter it replaces, where a sentence begins. */
function cased(text: string, { from, words }: Rewrite): string {
  // The marks of a list or of emphasis may stand before; the whole text need not be looked at for that.
  const before = text.slice(Math.max(0, from - MARKS), from);
  const opens =
    /(?:^|\n)[\s*_#>\d.-]*$/.test(from <= MARKS ? before : `x${before}`) || /[.!?:][\s*_]*$/.test(before);
  const isCapital = /^\p{Lu}/u.test(text.slice(from));
  return opens && isCapital ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

const messages: Record<BlameKind, string> = {
  'person-blame': 'Names a person as the cause. What let this happen?',
  'team-blame': 'Names a team as the cause. What was missing between the teams?',
  'human-error-cause':
    'Human error is where the search begins. What made it possible, or kept it from being noticed?',
  counterfactual: 'Says what should have been, known only now. What was there to go by at the time?',
  'who-question': 'Asks for a person. Ask what made it possible.',
};

/** Why an answer cannot end a chain of whys, and the question that leads on. */
export interface OpenEnd {
  message: string;
  question: string;
}

/** A last answer that names a person or human error is not where a chain ends. */
export function openEndOf(answer: string): OpenEnd | undefined {
  const [finding] = findBlame(answer);
  if (finding) return { message: finding.message, question: askOn[finding.kind] };
  const rests = sentencesIn(answer).some((sentence) =>
    sentence.words.some((word) => {
      if (!isPast(word.low)) return false;
      const subject = subjectBefore(sentence, word.start);
      return isHuman(subject) && subject.kind === 'person';
    }),
  );
  return rests ? { message: 'The chain ends at a person.', question: askOn['person-blame'] } : undefined;
}

const askOn: Record<BlameKind, string> = {
  'person-blame': 'What made it possible, or likely, that this was done this way?',
  'team-blame': 'What was missing between the teams: an owner, a signal, time?',
  'human-error-cause': 'What made the error possible, and what kept it from being noticed?',
  counterfactual: 'What did it look like at the time, and what was there to go by?',
  'who-question': 'What made it possible?',
};
