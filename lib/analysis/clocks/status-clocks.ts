/** Times the ticket spent in a status or without an assignee, summed over its whole life (product metrics, 6.1). */
import type { CommonStatus, Iso, Value } from '../../ticket/basics';
import { isSolved, type Segment } from '../segments';
import { eventsOf, type History, type Measured } from './measured';
import { addRun, type Run } from './runs';
import type { ClockMetric } from './types';

type State = Run['state'] | undefined;
type Rule = Partial<Record<CommonStatus, 'running' | 'paused'>>;

/** Which status lets a clock run and which makes it stand; in any other it does not exist. */
const rules: readonly [ClockMetric, Rule][] = [
  ['requester_wait', { new: 'running', open: 'running', hold: 'running', pending: 'paused' }],
  ['agent_work', { new: 'running', open: 'running', hold: 'paused', pending: 'paused' }],
  ['agent_wait', { pending: 'running' }],
  ['on_hold', { hold: 'running' }],
  ['resolution', { new: 'running', open: 'running', hold: 'running', pending: 'running' }],
];

export function statusClocks(history: History): Measured[] {
  const sums = rules.map(([metric, rule]) =>
    sumClock(
      history,
      metric,
      runsOver(history, history.status, (value) => stateBy(rule, value)),
    ),
  );
  return [...sums, sumClock(history, 'unassigned', unassignedRuns(history))];
}

/** The state of a clock over the ticket's statuses, clipped at now. */
export function runsOver(
  history: History,
  segments: readonly Segment[],
  stateOf: (value: Value | undefined) => State,
): Run[] {
  const runs: Run[] = [];
  let opened = history.creation;
  for (const [index, segment] of segments.entries()) {
    opened = segment.opened ?? opened;
    const state = stateOf(segment.value);
    if (state === undefined) continue;
    const closed = segments[index + 1]?.opened;
    const to = segment.to ?? history.facts.now;
    addRun(runs, { from: segment.from, to, state, opened, ...(closed === undefined ? {} : { closed }) });
  }
  return runs;
}

/** A status nobody knows is neither running nor paused. */
export function stateBy(rule: Rule, value: Value | undefined): State {
  const status = value?.status ?? 'unknown';
  return status === 'unknown' ? 'uncertain' : rule[status];
}

function sumClock(history: History, metric: ClockMetric, runs: Run[]): Measured {
  const solve = history.solves.at(-1);
  const end = history.solved ? { how: 'met' as const, at: solve?.from ?? history.facts.now } : undefined;
  return {
    metric,
    runs,
    from: history.facts.ticket.createdAt,
    ...(end ? { end } : {}),
    certainty: runs.some((run) => run.state === 'uncertain') ? 'lower_bound' : 'exact',
    events: eventsOf(runs),
  };
}

/** Unsolved and assigned to nobody; where the assignee is not told, uncertain. */
function unassignedRuns(history: History): Run[] {
  const runs: Run[] = [];
  const { status, assignee, facts, creation } = history;
  let opened = creation;
  let [a, b] = [0, 0];
  let from: Iso = facts.ticket.createdAt;
  while (status[a] && assignee[b]) {
    const [state, holder] = [status[a], assignee[b]];
    if (state?.from === from && state.opened !== undefined) opened = state.opened;
    if (holder?.from === from && holder.opened !== undefined) opened = holder.opened;
    const [stateTo, holderTo] = [state?.to ?? facts.now, holder?.to ?? facts.now];
    const to = stateTo < holderTo ? stateTo : holderTo;
    const next = stateTo <= holderTo ? status[a + 1] : assignee[b + 1];
    const counts = holder?.value === null ? 'running' : holder?.value === undefined ? 'uncertain' : undefined;
    if (counts && !isSolved(state?.value)) {
      addRun(runs, {
        from,
        to,
        state: counts,
        opened,
        ...(next?.opened === undefined ? {} : { closed: next.opened }),
      });
    }
    if (stateTo <= to) a++;
    if (holderTo <= to) b++;
    from = to;
  }
  return runs;
}
