/**
 * The small row that lists are made of, derived from the postmortem in the same transaction, so that a list
 * of thousands never reads the documents.
 */
import * as z from 'zod/mini';
import type { Postmortem } from '../postmortem/schema';
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
  openActions: countSchema,
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
    openActions: postmortem.actions.filter((action) => action.text.trim() !== '').length,
  };
}

/** Undefined for a row that an older build wrote differently; the document can make it anew. */
export function readSummary(row: unknown): Summary | undefined {
  const parsed = z.safeParse(summarySchema, row);
  return parsed.success ? parsed.data : undefined;
}

/** A test for search text: every word occurs somewhere, whatever its case and accents. */
export function summaryMatcher(text: string): (summary: Summary) => boolean {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return ({ title, subject, customer, key, label }) => {
    const haystack = folded([title, subject, customer, key, label].join('\n'));
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
