/** What counting again needs of the capture, gathered only once a difference has been found. */

import type { Iso } from '../../ticket/basics';
import type { Message, Sla } from '../../ticket/events';
import type { Capture } from '../../ticket/schema';
import { businessMs, calendarAt, zendeskScheduleMs } from '../calendar';
import { hoursOf } from '../calendar/hours';
import { openingReply } from '../clocks/reply-clocks';
import { byInstance } from '../clocks/sla-runs';
import type { Clock } from '../clocks/types';
import { type Facts, gatherFacts } from '../facts';
import { elapsed } from '../positions';
import type { Variant } from './types';

export interface Again {
  capture: Capture;
  facts(): Facts;
  /** By instance. */
  slaEvents(): ReadonlyMap<string, readonly Sla[]>;
}

export function againFrom(capture: Capture, facts: Facts | undefined): Again {
  let gathered = facts;
  let slaEvents: ReadonlyMap<string, readonly Sla[]> | undefined;
  return {
    capture,
    facts() {
      gathered ??= gatherFacts(capture, capture.capturedAt);
      return gathered;
    },
    slaEvents() {
      slaEvents ??= byInstance(this.facts().slaEvents);
      return slaEvents;
    },
  };
}

export type Unit = 'calendar' | 'business';

/** A span in the unit asked for: the ticket's calendars one after another. */
export function lengthIn({ capture }: Again, unit: Unit, from: Iso, to: Iso): number {
  return unit === 'calendar' ? elapsed(from, to) : hoursOf(capture.ticket.calendars, from, to).ms(from, to);
}

/** The same clock, counted in the other unit. */
export function otherUnit(clock: Clock, unit: Unit): Variant {
  const value =
    unit === 'business' ? clock.calendarMs : clock.unit === 'business' ? clock.valueMs : undefined;
  return { reason: 'calendar_against_business', value };
}

/**
 * Zendesk's ways with a schedule that changed: reply and resolution times by the last one alone, times in a status
 * each by the schedule that stood when the status began.
 */
export function* bySchedule({ capture }: Again, clock: Clock, unit: Unit): Generator<Variant> {
  const { calendars } = capture.ticket;
  const [first, last] = [clock.segments[0], clock.segments.at(-1)];
  if (unit !== 'business' || calendars.length < 2 || !first || !last) return;
  yield { reason: 'schedule_changed', value: zendeskScheduleMs(calendars, first.from, last.to) };
  let sum = 0;
  for (const { from, to } of stints(clock)) sum += businessMs(calendarAt(calendars, from), from, to);
  yield { reason: 'schedule_changed', value: sum };
}

/** Running and outside together, as one stretch per event that started it. */
function stints(clock: Clock): { from: Iso; to: Iso }[] {
  const found: { from: Iso; to: Iso; opened: string }[] = [];
  for (const { from, to, state, opened } of clock.segments) {
    if (state !== 'running' && state !== 'outside') continue;
    const last = found.at(-1);
    if (last?.opened === opened && last.to === from) last.to = to;
    else found.push({ from, to, opened });
  }
  return found;
}

/** First reply time with another idea of what the first reply is. */
export function* byReply(again: Again, unit: Unit): Generator<Variant> {
  const facts = again.facts();
  const from = facts.ticket.createdAt;
  const until = (message: Message | undefined) =>
    message && lengthIn(again, unit, from, message.time.at < from ? from : message.time.at);
  const opening = openingReply(facts);
  if (opening) yield { reason: 'made_by_agent', value: until(opening) };
  else if (facts.ticket.createdBy.side === 'agent') {
    yield { reason: 'made_by_agent', value: until(facts.replies[1]) };
  }
  const customer = facts.customerMessages[0];
  const answer = customer && facts.replies.find((reply) => reply.time.at >= customer.time.at);
  if (facts.ticket.createdBy.side === 'agent' && customer && answer) {
    yield { reason: 'made_by_agent', value: lengthIn(again, unit, customer.time.at, answer.time.at) };
  }
  yield { reason: 'reply_by_note', value: until(facts.notes[0]) };
  for (const message of automatic(facts)) yield { reason: 'automatic_reply', value: until(message) };
}

/** What the customer could see and no person of the company meant: bots, acknowledgements, bounced mail. */
export function automatic(facts: Facts): Message[] {
  const counted = new Set<unknown>([...facts.replies, ...facts.customerMessages]);
  return facts.events.filter(
    (event): event is Message =>
      event.kind === 'message' &&
      event.audience === 'customer' &&
      event.actor.side !== 'customer' &&
      !counted.has(event),
  );
}
