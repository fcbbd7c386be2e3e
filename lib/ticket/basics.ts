/**
 * The smallest words of the ticket vocabulary: instants with their doubt, people with their sides, and the
 * values a field can hold. Shared by the event and the ticket schemas.
 */
import * as z from 'zod/mini';

// Extension pages forbid eval; without this zod probes `new Function` and the browser reports a CSP violation.
z.config({ jitless: true });

const isoPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** The comparison refuses days that do not exist, which `Date.parse` moves on to the next month. */
function isInstant(text: string): boolean {
  if (!isoPattern.test(text)) return false;
  return text.slice(8, 10) <= '28' || new Date(Date.parse(text)).toISOString() === text;
}

/** A UTC instant, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that string order is time order. */
export const isoSchema = z.string().check(z.refine((text) => isInstant(text), 'not a UTC instant'));
export type Iso = z.infer<typeof isoSchema>;

const msSchema = z.int();
export const countSchema = z.int().check(z.nonnegative());
export const durationSchema = msSchema;

/** One event's time, with its doubt. */
export const instantSchema = z.object({
  at: isoSchema,
  precision: z.enum(['ms', 's', 'min', 'day', 'relative']),
  /** The text as found, kept so that nobody has to trust our parsing. */
  raw: z.optional(z.string()),
  /** IANA zone or offset used to read `raw`. */
  zone: z.optional(z.string()),
  zoneFrom: z.optional(z.enum(['offset', 'profile', 'page', 'site', 'guess'])),
  /** Bounds, set when the precision is a minute or worse or the wall time is ambiguous. */
  earliest: z.optional(isoSchema),
  latest: z.optional(isoSchema),
});
export type Instant = z.infer<typeof instantSchema>;

/** `third_party` is a CC, a vendor, or another company in a side conversation. */
export const sideSchema = z.enum(['customer', 'agent', 'third_party', 'system']);
export type Side = z.infer<typeof sideSchema>;

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['human', 'bot', 'system', 'integration']),
  /** How the helpdesk classes the person now; can be several. */
  sides: z.array(sideSchema),
  team: z.optional(z.string()),
  timeZone: z.optional(z.string()),
  /** Light agent or collaborator: can write notes, cannot reply publicly. */
  light: z.optional(z.boolean()),
  org: z.optional(z.string()),
  /** Only for redaction; in no document, only in the data block of a file that opens again. */
  emails: z.optional(z.array(z.string())),
});
export type Person = z.infer<typeof personSchema>;

/** Who acted, with side and team as of the event: a later move does not rewrite history. */
export const actorSchema = z.object({
  id: z.string(),
  side: sideSchema,
  team: z.optional(z.string()),
});
export type ActorRef = z.infer<typeof actorSchema>;

export const commonStatusSchema = z.enum([
  'new',
  'open',
  'pending',
  'hold',
  'solved',
  'closed',
  'deleted',
  'spam',
  'unknown',
]);
export type CommonStatus = z.infer<typeof commonStatusSchema>;

/** A field's value as shown; `null` is known to be empty ("unassigned"), an absent key is not known. */
export const valueSchema = z.nullable(
  z.object({
    id: z.optional(z.string()),
    label: z.string(),
    status: z.optional(commonStatusSchema),
    /** Normalised priority: 1 is the highest, 4 the lowest. */
    rank: z.optional(z.number()),
  }),
);
export type Value = z.infer<typeof valueSchema>;

export const channelSchema = z.enum([
  'email',
  'web',
  'chat',
  'messaging',
  'phone',
  'social',
  'api',
  'in_product',
  'other',
]);
export type Channel = z.infer<typeof channelSchema>;

export const slaMetricSchema = z.enum([
  'first_reply',
  'next_reply',
  'periodic_update',
  'pausable_update',
  'requester_wait',
  'agent_work',
  'resolution',
  'first_resolution',
  'group_ownership',
  'other',
]);
export type SlaMetric = z.infer<typeof slaMetricSchema>;
