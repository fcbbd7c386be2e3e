/**
 * The postmortem as stored: sections that know whether a machine or a person wrote them, the timeline a
 * person chose, the why-chain, and the actions. The ticket itself is not in here; `captureId` points at it.
 */
import * as z from 'zod/mini';
import { isoSchema } from '../ticket/basics';
import { fail, ok, type Problem, type Result } from '../ticket/problem';

export const sectionStateSchema = z.enum(['generated', 'edited', 'confirmed', 'empty']);
export type SectionState = z.infer<typeof sectionStateSchema>;

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

const daySchema = z.string().check(z.refine(isDay, 'not a day'));

/** A day that exists, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

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
  events: z.array(z.string()),
  state: sectionStateSchema,
});
export type Why = z.infer<typeof whySchema>;

export const actionSchema = z.object({
  id: z.string(),
  text: z.string(),
  owner: z.string(),
  /** ISO day; empty while nobody has set one. */
  due: z.union([daySchema, z.literal('')]),
  state: sectionStateSchema,
});
export type Action = z.infer<typeof actionSchema>;

export const textSectionNames = [
  'title',
  'summary',
  'impact',
  'externalMessages',
  'internalMessages',
  'symptom',
  'cause',
  'wentWell',
  'wentBadly',
] as const;
export type TextSectionName = (typeof textSectionNames)[number];

export const postmortemSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  kind: z.literal('communication_failure'),
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
  timeline: z.array(timelineEntrySchema),
  /** Generated rows a person took out: events of the timeline and ids of suggested actions. */
  dropped: z.array(z.string()),
  whys: z.array(whySchema),
  actions: z.array(actionSchema),
});
export type Postmortem = z.infer<typeof postmortemSchema>;

/** Reads a stored or imported postmortem. Never throws. */
export function parsePostmortem(input: unknown): Result<Postmortem, Problem> {
  const parsed = z.safeParse(postmortemSchema, input);
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
