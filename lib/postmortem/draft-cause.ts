import type { Analysis } from '../analysis/types';
import { formatDuration } from '../language/duration';
import { claim, handoffSentence, plural, stamp, worstHandoff } from './facts-in-words';
import type { Claim, Why } from './schema';

const WHYS = 5;
const NEXT_QUESTION = 'What made that possible?';

/**
 * The symptom, what broke, and the why-chain with the first answer filled in from evidence. Why it broke is for
 * people to say: a history shows that a ticket lay without an owner, not which process allowed it.
 */
export function draftWhys(analysis: Analysis): { symptom: Claim[]; cause: Claim[]; whys: Why[] } {
  const symptom = symptomOf(analysis);
  const cause = causeOf(analysis);
  const first: Why = {
    question: firstQuestion(analysis),
    answer: cause.map((part) => part.text).join(' '),
    events: cause.flatMap((part) => part.events),
    state: cause.length > 0 ? 'generated' : 'empty',
  };
  const open = Array.from(
    { length: WHYS - 1 },
    (): Why => ({
      question: NEXT_QUESTION,
      answer: '',
      events: [],
      state: 'empty',
    }),
  );
  return { symptom, cause, whys: [first, ...open] };
}

function symptomOf(analysis: Analysis): Claim[] {
  const { longestWait, customer } = analysis;
  if (!longestWait) return [claim(`${customer} was answered each time before asking again.`)];
  const chased = longestWait.customerMessages.length - 1;
  const asked = chased > 0 ? ` and asked again ${chased === 1 ? 'once' : `${chased} times`} meanwhile` : '';
  const waited = longestWait.to === undefined ? 'has been waiting' : 'waited';
  return [
    claim(`${customer} ${waited} ${formatDuration(longestWait.ms)} for an answer${asked}.`, [
      ...longestWait.events,
      ...longestWait.customerMessages,
    ]),
  ];
}

function firstQuestion(analysis: Analysis): string {
  const { longestWait, customer } = analysis;
  if (!longestWait) return `Why did this ticket escalate although ${customer} was answered?`;
  const verb = longestWait.to === undefined ? 'has' : 'did';
  const waited = longestWait.to === undefined ? 'been waiting' : 'wait';
  return `Why ${verb} ${customer} ${waited} ${formatDuration(longestWait.ms)} for an answer?`;
}

/** What the history shows to have broken: the hand-off first, then work that stayed inside, then the queue. */
function causeOf(analysis: Analysis): Claim[] {
  const handoff = worstHandoff(analysis);
  const silence = analysis.longestSilence;
  const found: Claim[] = [];
  if (handoff) found.push(handoffSentence(handoff));
  if (silence && silence.notes.length > 0 && silence.ms >= 60 * 60_000) {
    found.push(
      claim(
        `${plural(silence.notes.length, 'internal note')} ${silence.notes.length === 1 ? 'was' : 'were'} written between ${stamp(silence.from)} and ${stamp(silence.to ?? analysis.now)}, and nothing told the customer.`,
        [...silence.events, ...silence.notes],
      ),
    );
  }
  if (found.length === 0 && analysis.unassigned.ms >= 30 * 60_000) {
    found.push(
      claim(
        `The ticket had no owner for ${formatDuration(analysis.unassigned.ms)}.`,
        analysis.unassigned.events,
      ),
    );
  }
  return found;
}
