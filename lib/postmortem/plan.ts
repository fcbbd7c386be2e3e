/** What is to happen after the incident, as stored: actions, the 30/60/90-day checks, and the meeting. */
import * as z from 'zod/mini';
import { isoSchema } from '../ticket/basics';

/** What a machine wrote, a person changed, or a person agreed to; `empty` holds nothing. */
export const sectionStateSchema = z.enum(['generated', 'edited', 'confirmed', 'empty']);
export type SectionState = z.infer<typeof sectionStateSchema>;

const daySchema = z.string().check(z.refine(isDay, 'not a day'));
/** ISO day; empty while nobody has set one. */
const dueSchema = z.union([daySchema, z.literal('')]);

/** A day that exists, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

export const prioritySchema = z.enum(['P0', 'P1', 'P2', 'P3']);
export type Priority = z.infer<typeof prioritySchema>;

/** `idea` until somebody promises it; `dropped` needs a reason. */
export const actionStatusSchema = z.enum(['idea', 'committed', 'done', 'verified', 'dropped']);
export type ActionStatus = z.infer<typeof actionStatusSchema>;

export const actionSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** One person. */
  owner: z.string(),
  due: dueSchema,
  priority: z.union([prioritySchema, z.literal('')]),
  /** How anybody could see that it is done. */
  doneWhen: z.string(),
  /** The contributing cause it answers: a `CauseDetail`, or a user's own words; empty: none named. */
  cause: z.string(),
  /** Where it is tracked: an http(s) address, or what the user typed while it is none. */
  tracker: z.string(),
  status: actionStatusSchema,
  /** Why it was dropped. */
  reason: z.string(),
  state: sectionStateSchema,
});
export type Action = z.infer<typeof actionSchema>;

/** An action nobody has filled in. */
export const blankAction = {
  text: '',
  owner: '',
  due: '',
  priority: '',
  doneWhen: '',
  cause: '',
  tracker: '',
  status: 'idea',
  reason: '',
  state: 'edited',
} as const satisfies Omit<Action, 'id'>;

/** A look back, so many days after the ticket was resolved, at whether the changes held. */
export const checkpointSchema = z.object({
  days: z.int().check(z.gte(1)),
  state: z.enum(['open', 'verified', 'not_verified']),
  note: z.string(),
  /** Why it was verified while actions were open. */
  reason: z.string(),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

export const CHECKPOINT_DAYS = [30, 60, 90] as const;

export const meetingSchema = z.object({
  facilitator: z.string(),
  notetaker: z.string(),
  /** How long it may take, in minutes. */
  minutes: z.int().check(z.gte(15), z.lte(180)),
  startsAt: z.optional(isoSchema),
  heldAt: z.optional(isoSchema),
  notes: z.string(),
  sharedWith: z.string(),
});
export type Meeting = z.infer<typeof meetingSchema>;

export const blankMeeting: Meeting = {
  facilitator: '',
  notetaker: '',
  minutes: 60,
  notes: '',
  sharedWith: '',
};

export function blankCheckpoints(): Checkpoint[] {
  return CHECKPOINT_DAYS.map((days) => ({ days, state: 'open', note: '', reason: '' }));
}
