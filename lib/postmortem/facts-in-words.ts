/**
 * The sentences a draft is made of. Each comes with the events it rests on; teams and the customer's
 * organisation are named, colleagues are not.
 */

import { missed } from '../analysis/slas';
import type { Analysis, Handoff, SlaOutcome, Wait } from '../analysis/types';
import { formatStamp } from '../language/dates';
import { metricName } from '../language/describe-event';
import { formatDuration } from '../language/duration';
import type { Iso } from '../ticket/basics';
import type { Claim } from './schema';

export function claim(text: string, events: readonly (string | undefined)[] = []): Claim {
  return { text, events: [...new Set(events.filter((id) => id !== undefined))] };
}

export function stamp(at: Iso): string {
  return `${formatStamp(at)} UTC`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "first reply took 1 h 24 min against a target of 1 h (24 min over)". */
export function slaWords(outcome: SlaOutcome): string {
  const name = metricName(outcome.metric);
  const { targetMs, actualMs, overMs } = outcome;
  const over = overMs !== undefined && overMs > 0 ? formatDuration(overMs) : undefined;
  if (targetMs === undefined) return `${name} missed its deadline${over ? ` by ${over}` : ''}`;
  if (actualMs === undefined) {
    return `${name} missed its target of ${formatDuration(targetMs)}${over ? ` by ${over}` : ''}`;
  }
  return `${name} took ${formatDuration(actualMs)} against a target of ${formatDuration(targetMs)}${over ? ` (${over} over)` : ''}`;
}

export function slaSentence(analysis: Analysis): Claim {
  const late = missed(analysis.slas);
  if (late.length > 0) {
    const said = late
      .slice(0, 3)
      .map((outcome, index) => (index === 0 ? slaWords(outcome) : lowerFirst(slaWords(outcome))));
    const more = late.length > 3 ? `; ${plural(late.length - 3, 'further target')} missed` : '';
    return claim(
      `${said.join('; ')}${more}.`,
      late.flatMap((outcome) => outcome.events),
    );
  }
  if (analysis.slas.length === 0) return claim('No SLA target is recorded on this ticket.');
  const met = analysis.slas.filter((outcome) => outcome.state === 'achieved');
  if (met.length === analysis.slas.length) {
    const what = met.length === 1 ? 'The SLA target was met.' : `All ${met.length} SLA targets were met.`;
    return claim(
      what,
      met.flatMap((outcome) => outcome.events),
    );
  }
  return claim(
    'No SLA target has been missed so far.',
    analysis.slas.flatMap((outcome) => outcome.events),
  );
}

export function waitSentence(analysis: Analysis): Claim | undefined {
  const { firstReply, longestWait } = analysis;
  if (!longestWait) return undefined;
  const opening =
    firstReply?.to === undefined
      ? 'No person has replied yet'
      : `The first reply by a person came after ${formatDuration(firstReply.ms)}`;
  if (firstReply && sameSpan(firstReply, longestWait)) {
    const rest =
      firstReply.to === undefined
        ? `, ${formatDuration(firstReply.ms)} after the first message`
        : ', the longest wait on this ticket';
    return claim(`${opening}${rest}.`, firstReply.events);
  }
  return claim(`${opening}; the longest wait for an answer was ${waitWords(longestWait)}.`, [
    ...(firstReply?.events ?? []),
    ...longestWait.events,
  ]);
}

export function waitWords(wait: Wait): string {
  const end = wait.to === undefined ? 'and goes on' : `to ${stamp(wait.to)}`;
  return `${formatDuration(wait.ms)}, from ${stamp(wait.from)} ${end}`;
}

/** The hand-off that left the ticket untouched longest, if that was long enough to matter. */
export function worstHandoff(analysis: Analysis, atLeastMs = 30 * 60_000): Handoff | undefined {
  const worst = [...analysis.handoffs].sort((a, b) => b.gap.ms - a.gap.ms)[0];
  return worst && worst.gap.ms >= atLeastMs ? worst : undefined;
}

/** "from Tier 1 to Tier 2"; people's names stay out, so a hand-off between people is just that. */
export function handoffWords(handoff: Handoff): string {
  if (handoff.what === 'assignee') return 'from one assignee to another';
  return `from ${handoff.from?.label ?? 'another group'} to ${handoff.to?.label ?? 'no group'}`;
}

export function handoffSentence(handoff: Handoff): Claim {
  const { gap, unassignedMs, untouchedMs } = handoff;
  const length =
    gap.to === undefined
      ? `has lain untouched for ${formatDuration(gap.ms)}`
      : `lay untouched for ${formatDuration(gap.ms)}`;
  const split =
    unassignedMs > 0 && untouchedMs >= 60_000
      ? `, ${formatDuration(unassignedMs)} of it without an owner`
      : unassignedMs > 0
        ? ', all of it without an owner'
        : '';
  return claim(
    `After the hand-off ${handoffWords(handoff)} at ${stamp(handoff.at)} the ticket ${length}${split}.`,
    gap.events,
  );
}

function sameSpan(a: { from: Iso; to?: Iso }, b: { from: Iso; to?: Iso }): boolean {
  return a.from === b.from && a.to === b.to;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
