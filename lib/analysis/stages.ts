/** Where the ticket's time went: without an owner, with each team, waiting for the customer, on hold. */
import type { Iso } from '../ticket/basics';
import type { EventId } from '../ticket/events';
import type { Facts } from './facts';
import { elapsed } from './positions';
import { isSolved, type Segment } from './segments';

export interface Stage {
  stage: 'unassigned' | 'group' | 'waiting_for_customer' | 'on_hold' | 'no_group';
  /** The team's name, for `group`. */
  group?: string;
  ms: number;
  /** The changes at which the ticket entered it. */
  events: EventId[];
}

/**
 * Every moment from creation to the last solve (or now) counts once: as waiting for the customer or on hold by
 * status, else as unassigned, else with the group that held it. Longest first; the sum is the unsolved time.
 */
export function findStages(
  facts: Facts,
  tracks: { status: readonly Segment[]; assignee: readonly Segment[]; group: readonly Segment[] },
): Stage[] {
  const stages = new Map<string, Stage>();
  let last = '';
  for (const { from, to, at } of slices(facts, tracks)) {
    const status = at.status?.value;
    if (isSolved(status)) {
      last = '';
      continue;
    }
    const { stage, group, opened } = stageAt(at);
    const key = `${stage} ${group ?? ''}`;
    const known = stages.get(key) ?? { stage, ...(group === undefined ? {} : { group }), ms: 0, events: [] };
    known.ms += elapsed(from, to);
    if (key !== last && opened !== undefined) known.events.push(opened);
    stages.set(key, known);
    last = key;
  }
  return [...stages.values()].filter(({ ms }) => ms > 0).sort((a, b) => b.ms - a.ms);
}

interface At {
  status?: Segment;
  assignee?: Segment;
  group?: Segment;
}

function stageAt({ status, assignee, group }: At): Pick<Stage, 'stage' | 'group'> & { opened?: EventId } {
  const entered = (segment: Segment | undefined) =>
    segment?.opened === undefined ? {} : { opened: segment.opened };
  const state = status?.value?.status;
  if (state === 'pending') return { stage: 'waiting_for_customer', ...entered(status) };
  if (state === 'hold') return { stage: 'on_hold', ...entered(status) };
  if (assignee?.value === null) return { stage: 'unassigned', ...entered(assignee) };
  if (group?.value) return { stage: 'group', group: group.value.label, ...entered(group) };
  return { stage: 'no_group', ...entered(assignee) };
}

/** The span cut wherever status, assignee or group changes. */
function* slices(
  facts: Facts,
  tracks: { status: readonly Segment[]; assignee: readonly Segment[]; group: readonly Segment[] },
): Generator<{ from: Iso; to: Iso; at: At }> {
  const cuts = [
    ...new Set([...tracks.status, ...tracks.assignee, ...tracks.group].map(({ from }) => from)),
  ].sort();
  const place = { status: 0, assignee: 0, group: 0 };
  const current = (name: keyof typeof place, at: Iso) => {
    const list = tracks[name];
    while ((list[place[name] + 1]?.from ?? '~') <= at) place[name]++;
    return list[place[name]];
  };
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1] ?? (facts.now > from ? facts.now : from);
    const [status, assignee, group] = [
      current('status', from),
      current('assignee', from),
      current('group', from),
    ];
    yield {
      from,
      to,
      at: { ...(status && { status }), ...(assignee && { assignee }), ...(group && { group }) },
    };
  }
}
