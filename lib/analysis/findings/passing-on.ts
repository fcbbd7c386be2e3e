/** Where the ticket was lost on its way: hand-offs nobody took up, loops, wrong first teams, late escalations. */
import { valueLabel } from '../../language/describe-event';
import { formatDuration } from '../../language/duration';
import type { TicketEvent } from '../../ticket/events';
import { cause } from '../causes';
import { lengthText } from '../length-text';
import type { Escalation, Handoff } from '../types';
import { type Finding, plural, type Scene } from './finding';

export function handoffFindings({ handoffs, thresholds }: Scene): Finding[] {
  return handoffs
    .filter(({ gap, end }) => gap.ms >= thresholds.handoffGapMs && end !== 'solved')
    .map((handoff) => ({
      kind: 'handoff_gap',
      weight: handoff.gap.ms >= 4 * thresholds.handoffGapMs ? 'serious' : 'worth_a_look',
      title: `Hand-off untouched for ${lengthText(handoff.gap)}, ${route(handoff)}`,
      detail: split(handoff),
      ms: handoff.gap.ms,
      events: handoff.gap.events,
      cause: cause('ownership'),
    }));
}

/** Teams by name; a change of assignee names nobody. */
function route({ what, from, to }: Handoff): string {
  if (what === 'group') return `${valueLabel(from)} to ${valueLabel(to)}`;
  return to === null ? 'back to the queue' : 'to another assignee';
}

function split({ unassignedMs, untouchedMs, end }: Handoff): string {
  const ending = end === 'handed_on' ? ' Then it was handed on.' : end === 'open' ? ' It still is.' : '';
  if (unassignedMs === 0) return `It had an owner all the time.${ending}`;
  if (untouchedMs < 60_000) return `Nobody was assigned for ${formatDuration(unassignedMs)}.${ending}`;
  return `${formatDuration(unassignedMs)} without an owner, then ${formatDuration(untouchedMs)} assigned and untouched.${ending}`;
}

/** A team gets back what it had passed on. */
export function pingPongFindings({ handoffs, thresholds }: Scene): Finding[] {
  const moves = handoffs.filter(({ what }) => what === 'group');
  const visited = new Set<string>();
  const returns: Handoff[] = [];
  for (const move of moves) {
    if (move.from) visited.add(move.from.label);
    if (move.to && visited.has(move.to.label)) returns.push(move);
  }
  if (returns.length < thresholds.returns || returns.length === 0) return [];
  const teams = [...new Set(returns.map(({ to }) => valueLabel(to)))];
  return [
    {
      kind: 'ping_pong',
      weight: returns.length > 1 ? 'serious' : 'worth_a_look',
      title: `The ticket came back to ${teams.join(' and ')}${returns.length > 1 ? ` ${returns.length} times` : ''}`,
      detail: `It passed through ${plural(moves.length + 1, 'station')} in ${plural(moves.length, 'hand-off')}.`,
      events: moves.map(({ event }) => event),
      cause: cause('routing_configuration'),
    },
  ];
}

/** The first team passed it on without having done anything. */
export function misroutedFindings({ facts, handoffs, thresholds }: Scene): Finding[] {
  const first = handoffs.find(({ what }) => what === 'group');
  if (!first) return [];
  const workedOn = facts.staffEvents.some(
    (event) =>
      event.time.at < first.at &&
      event.id !== first.event &&
      isWork(event) &&
      (event.actor.team === undefined || event.actor.team === first.from?.label),
  );
  if (workedOn || first.at === facts.ticket.createdAt) return [];
  const lost = Date.parse(first.at) - Date.parse(facts.ticket.createdAt);
  return [
    {
      kind: 'misrouted',
      weight: lost >= 4 * thresholds.handoffGapMs ? 'serious' : 'worth_a_look',
      title: `The first team, ${valueLabel(first.from)}, passed it on after ${formatDuration(lost)}`,
      detail: 'Nobody there had answered the customer or worked on it before.',
      ms: lost,
      events: [first.event],
      cause: cause('routing_configuration'),
    },
  ];
}

/** A note can be anybody's; an answer, or taking the ticket into work, is the team's. */
function isWork(event: TicketEvent): boolean {
  if (event.kind === 'message') return event.audience === 'customer';
  return event.kind === 'change' && event.field === 'status';
}

/** The first word to the customer after each escalation. A customer who never wrote is not known to wait for one. */
export function lateUpdateFindings({ facts, escalations, thresholds }: Scene): Finding[] {
  if (facts.customerMessages.length === 0) return [];
  return escalations
    .filter(({ firstUpdate }) => firstUpdate.ms >= thresholds.updateAfterEscalationMs)
    .map((escalation) => ({
      kind: 'late_update',
      weight: escalation.kind === 'customer_asked' ? 'serious' : 'worth_a_look',
      title: `${escalation.firstUpdate.to === undefined ? 'No update' : 'First update'} ${lengthText(escalation.firstUpdate)} after an escalation`,
      detail: `${escalation.label}.${accepted(escalation)}`,
      ms: escalation.firstUpdate.ms,
      events: escalation.firstUpdate.events,
      cause: cause('no_escalation_path'),
    }));
}

function accepted({ accepted: taken }: Escalation): string {
  return taken
    ? ` Somebody took it up after ${formatDuration(taken.ms)}.`
    : ' Nobody was seen to take it up.';
}
