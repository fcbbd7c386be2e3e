/**
 * The claim check: every time, length of time and number in what the postmortem says happened, compared with the
 * events linked to its sentence and then with the whole ticket and its analysis.
 */
import type { Analysis } from '../analysis/types';
import type { EventId } from '../ticket/events';
import type { Capture } from '../ticket/schema';
import { saysTheSame } from './claims/agree';
import { type Evidence, evidenceOf } from './claims/evidence';
import { isInRule } from './claims/in-rule';
import { judge } from './claims/judge';
import { type FoundFigure, readFigures } from './claims/read-figures';
import type { Sentence } from './claims/sentence';
import { sentencesOf } from './claims/sentences';
import { isSame, skeleton, type Template } from './claims/templates';
import { linkedAt } from './linked';
import type { Claim, Postmortem, TextSectionName } from './schema';

export type ClaimPlace = TextSectionName | `why:${number}`;

export interface ClaimCheck {
  /** The section, or the why by its place in the chain, from 0. */
  section: ClaimPlace;
  /** UTF-16 offsets of the figure in the section's text or the why's answer, the end exclusive. */
  start: number;
  end: number;
  text: string;
  verdict: 'supported' | 'unsupported' | 'contradicted';
  /** One sentence that names the fact it was compared with. */
  message: string;
  events: EventId[];
  /** What to put in its place so that it is right. Only where contradicted. */
  use?: string;
}

const checked = ['summary', 'impact', 'delays', 'symptom', 'cause', 'systemic'] as const;

/** In order of the sections and of the text. Pure; the same postmortem, capture and analysis give the same checks. */
export function checkClaims(postmortem: Postmortem, capture: Capture, analysis: Analysis): ClaimCheck[] {
  const evidence = evidenceOf(capture, analysis, postmortem.kind);
  return [
    ...checked.flatMap((name) => {
      const { text, claims } = postmortem.sections[name];
      const linked = linkedAt(postmortem, name);
      return checkText({ place: name, text, claims, events: none, linked }, postmortem, evidence);
    }),
    ...postmortem.whys.flatMap(({ answer, events }, index) => {
      const linked = linkedAt(postmortem, `why:${index}`);
      return checkText(
        { place: `why:${index}`, text: answer, claims: none, events, linked },
        postmortem,
        evidence,
      );
    }),
  ];
}

/** One and the same, so that a part is known again. */
const none: never[] = [];

interface Part {
  place: ClaimPlace;
  text: string;
  claims: readonly Claim[];
  /** Behind the whole of it. */
  events: readonly EventId[];
  /** Linked to it by a person. */
  linked: readonly EventId[];
}

function checkText(part: Part, postmortem: Postmortem, evidence: Evidence): ClaimCheck[] {
  if (part.text.trim() === '') return [];
  const { knownClaims, facts } = postmortem;
  const of = [part.text, part.claims, part.events, part.linked, knownClaims, facts];
  const before = evidence.found.get(part.place);
  if (before && of.every((one, index) => one === before.of[index])) return before.checks;
  const checks = readText(part, postmortem, evidence);
  evidence.found.set(part.place, { of, checks });
  return checks;
}

function readText(part: Part, postmortem: Postmortem, evidence: Evidence): ClaimCheck[] {
  const figures = readFigures(part.text, evidence.names);
  if (figures.length === 0) return [];
  const known = new Map(
    postmortem.knownClaims
      .filter(({ section }) => section === part.place)
      .map(({ text, event }) => [text, event === undefined ? [] : [event]]),
  );
  const entered = Object.values(postmortem.facts)
    .filter(({ state }) => state === 'edited' || state === 'confirmed')
    .map(({ text }) => text);
  // A generated answer is one claim, however many sentences it has.
  const claims = evidence.told.has(part.text) ? [{ text: part.text, events: [...part.events] }] : part.claims;
  return sentencesOf(part.text, claims).flatMap(({ start, end, events }) => {
    const inside = figures
      .filter((figure) => figure.start >= start && figure.end <= end)
      .map((figure) => ({ ...figure, start: figure.start - start, end: figure.end - start }));
    const text = part.text.slice(start, end);
    const sentence = sentenceOf(
      text,
      inside,
      [...(events ?? []), ...part.events, ...part.linked],
      entered,
      evidence,
    );
    return inside
      .filter((figure) => !isInRule(text, figure))
      .map((figure): ClaimCheck => {
        const place = {
          section: part.place,
          start: figure.start + start,
          end: figure.end + start,
          text: figure.text,
        };
        const named = known.get(figure.text);
        if (named) {
          return {
            ...place,
            verdict: 'supported',
            message: 'Somebody who was there knows this.',
            events: [...named],
          };
        }
        const verdict = judge(figure, sentence, evidence);
        return { ...place, ...verdict, events: [...verdict.events] };
      });
  });
}

function sentenceOf(
  text: string,
  inside: readonly FoundFigure[],
  events: readonly EventId[],
  entered: readonly string[],
  { templates, told }: Evidence,
): Sentence {
  const figures = inside.filter(({ isQuoted }) => !isQuoted);
  const isTold = told.has(text);
  const words = isTold ? [] : skeleton(text, figures);
  // Of several hand-offs between the same teams the one that the sentence agrees with most.
  const agreeing = (at: number, of: Template) => {
    const [figure, original] = [figures[at], of.figures[at]];
    return figure !== undefined && original !== undefined && saysTheSame(figure, original);
  };
  const same = (isTold ? [] : templates())
    .filter((template) => isSame(words, template.words))
    .map((template) => ({ template, score: figures.filter((_, at) => agreeing(at, template)).length }))
    .sort((a, b) => b.score - a.score)[0]?.template;
  return {
    text,
    words,
    figures,
    events: events.length > 0 ? events : (same?.events ?? []),
    entered,
    isTold,
    ...(same ? { same } : {}),
  };
}
