import { metricName } from '../language/describe-event';
import type { Iso } from '../ticket/basics';
import { breaksIn } from './breaks';
import { claim, length, stamp, times } from './facts-in-words';
import { type Claim, OPEN_QUESTION, type Why } from './schema';
import type { Story } from './story';

const WHYS = 5;

/**
 * The symptom, what broke, and the why-chain with the first answer filled in from evidence. Why it broke is for
 * people to say: a history shows that a ticket lay without an owner, not which process allowed it.
 */
export function draftCause(
  story: Story,
  prompts: readonly string[],
): { symptom: Claim[]; cause: Claim[]; whys: Why[] } {
  const { longestWait } = story.analysis;
  const breaks = story.failed ? breaksIn(story) : [];
  const behindWait = longestWait ? breaks.filter(({ span }) => span && overlap(span, longestWait)) : [];
  const answer = behindWait.length > 0 ? behindWait : breaks;
  const first: Why = {
    question: firstQuestion(story),
    answer: answer.map((part) => part.answer).join(' '),
    events: claim(
      '',
      answer.flatMap((part) => part.claim.events),
    ).events,
    state: answer.length > 0 ? 'generated' : 'empty',
  };
  const open = Array.from({ length: WHYS - 1 }, (_, index) => openWhy(prompts[index] ?? OPEN_QUESTION));
  return { symptom: symptomOf(story), cause: breaks.map((part) => part.claim), whys: [first, ...open] };
}

function openWhy(question: string): Why {
  return { question, answer: '', events: [], state: 'empty' };
}

function symptomOf(story: Story): Claim[] {
  const { Customer, customer, reopenings, late, demand, handoff } = story;
  if (!story.failed) {
    return [claim(`The history shows no failure: ${customer} was not left without an answer.`)];
  }
  const found = [
    ...waitSymptom(story),
    ...reopenings.slice(0, 1).map((reopening) => reopenSymptom(story, reopening)),
  ];
  if (found.length > 0) return found;
  if (late[0]) return [claim(`The ${metricWords(story)} target was missed.`, late[0].events)];
  if (demand) return [claim(`${Customer} asked to escalate.`, [demand.event])];
  return [claim('The ticket lay untouched after a hand-off.', handoff?.gap.events)];
}

function waitSymptom({ analysis, Customer, waitMatters }: Story): Claim[] {
  const { longestWait: wait } = analysis;
  if (!wait || !waitMatters) return [];
  const chased = wait.customerMessages.length - 1;
  const asked = chased > 0 ? ` and asked again ${times(chased)} meanwhile` : '';
  const events = [...wait.events, ...wait.customerMessages];
  if (wait.end === 'open') {
    const askedSince = chased > 0 ? ` and has asked again ${times(chased)} meanwhile` : '';
    return [claim(`${Customer} has been waiting ${length(wait)} for an answer${askedSince}.`, events)];
  }
  if (wait.end === 'solved') {
    return [claim(`${Customer} waited ${length(wait)}${asked} and was never answered.`, events)];
  }
  return [claim(`${Customer} waited ${length(wait)} for an answer${asked}.`, events)];
}

function reopenSymptom({ reopenings }: Story, first: Story['reopenings'][number]): Claim {
  const solved = first.solvedAt === undefined ? '' : `solved on ${stamp(first.solvedAt)} and `;
  const again = reopenings.length === 1 ? '' : `, the first of ${reopenings.length} times`;
  return claim(
    `The ticket was ${solved}reopened on ${stamp(first.at)}${again}.`,
    reopenings.flatMap((reopening) => reopening.events),
  );
}

function firstQuestion(story: Story): string {
  const { analysis, customer, late, reopenings, failed, demand } = story;
  const { longestWait: wait } = analysis;
  if (!failed) return 'What made this ticket worth a postmortem?';
  if (wait && story.waitMatters) {
    if (wait.end === 'open') return `Why has ${customer} been waiting ${length(wait)} for an answer?`;
    if (wait.end === 'solved') return `Why was ${customer} not answered before the ticket was solved?`;
    return `Why did ${customer} wait ${length(wait)} for an answer?`;
  }
  if (reopenings.length > 0) return 'Why did the first solution not hold?';
  if (late.length > 0) return `Why was the ${metricWords(story)} target missed?`;
  return demand ? `Why did ${customer} have to ask to escalate?` : 'Why did the ticket lie untouched?';
}

function metricWords({ late }: Story): string {
  return late[0] ? metricName(late[0].metric).toLowerCase() : '';
}

function overlap(a: { from: Iso; to?: Iso }, b: { from: Iso; to?: Iso }): boolean {
  return (b.to === undefined || a.from < b.to) && (a.to === undefined || b.from < a.to);
}
