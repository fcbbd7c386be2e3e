/** The ticket as read: who, in what state, everything that happened, and what the helpdesk itself reports. */
import * as z from 'zod/mini';
import {
  actorSchema,
  channelSchema,
  countSchema,
  durationSchema,
  isoSchema,
  personSchema,
  slaMetricSchema,
  valueSchema,
} from './basics';
import { eventSchema } from './events';

const daySchema = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const wallSchema = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/));

/** Working hours in local wall time: weekly intervals (1 = Monday), holidays, and the days it is valid. */
export const calendarSchema = z.object({
  id: z.string(),
  zone: z.string(),
  weekly: z.array(
    z.object({
      day: z.union([1, 2, 3, 4, 5, 6, 7].map((d) => z.literal(d))),
      from: wallSchema,
      to: wallSchema,
    }),
  ),
  holidays: z.array(z.object({ day: daySchema, from: z.optional(wallSchema), to: z.optional(wallSchema) })),
  validFrom: z.optional(daySchema),
  validTo: z.optional(daySchema),
});
export type Calendar = z.infer<typeof calendarSchema>;

/** Which calendar counted for the ticket, from when. */
export const calendarRefSchema = z.object({ calendar: calendarSchema, from: isoSchema });
export type CalendarRef = z.infer<typeof calendarRefSchema>;

/** What the helpdesk says about a target now, at the time of the pull. */
export const reportedSlaSchema = z.object({
  instance: z.string(),
  metric: slaMetricSchema,
  policy: z.optional(z.object({ id: z.optional(z.string()), name: z.string() })),
  targetMs: z.optional(durationSchema),
  due: z.optional(isoSchema),
  stage: z.enum(['active', 'paused', 'achieved', 'breached', 'cancelled', 'unknown']),
  breachedAt: z.optional(isoSchema),
  elapsedMs: z.optional(durationSchema),
  remainingMs: z.optional(durationSchema),
  unit: z.enum(['business', 'calendar']),
});
export type ReportedSla = z.infer<typeof reportedSlaSchema>;

/** A number the helpdesk reports, converted to milliseconds. */
export const reportedMetricSchema = z.object({
  name: z.string(),
  calendarMs: z.optional(durationSchema),
  businessMs: z.optional(durationSchema),
  count: z.optional(countSchema),
});
export type ReportedMetric = z.infer<typeof reportedMetricSchema>;

export const ticketSchema = z.object({
  v: z.literal(1),
  /** `${helpdesk}:${site}:${key}`, where site is origin plus base path. */
  id: z.string(),
  helpdesk: z.string(),
  site: z.string(),
  key: z.string(),
  internalId: z.optional(z.string()),
  url: z.string(),
  subject: z.string(),
  kind: z.optional(z.enum(['ticket', 'conversation', 'incident', 'request', 'case'])),
  channel: z.optional(channelSchema),
  people: z.array(personSchema),
  requester: z.optional(z.string()),
  onBehalfOf: z.optional(z.string()),
  organization: z.optional(z.string()),
  participants: z.array(
    z.object({
      person: z.string(),
      part: z.enum(['requester', 'cc', 'follower', 'collaborator', 'approver']),
      from: isoSchema,
      to: z.optional(isoSchema),
    }),
  ),
  status: valueSchema,
  priority: z.optional(valueSchema),
  group: z.optional(valueSchema),
  assignee: z.optional(valueSchema),
  tags: z.array(z.string()),
  productAreas: z.array(z.string()),
  /** The state before the first change; without it the first segment of every clock is a guess. */
  initial: z.object({
    status: z.optional(valueSchema),
    priority: z.optional(valueSchema),
    group: z.optional(valueSchema),
    assignee: z.optional(valueSchema),
    known: z.boolean(),
  }),
  createdAt: isoSchema,
  createdBy: actorSchema,
  solvedAt: z.optional(isoSchema),
  closedAt: z.optional(isoSchema),
  mergedFrom: z.array(z.string()),
  mergedInto: z.optional(z.string()),
  deleted: z.optional(z.boolean()),
  events: z.array(eventSchema),
  slas: z.array(reportedSlaSchema),
  metrics: z.array(reportedMetricSchema),
  calendars: z.array(calendarRefSchema),
});
export type Ticket = z.infer<typeof ticketSchema>;
