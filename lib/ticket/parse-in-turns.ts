import * as z from 'zod/mini';
import { eventSchema, placeSchema, type TicketEvent } from './events';
import { ok, type Problem, type Result } from './problem';
import { type Capture, captureSchema, contradictions, parseCapture } from './schema';
import { sortedWith } from './stable-json';
import { nextTurn, Turns } from './turns';

/** Events that were found to be in order, by what they were before. */
const checked = new WeakMap<object, TicketEvent>();

/**
 * Checks an event before its capture is whole, so that this need not be waited for then. It must not be changed any
 * more; what is kept is in any case what the schema made of it.
 */
export function checkAhead(event: TicketEvent): void {
  const parsed = z.safeParse(eventSchema, event);
  if (parsed.success) checked.set(event, parsed.data);
}

/** An event that was checked ahead, once its place is known. */
export function placed(event: TicketEvent, seq: number): TicketEvent {
  const copy = sortedWith(event, { seq });
  const known = checked.get(event);
  if (known && z.safeParse(placeSchema, seq).success) checked.set(copy, { ...known, seq });
  return copy;
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
    const known = isObject(event) ? checked.get(event) : undefined;
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
