import type { Wait } from '../analysis/types';
import { countSentences } from '../language/sentences';
import { claim, fullStamp, length, period, plural, stamp, times } from './facts-in-words';
import { handoffSentence } from './handoffs-in-words';
import { ended, oneLine, quoted } from './names-in-prose';
import type { Claim, Postmortem, Why } from './schema';
import { slaSentence } from './sla-in-words';
import type { Story } from './story';

/**
 * Four or five sentences for readers who open nothing else: who wrote about what and how long it took, how the
 * customer fared, where time was lost, the targets, and what is known of the cause.
 */
export function draftSummary(story: Story, { facts, whys }: Pick<Postmortem, 'facts' | 'whys'>): Claim[] {
  const affected = affectedSentence(facts);
  const wrong = wrongAnswerSentence(story);
  const detail = wrong ?? (story.handoff ? handoffSentence(story.handoff, story) : demandSentence(story));
  // Five sentences at most: what people entered takes the place of one, and never that of what went wrong.
  const [first, second] = wrong ? [wrong, waitSentence(story)] : [waitSentence(story), detail];
  return [
    openingSentence(story),
    ...(affected ? [affected] : []),
    ...(first ? [first] : []),
    ...(second && !affected ? [second] : []),
    slaSentence(story.analysis, story.late),
    causeSentence(story, whys),
  ];
}

/** That an answer was wrong says more than who had the ticket; where it was told apart is what made it this kind. */
function wrongAnswerSentence({ analysis, events, kind }: Story): Claim | undefined {
  const { answers } = analysis;
  const at = events.get(answers?.wrong[0]?.event ?? '')?.time.at;
  if (kind !== 'knowledge_gap' || !answers || at === undefined) return undefined;
  const right =
    answers.ms === undefined
      ? 'no answer that holds has followed'
      : `the one that held came ${length({ ms: answers.ms, certainty: 'exact' })} later`;
  return claim(`The answer given on ${stamp(at)} did not hold, and ${right}.`, [
    ...answers.wrong.flatMap(({ event, said }) => [event, said]),
    answers.right,
  ]);
}

/** Whom and what it hit, where somebody has entered it. */
function affectedSentence({ usersAffected, servicesDisrupted }: Postmortem['facts']): Claim | undefined {
  const users = usersAffected.state === 'edited' ? withoutEnd(usersAffected.text) : '';
  const services = servicesDisrupted.state === 'edited' ? withoutEnd(servicesDisrupted.text) : '';
  if (users === '' && services === '') return undefined;
  if (services === '') return claim(ended(`It affected ${counted(users)}`));
  if (users === '') return claim(ended(`It disrupted ${services}`));
  return claim(ended(`It affected ${counted(users)} and disrupted ${services}`));
}

/** A bare number is one of users. */
function counted(users: string): string {
  if (/^1$/.test(users)) return '1 user';
  return /^[\d., {2}]+$/.test(users) ? `${users} users` : users;
}

function withoutEnd(text: string): string {
  return asOneSentence(oneLine(text).replace(/[.!?…]+$/, ''));
}

/** A full stop inside would make two sentences of one. */
function asOneSentence(text: string): string {
  return countSentences(`It is ${text} here.`) === 1 ? text : quoted(text);
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
function causeSentence(story: Story, whys: readonly Why[]): Claim {
  const last = whys.findLast((why, index) => index > 0 && why.answer.trim() !== '');
  if (last) return claim(ended(`The cause, as far as it is known${causeWords(last.answer)}`), last.events);
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

/** Inside a sentence; an acronym or a name keeps its capitals where that can be told. */
function lowerFirst(text: string): string {
  return /^(?:The|A|An|No|Nobody|Nothing|There|It|In|When|Because|Our|We|Each|Every)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

/** ", is that nobody owns the form" of an answer that is a clause; ": no rota" of one that is not. */
function causeWords(answer: string): string {
  const words = lowerFirst(withoutEnd(answer));
  return isClause.test(words) ? `, is that ${words}` : `: ${words}`;
}

const isClause =
  /^(?!(?:because|that|as|since|when)\b).*\b(?:is|was|are|were|has|have|had|does|did|do|can|cannot|could|will|went|goes|came|comes|dates?|owns?|owned|needs?|needed|follows?|followed|belongs?|carries|carried|lives|sees|saw|knows?|knew|exists?|existed)\b/i;
