import type { Iso } from '../ticket/basics';
import type { Change, TicketEvent } from '../ticket/events';
import { certaintyOf } from './doubts';
import { type Facts, isSameSave, isSetup } from './facts';
import { marked, type Overlay } from './overlay';
import { distinct, elapsed, firstMatchAfter, indexAfter } from './positions';
import type { Readings } from './readings';
import { isHigherTeam } from './tiers';
import type { Escalation, EscalationKind, Handoff, Span } from './types';

export interface EscalationContext {
  handoffs: readonly Handoff[];
  /** Where a span that never ended stops counting. */
  openUntil: (from: Iso) => Iso;
  readings: Readings;
  overlay: Overlay;
}

/**
 * Escalations: a higher tier or a specialist group, a raised priority, an escalation tag or rule, a link to a
 * problem or another tracker, or the customer asking for somebody higher up. What happened in one save is one
 * escalation, under the strongest of its reasons.
 */
export function findEscalations(facts: Facts, context: EscalationContext): Escalation[] {
  const found = new Map<string, { event: TicketEvent; reasons: Reason[] }>();
  const isOne = new Set(marked(context.overlay, 'escalation'));
  const isNone = new Set(marked(context.overlay, 'not_escalation'));
  const asking = new Set<TicketEvent>(
    facts.customerMessages.filter((message) => context.readings.says(message, 'escalation_request')),
  );
  for (const event of facts.events) {
    const seen = reasonOf(event, facts, asking);
    const reason = seen ?? (isOne.has(event.id) ? byHand : undefined);
    if (!reason || isNone.has(event.id)) continue;
    const key = event.batch === undefined ? `event ${event.id}` : `save ${event.batch}`;
    const save = found.get(key);
    if (!save) found.set(key, { event, reasons: [reason] });
    else if (rank(reason) < rank(save.reasons[0])) {
      found.set(key, { event, reasons: [reason, ...save.reasons] });
    } else save.reasons.push(reason);
  }
  const acceptance = acceptanceIn(facts, context.handoffs);
  return [...found.values()].map(({ event, reasons }) => {
    const accepted = acceptance(event);
    return {
      event: event.id,
      at: event.time.at,
      kind: reasons[0]?.kind ?? 'rule',
      label: distinct(reasons.map((reason) => reason.label)).join('; '),
      ...(accepted ? { accepted } : {}),
      firstUpdate: firstUpdate(facts, event, context.openUntil),
    };
  });
}

interface Reason {
  kind: EscalationKind;
  label: string;
}

const byHand: Reason = { kind: 'rule', label: 'Marked as an escalation by a person' };

const strongestFirst: EscalationKind[] = [
  'group_raised',
  'customer_asked',
  'priority_raised',
  'linked',
  'tagged',
  'rule',
];

function rank(reason: Reason | undefined): number {
  return reason ? strongestFirst.indexOf(reason.kind) : strongestFirst.length;
}

function reasonOf(event: TicketEvent, facts: Facts, asking: ReadonlySet<TicketEvent>): Reason | undefined {
  if (event.kind === 'message') {
    return asking.has(event) ? { kind: 'customer_asked', label: 'Customer asked to escalate' } : undefined;
  }
  if (event.kind === 'link') {
    if (!event.added || !['escalated_to', 'problem'].includes(event.relation)) return undefined;
    return { kind: 'linked', label: `Linked to ${event.to.external ?? 'problem'} ${event.to.key}` };
  }
  if (event.kind !== 'change') return undefined;
  return changeReason(event, facts) ?? ruleReason(event);
}

function changeReason(change: Change, facts: Facts): Reason | undefined {
  const tag = change.field === 'tags' ? change.added?.find((added) => isEscalationTag(added)) : undefined;
  if (tag) return { kind: 'tagged', label: `Tagged ${tag}` };
  if (change.field === 'custom') return fieldReason(change);
  const { from, to } = change;
  if (!from || !to || isSetup(change, facts)) return undefined;
  if ((change.field === 'group' || change.field === 'tier') && isHigherTeam(from.label, to.label)) {
    return { kind: 'group_raised', label: `${from.label} → ${to.label}` };
  }
  const named =
    change.field === 'priority' ? 'Priority' : change.field === 'severity' ? 'Severity' : undefined;
  // Rank 1 is the highest. The priority a ticket first gets is no escalation.
  if (named && from.rank !== undefined && to.rank !== undefined && to.rank < from.rank) {
    return { kind: 'priority_raised', label: `${named} ${from.label} → ${to.label}` };
  }
  return undefined;
}

const noWords = /^(?:|no|false|none|0|n|off|not? escalated|-)$/i;

/** "Escalated: yes", in a field of the helpdesk's own. */
function fieldReason({ name, to }: Change): Reason | undefined {
  if (name === undefined || !to || !isEscalationTag(name) || noWords.test(to.label.trim())) return undefined;
  return { kind: 'tagged', label: `${name}: ${to.label}` };
}

export function isEscalationTag(tag: string): boolean {
  return (
    /escalat|^sev[-_]?[01]$/i.test(tag) &&
    !/\b(?:de|no|not|un|non)[-_ ]?escalat/i.test(tag.replaceAll('_', '-'))
  );
}

function ruleReason(change: Change): Reason | undefined {
  const title = change.via?.rule?.title;
  return title && isEscalationRule(title) ? { kind: 'rule', label: `Rule “${title}”` } : undefined;
}

export function isEscalationRule(title: string): boolean {
  return /\bescalat/i.test(title);
}

/** First action of the side it went to: of the new group after a hand-off, else of any colleague. */
function acceptanceIn(facts: Facts, handoffs: readonly Handoff[]) {
  const gaps = new Map(handoffs.map((handoff) => [handoff.event, handoff]));
  const { staffEvents } = facts;
  // For each action, where the next one by somebody else is: a long run by one person is passed in one step.
  const nextOther: number[] = [];
  for (let index = staffEvents.length - 1; index >= 0; index--) {
    const sameActor = staffEvents[index]?.actor.id === staffEvents[index + 1]?.actor.id;
    nextOther[index] = sameActor ? (nextOther[index + 1] ?? staffEvents.length) : index + 1;
  }
  return (event: TicketEvent): Span | undefined => {
    const handoff = gaps.get(event.id);
    if (handoff) return handoff.end === 'action' ? handoff.gap : undefined;
    let index = indexAfter(staffEvents, event);
    for (let later = staffEvents[index]; later; later = staffEvents[index]) {
      if (later.actor.id === event.actor.id) index = nextOther[index] ?? staffEvents.length;
      else if (isSameSave(later, event)) index += 1;
      else return spanTo(facts, event, later);
    }
    return undefined;
  };
}

/** To the first message that the customer could see; sending is all that can be seen, not receipt. */
function firstUpdate(facts: Facts, event: TicketEvent, openUntil: EscalationContext['openUntil']): Span {
  const reply = firstMatchAfter(facts.replies, event, (later) => !isSameSave(later, event));
  if (reply) return spanTo(facts, event, reply);
  return {
    from: event.time.at,
    ms: elapsed(event.time.at, openUntil(event.time.at)),
    certainty: certaintyOf(facts.doubts, [event.id]),
    events: [event.id],
  };
}

function spanTo(facts: Facts, from: TicketEvent, to: TicketEvent): Span {
  return {
    from: from.time.at,
    to: to.time.at,
    ms: elapsed(from.time.at, to.time.at),
    certainty: certaintyOf(facts.doubts, [from.id, to.id]),
    events: [from.id, to.id],
  };
}
