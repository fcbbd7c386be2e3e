/** What the messages of a ticket say, read once for all parts of the analysis. */
import { readSignals, type Signal, type SignalKind } from '../language/signals';
import type { EventId, Message } from '../ticket/events';
import type { Facts } from './facts';

export interface Readings {
  of(message: Message): readonly Signal[];
  says(message: Message, kind: SignalKind): boolean;
}

/** Each message is read when it is first asked about: a long ticket has many that nobody asks about. */
export function readMessages(facts: Pick<Facts, 'people' | 'customerMessages'>): Readings {
  const known = new Map<EventId, readonly Signal[]>();
  const customers = new Set(facts.customerMessages);
  const of = (message: Message): readonly Signal[] => {
    let signals = known.get(message.id);
    if (!signals) {
      signals = read(message, customers.has(message), facts.people);
      known.set(message.id, signals);
    }
    return signals;
  };
  return { of, says: (message, kind) => of(message).some((signal) => signal.kind === kind) };
}

function read(message: Message, isCustomers: boolean, people: Facts['people']): readonly Signal[] {
  const { text, quotedFrom, signatureFrom } = message.body;
  const zone = people.get(message.actor.id)?.timeZone;
  return readSignals({
    text: text.slice(0, Math.min(quotedFrom ?? text.length, signatureFrom ?? text.length)),
    side: isCustomers ? 'customer' : message.actor.side,
    at: message.time.at,
    ...(zone === undefined ? {} : { zone }),
  });
}
