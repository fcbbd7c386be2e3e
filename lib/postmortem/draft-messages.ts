import type { Escalation } from '../analysis/types';
import type { Message } from '../ticket/events';
import { claim, length, listOf, period, plural, stamp, times, upperFirst } from './facts-in-words';
import { handoffSentence } from './handoffs-in-words';
import { clip, ended, nameInProse, oneLine, quoted } from './names-in-prose';
import type { Claim, Postmortem, Sourced } from './schema';
import type { Story } from './story';

/** A ticket thrown to and fro has hundreds; the longest gaps tell the story. */
const MOST_HANDOFFS = 6;
const MOST_ESCALATIONS = 6;

/** Who was affected and how much; what the ticket does not tell is said to be unknown. */
export function impact(story: Story, facts: Postmortem['facts']): Claim[] {
  const { analysis, Customer, customer, chasers, messages } = story;
  const users = withSource(facts.usersAffected);
  const services = withSource(facts.servicesDisrupted);
  const theirs = messages.filter((message) => isCustomers(message)).map((message) => message.id);
  const count = analysis.counts.customerMessages;
  const chased =
    chasers.length === 0 ? '' : `, ${chasers.length} of them while already waiting for an answer`;
  return [
    claim(ended(`Customer affected: ${customer === 'the customer' ? 'unknown' : customer}`)),
    claim('Other customers affected: unknown.'),
    claim(users === '' ? 'Number of users affected: unknown.' : ended(`Users affected: ${users}`)),
    claim(services === '' ? 'Services disrupted: unknown.' : ended(`Services disrupted: ${services}`)),
    claim(
      count === 0
        ? `${Customer} wrote no message on the ticket.`
        : `${Customer} wrote ${plural(count, 'message')}${chased}.`,
      theirs,
    ),
    ...reopened(story),
    ...ratings(story),
  ];
}

/** "1,200 (entered by the account team)"; where it comes from is part of a fact that no ticket tells. */
function withSource({ text, source, state }: Sourced): string {
  const words = oneLine(text);
  if (words === '' || state !== 'edited') return words;
  return `${words.replace(/[.!?…]+$/, '')} (${oneLine(source) || 'entered by hand'})`;
}

/** What reached the customer: replies, the first of them, the first update after each escalation, the silence. */
export function externalMessages(story: Story): Claim[] {
  const { analysis, messages, customer } = story;
  const { firstReply, longestSilence, counts } = analysis;
  const automatic = messages.filter(
    (message) => message.audience === 'customer' && message.auto !== undefined,
  );
  const sent = [
    ...(counts.replies > 0
      ? [`${plural(counts.replies, 'reply', 'replies')} by ${counts.replies === 1 ? 'a person' : 'people'}`]
      : []),
    ...(automatic.length > 0 ? [plural(automatic.length, 'automatic message')] : []),
  ];
  const total = counts.replies + automatic.length;
  const isOpen = analysis.span.open;
  const opening =
    total === 0
      ? `Nothing ${isOpen ? 'has been' : 'was'} sent to ${customer}.`
      : `${listOf(sent)} ${isOpen ? (total === 1 ? 'has been' : 'have been') : total === 1 ? 'was' : 'were'} sent to ${customer}${counts.replies === 0 ? ', and no reply by a person' : ''}.`;
  return [
    claim(opening, [
      firstReply?.to === undefined ? undefined : firstReply.events.at(-1),
      ...automatic.slice(0, 1).map(({ id }) => id),
    ]),
    ...(firstReply?.to === undefined
      ? []
      : [
          claim(
            `The first reply by a person came ${length(firstReply)} after the first message, on ${stamp(firstReply.to)}.`,
            firstReply.events,
          ),
        ]),
    ...updatesAfterEscalations(story),
    ...(longestSilence
      ? [
          claim(
            longestSilence.to === undefined
              ? `The longest time without an update the customer could see is running: ${length(longestSilence)}, since ${stamp(longestSilence.from)}.`
              : `The longest time without an update the customer could see was ${length(longestSilence)}, ${period(longestSilence.from, longestSilence.to)}.`,
            longestSilence.events,
          ),
        ]
      : []),
  ];
}

/** What was said and handed over inside. */
export function internalMessages(story: Story): Claim[] {
  const { analysis, messages } = story;
  const notes = messages.filter((message) => message.audience === 'internal' && message.auto === undefined);
  const side = messages.filter((message) => message.audience === 'side');
  const silent = analysis.longestSilence?.notes.length ?? 0;
  const teams = [...new Set(notes.flatMap((note) => note.actor.team ?? []))].sort();
  const where = teams.length === 0 ? '' : ` in ${listOf(teams.map((team) => nameInProse(team, 'a team')))}`;
  const fell =
    silent === 0 || notes.length < silent
      ? ''
      : notes.length === 1
        ? ' during the longest silence toward the customer'
        : silent === notes.length
          ? ', all of them during the longest silence toward the customer'
          : `, ${silent} of them during the longest silence toward the customer`;
  const longestFirst = [...analysis.handoffs].sort((a, b) => b.gap.ms - a.gap.ms).slice(0, MOST_HANDOFFS);
  const shown = analysis.handoffs.filter((handoff) => longestFirst.includes(handoff));
  const more = analysis.handoffs.length - shown.length;
  return [
    claim(
      notes.length === 0
        ? 'No internal note was written.'
        : `${plural(notes.length, 'internal note')} ${notes.length === 1 ? 'was' : 'were'} written${where}${fell}.`,
      notes.map((note) => note.id),
    ),
    ...(side.length === 0
      ? []
      : [
          claim(
            `${plural(side.length, 'message')} went to third parties in side conversations.`,
            side.map(({ id }) => id),
          ),
        ]),
    ...shown.map((handoff) => handoffSentence(handoff, story)),
    ...(more > 0
      ? [
          claim(
            `${plural(more, 'further hand-off')} left the ticket waiting for less time than these.`,
            analysis.handoffs
              .filter((handoff) => !longestFirst.includes(handoff))
              .map((handoff) => handoff.event),
          ),
        ]
      : []),
  ];
}

export function isCustomers(message: Message): boolean {
  return message.actor.side === 'customer' && message.audience === 'customer' && message.auto === undefined;
}

function reopened({ reopenings }: Story): Claim[] {
  if (reopenings.length === 0) return [];
  return [
    claim(
      `The ticket was reopened ${times(reopenings.length)}.`,
      reopenings.flatMap((reopening) => reopening.events),
    ),
  ];
}

/** The customer's own verdict, in the customer's own words. */
function ratings({ capture, Customer, nameless }: Story): Claim[] {
  const given = capture.ticket.events.findLast(
    (event) => event.kind === 'satisfaction' && event.phase === 'given',
  );
  if (given?.kind !== 'satisfaction') return [];
  const score =
    given.score === undefined
      ? ''
      : given.max === 1
        ? ` ${given.score === 1 ? 'good' : 'bad'}`
        : ` ${given.score}${given.max === undefined ? '' : ` of ${given.max}`}`;
  const comment = clip(oneLine(nameless(given.comment ?? '')), 160);
  if (score === '' && comment === '')
    return [claim(`${Customer} rated the support on ${stamp(given.time.at)}.`, [given.id])];
  const said = comment === '' ? '' : `${score === '' ? '' : ':'} ${quoted(comment)}`;
  return [claim(ended(`${Customer} rated the support${score}${said}`), [given.id])];
}

/** Several escalations that one update answered are one line: the customer heard one thing. */
function updatesAfterEscalations(story: Story): Claim[] {
  const groups = new Map<string, Escalation[]>();
  for (const escalation of story.analysis.escalations) {
    const key = escalation.firstUpdate.to ?? '';
    groups.set(key, [...(groups.get(key) ?? []), escalation]);
  }
  return [...groups.values()].slice(0, MOST_ESCALATIONS).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { firstUpdate } = first;
    const labels = [...new Set(group.map((escalation) => escalationName(escalation, story)))].join('; ');
    const opening =
      group.length === 1
        ? `Escalated on ${stamp(first.at)}`
        : `Escalated ${times(group.length)} from ${stamp(first.at)} on`;
    const told =
      firstUpdate.to === undefined
        ? `no update had followed ${length(firstUpdate)} later`
        : `the next update came ${length(firstUpdate)} later, on ${stamp(firstUpdate.to)}`;
    return [
      claim(
        `${opening} (${labels}): ${told}.`,
        group.flatMap((one) => [one.event, ...one.firstUpdate.events]),
      ),
    ];
  });
}

/** "priority High → Urgent", from a label that can hold a rule's or a tag's own words. */
export function escalationName(escalation: Escalation, story: Story): string {
  if (escalation.kind === 'customer_asked') return 'the customer asked for it';
  const label = clip(oneLine(story.nameless(escalation.label)), 100);
  return upperFirst(label);
}
