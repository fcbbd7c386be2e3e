/** Who spoke when, sorted into lanes: the customer, each group, and the system. */
import type { Analysis } from '../../lib/analysis/types';
import type { Iso } from '../../lib/ticket/basics';
import type { TicketEvent } from '../../lib/ticket/events';
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
  const names = groupNames(capture, analysis);
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
    if (event.kind !== 'message' || event.actor.side === 'system' || event.auto !== undefined)
      times.system.push(at);
    else if (event.actor.side === 'customer') times.customer.push(at);
    else {
      const index = laneNames.indexOf(groupOf(event));
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

export function groupOf(event: TicketEvent): string {
  return event.actor.team ?? 'Support';
}

/** In order of appearance, so that a ticket that moves up runs down the picture. */
function groupNames(capture: Capture, analysis: Analysis): string[] {
  const found = new Set<string>();
  for (const handoff of analysis.handoffs) {
    if (handoff.what !== 'group') continue;
    if (handoff.from) found.add(handoff.from.label);
    if (handoff.to) found.add(handoff.to.label);
  }
  const speaking = new Set<string>();
  for (const event of capture.ticket.events) {
    if (event.kind === 'message' && event.actor.side === 'agent') speaking.add(groupOf(event));
  }
  return [...new Set([...found, ...speaking])];
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
