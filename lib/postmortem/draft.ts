import type { Analysis } from '../analysis/types';
import { describeEvent } from '../language/describe-event';
import { formatDuration } from '../language/duration';
import type { Iso } from '../ticket/basics';
import type { TicketEvent } from '../ticket/events';
import type { Capture } from '../ticket/schema';
import { suggestActions } from './draft-actions';
import { draftWhys } from './draft-cause';
import { wentBadly, wentWell } from './draft-lists';
import { externalMessages, impact, internalMessages } from './draft-messages';
import { claim, handoffSentence, slaSentence, stamp, waitSentence, worstHandoff } from './facts-in-words';
import type { Claim, Postmortem, TextSection, TimelineEntry } from './schema';

/**
 * A complete first draft from the evidence. Deterministic: the same capture, analysis, `now` and `id` give the
 * same postmortem. What the evidence does not tell is written as unknown or left empty, never made up.
 */
export function draftPostmortem(
  capture: Capture,
  analysis: Analysis,
  options: { now: Iso; id: string; helpdeskLabel: string },
): Postmortem {
  const { ticket } = capture;
  const { whys, symptom, cause } = draftWhys(analysis);
  return {
    v: 1,
    id: options.id,
    kind: 'communication_failure',
    ticketId: ticket.id,
    captureId: capture.id,
    ticket: {
      helpdesk: ticket.helpdesk,
      label: options.helpdeskLabel,
      key: ticket.key,
      url: ticket.url,
      subject: ticket.subject,
      customer: analysis.customer,
    },
    createdAt: options.now,
    updatedAt: options.now,
    sections: {
      title: prose([claim(`Communication failure: ${ticket.subject}`)]),
      summary: prose(draftSummary(capture, analysis)),
      impact: lines(impact(capture, analysis)),
      externalMessages: lines(externalMessages(capture, analysis)),
      internalMessages: lines(internalMessages(capture, analysis)),
      symptom: prose(symptom),
      cause: cause.length > 0 ? prose(cause) : { text: '', state: 'empty', claims: [] },
      wentWell: lines(wentWell(analysis)),
      wentBadly: lines(wentBadly(analysis)),
    },
    timeline: draftTimeline(capture, analysis),
    dropped: [],
    whys,
    actions: suggestActions(analysis),
  };
}

/** Three to five sentences on four points: what went wrong, how long, who was affected, the cause. */
function draftSummary(capture: Capture, analysis: Analysis): Claim[] {
  const { span, customer } = analysis;
  const first = capture.ticket.events.find(
    (event) => event.id === analysis.milestones.find((m) => m.kind === 'first_customer_message')?.event,
  );
  const end =
    span.to === undefined
      ? `is still open after ${formatDuration(span.ms)}`
      : `was solved on ${stamp(span.to)}, after ${formatDuration(span.ms)}`;
  const handoff = worstHandoff(analysis);
  const sentences = [
    claim(
      `${customer} reported “${capture.ticket.subject}” on ${stamp(first?.time.at ?? span.from)}; the ticket ${end}.`,
      [first?.id, ...span.events],
    ),
    waitSentence(analysis) ?? claim(`No message from ${customer} was left without an answer.`),
    handoff && handoffSentence(handoff),
    slaSentence(analysis),
    causeSentence(analysis),
  ];
  return sentences.filter((sentence) => sentence !== undefined);
}

function causeSentence(analysis: Analysis): Claim {
  const { cause } = draftWhys(analysis);
  const events = cause.flatMap((part) => part.events);
  if (events.length === 0) return claim('The cause is not established yet.');
  return claim(
    'Why this was possible is not established yet; the five whys below start from the evidence.',
    events,
  );
}

function draftTimeline(capture: Capture, analysis: Analysis): TimelineEntry[] {
  const byId = new Map(capture.ticket.events.map((event) => [event.id, event]));
  const people = new Map(capture.ticket.people.map((person) => [person.id, person]));
  return analysis.keyEvents.flatMap((key) => {
    const event = byId.get(key.id);
    if (!event) return [];
    return [
      {
        event: event.id,
        at: event.time.at,
        lane: laneOf(event),
        text: `${whoOf(event, analysis)}${describeEvent(event, people)}`,
        why: key.why,
        state: 'generated' as const,
      },
    ];
  });
}

/** Every message is in exactly one lane: what the customer could see, or what stayed inside. */
export function laneOf(event: TicketEvent): TimelineEntry['lane'] {
  if (event.kind === 'message') return event.audience === 'customer' ? 'customer' : 'internal';
  return event.kind === 'call' ? 'customer' : 'system';
}

/** The writer as a role: the customer, or the team; never a colleague's name. */
function whoOf(event: TicketEvent, analysis: Analysis): string {
  if (event.kind !== 'message') return '';
  if (event.actor.side === 'customer') return `${analysis.customer}: `;
  if (event.actor.side === 'system') return 'Automatic: ';
  const team = event.actor.team ?? 'Support';
  return event.audience === 'customer' ? `${team} to the customer: ` : `${team}, internal: `;
}

export function prose(claims: readonly Claim[]): TextSection {
  return { text: claims.map((part) => part.text).join(' '), state: 'generated', claims: [...claims] };
}

/** One fact a line. */
export function lines(claims: readonly Claim[]): TextSection {
  if (claims.length === 0) return { text: '', state: 'empty', claims: [] };
  return { text: claims.map((part) => part.text).join('\n'), state: 'generated', claims: [...claims] };
}
