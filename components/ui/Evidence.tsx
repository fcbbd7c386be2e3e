/** Evidence: every number and sentence leads to the entries it came from. */
import { createContext, use, useMemo } from 'react';
import { formatMoment, formatStamp } from '../../lib/language/dates';
import type { Person } from '../../lib/ticket/basics';
import type { EventId, TicketEvent } from '../../lib/ticket/events';
import type { Ticket } from '../../lib/ticket/ticket';
import styles from './Evidence.module.css';
import { Glyph, type GlyphName } from './Glyph';

interface EvidenceIndex {
  event(id: EventId): TicketEvent | undefined;
  nameOf(event: TicketEvent): string;
  go(event: TicketEvent): void;
  ticket: Ticket;
}

const EvidenceContext = createContext<EvidenceIndex | undefined>(undefined);

export function EvidenceProvider({
  ticket,
  onGo,
  children,
}: {
  ticket: Ticket;
  onGo: (event: TicketEvent) => void;
  children: React.ReactNode;
}) {
  const index = useMemo(() => {
    const events = new Map(ticket.events.map((event) => [event.id, event]));
    const people = shortNames(ticket.people);
    return {
      event: (id: EventId) => events.get(id),
      nameOf: (event: TicketEvent) => chipName(event, people),
      ticket,
    };
  }, [ticket]);
  const value = useMemo(() => ({ ...index, go: onGo }), [index, onGo]);
  return <EvidenceContext value={value}>{children}</EvidenceContext>;
}

export function useEvidence(): EvidenceIndex {
  const index = use(EvidenceContext);
  if (!index) throw new Error('useEvidence needs an EvidenceProvider above it');
  return index;
}

/** A link that takes the helpdesk's page to an entry. */
export function EvidenceLink({
  event,
  className,
  children,
}: {
  event: TicketEvent;
  className?: string;
  children: React.ReactNode;
}) {
  const { go, ticket } = useEvidence();
  return (
    <a
      href={event.url ?? ticket.url}
      className={className}
      onClick={(click) => {
        click.preventDefault();
        go(event);
      }}
    >
      {children}
    </a>
  );
}

/** Shape, time, who. */
export function EvidenceChip({ id, dated = false }: { id: EventId; dated?: boolean }) {
  const { event, nameOf } = useEvidence();
  const found = event(id);
  if (!found) return null;
  const at = found.time.at;
  return (
    <EvidenceLink event={found} className={styles.chip}>
      <Glyph name={glyphOf(found)} size={10} />
      <time dateTime={at}>{dated ? formatStamp(at) : formatMoment(at)}</time>
      <span className={styles.who}>{nameOf(found)}</span>
    </EvidenceLink>
  );
}

/** First names, which is how a team speaks of itself; the whole name where two people share one, or where it has none. */
function shortNames(people: readonly Person[]): Map<string, string> {
  const firstOf = ({ kind, name }: Person) => (kind === 'human' ? name.split(' ')[0] : name) || name;
  const taken = new Map<string, number>();
  for (const person of people) taken.set(firstOf(person), (taken.get(firstOf(person)) ?? 0) + 1);
  return new Map(
    people.map((person) => [person.id, taken.get(firstOf(person)) === 1 ? firstOf(person) : person.name]),
  );
}

/** Who did it; for a rule its title, for a clock what it did. A macro is still the person who chose it. */
function chipName(event: TicketEvent, people: ReadonlyMap<string, string>): string {
  if (event.kind === 'sla') return clockWords[event.phase] ?? event.phase.replaceAll('_', ' ');
  const rule = event.via?.rule;
  if (rule?.title && rule.type !== 'macro') return rule.title;
  return people.get(event.actor.id) ?? 'System';
}

const clockWords: { [phase: string]: string } = {
  applied: 'clock set',
  started: 'clock started',
  achieved: 'clock stopped',
  breached: 'breached',
};

const MOST_CHIPS = 4;

export function EvidenceChips({
  ids,
  dated,
  most = MOST_CHIPS,
}: {
  ids: readonly EventId[];
  dated?: boolean;
  most?: number;
}) {
  const { event } = useEvidence();
  const known = [...new Set(ids)].filter((id) => event(id) !== undefined);
  if (known.length === 0) return null;
  const shown = known.length > most + 1 ? known.slice(0, most) : known;
  return (
    <span className={styles.chips}>
      {shown.map((id) => (
        <EvidenceChip key={id} id={id} dated={dated ?? false} />
      ))}
      {known.length > shown.length && (
        <span className={styles.more}>and {known.length - shown.length} more</span>
      )}
    </span>
  );
}

export function glyphOf(event: TicketEvent): GlyphName {
  if (event.kind !== 'message') return event.kind === 'call' ? 'reply' : 'system';
  if (event.audience !== 'customer') return 'note';
  if (event.actor.side === 'customer') return 'customer';
  return event.actor.side === 'agent' && event.auto === undefined ? 'reply' : 'system';
}
