import type { Problem } from '../../ticket/problem';
import type { Coverage } from '../../ticket/schema';
import type { Ticket } from '../../ticket/ticket';
import type { Pulled } from './capture';
import { list } from './shape';

type Part = Coverage['parts'][number];

/** What was read and what was not, in the reader's words; nothing is silently partial. */
export function coverageOf(pulled: Pulled, ticket: Ticket, unknown: ReadonlyMap<string, number>): Coverage {
  const { reading } = pulled;
  const merged = ticket.mergedFrom.length;
  const files = [...reading.texts.values()].reduce((sum, message) => sum + message.attachments.length, 0);
  const parts: Part[] = [
    { part: 'ticket', state: 'read' },
    eventsPart(pulled),
    messagesPart(pulled, 'comments', ['Create', 'Correspond']),
    notesPart(pulled),
    peoplePart(ticket, pulled.missed.get('user')),
    ...missedParts(pulled),
    {
      part: 'slas',
      state: 'read',
      note: 'Deadlines as the ticket showed them at the time. Request Tracker records no breach.',
    },
    { part: 'calendars', state: 'absent', note: 'Request Tracker does not tell its business hours.' },
    {
      part: 'attachments',
      state: files > 0 ? 'not_tried' : 'absent',
      found: files,
      ...(files > 0 ? { note: 'Names and sizes only.' } : {}),
    },
    { part: 'merged', state: merged > 0 ? 'read' : 'absent', found: merged },
  ];
  return {
    complete: parts.every(
      (part) => part.state !== 'partial' && part.state !== 'refused' && part.state !== 'failed',
    ),
    parts,
    unknownTypes: [...unknown].map(([type, count]) => ({ type, count })),
    doubtfulTimes: [],
    warnings: warningsOf(pulled),
  };
}

function eventsPart({ history }: Pulled): Part {
  const found = history.transactions.length;
  // Only superusers are told how many there are.
  const expected = history.total === undefined ? undefined : history.total - history.dropped;
  return {
    part: 'events',
    state: history.cut || (expected !== undefined && found < expected) ? 'partial' : 'read',
    found,
    ...(expected === undefined ? {} : { expected }),
    ...(history.cut ? { note: history.cut } : {}),
  };
}

function messagesPart({ reading }: Pulled, part: string, types: readonly string[]): Part {
  const messages = reading.transactions.filter((one) => types.includes(one.type));
  const found = messages.filter((one) => reading.texts.get(one.id)?.read === true).length;
  return { part, state: found < messages.length ? 'partial' : 'read', found, expected: messages.length };
}

/**
 * RT leaves comments out without a word for those who may not see them. Whoever sees none and may not write one
 * (the ticket then offers no `comment` link) most likely belongs to them.
 */
function notesPart(pulled: Pulled): Part {
  const part = messagesPart(pulled, 'notes', ['Comment']);
  const mayComment = list(pulled.ticket._hyperlinks).some((link) => link.ref === 'comment');
  if (part.expected !== 0 || (mayComment && pulled.viewer.privileged !== false)) return part;
  return {
    part: 'notes',
    state: 'refused',
    found: 0,
    note: 'Request Tracker shows you no internal comments, and does not say whether there are any.',
  };
}

function peoplePart(ticket: Ticket, missed: Problem | undefined): Part {
  const found = ticket.people.filter((person) => !/^user /.test(person.name)).length;
  const expected = ticket.people.length;
  const notes = [
    ...(found < expected ? ['Some people are known by number only.'] : []),
    ...(missed ? [`Who is staff is partly a guess: ${missed.message}`] : []),
  ];
  return {
    part: 'people',
    state: notes.length > 0 ? 'partial' : 'read',
    found,
    expected,
    ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
  };
}

const missable = { queue: 'names', customfield: 'names', mails: 'mails', viewer: 'viewer' };

/** Told only where something is missing: numbers then stand in place of names. */
function missedParts({ missed }: Pulled): Part[] {
  const parts = new Map<string, Part>();
  for (const [what, part] of Object.entries(missable)) {
    const problem = missed.get(what);
    const state = problem?.code === 'no_permission' ? 'refused' : 'failed';
    if (problem && !parts.has(part)) parts.set(part, { part, state, note: problem.message });
  }
  return [...parts.values()];
}

function warningsOf({ ref, reading }: Pulled): Coverage['warnings'] {
  const warnings = reading.transactions
    .filter((one) => reading.texts.get(one.id)?.read === false)
    .map((one) => ({
      field: 'body',
      reason: 'Request Tracker has a text here that could not be read.',
      source: `txn:${one.id}`,
    }));
  const moved =
    ref.key === reading.key
      ? []
      : [
          {
            field: 'key',
            reason: `Ticket ${ref.key} was merged into ticket ${reading.key}; this is ticket ${reading.key}.`,
          },
        ];
  return [...moved, ...warnings];
}
