/** Our numbers beside the helpdesk's own, and why they differ where they do. */
import type { Capture } from '../ticket/schema';
import type { ReportedMetric } from '../ticket/ticket';
import type { Clock, Metric } from './clocks/types';
import type { Facts } from './facts';
import { againFrom } from './reconcile/again';
import { compareCount } from './reconcile/counts';
import { compareTarget } from './reconcile/targets';
import { compareTime } from './reconcile/times';
import type { Reconciliation } from './reconcile/types';

/**
 * One row for each number of the helpdesk that we have one for. A reason is only given when counting again with
 * that one thing changed makes the difference vanish, but for the whole minutes that helpdesks count in; anything
 * else is `unexplained`. Targets are compared with `capture.ticket.slas`; counts only where `metrics` are given.
 * Whoever has gathered the capture's facts hands them on.
 */
export function reconcile(
  ours: readonly Clock[],
  theirs: readonly ReportedMetric[],
  capture: Capture,
  { metrics = [], facts }: { metrics?: readonly Metric[]; facts?: Facts } = {},
): Reconciliation[] {
  const again = againFrom(capture, facts);
  const byInstance = new Map(ours.map((clock) => [clock.instance, clock]));
  return [
    ...theirs.flatMap((told) => [...compareTime(ours, told, again), ...compareCount(metrics, told, again)]),
    ...capture.ticket.slas.flatMap((told) => compareTarget(byInstance.get(told.instance), told, again)),
  ];
}
