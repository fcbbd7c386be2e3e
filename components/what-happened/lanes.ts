/** Who spoke when, sorted into lanes: the customer, each group, and the system. */
import type { Analysis } from '../../lib/analysis/types';
import type { Iso } from '../../lib/ticket/basics';
import type { EventId } from '../../lib/ticket/events';
import { inOrder } from '../../lib/ticket/order';
import type { Capture } from '../../lib/ticket/schema';
import type { TimeAxis } from './time-axis';

export interface Mark {
  x: number;
  /** How many entries lie so close that they are drawn as one. */
  count: number;
}

export interface GroupLane {
  name: string;
  replies: Mark[];
  notes: Mark[];
}

export interface Lanes {
  customer: Mark[];
  groups: GroupLane[];
  system: Mark[];
}

const MOST_GROUPS = 4;
/** Marks nearer than this, in per cent, would lie on each other at 360 px. */
const CLOSEST = 2.6;

export function lanesOf(capture: Capture, analysis: Analysis, axis: TimeAxis): Lanes {
  const speakers = groupsOfSpeakers(capture);
  const names = groupNames(speakers, analysis);
  const known = new Set(names.slice(0, names.length > MOST_GROUPS ? MOST_GROUPS - 1 : MOST_GROUPS));
  const rest = names.length - known.size;
  const laneNames = rest > 0 ? [...known, `${rest} more groups`] : [...known];
  const times: { customer: Iso[]; system: Iso[]; groups: { replies: Iso[]; notes: Iso[] }[] } = {
    customer: [],
    system: [],
    groups: laneNames.map(() => ({ replies: [], notes: [] })),
  };
  for (const event of capture.ticket.events) {
    const { at } = event.time;
    if (event.kind === 'sla' && event.phase !== 'breached') continue;
    if (event.kind !== 'message' || event.auto !== undefined) times.system.push(at);
    else if (event.actor.side === 'customer') times.customer.push(at);
    // A third party is not the customer, and what they say is no reply of ours.
    else if (event.actor.side !== 'agent') times.system.push(at);
    else {
      const index = laneNames.indexOf(speakers.get(event.id) ?? '');
      const lane = times.groups[index === -1 ? laneNames.length - 1 : index];
      (event.audience === 'customer' ? lane?.replies : lane?.notes)?.push(at);
    }
  }
  return {
    customer: marks(times.customer, axis),
    system: marks(times.system, axis),
    groups: times.groups.map((lane, index) => ({
      name: laneNames[index] ?? '',
      replies: marks(lane.replies, axis),
      notes: marks(lane.notes, axis),
    })),
  };
}

/**
 * The group each colleague spoke for: their own where the helpdesk tells it, else the one that held the ticket
 * then.
 */
function groupsOfSpeakers(capture: Capture): Map<EventId, string> {
  const { ticket } = capture;
  const events = inOrder(ticket.events);
  const moves = events.filter((event) => event.kind === 'change' && event.field === 'group');
  const first = moves[0];
  let holding = ticket.initial.group ?? (first?.kind === 'change' ? first.from : undefined) ?? ticket.group;
  const found = new Map<EventId, string>();
  for (const event of events) {
    if (event.kind === 'change' && event.field === 'group' && event.to !== undefined) holding = event.to;
    if (event.kind !== 'message' || event.actor.side !== 'agent' || event.auto !== undefined) continue;
    found.set(event.id, event.actor.team ?? holding?.label ?? 'Support');
  }
  return found;
}

/** In order of appearance, so that a ticket that moves up runs down the picture. */
function groupNames(speakers: ReadonlyMap<EventId, string>, analysis: Analysis): string[] {
  const moved = analysis.handoffs
    .filter((handoff) => handoff.what === 'group')
    .flatMap((handoff) => [handoff.from?.label, handoff.to?.label])
    .filter((name) => name !== undefined);
  return [...new Set([...moved, ...speakers.values()])];
}

function marks(times: readonly Iso[], axis: TimeAxis): Mark[] {
  const found: Mark[] = [];
  for (const x of times.map(axis.x).sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && x - last.x < CLOSEST) last.count += 1;
    else found.push({ x, count: 1 });
  }
  return found;
}
