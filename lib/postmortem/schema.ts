/**
 * The postmortem as stored: sections that know whether a machine or a person wrote them, the timeline a
 * person chose, the why-chain, and the plan. The ticket itself is not in here; `captureId` points at it.
 */
import * as z from 'zod/mini';
import { durationSchema, isoSchema } from '../ticket/basics';
import { fail, ok, type Problem, type Result } from '../ticket/problem';
import { actionSchema, checkpointSchema, meetingSchema, sectionStateSchema } from './plan';
import { upgraded } from './upgrade';

export { type Action, isDay, type SectionState } from './plan';

/** A generated sentence and the events it rests on. */
const claimSchema = z.object({ text: z.string(), events: z.array(z.string()) });
export type Claim = z.infer<typeof claimSchema>;

export const textSectionSchema = z.object({
  text: z.string(),
  state: sectionStateSchema,
  /** Evidence behind the generated sentences; kept after an edit, for the sentences that still stand. */
  claims: z.array(claimSchema),
});
export type TextSection = z.infer<typeof textSectionSchema>;

export const timelineEntrySchema = z.object({
  event: z.string(),
  at: isoSchema,
  lane: z.enum(['customer', 'internal', 'system']),
  text: z.string(),
  /** Why it was picked. */
  why: z.string(),
  state: sectionStateSchema,
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/** What every why after the first asks until a person asks something else. */
export const OPEN_QUESTION = 'What made that possible?';

export const whySchema = z.object({
  question: z.string(),
  answer: z.string(),
  /** The generated answer that a person changed. */
  said: z.optional(z.string()),
  events: z.array(z.string()),
  state: sectionStateSchema,
});
export type Why = z.infer<typeof whySchema>;

/** Every section of prose of every kind; which of them a document shows is the kind's to say. */
export const textSectionNames = [
  'title',
  'summary',
  'impact',
  'externalMessages',
  'internalMessages',
  'delays',
  'answers',
  'symptom',
  'cause',
  'systemic',
  'factors',
  'resolution',
  'wentWell',
  'wentBadly',
  'lucky',
  'learnings',
  'risks',
  'dependencies',
  'notes',
] as const;
export type TextSectionName = (typeof textSectionNames)[number];

export const kindIdSchema = z.enum(['escalation', 'sla_breach', 'knowledge_gap']);
export type KindId = z.infer<typeof kindIdSchema>;

/** A user's own kind: a built-in one with another name, other parts and other questions. */
export const customKindSchema = z.object({
  id: z.string(),
  name: z.string(),
  base: kindIdSchema,
  /** `PartId`s in order; empty: those of the base. */
  parts: z.array(z.string()),
  /** Questions by part. */
  prompts: z.record(z.string(), z.string()),
  /** Contributing causes it offers beside those of the base, in the user's words. */
  causes: z.array(z.string()),
});
export type CustomKind = z.infer<typeof customKindSchema>;

export const severitySchema = z.enum(['SEV-0', 'SEV-1', 'SEV-2', 'SEV-3']);
export type Severity = z.infer<typeof severitySchema>;

/** Within how long the customer should hear something, in milliseconds; a severity that is left out has no target. */
export const firstUpdateTargetsSchema = z.object({
  'SEV-0': z.optional(durationSchema),
  'SEV-1': z.optional(durationSchema),
  'SEV-2': z.optional(durationSchema),
  'SEV-3': z.optional(durationSchema),
});
export type FirstUpdateTargets = Readonly<z.infer<typeof firstUpdateTargetsSchema>>;

const yesNoSchema = z.enum(['yes', 'no', 'unknown']);

/** A fact that no ticket tells by itself, and where it comes from: an event, or words such as "entered by hand". */
const sourcedSchema = z.object({ text: z.string(), source: z.string(), state: sectionStateSchema });
export type Sourced = z.infer<typeof sourcedSchema>;

export const statusSchema = z.enum(['draft', 'in_review', 'final', 'tracked', 'closed']);
export type Status = z.infer<typeof statusSchema>;

/** An image or an address that belongs to the evidence. */
export const attachmentSchema = z.object({
  id: z.string(),
  kind: z.enum(['image', 'link']),
  /** The event it belongs to, if it does. */
  event: z.optional(z.string()),
  /** Of an image: its key in the store. */
  blob: z.optional(z.string()),
  /** Of a link: http(s). */
  url: z.optional(z.string()),
  caption: z.string(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** An entry of the ticket that a person says bears out a part. */
const linkedSchema = z.object({
  /** The place and the event, so that two windows that link the same link it once. */
  id: z.string(),
  /** A section, or `why:` and its place in the chain, from 0. */
  place: z.string(),
  event: z.string(),
});
export type Linked = z.infer<typeof linkedSchema>;

/** What left the panel, to tell later whether it still says what the record says. */
const exportSchema = z.object({
  version: z.string(),
  at: isoSchema,
  /** Of the version's text as it was then, before redaction. */
  hash: z.string(),
});
export type Exported = z.infer<typeof exportSchema>;

export const postmortemSchema = z.object({
  v: z.literal(2),
  id: z.string(),
  kind: kindIdSchema,
  /** Set where it follows a kind that the user derived from `kind`; whole, so that it reads the same anywhere. */
  customKind: z.optional(customKindSchema),
  kindState: sectionStateSchema,
  severity: severitySchema,
  severityState: sectionStateSchema,
  /** A user's own, as they were when the severity was decided; absent: the defaults. */
  firstUpdateTargets: z.optional(firstUpdateTargetsSchema),
  flags: z.object({
    dataLoss: z.boolean(),
    security: z.boolean(),
    customersAffected: yesNoSchema,
    state: sectionStateSchema,
  }),
  /** Why none is written; empty: one is. */
  exempt: z.string(),
  status: statusSchema,
  /** When it got there, oldest first; `drafted` is the first time nothing required was missing. */
  log: z.array(z.object({ at: isoSchema, what: z.union([statusSchema, z.literal('drafted')]) })),
  ticketId: z.string(),
  captureId: z.string(),
  ticket: z.object({
    helpdesk: z.string(),
    label: z.string(),
    key: z.string(),
    url: z.string(),
    subject: z.string(),
    customer: z.string(),
  }),
  createdAt: isoSchema,
  updatedAt: isoSchema,
  sections: z.object(
    Object.fromEntries(textSectionNames.map((name) => [name, textSectionSchema])) as Record<
      TextSectionName,
      typeof textSectionSchema
    >, // Object.fromEntries forgets the keys
  ),
  facts: z.object({ usersAffected: sourcedSchema, servicesDisrupted: sourcedSchema }),
  /** The main category, and the contributing causes that people agree with. */
  causes: z.object({ category: z.string(), details: z.array(z.string()), state: sectionStateSchema }),
  timeline: z.array(timelineEntrySchema),
  attachments: z.array(attachmentSchema),
  /** Absent until the first. */
  linked: z.optional(z.array(linkedSchema)),
  /** Generated rows a person took out: events of the timeline and ids of suggested actions. */
  dropped: z.array(z.string()),
  whys: z.array(whySchema),
  actions: z.array(actionSchema),
  checkpoints: z.array(checkpointSchema),
  meeting: meetingSchema,
  /** Of the support guide, as a person chose them; absent: as the ticket suggests. */
  keywords: z.optional(z.array(z.string())),
  /** The last export of each version; absent until the first. */
  exports: z.optional(z.array(exportSchema)),
  /**
   * Figures that no event bears out and a person knows: by section, or `why:` and its place, and their words; `event` is
   * the entry that the person names for it.
   */
  knownClaims: z._default(
    z.array(z.object({ section: z.string(), text: z.string(), event: z.optional(z.string()) })),
    [],
  ),
});
export type Postmortem = z.infer<typeof postmortemSchema>;

/** Reads a stored or imported postmortem, of this version or an earlier one. Never throws. */
export function parsePostmortem(input: unknown): Result<Postmortem, Problem> {
  const parsed = z.safeParse(postmortemSchema, upgraded(input, textSectionNames));
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const path = issue?.path.join('.') || 'postmortem';
  return fail({
    code: 'unexpected_answer',
    message: `This is not a postmortem Debrief can read: ${path}: ${issue?.message ?? 'unreadable'}.`,
    next: 'It was set aside and not changed. Report the field named here.',
    at: path,
  });
}
