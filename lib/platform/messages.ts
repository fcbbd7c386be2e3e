/**
 * What the panel, the background and the courier on the page say to each other. The panel validates every
 * message that comes from a page; an answer counts only with the nonce of the pull it belongs to.
 */
import * as z from 'zod/mini';

/** Background → panel: the toolbar icon was clicked on this tab, which grants `activeTab` there. */
const clickedSchema = z.object({ debrief: z.literal('clicked'), tabId: z.int() });

export function clickedTab(message: unknown): number | undefined {
  const parsed = z.safeParse(clickedSchema, message);
  return parsed.success ? parsed.data.tabId : undefined;
}

const base = { nonce: z.string(), id: z.int() };
const spentSchema = z.number().check(z.nonnegative());

/** Courier → panel. What a response holds is checked by the reader it is for. */
export const courierMessageSchema = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('response'),
    status: z.int().check(z.minimum(200), z.maximum(599)),
    url: z.string(),
    redirected: z.boolean(),
    headers: z.record(z.string(), z.string()),
    body: z.string(),
    spent: z.object({ networkMs: spentSchema, pageMs: spentSchema }),
  }),
  z.object({
    ...base,
    kind: z.literal('failed'),
    failure: z.enum(['offline', 'timeout', 'too_large', 'foreign_origin', 'led_away']),
    at: z.string(),
  }),
  z.object({ ...base, kind: z.literal('given_back') }),
  z.object({
    ...base,
    kind: z.literal('head'),
    origin: z.string(),
    lang: z.string(),
    scripts: z.array(z.string()),
  }),
  z.object({ ...base, kind: z.literal('shown'), found: z.boolean() }),
]);
export type CourierMessage = z.infer<typeof courierMessageSchema>;
