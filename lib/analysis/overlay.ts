/**
 * What a person lays over the evidence: a corrected time, a hidden entry, one made by hand, what counts as a decision or
 * as the wrong answer. The capture itself is never edited; an analysis sees it through the overlay.
 */
import * as z from 'zod/mini';
import { type Iso, isoSchema, type Person } from '../ticket/basics';
import type { EventId, TicketEvent } from '../ticket/events';
import type { Capture } from '../ticket/schema';

export const markKindSchema = z.enum([
  'decision',
  'mitigation_started',
  'wrong_answer',
  'right_answer',
  'escalation',
  'not_escalation',
  'detected',
  'customer_confirmed',
]);
export type MarkKind = z.infer<typeof markKindSchema>;

/** Something that happened off the ticket: a call, a decision by word of mouth. */
const handMadeEventSchema = z.object({
  /** Unique on the ticket; `made:` and a number by convention. */
  id: z.string(),
  at: isoSchema,
  /** What happened, in a sentence. */
  text: z.string(),
  /** Whether the customer saw or heard it. */
  audience: z.enum(['customer', 'internal']),
  side: z.enum(['customer', 'agent']),
  /** Who heard it, where it was said. */
  heardBy: z.optional(z.string()),
});
export type HandMadeEvent = z.infer<typeof handMadeEventSchema>;

export const overlaySchema = z.object({
  corrected: z.array(z.object({ event: z.string(), at: isoSchema, why: z.optional(z.string()) })),
  added: z.array(handMadeEventSchema),
  hidden: z.array(z.string()),
  noise: z.array(z.string()),
  pinned: z.array(z.string()),
  marks: z.array(z.object({ event: z.string(), as: markKindSchema })),
});
export type Overlay = z.infer<typeof overlaySchema>;

export const emptyOverlay: Overlay = {
  corrected: [],
  added: [],
  hidden: [],
  noise: [],
  pinned: [],
  marks: [],
};

export function marked(overlay: Overlay, as: MarkKind): EventId[] {
  return overlay.marks.filter((mark) => mark.as === as).map(({ event }) => event);
}

/** The capture as a person sees it. An overlay that says nothing gives the very same capture. */
export function throughOverlay(capture: Capture, overlay: Overlay): Capture {
  const { corrected, hidden, added } = overlay;
  if (corrected.length + hidden.length + added.length === 0) return capture;
  const times = new Map(corrected.map(({ event, at }) => [event, at]));
  const gone = new Set(hidden);
  const kept = capture.ticket.events
    .filter(({ id }) => !gone.has(id))
    .map((event) => retimed(event, times.get(event.id)));
  const known = new Set(kept.map(({ id }) => id));
  const unlike = new Map(added.filter(({ id }) => !known.has(id)).map((one) => [one.id, one]));
  const made = [...unlike.values()].map(asEvent);
  const people = [...capture.ticket.people, ...(made.length > 0 ? sidesByHand : [])];
  return { ...capture, ticket: { ...capture.ticket, people, events: [...kept, ...made] } };
}

/** Who stands behind what was made by hand: a person, because somebody spoke or wrote; nobody by name. */
const sidesByHand: Person[] = (['agent', 'customer'] as const).map((side) => ({
  id: `made-by-hand:${side}`,
  name: 'Added by hand',
  kind: 'human',
  sides: [side],
}));

/** The original stays in `raw`; what a person says is not in doubt any more. */
function retimed<Event extends TicketEvent>(event: Event, at: Iso | undefined): Event {
  if (at === undefined) return event;
  const { raw, zone, zoneFrom } = event.time;
  const time = {
    at,
    precision: 's' as const,
    raw: raw ?? event.time.at,
    ...(zone === undefined ? {} : { zone }),
    ...(zoneFrom === undefined ? {} : { zoneFrom }),
  };
  return { ...event, time };
}

const MADE_BY_HAND = 'made by hand';

/** Whether a person added it to what the helpdesk tells. */
export function isHandMade({ source }: TicketEvent): boolean {
  return source.rule === MADE_BY_HAND;
}

function asEvent(made: HandMadeEvent, index: number): TicketEvent {
  return {
    id: made.id,
    kind: 'message',
    time: { at: made.at, precision: 's' },
    // After everything the helpdesk tells of the same instant.
    seq: Number.MAX_SAFE_INTEGER - 1_000_000 + index,
    actor: { id: `made-by-hand:${made.side}`, side: made.side },
    source: { rule: MADE_BY_HAND },
    audience: made.audience,
    body: { text: made.heardBy === undefined ? made.text : `${made.text} (heard by ${made.heardBy})` },
    attachments: [],
    channel: 'other',
  };
}
