/** What a customer's own words say: chasing, annoyance, asking for somebody higher up, thanks, "all is well". */
import type { Signal, SignalKind } from '../signals';
import { isChaser } from './chaser';
import { isChurnRisk } from './churn-risk';
import { confirmsResolution, saysArrived, saysThanks, thanksForDone, thanksForTrying } from './closing-words';
import { asksToEscalate } from './escalation-request';
import { isFrustrated, isShouting } from './frustration';
import type { Sentence } from './own-words';
import { plainForm } from './phrases';
import { repeatsItself } from './repeated-information';
import { foundNoHelp, saysWrongSolution } from './wrong-solution';

type CustomerKind = Exclude<SignalKind, 'promise'>;

const tests: readonly (readonly [CustomerKind, (plain: string) => boolean])[] = [
  ['chaser', isChaser],
  ['escalation_request', asksToEscalate],
  ['frustration', isFrustrated],
  ['repeat_info', repeatsItself],
  ['wrong_solution', saysWrongSolution],
  ['churn_risk', isChurnRisk],
  ['thanks', saysThanks],
  ['resolution_confirm', confirmsResolution],
];

/** Each kind once, at the first sentence that says it. */
export function customerSignals(sentences: readonly Sentence[]): Signal[] {
  const found = new Map<CustomerKind, Signal>();
  const plain = sentences.map(({ text }) => plainForm(text));
  for (const [index, { text, start }] of sentences.entries()) {
    const place = { start, end: start + text.length };
    for (const [kind, says] of tests) {
      if (!found.has(kind) && says(plain[index] ?? '')) found.set(kind, { kind, ...place });
    }
    const before = plain[index - 1];
    if (!found.has('wrong_solution') && before !== undefined && foundNoHelp(before, plain[index] ?? ''))
      found.set('wrong_solution', { kind: 'wrong_solution', ...place });
    if (!found.has('frustration') && isShouting(text))
      found.set('frustration', { kind: 'frustration', ...place });
  }
  settleArrival(found, sentences, plain);
  settleContradictions(found, plain);
  return [...found.values()];
}

/** "Parcel is here. Thanks!" settles the matter; without thanks it is news. */
function settleArrival(
  found: Map<CustomerKind, Signal>,
  sentences: readonly Sentence[],
  plain: readonly string[],
): void {
  if (!found.has('thanks') || found.has('resolution_confirm') || plain.some((one) => one.endsWith('?')))
    return;
  const arrived = sentences[plain.findIndex(saysArrived)];
  if (!arrived) return;
  const place = { start: arrived.start, end: arrived.start + arrived.text.length };
  found.set('resolution_confirm', { kind: 'resolution_confirm', ...place });
}

const complaints: readonly CustomerKind[] = [
  'chaser',
  'frustration',
  'wrong_solution',
  'escalation_request',
  'churn_risk',
  'repeat_info',
];

/** "Works now, but still the same error" confirms nothing; "could you check? Thanks" is a manner of speaking. */
function settleContradictions(found: Map<CustomerKind, Signal>, plain: readonly string[]): void {
  if (found.has('wrong_solution')) found.delete('resolution_confirm');
  if (found.has('resolution_confirm') || plain.some(thanksForTrying)) return;
  const complains = complaints.some((kind) => found.has(kind));
  if (complains || (plain.some(asksForSomething) && !plain.some(thanksForDone))) found.delete('thanks');
}

function asksForSomething(plain: string): boolean {
  return /\?$|\b(?:please|kindly|(?:can|could|would|will) you|(?:i|we) need|let (?:me|us) know)\b/.test(
    plain,
  );
}
