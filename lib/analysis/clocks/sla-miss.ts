/** Whether and when a target was missed, and by how much. The helpdesk's word comes first. */
import type { Iso } from '../../ticket/basics';
import type { Sla } from '../../ticket/events';
import type { ReportedSla } from '../../ticket/ticket';
import { elapsed } from '../positions';
import type { SlaState } from '../types';
import { passedAt } from './runs';
import { type Deadline, firstStandingBreach } from './sla-deadlines';
import type { End } from './sla-end';
import type { ClockSegment } from './types';

export interface Miss {
  at?: Iso;
  event?: string;
}

export interface Known {
  now: Iso;
  events: readonly Sla[];
  end: End | undefined;
  /** The target is a deadline that the reader worked out. */
  computed: boolean;
  segments: readonly ClockSegment[];
  /** False: it counts business hours by a calendar nobody told. */
  isCounted: boolean;
  /** What was counted in the target's unit, by us or by the helpdesk. */
  actualMs: number | undefined;
  targetMs: number | undefined;
  deadline: Deadline | undefined;
  reported: ReportedSla | undefined;
}

/** Where the helpdesk says nothing about a breach, the clock or the deadline decides. */
export function missOf(known: Known): Miss | undefined {
  const { now, events, end, deadline, reported, targetMs, segments } = known;
  const limit = end?.at ?? now;
  const byDeadline = deadline && (deadline.until ?? limit) > deadline.due ? { at: deadline.due } : undefined;
  if (known.computed) return byDeadline;
  const told = firstStandingBreach(events, end?.at, now);
  if (told) return { at: told.time.at, event: told.id };
  if (reported?.breachedAt !== undefined && reported.breachedAt < limit) return { at: reported.breachedAt };
  const passed = known.isCounted && targetMs !== undefined ? passedAt(segments, targetMs) : undefined;
  if (reported?.stage === 'breached') return passed === undefined ? {} : { at: passed };
  if (reported?.stage === 'active' && !end) return byDeadline;
  if (reported !== undefined || events.some(({ phase }) => phase === 'breach_cancelled')) return undefined;
  if (known.isCounted && targetMs !== undefined) return passed === undefined ? undefined : { at: passed };
  return events.some(({ phase }) => phase === 'paused') ? undefined : byDeadline;
}

/** Late by; below zero: to spare. A figure that contradicts the helpdesk's own verdict is not shown. */
export function overOf(known: Known, miss: Miss | undefined, state: SlaState): number | undefined {
  const { end, deadline, targetMs, actualMs } = known;
  if (state === 'cancelled') return undefined;
  const until = end?.at ?? known.now;
  if (known.computed && deadline) {
    return Date.parse(miss ? (deadline.until ?? until) : until) - Date.parse(deadline.due);
  }
  const counted = targetMs === undefined || actualMs === undefined ? undefined : actualMs - targetMs;
  if (!miss) return counted !== undefined && counted > 0 ? undefined : counted;
  if (counted !== undefined && counted > 0) return counted;
  // Missed at this very moment, it is late by nothing that could be told yet.
  return (miss.at !== undefined && elapsed(miss.at, until)) || undefined;
}
