import type { Person } from '../ticket/basics';
import type { Ticket } from '../ticket/ticket';

/** Names that are also words: replaced only as part of a full name. */
const alsoWords = new Set(
  'Will Mark May April June Grace Art Bill Rob Pat Sue Chase Hope Joy Faith Jack Rich Drew Dean Angel Max Miles Page Price Case Young Long Day King Sky'.split(
    ' ',
  ),
);
/** An account of a whole team has no person's name. */
const teamWords =
  /^(?:\w*\d\w*|support|team|service|desk|admin|agent|help|helpdesk|customer|system|bot|tier|level|billing|sales|operations|ops|api|user|technical|it|the|and|of)$/i;

/**
 * Replaces colleagues' names in text quoted from the ticket by their team, in the square brackets that show an
 * editor's hand: what happened is the subject of a postmortem, not who it happened to. The customer's people
 * keep their names.
 */
export function withoutStaffNames(ticket: Pick<Ticket, 'people' | 'organization'>): (text: string) => string {
  const kept = keptWords(ticket);
  const roles = new Map<string, string>();
  const add = (name: string, person: Person) => {
    if (!roles.has(name)) roles.set(name, `[${person.team?.trim() || 'colleague'}]`);
  };
  const staff = ticket.people.filter(isStaff);
  for (const person of staff) if (isPersonal(person.name) && !kept.has(person.name)) add(person.name, person);
  for (const person of staff) {
    for (const part of isPersonal(person.name) ? person.name.split(/\s+/) : []) {
      if (/^\p{Lu}[\p{L}'’-]+$/u.test(part) && !kept.has(part) && !alsoWords.has(part)) add(part, person);
    }
  }
  if (roles.size === 0) return (text) => text;
  const names = [...roles.keys()].sort((a, b) => b.length - a.length).map(asPattern);
  const pattern = new RegExp(names.join('|'), 'gu');
  return (text) => text.replace(pattern, (name) => roles.get(name) ?? name);
}

/** The name as a word of its own; scripts that write without spaces have no words to tell apart. */
function asPattern(name: string): string {
  const literal = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(name)) return literal;
  return `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
}

function isStaff(person: Person): boolean {
  return person.kind === 'human' && person.sides.includes('agent') && !person.sides.includes('customer');
}

function isPersonal(name: string): boolean {
  const words = name.trim().split(/\s+/);
  return words[0] !== '' && words.length <= 5 && !words.some((word) => teamWords.test(word));
}

function keptWords({ people, organization }: Pick<Ticket, 'people' | 'organization'>): Set<string> {
  const others = people.filter((person) => !isStaff(person)).flatMap(({ name, org }) => [name, org ?? '']);
  const teams = people.map((person) => person.team ?? '');
  return new Set([...others, ...teams, organization ?? ''].flatMap((text) => [text, ...text.split(/\s+/)]));
}
