/**
 * What a user decides once for all tickets: from where on something is a finding, targets where a helpdesk has none,
 * and the working hours to count by where a helpdesk tells none.
 */
import * as z from 'zod/mini';
import { durationSchema, slaMetricSchema } from '../ticket/basics';
import type { Capture } from '../ticket/schema';
import { calendarSchema } from '../ticket/ticket';
import type { AnalyseOptions } from './analyse';
import type { Overlay } from './overlay';
import { defaultThresholds, type Thresholds } from './thresholds';

const share = z.number().check(z.gte(0), z.lte(1));
const count = z.int().check(z.gte(1));
const shapes = { roleShare: share, roleEntries: count, returns: count };
const thresholdNames = Object.keys(defaultThresholds) as (keyof Thresholds)[]; // keys of a closed type

const thresholdsSchema = z.partial(
  z.object(
    Object.fromEntries(
      thresholdNames.map((name) => [name, { ...shapes }[name as keyof typeof shapes] ?? durationSchema]),
    ) as Record<keyof Thresholds, typeof durationSchema>, // Object.fromEntries forgets the keys
  ),
);

const targetSchema = z.object({
  metric: slaMetricSchema,
  targetMs: durationSchema,
  hours: z.enum(['business', 'calendar']),
  priority: z.optional(z.string()),
});

export const preferencesSchema = z.object({
  /** What is left out keeps its default. */
  thresholds: thresholdsSchema,
  targets: z.array(targetSchema),
  calendar: z.optional(calendarSchema),
  /** What is decided for every postmortem: read and written by `lib/postmortem/preferences.ts` alone. */
  postmortem: z.optional(z.record(z.string(), z.unknown())),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const noPreferences: Preferences = { thresholds: {}, targets: [] };

/** What to analyse a capture with. Open spans run up to the pull, so that the same capture reads the same. */
export function optionsFor(capture: Capture, overlay: Overlay, preferences: Preferences): AnalyseOptions {
  const { thresholds, targets, calendar } = preferences;
  const { calendars, createdAt } = capture.ticket;
  return {
    now: capture.capturedAt,
    overlay,
    targets,
    thresholds,
    ...(calendar && calendars.length === 0 ? { calendars: [{ calendar, from: createdAt }] } : {}),
  };
}
