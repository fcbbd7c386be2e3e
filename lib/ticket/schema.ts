/**
 * The capture: one pull of one ticket, with an account of what was and was not read. It is evidence and never
 * edited; a person's corrections are laid over it elsewhere.
 */
import * as z from 'zod/mini';
import { commonStatusSchema, countSchema, isoSchema } from './basics';
import { fail, ok, type Problem, type Result } from './problem';
import { ticketSchema } from './ticket';

export const coverageSchema = z.object({
  complete: z.boolean(),
  parts: z.array(
    z.object({
      /** 'ticket', 'events', 'comments', 'slas', 'metrics', 'people', … or a helpdesk's own part. */
      part: z.string(),
      state: z.enum(['read', 'partial', 'refused', 'absent', 'not_tried', 'failed']),
      found: z.optional(countSchema),
      expected: z.optional(countSchema),
      note: z.optional(z.string()),
    }),
  ),
  unknownTypes: z.array(z.object({ type: z.string(), count: countSchema })),
  doubtfulTimes: z.array(z.string()),
  warnings: z.array(z.object({ field: z.string(), reason: z.string(), source: z.optional(z.string()) })),
});
export type Coverage = z.infer<typeof coverageSchema>;

export const captureSchema = z
  .object({
    v: z.literal(1),
    /** Content hash of ticket and coverage: two pulls of an unchanged ticket have one id. */
    id: z.string(),
    ticket: ticketSchema,
    coverage: coverageSchema,
    statusMap: z.array(
      z.object({
        label: z.string(),
        common: commonStatusSchema,
        from: z.enum(['helpdesk', 'category', 'heuristic', 'user']),
      }),
    ),
    capturedAt: isoSchema,
    viewer: z.object({
      id: z.optional(z.string()),
      timeZone: z.optional(z.string()),
      language: z.optional(z.string()),
      /** A light agent or a restricted role sees less than was said. */
      limited: z.optional(z.boolean()),
    }),
  })
  .check((context) => {
    for (const { path, message } of contradictions(context.value.ticket)) {
      context.issues.push({ code: 'custom', input: context.value, path: ['ticket', ...path], message });
    }
  });
export type Capture = z.infer<typeof captureSchema>;

/**
 * Reads what claims to be a capture: a reader's answer, a stored record, an imported file. Never throws; the
 * problem names the first field that is wrong.
 */
export function parseCapture(input: unknown): Result<Capture, Problem> {
  const parsed = z.safeParse(captureSchema, input);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const path = issue?.path.join('.') || 'capture';
  return fail({
    code: 'unexpected_answer',
    message: `This is not a ticket capture Debrief can read: ${path}: ${issue?.message ?? 'unreadable'}.`,
    next: 'Pull the ticket again. If it happens again, report the field named here.',
    at: path,
  });
}

/** Links are followed on a click, so a capture whose links leave the site it says it is from is refused. */
export function contradictions(
  ticket: z.infer<typeof ticketSchema>,
): { path: (string | number)[]; message: string }[] {
  const origin = httpOrigin(ticket.url);
  if (!origin) return [{ path: ['url'], message: 'not an http or https address' }];
  if (httpOrigin(ticket.site) !== origin) return [{ path: ['url'], message: 'not on the ticket’s site' }];
  const found: { path: (string | number)[]; message: string }[] = [];
  const seen = new Set<string>();
  ticket.events.forEach((event, index) => {
    if (seen.has(event.id)) found.push({ path: ['events', index, 'id'], message: 'used twice' });
    seen.add(event.id);
    if (event.url !== undefined && !isOn(origin, event.url)) {
      found.push({ path: ['events', index, 'url'], message: 'leaves the ticket’s site' });
    }
    for (const url of otherAddresses(event)) {
      if (!httpOrigin(url))
        found.push({ path: ['events', index], message: 'holds an address that is not http or https' });
    }
  });
  return found;
}

function otherAddresses(event: z.infer<typeof ticketSchema>['events'][number]): string[] {
  if (event.kind === 'link') return event.to.url === undefined ? [] : [event.to.url];
  if (event.kind !== 'message') return [];
  return event.attachments.map((attachment) => attachment.url).filter((url) => url !== undefined);
}

function isOn(origin: string, url: string): boolean {
  // Behind a whole origin and its slash stands nothing but a path: parsing ten thousand of them takes 40 ms.
  return url.startsWith(`${origin}/`) || httpOrigin(url) === origin;
}

function httpOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.origin : undefined;
}
