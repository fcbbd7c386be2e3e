import type { Wait } from '../analysis/types';
import { claim, fullStamp, length, period, plural, stamp, times } from './facts-in-words';
import { handoffSentence } from './handoffs-in-words';
import type { Claim } from './schema';
import { slaSentence } from './sla-in-words';
import type { Story } from './story';

/**
 * Four or five sentences for readers who open nothing else: who wrote about what and how long it took, how the
 * customer fared, where time was lost, the targets, and what is known of the cause.
 */
export function draftSummary(story: Story): Claim[] {
  const detail = story.handoff ? handoffSentence(story.handoff, story) : demandSentence(story);
  return [
    openingSentence(story),
    waitSentence(story),
    ...(detail ? [detail] : []),
    slaSentence(story.analysis, story.late),
    causeSentence(story),
  ];
}

function openingSentence(story: Story): Claim {
  const { analysis, customer, Customer, subject, reopenings } = story;
  const { span, milestones } = analysis;
  const created = milestones.find((milestone) => milestone.kind === 'created')?.event;
  const first = openedByCustomer(story) ? firstMessage(story)?.event : undefined;
  const opening = openedByCustomer(story)
    ? `${Customer} wrote about ${subject} on ${fullStamp(span.from)}, and the ticket`
    : `A ticket about ${subject} was opened for ${customer} on ${fullStamp(span.from)}, and it`;
  const reopened = reopenings.length === 0 ? '' : `, after it had been reopened ${times(reopenings.length)}`;
  return claim(`${opening} ${endWords(analysis)}${reopened}.`, [
    created,
    first,
    ...span.events,
    ...reopenings.flatMap((reopening) => reopening.events),
  ]);
}

function openedByCustomer(story: Story): boolean {
  const at = firstMessage(story)?.at;
  return at !== undefined && at <= story.analysis.span.from;
}

function firstMessage({ analysis }: Story) {
  return analysis.milestones.find((milestone) => milestone.kind === 'first_customer_message');
}

function endWords({ span, now }: Story['analysis']): string {
  if (!span.open && span.to === undefined) return 'has been solved since, at an unknown time';
  const end = span.to ?? now;
  const isSameDay = end.slice(0, 10) === span.from.slice(0, 10);
  const at = isSameDay ? `at ${end.slice(11, 16)} UTC the same day` : `on ${fullStamp(end)}`;
  return `${span.open ? 'was still open' : 'was solved'} ${at}, ${length(span)} later`;
}

/** How the customer fared: the longest wait, whether or not it has ended. */
function waitSentence(story: Story): Claim {
  const { analysis, customer } = story;
  const { longestWait: wait, firstReply, counts } = analysis;
  if (!wait || wait.ms === 0) {
    return claim(
      counts.customerMessages === 0
        ? `The ticket holds no message from ${customer}, so there is no wait to measure.`
        : `No message from ${customer} was left waiting for an answer.`,
      firstReply?.events,
    );
  }
  const events = [...wait.events, ...wait.customerMessages, ...wait.notes];
  return claim(`${waitWords(story, wait)}${meanwhileWords(wait)}.`, events);
}

function waitWords(story: Story, wait: Wait): string {
  const { analysis, Customer } = story;
  const { firstReply, span } = analysis;
  // Its length stands in the sentence before.
  const isWhole = wait.from === span.from && firstReply?.to === undefined;
  if (wait.to === undefined) {
    if (isWhole) return 'No person has replied so far';
    return `${Customer} has been waiting for an answer since ${fullStamp(wait.from)}, ${length(wait)} so far`;
  }
  if (wait.end === 'solved') {
    if (isWhole && wait.to === span.to) return 'No person had replied when the ticket was solved';
    return `The message of ${stamp(wait.from)} had not been answered when the ticket was solved ${length(wait)} later`;
  }
  const isFirst = openedByCustomer(story) && firstReply?.from === wait.from && firstReply.to === wait.to;
  if (isFirst)
    return `The first reply by a person came ${length(wait)} after the first message, on ${stamp(wait.to)}`;
  return `The longest wait for an answer was ${length(wait)}, ${period(wait.from, wait.to)}`;
}

function meanwhileWords(wait: Wait): string {
  const notes = wait.notes.length;
  const chasers = wait.customerMessages.length - 1;
  const isOpen = wait.to === undefined;
  const past = notes === 1 ? 'was' : 'were';
  const present = notes === 1 ? 'has been' : 'have been';
  const parts = [
    ...(notes > 0 ? [`${plural(notes, 'internal note')} ${isOpen ? present : past} written`] : []),
    ...(chasers > 0 ? [`the customer ${isOpen ? 'has ' : ''}asked again ${times(chasers)}`] : []),
  ];
  return parts.length === 0 ? '' : `, while ${parts.join(' and ')}`;
}

/** That the customer asked for somebody higher up says more than any clock. */
function demandSentence({ demand, Customer }: Story): Claim | undefined {
  if (!demand) return undefined;
  const { firstUpdate } = demand;
  const told =
    firstUpdate.to === undefined
      ? `no update followed within ${length(firstUpdate)}`
      : `the next update came ${length(firstUpdate)} later`;
  return claim(`${Customer} asked to escalate on ${stamp(demand.at)}, and ${told}.`, [
    demand.event,
    ...firstUpdate.events,
  ]);
}

/** A history shows where time was lost, not which process allowed it: that is for people to say. */
function causeSentence(story: Story): Claim {
  if (!story.failed) return claim('The history shows no failure that would need a cause.');
  const { text, events } = knownOfCause(story);
  return claim(`The cause lies behind ${text}; what made that possible is not established yet.`, events);
}

function knownOfCause({ handoff, silence, reopenings, late, demand, analysis }: Story): Claim {
  const { longestWait: wait } = analysis;
  if (silence && silence.notes.length > 0) {
    return claim(`work that stayed internal for ${length(silence)}`, [...silence.events, ...silence.notes]);
  }
  if (handoff) return claim('a hand-off that was not picked up in time', handoff.gap.events);
  if (reopenings.length > 0) {
    return claim(
      'a solution that did not hold',
      reopenings.flatMap((reopening) => reopening.events),
    );
  }
  if (wait && wait.end !== 'reply') return claim('a message that was not answered', wait.events);
  if (wait && wait.ms > 0) return claim(`an answer that took ${length(wait)}`, wait.events);
  if (late[0]) return claim('a target that was missed', late[0].events);
  return claim('an escalation that the customer had to ask for', [demand?.event]);
}
