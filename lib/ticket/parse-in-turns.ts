import * as z from 'zod/mini';
import { checkedBefore, rememberChecked } from './checked';
import { eventSchema, type TicketEvent } from './events';
import { ok, type Problem, type Result } from './problem';
import { type Capture, captureSchema, contradictions, parseCapture } from './schema';
import { nextTurn, Turns } from './turns';

/** Checks an event before its capture is whole. */
export function checkAhead(event: TicketEvent): void {
  const parsed = z.safeParse(eventSchema, event);
  if (parsed.success) rememberChecked(event, parsed.data);
}

/**
 * The answer of `parseCapture`, for a capture that may be long: the events are checked in slices, and everything
 * else has its turn between them. What is refused is looked at once more as a whole, which finds the words for it.
 */
export async function parseCaptureInTurns(input: unknown): Promise<Result<Capture, Problem>> {
  const read = await readInTurns(input);
  return read ? ok(read) : parseCapture(input);
}

async function readInTurns(input: unknown): Promise<Capture | undefined> {
  if (!isObject(input) || !isObject(input.ticket) || !Array.isArray(input.ticket.events)) return undefined;
  const frame = z.safeParse(captureSchema, { ...input, ticket: { ...input.ticket, events: [] } });
  if (!frame.success) return undefined;
  const turns = new Turns(200);
  const events: TicketEvent[] = [];
  for (const event of input.ticket.events) {
    const known = checkedBefore(event);
    if (known) {
      events.push(known);
      continue;
    }
    await turns.due();
    const parsed = z.safeParse(eventSchema, event);
    if (!parsed.success) return undefined;
    events.push(parsed.data);
  }
  const ticket = { ...frame.data.ticket, events };
  await nextTurn();
  return contradictions(ticket).length === 0 ? { ...frame.data, ticket } : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
