import type { Handoff } from '../analysis/types';
import { formatDuration } from '../language/duration';
import { claim, length, stamp } from './facts-in-words';
import { nameInProse, teamInProse } from './names-in-prose';
import type { Claim } from './schema';
import type { Story } from './story';

const MINUTE = 60_000;
/** A gap from here on is worth a sentence of its own; shorter ones are how a hand-off should be. */
export const LONG_GAP_MS = 30 * MINUTE;

/** "the hand-off from Tier 1 to Tier 2". Between people it is named by their team, never by their names. */
export function handoffName(handoff: Handoff, story: Story): string {
  const { what, from, to } = handoff;
  if (to === null) return what === 'group' ? 'the removal of the group' : 'the return to the queue';
  if (what === 'group') {
    return `the hand-off from ${teamInProse(from, 'another team')} to ${teamInProse(to, 'another team')}`;
  }
  const teams = [from, to].map((holder) => story.people.get(holder?.id ?? '')?.team);
  const isInside = teams[0] !== undefined && teams[0] === teams[1];
  return isInside ? `the hand-off inside ${nameInProse(teams[0], 'the team')}` : 'the change of assignee';
}

/** What came of it, as the end of a sentence: "lay untouched for 5 h 2 min, 4 h 34 min of it without an owner". */
export function gapWords(handoff: Handoff): string {
  const { gap, end } = handoff;
  if (end === 'solved') {
    return gap.ms < MINUTE ? 'was already solved' : `was solved ${length(gap)} later without another action`;
  }
  if (end === 'open') return `has lain untouched for ${length(gap)} so far${ownerWords(handoff)}`;
  if (end === 'handed_on') {
    return gap.ms < MINUTE
      ? 'was handed on at once'
      : `was handed on after ${length(gap)} without an action${ownerWords(handoff)}`;
  }
  if (gap.ms < MINUTE) return 'was picked up at once';
  if (gap.ms < LONG_GAP_MS) return `was picked up after ${length(gap)}`;
  return `lay untouched for ${length(gap)}${ownerWords(handoff)}`;
}

export function handoffSentence(handoff: Handoff, story: Story): Claim {
  return claim(
    `After ${handoffName(handoff, story)} on ${stamp(handoff.at)} the ticket ${gapWords(handoff)}.`,
    [handoff.event, ...handoff.gap.events],
  );
}

function ownerWords({ unassignedMs, untouchedMs }: Handoff): string {
  if (unassignedMs < MINUTE) return '';
  if (untouchedMs < MINUTE) return ', all that time without an owner';
  return `, ${formatDuration(unassignedMs)} of it without an owner`;
}
