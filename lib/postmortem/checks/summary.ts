import { countSentences } from '../../language/sentences';
import { oneLine } from '../names-in-prose';
import { isPlaceholder } from '../placeholder';
import { at, blocks, type CheckRule, type CheckScene, warns } from './check';

export const summaryRules: readonly CheckRule[] = [
  { id: 'summary-length', name: 'The summary has three to five sentences', find: length },
  { id: 'summary-says', name: 'The summary says what, how long, who, targets and cause', find: missingSlots },
];

function length({ postmortem }: CheckScene) {
  const { text } = postmortem.sections.summary;
  if (isPlaceholder(text)) {
    return at('summary', 'summary', 'summary-length', [
      blocks('in_review', 'The summary is not written yet: three to five sentences.'),
    ]);
  }
  const count = countSentences(text);
  return at('summary', 'summary', 'summary-length', [
    count < 3 &&
      warns(`The summary has ${count === 1 ? '1 sentence' : `${count} sentences`}: three to five read best.`),
    count > 5 && warns(`The summary has ${count} sentences: three to five read best.`),
  ]);
}

/** The five things every reader looks for (product rows R-012 to R-018). */
export type Slot = 'what' | 'how_long' | 'who' | 'targets' | 'cause';

const slotNames: { [slot in Slot]: string } = {
  what: 'what went wrong',
  how_long: 'how long it took, with its start and its end',
  who: 'who was affected',
  targets: 'by how much a target was missed',
  cause: 'the cause',
};

function missingSlots(scene: CheckScene) {
  if (isPlaceholder(scene.postmortem.sections.summary.text)) return [];
  const missing = missingInSummary(scene);
  const names = missing.filter((slot) => slot !== 'cause').map((slot) => slotNames[slot]);
  return at('summary', 'summary', 'summary-says', [
    names.length > 0 && warns(`The summary does not say ${listed(names)}.`),
    missing.includes('cause') && warns(causeMessage(scene)),
  ]);
}

function causeMessage({ postmortem }: CheckScene): string {
  return lastAnswer(postmortem) === undefined
    ? 'The summary does not say the cause. Answer the whys, and it can.'
    : 'The cause in the summary is not where the five whys end.';
}

/** Judged by the words alone: a person may say it in any way, so this warns and never holds anything back. */
export function missingInSummary({
  postmortem,
  analysis,
}: Pick<CheckScene, 'postmortem' | 'analysis'>): Slot[] {
  const { text } = postmortem.sections.summary;
  const { subject, customer } = postmortem.ticket;
  const { symptom, cause } = postmortem.sections;
  const users = postmortem.facts.usersAffected.text.trim();
  const late = analysis.slas.some(({ state }) => /breached/.test(state));
  const answer = lastAnswer(postmortem);
  const has: { [slot in Slot]: boolean } = {
    what: sharesWords(text, `${subject} ${symptom.text} ${cause.text}`),
    how_long: hasDuration.test(text) && (text.match(moments)?.length ?? 0) >= 2,
    who:
      mentions(text, customer) || /\b(?:customers?|users?|clients?)\b/i.test(text) || mentions(text, users),
    targets: !late || /\b(?:targets?|SLAs?|breach(?:ed|es)?|over by)\b/i.test(text),
    cause:
      answer === undefined
        ? /\b(?:because|cause[ds]?|due to|led to|made possible)\b/i.test(text) &&
          !/not established yet/.test(text)
        : sharesWords(text, answer),
  };
  return (Object.keys(has) as Slot[]).filter((slot) => !has[slot]); // keys of a closed type
}

/** The last why's answer, where the chain got further than its first. */
export function lastAnswer({ whys }: CheckScene['postmortem']): string | undefined {
  return whys.findLast(({ answer }, index) => index > 0 && !isPlaceholder(answer))?.answer;
}

const hasDuration =
  /\b(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half an)[\s-]*(?:h|hrs?|hours?|min|mins|minutes?|d|days?|weeks?|months?)\b/i;
const moments =
  /\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b|\b\d{1,2}\s?(?:am|pm)\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\s+\d{1,2}\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/gi;

function mentions(text: string, name: string): boolean {
  return name !== '' && text.toLowerCase().includes(oneLine(name).toLowerCase());
}

/** Whether a word of meaning stands in both. */
function sharesWords(text: string, other: string): boolean {
  const words = significant(other);
  return [...significant(text)].some((word) => words.has(word));
}

function significant(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(
    words.filter((word) => !common.has(word)).map((word) => word.replace(/(?:ing|ed|es|s)$/, '')),
  );
}

const common = new Set(
  'that this with from were have been about after before there their which when what into over than then they them customer ticket hours minutes because made possible cause wrote'.split(
    ' ',
  ),
);

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;
}
