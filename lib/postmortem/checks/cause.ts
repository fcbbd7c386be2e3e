import { openEndOf } from '../../language/blame';
import { isPlaceholder } from '../placeholder';
import type { Why } from '../schema';
import { at, blocks, type CheckRule, type CheckScene, warns } from './check';

export const causeRules: readonly CheckRule[] = [
  { id: 'cause-below-symptom', name: 'The cause goes below the symptom', find: belowSymptom },
  { id: 'why-chain', name: 'The whys go on after the first answer', find: chain },
  { id: 'final-why', name: 'The last why ends at the way of working', find: finalWhy },
  { id: 'cause-category', name: 'The cause has a category', find: category },
];

function belowSymptom({ postmortem }: CheckScene) {
  const { symptom, cause, systemic } = postmortem.sections;
  const isWritten =
    !isPlaceholder(cause.text) || !isPlaceholder(systemic.text) || answered(postmortem.whys) > 0;
  if (isWritten) return [];
  return at('cause', 'cause', 'cause-below-symptom', [
    blocks(
      'in_review',
      isPlaceholder(symptom.text)
        ? 'The cause is not written yet.'
        : 'Only the symptom is written: what broke, and what made that possible?',
    ),
  ]);
}

/** A short form may stop early; a full one is not done with the first answer. */
function chain({ postmortem, rules }: CheckScene) {
  const count = answered(postmortem.whys);
  if (count >= 2 || !isPlaceholder(postmortem.sections.systemic.text)) return [];
  const message =
    count === 0 ? 'No why is answered yet.' : 'Only the first why is answered: ask what made that possible.';
  return at('cause', 'whys', 'why-chain', [
    rules.form === 'full' ? blocks('final', message) : warns(message),
  ]);
}

function finalWhy({ postmortem }: CheckScene) {
  const last = postmortem.whys.findLastIndex(({ answer }) => !isPlaceholder(answer));
  const why = postmortem.whys[last];
  const end = why && openEndOf(why.answer);
  return at('cause', `why-${last + 1}`, 'final-why', [
    end && blocks('final', `Answer ${last + 1} is not where the chain ends. ${end.question}`),
  ]);
}

function category({ postmortem, rules }: CheckScene) {
  if (postmortem.causes.category !== '') return [];
  const message = 'The cause has no category yet: it is what patterns are found by.';
  return at('cause', 'causeCategory', 'cause-category', [
    rules.form === 'full' ? blocks('final', message) : warns(message),
  ]);
}

function answered(whys: readonly Why[]): number {
  return whys.filter(({ answer }) => !isPlaceholder(answer)).length;
}
