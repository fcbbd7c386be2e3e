import { analyse } from '../../../lib/analysis/analyse';
import type { Analysis } from '../../../lib/analysis/types';
import type { Capture } from '../../../lib/ticket/schema';

/**
 * What the analysis of a capture comes to, as far as it does not hang on what a text says: events by their place in
 * the capture, so that two captures that differ in names, ids and words alone have the same figures.
 */
export function figuresOf(capture: Capture) {
  const places = new Map(capture.ticket.events.map(({ id }, index) => [id, index]));
  const analysis = analyse(capture, { now: capture.capturedAt });
  const { waits, silences, slas, firstReply, span, unassigned, counts, reopens } = analysis;
  const byPlace = JSON.stringify(
    {
      ...{ waits, silences, firstReply, span, unassigned, counts, reopens },
      milestones: analysis.milestones.filter(({ kind }) => kind !== 'customer_confirmed'),
      slas: slas.map(({ instance, policy, ...figures }) => figures),
      handoffs: analysis.handoffs.map(({ from, to, ...figures }) => ({
        ...figures,
        wasHeld: from !== null,
        isHeld: to !== null,
      })),
      escalations: analysis.escalations.map(({ label, ...figures }) => figures),
      doubts: analysis.unknowns.map(({ events }) => events),
    } satisfies Partial<Record<keyof Analysis | 'doubts', unknown>>,
    (_key, value: unknown) =>
      typeof value === 'string' && places.has(value) ? `event ${places.get(value)}` : value,
  );
  return JSON.parse(byPlace) as unknown;
}
