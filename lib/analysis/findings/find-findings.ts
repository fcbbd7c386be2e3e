import { distinct } from '../positions';
import { repeatedQuestionFindings } from './asked-again';
import type { Finding, Scene } from './finding';
import { handoffFindings, lateUpdateFindings, misroutedFindings, pingPongFindings } from './passing-on';
import { promiseFindings, wrongAnswerFindings } from './said';
import { coverageFindings, onePersonFindings, unseenMissFindings, wrongPauseFindings } from './states';
import { chasedFindings, silenceFindings, unansweredFindings } from './waiting';

const searches: readonly ((scene: Scene) => Finding[])[] = [
  silenceFindings,
  promiseFindings,
  unansweredFindings,
  chasedFindings,
  wrongAnswerFindings,
  handoffFindings,
  lateUpdateFindings,
  repeatedQuestionFindings,
  unseenMissFindings,
  pingPongFindings,
  misroutedFindings,
  wrongPauseFindings,
  coverageFindings,
  onePersonFindings,
];

const weights: readonly Finding['weight'][] = ['serious', 'worth_a_look', 'noted'];

/** What went wrong between the company and the customer, worst first: by weight, then by how long it lasted. */
export function findFindings(scene: Scene): Finding[] {
  const found = searches.flatMap((search) => search(scene));
  for (const finding of found) finding.events = distinct(finding.events);
  return found.sort(
    (a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight) || (b.ms ?? 0) - (a.ms ?? 0),
  );
}
