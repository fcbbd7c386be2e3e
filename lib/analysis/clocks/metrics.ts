/** Numbers of the ticket that are no clocks (product metrics, 6.1), with the events that were counted. */
import type { Value } from '../../ticket/basics';
import type { EventId, Message } from '../../ticket/events';
import type { Facts } from '../facts';
import type { Segment } from '../segments';
import type { Certainty, Silence } from '../types';
import type { History } from './measured';
import type { Metric, MetricName } from './types';

export function findMetrics(
  history: History,
  group: readonly Segment[],
  longestSilence: Silence | undefined,
): Metric[] {
  const { facts, solves, escalations, assignee } = history;
  const solvedAgain = solves.slice(1).map((solve) => solve.opened);
  const replies = repliesOf(facts);
  const status = facts.ticket.status?.status;
  const isOneTouch = (status === 'solved' || status === 'closed') && replies.length === 1;
  return [
    count('reopens', solvedAgain.length, solvedAgain),
    count('replies', replies.length, replies),
    ...stations('group', group),
    ...stations('assignee', assignee),
    reassignments([group, assignee]),
    count(
      'escalations',
      escalations.length,
      escalations.map(({ event }) => event),
    ),
    {
      name: 'one_touch',
      value: isOneTouch ? 1 : 0,
      unit: 'yes_no',
      certainty: 'exact',
      events: isOneTouch ? replies : [],
    },
    ...(longestSilence
      ? [
          {
            name: 'longest_silence' as const,
            value: longestSilence.ms,
            unit: 'ms' as const,
            certainty: longestSilence.certainty,
            events: longestSilence.events,
          },
        ]
      : []),
  ];
}

/** What an agent writes within one chat is one reply. */
function repliesOf(facts: Facts): EventId[] {
  const seen = new Set<string>();
  return facts.replies
    .filter((reply) => {
      const chat = chatOf(reply);
      if (chat === undefined) return true;
      const isNew = !seen.has(chat);
      seen.add(chat);
      return isNew;
    })
    .map(({ id }) => id);
}

function chatOf({ channel, threadId, actor }: Message): string | undefined {
  if (channel !== 'chat' && channel !== 'messaging') return undefined;
  return threadId === undefined ? undefined : `${threadId} ${actor.id}`;
}

/** In sequence, coming back counts again; and how many different ones there were. */
function stations(what: 'group' | 'assignee', segments: readonly Segment[]): Metric[] {
  const held = segments.filter(({ value }) => value !== null && value !== undefined);
  const passed = held.filter(
    ({ value }, index) => index === 0 || keyOf(value) !== keyOf(held[index - 1]?.value),
  );
  const different = new Set(passed.map(({ value }) => keyOf(value)));
  const certainty = certaintyOf(segments);
  const events = passed.map(({ opened }) => opened);
  return [
    count(`${what}_stations`, passed.length, events, certainty),
    count(`distinct_${what}s`, different.size, events, certainty),
  ];
}

/** Changes of group and of assignee; whom the ticket first goes to is none, and neither is letting it go. */
function reassignments(fields: readonly (readonly Segment[])[]): Metric {
  const events = fields.flatMap((segments) => {
    const held = segments.filter(({ value }) => value !== null);
    return held
      .slice(1)
      .filter(({ value }, index) => keyOf(value) !== keyOf(held[index]?.value))
      .map(({ opened }) => opened);
  });
  const certainty = fields.some((segments) => certaintyOf(segments) !== 'exact') ? 'lower_bound' : 'exact';
  return count('reassignments', events.length, events, certainty);
}

function certaintyOf(segments: readonly Segment[]): Certainty {
  return segments[0]?.value === undefined ? 'lower_bound' : 'exact';
}

function keyOf(value: Value | undefined): string | undefined {
  return value?.id ?? value?.label;
}

function count(
  name: MetricName,
  value: number,
  events: readonly (EventId | undefined)[],
  certainty: Certainty = 'exact',
): Metric {
  const known = [...new Set(events)].filter((id) => id !== undefined);
  return { name, value, unit: 'count', certainty, events: known };
}
