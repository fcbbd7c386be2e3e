import type { Silence, Wait } from '../analysis/types';
import type { Iso } from '../ticket/basics';
import { claim, length, period, plural, stamp } from './facts-in-words';
import { handoffName, handoffSentence } from './handoffs-in-words';
import type { Claim } from './schema';
import type { Reopening, Story } from './story';

const NO_OWNER_FELT_MS = 30 * 60_000;

/** A place where the history shows something to have broken. */
export interface Break {
  claim: Claim;
  /** The same in short, as an answer to the first why. */
  answer: string;
  span?: { from: Iso; to?: Iso };
}

/** The hand-off first, then work that stayed inside; only without these the solve, the queue, the bare wait. */
export function breaksIn(story: Story): Break[] {
  const { handoff, silence, analysis, reopenings } = story;
  const found: Break[] = [];
  if (handoff) {
    const name = handoffName(handoff, story);
    found.push({
      claim: handoffSentence(handoff, story),
      answer: `${name.charAt(0).toUpperCase()}${name.slice(1)} left the ticket untouched for ${length(handoff.gap)}.`,
      span: handoff.gap,
    });
  }
  if (silence && silence.notes.length > 0) found.push(silentWork(story, silence));
  if (found.length > 0) return found;
  const wait = analysis.longestWait;
  if (reopenings[0]) return [solvedTooEarly(story, reopenings[0])];
  if (wait && hadNoOwner(story, wait)) return [noOwner(story, wait)];
  return wait && wait.ms > 0 ? [noReply(wait)] : [];
}

function silentWork({ customer, analysis }: Story, silence: Silence): Break {
  const count = silence.notes.length;
  const notes = plural(count, 'internal note');
  const written = `${notes} ${count === 1 ? 'was' : 'were'} written`;
  const isRunning = silence.to === undefined && analysis.span.open;
  const text = isRunning
    ? `Since ${stamp(silence.from)} ${notes} ${count === 1 ? 'has' : 'have'} been written, and nothing has been sent to ${customer}.`
    : `Between ${stamp(silence.from)} and ${stamp(silence.to ?? analysis.now)} ${written}, and nothing was sent to ${customer}.`;
  return {
    claim: claim(text, [...silence.events, ...silence.notes]),
    answer: keptInside(count),
    span: silence,
  };
}

function keptInside(notes: number): string {
  return `What was known went into ${notes === 1 ? 'an internal note' : 'internal notes'}, not into a reply.`;
}

/** Unassigned time is counted over the whole ticket; it explains the wait only if it is a good part of it. */
function hadNoOwner({ analysis }: Story, wait: Wait): boolean {
  const { unassigned } = analysis;
  return unassigned.ms >= NO_OWNER_FELT_MS && unassigned.ms * 2 >= wait.ms;
}

function noOwner({ analysis }: Story, wait: Wait): Break {
  const { unassigned, span, milestones } = analysis;
  const created = milestones.find((milestone) => milestone.kind === 'created')?.event;
  const always = span.ms - unassigned.ms < 60_000;
  const had = span.open ? 'has had' : 'had';
  return {
    claim: claim(
      always
        ? `The ticket ${had} no owner at any time.`
        : `The ticket ${had} no owner for ${length(unassigned)} in all.`,
      unassigned.events.length > 0 ? unassigned.events : [created],
    ),
    answer: 'The ticket was in a queue, without an owner who would have had to answer.',
    span: wait,
  };
}

function solvedTooEarly({ customer, messages }: Story, reopening: Reopening): Break {
  const wrote = messages.find(
    ({ time, actor, audience }) =>
      time.at === reopening.at && actor.side === 'customer' && audience === 'customer',
  );
  const when = wrote ? `when ${customer} wrote again on` : 'on';
  return {
    claim: claim(
      `The ticket was solved before the question was settled, and reopened ${when} ${stamp(reopening.at)}.`,
      [...reopening.events, wrote?.id],
    ),
    answer: 'The ticket was solved before the question was settled.',
  };
}

function noReply(wait: Wait): Break {
  const count = wait.notes.length;
  const notes = count === 0 ? 'no internal note' : plural(count, 'internal note');
  const text =
    wait.to === undefined
      ? `Since ${stamp(wait.from)} no reply and ${notes} ${count > 1 ? 'have' : 'has'} been written.`
      : `No reply was sent ${period(wait.from, wait.to)}, and ${notes} ${count > 1 ? 'were' : 'was'} written.`;
  const answer =
    count === 0
      ? 'In that time the history shows no work on the ticket that the customer could have been told about.'
      : keptInside(count);
  return { claim: claim(text, [...wait.events, ...wait.notes]), answer, span: wait };
}
