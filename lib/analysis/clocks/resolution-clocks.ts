/** Creation to the first and to the last solve, and the gaps after hand-offs and escalations. */
import type { Iso } from '../../ticket/basics';
import type { Segment } from '../segments';
import type { Span } from '../types';
import { endedBy, type History, type Measured, solvedBy, spanClock } from './measured';

export function resolutionClocks(history: History): Measured[] {
  const { solves, solved } = history;
  return [
    resolution(history, 'first_resolution', solves[0]),
    resolution(history, 'full_resolution', solved ? solves.at(-1) : undefined),
  ];
}

export function gapClocks({ facts, handoffs, escalations, ...rest }: History): Measured[] {
  const history = { facts, handoffs, escalations, ...rest };
  return [
    ...handoffs.map((handoff) => {
      const isMet = handoff.end === 'action';
      return gapClock(history, 'handoff_gap', handoff.gap, handoff.event, isMet);
    }),
    ...escalations.map(({ event, firstUpdate }) =>
      gapClock(history, 'escalation_update', firstUpdate, event, firstUpdate.to !== undefined),
    ),
  ];
}

/** Closed without a solve counts as solved then; deleted does not. */
function resolution(
  history: History,
  metric: 'first_resolution' | 'full_resolution',
  solve: Segment | undefined,
): Measured {
  const start = { at: history.facts.ticket.createdAt, event: history.creation };
  const status = solve?.value?.status;
  const how = status === 'deleted' || status === 'spam' ? 'given_up' : 'met';
  // A solve that was not read stands where the helpdesk's own date puts it, or at the last thing read.
  const isSeen = solve === undefined || solve.opened !== undefined || solve.from === start.at;
  return spanClock(history, metric, start, solve && solvedBy(solve, how), isSeen ? 'exact' : 'unknown');
}

function gapClock(
  history: History,
  metric: 'handoff_gap' | 'escalation_update',
  span: Span,
  event: string,
  isMet: boolean,
): Measured {
  const to: Iso = span.to ?? new Date(Date.parse(span.from) + span.ms).toISOString();
  // Without an end it ran up to now, or to a solve that came first.
  const isOpen = span.to === undefined && to >= history.facts.now;
  const closing = span.to === undefined ? undefined : span.events.at(-1);
  const end: Measured['end'] = isOpen ? undefined : endedBy(isMet ? 'met' : 'given_up', to, closing);
  return spanClock(history, metric, { at: span.from, event }, end, span.certainty);
}
