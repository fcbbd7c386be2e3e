/** What the messages of a ticket say, read once for all parts of the analysis. */
import { readSignals, type Signal, type SignalKind } from '../language/signals';
import type { Side } from '../ticket/basics';
import type { Message } from '../ticket/events';
import type { Facts } from './facts';

export interface Readings {
  of(message: Message): readonly Signal[];
  says(message: Message, kind: SignalKind): boolean;
}

/** Reading is the costly part, and a correction or an option analyses the same messages again. */
const known = new WeakMap<Message, { side: Side; zone: string | undefined; signals: readonly Signal[] }>();

/** Each message is read when it is first asked about: a long ticket has many that nobody asks about. */
export function readMessages({
  people,
  customerMessages,
}: Pick<Facts, 'people' | 'customerMessages'>): Readings {
  const customers = new Set(customerMessages);
  // Asked about many times in one analysis, and what is found weakly costs more each time.
  const asked = new Map<Message, readonly Signal[]>();
  const of = (message: Message): readonly Signal[] => {
    let signals = asked.get(message);
    if (!signals) {
      signals = look(message);
      asked.set(message, signals);
    }
    return signals;
  };
  const look = (message: Message): readonly Signal[] => {
    const side = customers.has(message) ? 'customer' : message.actor.side;
    const zone = people.get(message.actor.id)?.timeZone;
    const before = known.get(message);
    if (before && before.side === side && before.zone === zone) return before.signals;
    const signals = read(message, side, zone);
    known.set(message, { side, zone, signals });
    return signals;
  };
  return { of, says: (message, kind) => of(message).some((signal) => signal.kind === kind) };
}

function read(message: Message, side: Side, zone: string | undefined): readonly Signal[] {
  const { text, quotedFrom, signatureFrom } = message.body;
  return readSignals({
    text: text.slice(0, Math.min(quotedFrom ?? text.length, signatureFrom ?? text.length)),
    side,
    at: message.time.at,
    ...(zone === undefined ? {} : { zone }),
  });
}
