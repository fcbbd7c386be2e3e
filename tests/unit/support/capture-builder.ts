/**
 * Builds valid captures for tests, one call per event, at offsets from the ticket's creation:
 *
 *     const capture = ticket({ organization: 'Brightwell' })
 *       .customer('+0', 'The printer is down.')
 *       .group('+1h24m', 'Tier 1', 'Tier 2')
 *       .reply('+9h12m', 'We found it.', { by: 'bo' })
 *       .build();
 *
 * Events are numbered in the order of the calls: the first is 'e1'.
 */
import type { ActorRef, CommonStatus, Iso, Person, Side, SlaMetric, Value } from '../../../lib/ticket/basics';
import type { Change, Message, Sla, TicketEvent } from '../../../lib/ticket/events';
import { type Capture, parseCapture } from '../../../lib/ticket/schema';
import type { Ticket } from '../../../lib/ticket/ticket';

/** A Monday. */
export const START: Iso = '2026-11-16T08:00:00.000Z';

const units: Record<string, number> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };

/** "+1h24m", "-30s", "+2d", "+0". */
export function ms(offset: string): number {
  let sum = 0;
  for (const [, count, unit] of offset.matchAll(/(\d+)(ms|[dhms])/g))
    sum += Number(count) * (units[unit ?? ''] ?? 0);
  return offset.startsWith('-') ? -sum : sum;
}

export function at(offset: string, start: Iso = START): Iso {
  return new Date(Date.parse(start) + ms(offset)).toISOString();
}

/** Everybody the builder knows; other ids become agents without a team. */
export const cast: Record<string, Person> = {
  ada: { id: 'ada', name: 'Ada Lund', kind: 'human', sides: ['customer'] },
  ann: { id: 'ann', name: 'Ann Okoro', kind: 'human', sides: ['agent'] },
  bo: { id: 'bo', name: 'Bo Reyes', kind: 'human', sides: ['agent'] },
  cleo: { id: 'cleo', name: 'Cleo Marsh', kind: 'human', sides: ['agent'] },
  bot: { id: 'bot', name: 'Answer Bot', kind: 'bot', sides: ['agent'] },
  system: { id: 'system', name: 'System', kind: 'system', sides: ['system'] },
};

/** What any event can be given besides its own fields: `by` is who did it, `save` one save in the helpdesk. */
export interface How {
  by?: string;
  save?: string;
  id?: string;
  seq?: number;
  rule?: string;
  team?: string;
}

type Given = string | null | undefined;

export function ticket(fields: Partial<Ticket> = {}, capture: Partial<Omit<Capture, 'ticket'>> = {}) {
  return new CaptureBuilder(fields, capture);
}

export class CaptureBuilder {
  readonly events: TicketEvent[] = [];
  private readonly people: Record<string, Person>;

  constructor(
    private readonly fields: Partial<Ticket>,
    private readonly rest: Partial<Omit<Capture, 'ticket'>>,
  ) {
    this.people = { ...cast };
  }

  /** Adds a person, or gives one of the cast another team, kind or name. */
  person(id: string, fields: Partial<Person>): this {
    this.people[id] = { id, name: id, kind: 'human', sides: ['agent'], ...this.people[id], ...fields };
    return this;
  }

  customer(offset: string, text: string, more: Partial<Message> & How = {}): this {
    return this.message(offset, text, { by: 'ada', ...more });
  }

  reply(offset: string, text = 'We are looking at it.', more: Partial<Message> & How = {}): this {
    return this.message(offset, text, { by: 'ann', ...more });
  }

  note(offset: string, text = 'Seen.', more: Partial<Message> & How = {}): this {
    return this.message(offset, text, { by: 'ann', audience: 'internal', ...more });
  }

  message(offset: string, text: string, more: Partial<Message> & How = {}): this {
    return this.add(offset, more, {
      kind: 'message',
      audience: 'customer',
      body: { text },
      attachments: [],
      channel: 'email',
      ...own(more),
    });
  }

  status(
    offset: string,
    from: CommonStatus | undefined,
    to: CommonStatus,
    how: Partial<Change> & How = {},
  ): this {
    return this.change(offset, 'status', {
      ...(from === undefined ? {} : { from: { label: from, status: from } }),
      to: { label: to, status: to },
      ...how,
    });
  }

  group(offset: string, from: Given, to: string | null, how: Partial<Change> & How = {}): this {
    return this.change(offset, 'group', { ...values(from, to), ...how });
  }

  /** By person id; the value carries id and name, as helpdesks give both. */
  assignee(offset: string, from: Given, to: string | null, how: Partial<Change> & How = {}): this {
    const holder = (id: string): Value => ({ id, label: this.people[id]?.name ?? id });
    return this.change(offset, 'assignee', {
      ...(from === undefined ? {} : { from: from === null ? null : holder(from) }),
      to: to === null ? null : holder(to),
      ...how,
    });
  }

  priority(offset: string, from: Given, to: string, how: Partial<Change> & How = {}): this {
    return this.change(offset, 'priority', { ...values(from, to, priorityRank), ...how });
  }

  tag(offset: string, added: string, how: How = {}): this {
    return this.change(offset, 'tags', { added: [added], ...how });
  }

  change(offset: string, field: Change['field'], more: Partial<Change> & How = {}): this {
    return this.add(offset, { by: 'ann', ...more }, { kind: 'change', field, ...own(more) });
  }

  sla(offset: string, metric: SlaMetric, phase: Sla['phase'], more: Partial<Sla> & How = {}): this {
    return this.add(
      offset,
      { by: 'system', ...more },
      {
        kind: 'sla',
        instance: `p/${metric}/1`,
        metric,
        scope: 'ticket',
        phase,
        computed: false,
        ...own(more),
      },
    );
  }

  add(offset: string, how: How, fields: Record<string, unknown>): this {
    const count = this.events.length + 1;
    const event = {
      id: how.id ?? `e${count}`,
      time: { at: at(offset), precision: 's' },
      seq: how.seq ?? count,
      ...(how.save === undefined ? {} : { batch: how.save }),
      actor: this.actor(how),
      ...(how.rule === undefined
        ? {}
        : { via: { channel: 'other', rule: { title: how.rule, type: 'trigger' } } }),
      source: { rule: 'test' },
      ...fields,
    };
    // The schema check in build() proves the shape.
    this.events.push(event as TicketEvent);
    return this;
  }

  /** The capture as a plain object, checked by the schema. */
  build(): Capture {
    const result = parseCapture(this.raw());
    if (!result.ok) throw new Error(result.problem.message);
    return result.value;
  }

  /** The same, unchecked: for tests of the check itself. */
  raw() {
    const last = (field: Change['field']) =>
      this.events.findLast((event): event is Change => event.kind === 'change' && event.field === field)?.to;
    const defaults = {
      v: 1,
      id: 'desk:https://desk.example:4711',
      helpdesk: 'desk',
      site: 'https://desk.example',
      key: '4711',
      url: 'https://desk.example/tickets/4711',
      subject: 'Printers down',
      people: Object.values(this.people),
      requester: 'ada',
      organization: 'Brightwell',
      participants: [],
      status: last('status') ?? { label: 'open', status: 'open' },
      tags: [],
      productAreas: [],
      initial: { status: { label: 'new', status: 'new' }, group: null, assignee: null, known: true },
      createdAt: START,
      createdBy: { id: 'ada', side: 'customer' },
      mergedFrom: [],
      slas: [],
      metrics: [],
      calendars: [],
    };
    return {
      v: 1,
      id: 'capture-1',
      ticket: { ...defaults, ...this.fields, events: this.events },
      coverage: { complete: true, parts: [], unknownTypes: [], doubtfulTimes: [], warnings: [] },
      statusMap: [],
      capturedAt: at('+30d'),
      viewer: {},
      ...this.rest,
    };
  }

  private actor({ by = 'system', team }: How): ActorRef {
    const person = this.people[by];
    const side: Side = person?.sides[0] ?? 'agent';
    const known = team ?? person?.team;
    return { id: by, side, ...(known === undefined ? {} : { team: known }) };
  }
}

const ranks: Record<string, number> = { Urgent: 1, High: 2, Normal: 3, Low: 4 };

function priorityRank(label: string): Value {
  const rank = ranks[label];
  return rank === undefined ? { label } : { label, rank };
}

function values(from: Given, to: string | null, make: (label: string) => Value = (label) => ({ label })) {
  return {
    ...(from === undefined ? {} : { from: from === null ? null : make(from) }),
    to: to === null ? null : make(to),
  };
}

/** An event's own fields, without the builder's words for who and when. */
function own<T extends How>(more: T): Omit<T, keyof How> {
  const { by, save, id, seq, rule, team, ...fields } = more;
  return fields;
}
