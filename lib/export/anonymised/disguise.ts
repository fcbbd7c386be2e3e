/**
 * Who and what is called what in an anonymised capture. Equal words stay equal and different ones different, because
 * the analysis compares names of people and teams; what it reads out of a team's name, its tier, stays readable.
 */
import { isEscalationRule, isEscalationTag } from '../../analysis/escalations';
import { isSpecialistTeam, tierOf } from '../../analysis/tiers';
import type { Person } from '../../ticket/basics';
import type { Ticket } from '../../ticket/ticket';
import { Ids } from './ids';
import { knownWordsOnly } from './known-words';

export class Disguise {
  readonly ids: Ids;
  private readonly keys: ReadonlySet<string>;
  private readonly given = new Map<string, Map<string, string>>();
  private readonly people = new Map<string, number>();

  constructor(ticket: Ticket) {
    this.ids = new Ids(ticket.url);
    this.keys = new Set([ticket.key, ...ticket.mergedFrom, ticket.mergedInto ?? ticket.key]);
    // In the order of the list, so that who is on the ticket first is the first of their kind.
    for (const person of ticket.people) this.name(person.name, person);
  }

  /** A person's name, or the label of a value that names one. */
  name(name: string, person?: Pick<Person, 'kind' | 'sides'>): string {
    return this.give('names', name, () => {
      const kind = person ? kindOf(person) : 'Agent';
      const count = (this.people.get(kind) ?? 0) + 1;
      this.people.set(kind, count);
      return `${kind} ${kind === 'Agent' ? letters(count) : count}`;
    });
  }

  group(label: string): string {
    return this.give('groups', label, (count) => {
      const name = `${isSpecialistTeam(label) ? 'Specialist group' : 'Group'} ${count}`;
      const tier = tierOf(label);
      return tier === undefined ? name : `${name} (Tier ${tier})`;
    });
  }

  tag(tag: string): string {
    return this.give('tags', tag, (count) => `${isEscalationTag(tag) ? 'escalation-' : ''}tag-${count}`);
  }

  rule(title: string): string {
    return this.give('rules', title, (count) => {
      return `${isEscalationRule(title) ? 'Escalation rule' : 'Rule'} ${count}`;
    });
  }

  /** "Policy 1": for what is known by its sort alone. */
  numbered(sort: string, original: string): string {
    return this.give(sort, original, (count) => `${sort} ${count}`);
  }

  /** One of the words everybody uses for such a value, else numbered. */
  common(sort: string, known: ReadonlySet<string>, original: string): string {
    return known.has(original.toLowerCase()) ? original : this.numbered(sort, original);
  }

  /** Our readers' own words; counts stay, a ticket's number does not. */
  words(text: string): string {
    return knownWordsOnly(text, (digits) =>
      digits.length > 3 || this.keys.has(digits) ? this.ids.number(digits) : digits,
    );
  }

  private give(sort: string, original: string, make: (count: number) => string): string {
    if (original === '') return '';
    const names = this.given.get(sort) ?? new Map<string, string>();
    this.given.set(sort, names);
    const before = names.get(original);
    if (before !== undefined) return before;
    const made = make(names.size + 1);
    names.set(original, made);
    return made;
  }
}

function kindOf({ kind, sides }: Pick<Person, 'kind' | 'sides'>): string {
  if (kind === 'bot') return 'Bot';
  if (kind === 'integration') return 'Integration';
  if (kind === 'system') return 'System';
  if (sides.includes('customer')) return 'Customer';
  if (sides.includes('third_party')) return 'Third party';
  return 'Agent';
}

/** A, B, … Z, AA, AB. */
function letters(count: number): string {
  const last = String.fromCharCode(65 + ((count - 1) % 26));
  return count > 26 ? letters(Math.floor((count - 1) / 26)) + last : last;
}
