import { findSensitive } from '../../language/redact';
import { knownNames } from '../../language/redact/tokens';
import type { SensitiveKind } from '../../language/redact/types';
import { findColleagues } from '../../postmortem/roles';
import type { Capture } from '../../ticket/schema';

export interface OutsideWords {
  /** Words of the ticket: in square brackets stands what an editor put there. */
  quoted(text: string): string;
  /** Words of our own. */
  own(text: string): string;
  /** For readers who never met the customer either: nobody's data is left in it, whatever is redacted later. */
  anonymous(text: string): string;
}

/** Text for readers outside the company: no colleague and no team is named in it. */
export function outsideWords(capture: Pick<Capture, 'ticket'>): OutsideWords {
  const find = findColleagues(capture, { strict: true });
  const teams = teamPattern(capture);
  const known = knownNames(capture);
  const without = (text: string, person: string, team: string) => {
    const parts = replaced(
      text,
      find(text).map((span) => ({ ...span, by: person })),
    );
    return teams ? parts.replace(teams, team) : parts;
  };
  const quoted = (text: string) => without(text, '[a colleague]', '[our team]');
  return {
    quoted,
    own: (text) => without(text, 'a colleague', 'our team'),
    anonymous(text) {
      const plain = quoted(text);
      return replaced(
        plain,
        findSensitive(plain, known).map(({ start, end, kind }) => ({ start, end, by: instead(kind) })),
      );
    },
  };
}

function instead(kind: SensitiveKind): string {
  if (kind === 'person') return '[the customer]';
  return kind === 'company' ? '[the company]' : `[${kind.replaceAll('_', ' ')}]`;
}

function replaced(text: string, spans: readonly { start: number; end: number; by: string }[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, by } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    result += text.slice(from, start) + by;
    from = end;
  }
  return result + text.slice(from);
}

/** "Tier 2", "EU Escalations"; a single word, "Support", names no team that an outsider could not guess. */
function teamPattern({ ticket }: Pick<Capture, 'ticket'>): RegExp | undefined {
  const labels = new Set<string>();
  const add = (label: string | undefined) => {
    const name = label?.replace(/\s+/g, ' ').trim() ?? '';
    if (/\s|\d/.test(name)) labels.add(name);
  };
  for (const person of ticket.people) if (person.sides.includes('agent')) add(person.team);
  for (const value of [ticket.group, ticket.initial.group]) add(value?.label);
  for (const event of ticket.events) {
    add(event.actor.side === 'agent' ? event.actor.team : undefined);
    if (event.kind !== 'change' || (event.field !== 'group' && event.field !== 'tier')) continue;
    for (const value of [event.from, event.to]) add(value?.label);
  }
  labels.delete(ticket.organization ?? '');
  if (labels.size === 0) return undefined;
  const names = [...labels].sort((a, b) => b.length - a.length).map(literal);
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:[Tt]he )?(?:${names.join('|')})(?:[ -]team)?(?![\\p{L}\\p{N}])`,
    'giu',
  );
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', '\\s+');
}
