/**
 * What the panel, the background and the reader on the page say to each other. The panel validates every
 * message that comes from a page; a reply counts only with the nonce of the request it answers.
 */
import * as z from 'zod/mini';
import { isoSchema } from '../ticket/basics';

/** Background → panel: the toolbar icon was clicked on this tab, which grants `activeTab` there. */
const clickedSchema = z.object({ debrief: z.literal('clicked'), tabId: z.int() });

export function clickedTab(message: unknown): number | undefined {
  const parsed = z.safeParse(clickedSchema, message);
  return parsed.success ? parsed.data.tabId : undefined;
}

const problemSchema = z.object({
  code: z.enum([
    'not_a_ticket',
    'signed_out',
    'no_permission',
    'not_found',
    'deleted',
    'merged',
    'rate_limited',
    'offline',
    'timeout',
    'page_closed',
    'cancelled',
    'too_large',
    'unexpected_answer',
    'site_not_allowed',
  ]),
  message: z.string(),
  next: z.string(),
  at: z.optional(z.string()),
  retryAfterMs: z.optional(z.number()),
  status: z.optional(z.number()),
});

/** Reader → panel. The capture itself is parsed by `parseCapture`. */
export const readerMessageSchema = z.discriminatedUnion('kind', [
  z.object({
    nonce: z.string(),
    kind: z.literal('progress'),
    done: z.number(),
    total: z.optional(z.number()),
    label: z.optional(z.string()),
  }),
  z.object({ nonce: z.string(), kind: z.literal('waiting'), until: isoSchema }),
  z.object({ nonce: z.string(), kind: z.literal('capture'), capture: z.unknown() }),
  z.object({ nonce: z.string(), kind: z.literal('problem'), problem: problemSchema }),
  z.object({ nonce: z.string(), kind: z.literal('shown'), found: z.boolean() }),
]);
export type ReaderMessage = z.infer<typeof readerMessageSchema>;
