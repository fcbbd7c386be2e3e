import type { Analysis } from '../analysis/types';
import { formatDuration } from '../language/duration';
import type { Message } from '../ticket/events';
import type { Capture } from '../ticket/schema';
import { claim, handoffSentence, plural, stamp } from './facts-in-words';
import type { Claim } from './schema';

/** Who was affected and how much; what the ticket does not tell is said to be unknown. */
export function impact(capture: Capture, analysis: Analysis): Claim[] {
  const { ticket } = capture;
  const chasers = analysis.waits.flatMap((wait) => wait.customerMessages.slice(1));
  const areas = ticket.productAreas.length > 0 ? ticket.productAreas.join(', ') : 'unknown';
  return [
    claim(`Affected: ${analysis.customer}. Other customers: unknown.`),
    claim(`Product area: ${areas}.`),
    claim(
      `Messages from the customer: ${analysis.counts.customerMessages}${chasers.length > 0 ? `, ${chasers.length} of them while already waiting` : ''}.`,
      chasers,
    ),
    claim(
      analysis.reopens > 0
        ? `The ticket was reopened ${analysis.reopens === 1 ? 'once' : `${analysis.reopens} times`}.`
        : 'The ticket was not reopened.',
      analysis.milestones
        .filter((milestone) => milestone.kind === 'reopened')
        .map((milestone) => milestone.event),
    ),
  ];
}

/** What reached the customer: first reply, then the first update after each escalation, then the silence. */
export function externalMessages(capture: Capture, analysis: Analysis): Claim[] {
  const { firstReply, longestSilence, counts } = analysis;
  const automatic = messagesOf(capture).filter(
    (message) => message.audience === 'customer' && message.auto !== undefined,
  );
  const auto = automatic.length > 0 ? ` and ${plural(automatic.length, 'automatic answer')}` : '';
  return [
    claim(
      `${plural(counts.replies, 'reply', 'replies')} by people${auto} reached ${analysis.customer}, who wrote ${plural(counts.customerMessages, 'message')}.`,
    ),
    ...(firstReply ? [firstReplyLine(firstReply)] : []),
    ...analysis.escalations.map((escalation) => {
      const { firstUpdate } = escalation;
      const told =
        firstUpdate.to === undefined
          ? `no update had reached the customer ${formatDuration(firstUpdate.ms)} later`
          : `the first update reached the customer ${formatDuration(firstUpdate.ms)} later, on ${stamp(firstUpdate.to)}`;
      return claim(
        `Escalation on ${stamp(escalation.at)} (${escalation.label}): ${told}.`,
        firstUpdate.events,
      );
    }),
    ...(longestSilence
      ? [
          claim(
            `Longest time without a visible update: ${formatDuration(longestSilence.ms)}, from ${stamp(longestSilence.from)}${longestSilence.to ? ` to ${stamp(longestSilence.to)}` : ' until now'}.`,
            longestSilence.events,
          ),
        ]
      : []),
  ];
}

/** What was said and handed over inside. */
export function internalMessages(capture: Capture, analysis: Analysis): Claim[] {
  const notes = messagesOf(capture).filter((message) => message.audience === 'internal');
  const teams = new Set(notes.map((note) => note.actor.team).filter((team) => team !== undefined));
  const where = teams.size > 0 ? ` in ${[...teams].sort().join(', ')}` : '';
  const silent = analysis.longestSilence?.notes ?? [];
  return [
    claim(
      notes.length === 0
        ? 'No internal note was written.'
        : `${plural(notes.length, 'internal note')} were written${where}.`.replace(
            '1 internal note were',
            '1 internal note was',
          ),
    ),
    ...(silent.length > 0
      ? [claim(`${silent.length} of them fell into the longest silence toward the customer.`, silent)]
      : []),
    ...analysis.handoffs.map(handoffSentence),
  ];
}

function firstReplyLine(firstReply: NonNullable<Analysis['firstReply']>): Claim {
  if (firstReply.to === undefined) {
    return claim(`First message on ${stamp(firstReply.from)}; no person has replied yet.`, firstReply.events);
  }
  return claim(
    `First message on ${stamp(firstReply.from)}, first reply by a person on ${stamp(firstReply.to)}: ${formatDuration(firstReply.ms)}.`,
    firstReply.events,
  );
}

function messagesOf(capture: Capture): Message[] {
  return capture.ticket.events.filter((event) => event.kind === 'message');
}
