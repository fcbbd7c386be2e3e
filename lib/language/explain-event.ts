/** Where an event came from, in words: for whoever doubts it. Plain text; whoever shows it escapes it. */
import type { Instant } from '../ticket/basics';
import type { Message, TicketEvent } from '../ticket/events';
import { inOrder } from '../ticket/order';
import type { Capture } from '../ticket/schema';
import { formatExact } from './dates';

export interface ExplainedFact {
  term: string;
  text: string;
  /** Something to be copied or compared letter by letter. */
  literal?: boolean;
}

/** Endpoint, rule, time as found, zone, doubt, place in the history: each as a line of its own, known ones only. */
export function explainEvent(event: TicketEvent, capture: Capture): ExplainedFact[] {
  const { endpoint, selector, rule, ticketKey } = event.source;
  return [
    { term: 'Read as', text: `${kindWords(event)}, by the rule “${rule}”` },
    ...(endpoint === undefined ? [] : [{ term: 'Asked', text: `GET ${endpoint}`, literal: true }]),
    ...(selector === undefined ? [] : [{ term: 'Found at', text: selector, literal: true }]),
    ...timeFacts(event, capture),
    { term: 'Place', text: placeWords(event, capture) },
    ...(ticketKey === undefined
      ? []
      : [{ term: 'Merged', text: `From ticket ${ticketKey}, which was merged into this one` }]),
    { term: 'Said by', text: sayer(event) },
    { term: 'Id', text: event.id, literal: true },
  ];
}

function timeFacts(event: TicketEvent, { coverage }: Capture): ExplainedFact[] {
  const { raw, zone, zoneFrom } = event.time;
  const isDoubtful = coverage.doubtfulTimes.includes(event.id);
  const found =
    raw === undefined
      ? {
          term: 'Time found',
          text: isDoubtful ? 'None that could be read; lent by the entry before' : 'Not kept',
        }
      : { term: 'Time found', text: raw, literal: true };
  const told = zone === undefined ? [] : [{ term: 'Zone', text: zoneWords(zone, zoneFrom) }];
  return [
    found,
    ...told,
    { term: 'Read to be', text: `${formatExact(event.time.at)} UTC, ${doubtWords(event.time)}` },
  ];
}

const origins: Record<NonNullable<Instant['zoneFrom']>, string> = {
  offset: 'as the time itself says',
  profile: 'from your profile in the helpdesk',
  page: 'from the page',
  site: 'the helpdesk’s own setting',
  guess: 'a guess, because nothing says',
};

function zoneWords(zone: string, from: Instant['zoneFrom']): string {
  return from === undefined ? zone : `${zone}, ${origins[from]}`;
}

const precisions: Record<Instant['precision'], string> = {
  ms: 'exact to the millisecond',
  s: 'exact to the second',
  min: 'exact to the minute',
  day: 'exact to the day',
  relative: 'worked out from words such as “an hour ago”',
};

function doubtWords({ precision, earliest, latest }: Instant): string {
  if (earliest === undefined || latest === undefined) return precisions[precision];
  return `${precisions[precision]}: between ${formatExact(earliest)} and ${formatExact(latest)}`;
}

function placeWords(event: TicketEvent, { ticket }: Capture): string {
  const place = inOrder(ticket.events).findIndex(({ id }) => id === event.id) + 1;
  const { batch } = event;
  const others = batch === undefined ? 0 : ticket.events.filter((other) => other.batch === batch).length - 1;
  const together =
    others === 0 ? '' : `, saved together with ${others} ${others === 1 ? 'other' : 'others'} (${batch})`;
  return `Entry ${place} of ${ticket.events.length}${together}`;
}

function sayer(event: TicketEvent): string {
  if (event.kind !== 'sla' || !event.computed) return 'The helpdesk';
  return 'Debrief, worked out from the deadline the helpdesk showed then';
}

function kindWords(event: TicketEvent): string {
  switch (event.kind) {
    case 'message':
      return messageWords(event);
    case 'change':
      return `A change of ${event.field === 'custom' ? 'a field of this helpdesk’s own' : event.field}`;
    case 'sla':
      return 'A step of an SLA clock';
    case 'revision':
      return 'A later change to a message';
    case 'link':
      return 'A link to another ticket';
    case 'participant':
      return 'A change of who takes part';
    case 'call':
      return 'A call';
    case 'session':
      return 'A step of a chat';
    case 'approval':
      return 'A step of an approval';
    case 'satisfaction':
      return 'A satisfaction survey';
    case 'other':
      return 'An entry that Debrief keeps but has no kind for';
  }
}

function messageWords({ audience, auto }: Message): string {
  const what = auto === undefined ? 'A message' : 'An automatic message';
  if (audience === 'side') return `${what} in a side conversation`;
  return audience === 'internal' ? `${what} for colleagues only` : `${what} the customer could see`;
}
