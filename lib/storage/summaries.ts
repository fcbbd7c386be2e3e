/**
 * The small row that lists are made of, derived from the postmortem in the same transaction, so that a list
 * of thousands never reads the documents.
 */
import * as z from 'zod/mini';
import type { ActionStatus } from '../postmortem/plan';
import { type Postmortem, severitySchema, statusSchema } from '../postmortem/schema';
import { countSchema, type Iso, isoSchema } from '../ticket/basics';

const summarySchema = z.object({
  id: z.string(),
  ticketId: z.string(),
  /** The helpdesk's name as shown. */
  label: z.string(),
  key: z.string(),
  subject: z.string(),
  customer: z.string(),
  title: z.string(),
  updatedAt: isoSchema,
  deletedAt: z.optional(isoSchema),
  /** Written, and neither done nor dropped. */
  openActions: countSchema,
  /** Absent in a row that an older build wrote. */
  severity: z.optional(severitySchema),
  status: z.optional(statusSchema),
  /** What was learned and why it happened, so that a search finds it. */
  learned: z.optional(z.string()),
});
export type Summary = z.infer<typeof summarySchema>;

export function summarise(postmortem: Postmortem, deletedAt?: Iso): Summary {
  const { label, key, subject, customer } = postmortem.ticket;
  return {
    id: postmortem.id,
    ticketId: postmortem.ticketId,
    label,
    key,
    subject,
    customer,
    title: postmortem.sections.title.text,
    updatedAt: postmortem.updatedAt,
    ...(deletedAt === undefined ? {} : { deletedAt }),
    openActions: postmortem.actions.filter(({ text, status }) => text.trim() !== '' && isOpen(status)).length,
    severity: postmortem.severity,
    status: postmortem.status,
    learned: learnedIn(postmortem),
  };
}

function isOpen(status: ActionStatus): boolean {
  return status === 'idea' || status === 'committed';
}

/** A list of thousands is read whole: the beginning of each is enough to find it by. */
const MOST_LEARNED = 1_000;

function learnedIn({ sections }: Postmortem): string {
  return (['systemic', 'learnings', 'cause'] as const)
    .map((name) => sections[name].text)
    .filter((text) => text.trim() !== '')
    .join('\n')
    .slice(0, MOST_LEARNED);
}

/** Undefined for a row that an older build wrote differently; the document can make it anew. */
export function readSummary(row: unknown): Summary | undefined {
  const parsed = z.safeParse(summarySchema, row);
  return parsed.success ? parsed.data : undefined;
}

/** A test for search text: every word occurs somewhere, whatever its case and accents. */
export function summaryMatcher(text: string): (summary: Summary) => boolean {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return ({ title, subject, customer, key, label, learned = '' }) => {
    const haystack = folded([title, subject, customer, key, label, learned].join('\n'));
    return words.every((word) => haystack.includes(word));
  };
}

export function newestFirst(a: Summary, b: Summary): number {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt < b.updatedAt ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
