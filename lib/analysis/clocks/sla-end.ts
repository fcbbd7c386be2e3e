/** When a target's clock stopped: by the helpdesk's word, else by the reply or the solve that was owed. */
import type { Iso } from '../../ticket/basics';
import type { Sla } from '../../ticket/events';
import type { ReportedSla } from '../../ticket/ticket';
import type { Facts } from '../facts';
import { firstIndex, firstMatchAfter, isAfter } from '../positions';
import { solveFrom } from '../segments';
import type { History } from './measured';

export interface End {
  at: Iso;
  event?: string;
  /** Place of the ending event; what its own save did after it came too late. */
  seq?: number;
}

export function endOf(
  history: History,
  events: readonly Sla[],
  how: { computed: boolean; start: Sla; stage: ReportedSla['stage'] | undefined },
): End | undefined {
  if (how.computed) return computedEnd(history, how.start);
  const index = events.findLastIndex((event) => event.phase === 'achieved');
  const achieved = events[index];
  // A clock that started again after it was met (a reopened ticket) is not over.
  const restarted = events.some((event, place) => place > index && event.phase === 'started');
  if (achieved && !restarted) return { at: achieved.time.at, event: achieved.id };
  // Some histories tell of the breach and never of the end; on a solved ticket the clock stands all the same.
  const closed =
    how.stage === 'achieved' || (history.solved && how.stage !== 'active' && how.stage !== 'paused');
  return closed ? computedEnd(history, how.start) : undefined;
}

/** For deadlines without an outcome: the reply that was owed, or the solve, whichever came first. */
function computedEnd(history: History, start: Sla): End | undefined {
  const solved = solveFrom(history.solves, start.time.at);
  const solve = solved && endAt(history.facts, solved.from, solved.opened);
  const reply = owedReply(history, start);
  return reply && !(solve && solve.at < reply.at) ? reply : solve;
}

function owedReply(history: History, start: Sla): End | undefined {
  if (start.metric === 'next_reply') {
    const index = firstIndex(history.waits, (wait) => wait.to === undefined || wait.to >= start.time.at);
    const wait = history.waits[index];
    return wait?.to === undefined ? undefined : endAt(history.facts, wait.to, wait.events.at(-1));
  }
  if (!['first_reply', 'periodic_update', 'pausable_update'].includes(start.metric)) return undefined;
  const reply = firstMatchAfter(history.facts.replies, start, () => true);
  return reply && endAt(history.facts, reply.time.at, reply.id);
}

function endAt(facts: Facts, at: Iso, event: string | undefined): End {
  const seq = event === undefined ? undefined : facts.byId.get(event)?.seq;
  return { at, ...(event === undefined ? {} : { event }), ...(seq === undefined ? {} : { seq }) };
}

export function isUntil(event: Sla, end: End): boolean {
  return !isAfter(event, { time: { at: end.at }, seq: end.seq ?? Number.POSITIVE_INFINITY });
}
