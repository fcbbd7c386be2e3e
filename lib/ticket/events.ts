/**
 * What can happen on a ticket. Every helpdesk's history is read into these eleven kinds; what fits none of
 * them stays as an `other` row, so that nothing is dropped.
 */
import * as z from 'zod/mini';
import {
  actorSchema,
  channelSchema,
  countSchema,
  durationSchema,
  instantSchema,
  isoSchema,
  slaMetricSchema,
  valueSchema,
} from './basics';

/** Where a fact was read, for "Explain": endpoint or selector, the rule that read it, the merged child it came from. */
const sourceSchema = z.object({
  endpoint: z.optional(z.string()),
  selector: z.optional(z.string()),
  rule: z.string(),
  ticketKey: z.optional(z.string()),
});
export type Source = z.infer<typeof sourceSchema>;

const base = {
  /** `${source}:${nativeId}`, unique within the ticket; the same pull twice gives the same ids. */
  id: z.string(),
  time: instantSchema,
  /** Source order, ascending; breaks equal timestamps. */
  seq: z.number(),
  /** One save in the helpdesk: a reply and a status change made together share it. */
  batch: z.optional(z.string()),
  actor: actorSchema,
  onBehalfOf: z.optional(z.string()),
  via: z.optional(
    z.object({
      channel: channelSchema,
      rule: z.optional(
        z.object({
          id: z.optional(z.string()),
          title: z.optional(z.string()),
          type: z.enum(['trigger', 'automation', 'macro', 'workflow', 'sla', 'api']),
        }),
      ),
    }),
  ),
  /** Same origin as the ticket, http or https: checked by the capture schema. */
  url: z.optional(z.string()),
  source: sourceSchema,
  state: z.optional(z.enum(['live', 'edited', 'redacted', 'deleted'])),
};

const attachmentSchema = z.object({
  name: z.string(),
  mime: z.optional(z.string()),
  bytes: z.optional(countSchema),
  inline: z.optional(z.boolean()),
  url: z.optional(z.string()),
});

export const messageSchema = z.object({
  ...base,
  kind: z.literal('message'),
  /** Who could read it when it was written; `side` is a side conversation or a forward to a third party. */
  audience: z.enum(['customer', 'internal', 'side']),
  threadId: z.optional(z.string()),
  /** Plain text, NFC, LF, without control or bidi characters; HTML is converted by the reader. */
  body: z.object({
    text: z.string(),
    /** UTF-16 offsets from which the rest is a quoted mail or a signature. */
    quotedFrom: z.optional(countSchema),
    signatureFrom: z.optional(countSchema),
    truncated: z.optional(z.boolean()),
    lang: z.optional(z.string()),
  }),
  attachments: z.array(attachmentSchema),
  channel: channelSchema,
  recipients: z.optional(z.object({ to: countSchema, cc: countSchema })),
  /** A reply that bounced is not a reply. */
  delivery: z.optional(z.enum(['sent', 'failed', 'queued', 'draft'])),
  auto: z.optional(z.enum(['acknowledgement', 'out_of_office', 'bot', 'survey', 'rule'])),
  forwardedFrom: z.optional(z.string()),
});

export const changeSchema = z.object({
  ...base,
  kind: z.literal('change'),
  field: z.enum([
    'status',
    'priority',
    'severity',
    'assignee',
    'group',
    'tier',
    'tags',
    'type',
    'subject',
    'requester',
    'organization',
    'due',
    'form',
    'brand',
    'calendar',
    'custom',
  ]),
  /** A custom field's own name, as shown. */
  name: z.optional(z.string()),
  /** Absent: the source does not say. `null`: known to be empty. */
  from: z.optional(valueSchema),
  to: z.optional(valueSchema),
  added: z.optional(z.array(z.string())),
  removed: z.optional(z.array(z.string())),
});

export const slaSchema = z.object({
  ...base,
  kind: z.literal('sla'),
  /** `${policyId}/${metric}/${n}`: several policies, group targets and reply cycles stay apart. */
  instance: z.string(),
  metric: slaMetricSchema,
  scope: z.enum(['ticket', 'group', 'underpinning']),
  phase: z.enum([
    'applied',
    'retargeted',
    'started',
    'paused',
    'resumed',
    'warned',
    'breached',
    'breach_cancelled',
    'achieved',
    'cancelled',
    'removed',
  ]),
  targetMs: z.optional(durationSchema),
  businessHours: z.optional(z.boolean()),
  calendarId: z.optional(z.string()),
  due: z.optional(isoSchema),
  policy: z.optional(z.object({ id: z.optional(z.string()), name: z.string() })),
  /** True where the reader worked it out ("deadline then") and the helpdesk did not report it. */
  computed: z.boolean(),
});

export const revisionSchema = z.object({
  ...base,
  kind: z.literal('revision'),
  of: z.string(),
  what: z.enum(['edited', 'deleted', 'redacted', 'made_internal', 'made_public']),
  before: z.optional(z.string()),
});

export const linkSchema = z.object({
  ...base,
  kind: z.literal('link'),
  to: z.object({
    key: z.string(),
    url: z.optional(z.string()),
    external: z.optional(z.enum(['jira', 'linear', 'github', 'other'])),
  }),
  relation: z.enum([
    'merged_into',
    'merged_from',
    'split_from',
    'problem',
    'incident',
    'parent',
    'child',
    'follow_up',
    'duplicate',
    'escalated_to',
    'related',
  ]),
  added: z.boolean(),
});

export const participantSchema = z.object({
  ...base,
  kind: z.literal('participant'),
  person: z.string(),
  part: z.enum(['cc', 'follower', 'collaborator']),
  added: z.boolean(),
});

export const callSchema = z.object({
  ...base,
  kind: z.literal('call'),
  direction: z.enum(['in', 'out']),
  durationMs: z.optional(durationSchema),
  outcome: z.optional(z.enum(['answered', 'missed', 'voicemail'])),
  transcript: z.optional(z.string()),
});

export const sessionSchema = z.object({
  ...base,
  kind: z.literal('session'),
  threadId: z.string(),
  phase: z.enum(['started', 'ended', 'transferred']),
  channel: z.enum(['chat', 'messaging']),
});

export const approvalSchema = z.object({
  ...base,
  kind: z.literal('approval'),
  phase: z.enum(['asked', 'approved', 'declined']),
  by: z.optional(z.string()),
});

export const satisfactionSchema = z.object({
  ...base,
  kind: z.literal('satisfaction'),
  score: z.optional(z.number()),
  max: z.optional(z.number()),
  comment: z.optional(z.string()),
  phase: z.enum(['offered', 'given']),
});

/** What no other kind holds: flat and size-capped, so that it can be shown and redacted. */
export const otherSchema = z.object({
  ...base,
  kind: z.literal('other'),
  label: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

export const eventSchema = z.discriminatedUnion('kind', [
  messageSchema,
  changeSchema,
  slaSchema,
  revisionSchema,
  linkSchema,
  participantSchema,
  callSchema,
  sessionSchema,
  approvalSchema,
  satisfactionSchema,
  otherSchema,
]);

export type TicketEvent = z.infer<typeof eventSchema>;
export type EventId = string;
export type Message = z.infer<typeof messageSchema>;
export type Change = z.infer<typeof changeSchema>;
export type Sla = z.infer<typeof slaSchema>;
export type Revision = z.infer<typeof revisionSchema>;
export type Link = z.infer<typeof linkSchema>;
export type Other = z.infer<typeof otherSchema>;
