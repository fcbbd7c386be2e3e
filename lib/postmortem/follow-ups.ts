/** The looks back 30, 60 and 90 days after the ticket was resolved, and the clocks of the document itself. */
import type { Analysis } from '../analysis/types';
import type { Iso } from '../ticket/basics';
import type { Action } from './plan';
import type { Postmortem } from './schema';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Product rows. */
export const DRAFT_HOURS = 24;
export const FINAL_HOURS = 48;
export const MEETING_HOURS = [24, 72] as const;
/** What was said in a meeting takes a day to be written in (row 1.14). */
const AFTER_MEETING_HOURS = 24;

/** When the ticket was resolved; undefined while it is not, and then nothing is due. */
export function resolvedAt(analysis: Analysis): Iso | undefined {
  return analysis.span.open ? undefined : (analysis.resolution?.at ?? analysis.span.to);
}

/** The UTC day of a check, `YYYY-MM-DD`. */
export function checkpointDay(analysis: Analysis, days: number): string | undefined {
  const from = resolvedAt(analysis);
  return from === undefined ? undefined : new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10);
}

export interface Deadlines {
  resolvedAt: Iso;
  draftBy: Iso;
  finalBy: Iso;
  /** Whether a meeting moved `finalBy`. */
  isFinalMoved: boolean;
  meetingFrom: Iso;
  meetingTo: Iso;
  /** When the draft was whole for the first time, and when it was called final; absent: not yet. */
  draftedAt?: Iso;
  finalAt?: Iso;
}

/** Undefined while the ticket is open: the clocks start when it is solved. */
export function deadlines(
  { log, meeting }: Pick<Postmortem, 'log' | 'meeting'>,
  analysis: Analysis,
): Deadlines | undefined {
  const from = resolvedAt(analysis);
  if (from === undefined) return undefined;
  const after = (hours: number) => new Date(Date.parse(from) + hours * HOUR).toISOString();
  const usual = after(FINAL_HOURS);
  const ended = meetingEnd(meeting);
  const moved =
    ended === undefined ? usual : new Date(Date.parse(ended) + AFTER_MEETING_HOURS * HOUR).toISOString();
  const finalBy = moved > usual ? moved : usual;
  const draftedAt = log.find(({ what }) => what === 'drafted')?.at;
  const finalAt = log.findLast(({ what }) => what === 'final')?.at;
  return {
    resolvedAt: from,
    draftBy: after(DRAFT_HOURS),
    finalBy,
    isFinalMoved: finalBy !== usual,
    meetingFrom: after(MEETING_HOURS[0]),
    meetingTo: after(MEETING_HOURS[1]),
    ...(draftedAt === undefined ? {} : { draftedAt }),
    ...(finalAt === undefined ? {} : { finalAt }),
  };
}

function meetingEnd({ startsAt, heldAt, minutes }: Postmortem['meeting']): Iso | undefined {
  if (heldAt !== undefined) return heldAt;
  if (startsAt === undefined) return undefined;
  return new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
}

/** Promised and not done yet. */
export function openActions(actions: readonly Action[]): Action[] {
  return actions.filter(({ status }) => status === 'committed');
}

/** What is no longer an idea and was not dropped. */
export function promisedActions(actions: readonly Action[]): Action[] {
  return actions.filter(({ status }) => status !== 'idea' && status !== 'dropped');
}
