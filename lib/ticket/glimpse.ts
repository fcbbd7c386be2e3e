/** What the first answer of a pull tells of a ticket, so that its reader sees something while the rest is fetched. */
import * as z from 'zod/mini';
import { isoSchema, valueSchema } from './basics';
import { reportedSlaSchema } from './ticket';

export const glimpseSchema = z.object({
  subject: z.string(),
  status: valueSchema,
  priority: z.optional(valueSchema),
  group: z.optional(valueSchema),
  /** Name of the person who asks, never an address. */
  requester: z.optional(z.string()),
  organization: z.optional(z.string()),
  createdAt: isoSchema,
  /** As the helpdesk reports them; one whose answer tells of none until the history is read gives none. */
  slas: z.array(z.pick(reportedSlaSchema, { metric: true, stage: true, due: true, breachedAt: true })),
});
export type Glimpse = z.infer<typeof glimpseSchema>;
