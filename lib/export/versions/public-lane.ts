import { foreignFrom } from '../../language/reading/own-words';
import type { Iso } from '../../ticket/basics';
import type { EventId, Message } from '../../ticket/events';
import { inOrder } from '../../ticket/order';
import type { Capture } from '../../ticket/schema';

/** A message that the customer could read when it was written and still can. */
export interface PublicMessage {
  event: EventId;
  at: Iso;
  by: 'customer' | 'us';
  /** The writer's own words, without greeting, signature and earlier mails. */
  text: string;
}

const takenBack = new Set(['made_internal', 'deleted', 'redacted', 'made_public']);

/**
 * What passed between the customer and people of the company. Of two audiences the stricter counts: a message made
 * internal later is out, and so is one that was internal first.
 */
export function publicLane({ ticket }: Pick<Capture, 'ticket'>): PublicMessage[] {
  const gone = new Set(
    ticket.events.flatMap((event) =>
      event.kind === 'revision' && takenBack.has(event.what) ? [event.of] : [],
    ),
  );
  const people = new Map(ticket.people.map((person) => [person.id, person]));
  return inOrder(ticket.events).flatMap((event): PublicMessage[] => {
    if (event.kind !== 'message' || !isPublic(event) || gone.has(event.id)) return [];
    const by = event.actor.side === 'customer' ? 'customer' : 'us';
    const person = people.get(event.actor.id);
    if (by === 'us' && (event.actor.side !== 'agent' || (person && person.kind !== 'human'))) return [];
    return [{ event: event.id, at: event.time.at, by, text: ownWords(event, person?.name) }];
  });
}

function isPublic(message: Message): boolean {
  return (
    message.audience === 'customer' &&
    (message.state === undefined || message.state === 'live' || message.state === 'edited') &&
    (message.delivery === undefined || message.delivery === 'sent') &&
    message.auto === undefined
  );
}

/** Quotations inside stay: what a screen said is often in one. */
function ownWords({ body }: Message, name: string | undefined): string {
  const { text, quotedFrom, signatureFrom } = body;
  const end = Math.min(quotedFrom ?? text.length, signatureFrom ?? text.length, foreignFrom(text));
  const lines = text
    .slice(0, end)
    .trimEnd()
    .split('\n')
    .filter((line) => !/^\s*>/.test(line));
  const written = lines.slice(0, signOffFrom(lines, name)).join('\n').trim().replace(greeting, '');
  return written.charAt(0).toUpperCase() + written.slice(1);
}

const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day))\b(?:[ \t]+[\p{L}.'’-]+){0,3}[ \t]*[,!:.]?\s*(?:\n\s*|(?<=[,!:.]\s*))/iu;

const SIGN_OFF_LINES = 5;

/** The line with the writer's own name, when it is near the end: "Maya", "Tom, Tier 2", and what stands below it. */
function signOffFrom(lines: readonly string[], name: string | undefined): number {
  const first = name?.trim().split(/\s+/)[0]?.toLowerCase() ?? '';
  if (first === '') return lines.length;
  const at = lines.findIndex((line, index) => {
    const words = line.trim().toLowerCase();
    return (
      index > 0 &&
      index >= lines.length - SIGN_OFF_LINES &&
      words.length <= 60 &&
      words.startsWith(first) &&
      /^(?:$|[\s,|-]+[^.!?]*$)/.test(words.slice(first.length))
    );
  });
  return at === -1 ? lines.length : at;
}
