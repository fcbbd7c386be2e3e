import { millisecondsInHour as HOUR, millisecondsInMinute as MINUTE } from 'date-fns/constants';

/** From where on something is worth telling. Ours, chosen by us; a user can change each. */
export interface Thresholds {
  /** Nothing from the company for so long, while it was the company's turn, is a silence. */
  silenceMs: number;
  /** A customer's turn left unanswered for so long. */
  unansweredMs: number;
  /** A hand-off after which nobody acted for so long. */
  handoffGapMs: number;
  /** The first word to the customer after an escalation came no sooner. */
  updateAfterEscalationMs: number;
  /** A promise met this much late is kept all the same: clocks differ, mails take a minute. */
  promiseGraceMs: number;
  /** A promise met later than due, but within this and before the customer had to ask, is late, not broken. */
  promiseLateMs: number;
  /** The ticket came back to a team that had it before, so many times. */
  returns: number;
  /** One person did this share of the replies and notes, 0 to 1. */
  roleShare: number;
  /** The share counts from so many replies and notes on. */
  roleEntries: number;
  /** A delay began this close to the end of working hours. */
  shiftEdgeMs: number;
  /** Part of a delay outside working hours from which it counts as one of coverage. */
  outsideHoursMs: number;
}

export const defaultThresholds: Thresholds = {
  silenceMs: 4 * HOUR,
  unansweredMs: 2 * HOUR,
  handoffGapMs: 30 * MINUTE,
  updateAfterEscalationMs: HOUR,
  promiseGraceMs: 5 * MINUTE,
  promiseLateMs: HOUR,
  returns: 1,
  roleShare: 0.6,
  roleEntries: 5,
  shiftEdgeMs: HOUR,
  outsideHoursMs: 4 * HOUR,
};

/** What is absent or undefined keeps its default. */
export function withDefaults(given: ThresholdsGiven = {}): Thresholds {
  const changed = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...defaultThresholds, ...Object.fromEntries(changed) };
}

export type ThresholdsGiven = { [name in keyof Thresholds]?: Thresholds[name] | undefined };
