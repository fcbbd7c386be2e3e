/** Who is who on a ticket. Only people the history mentions end up in the capture. */
import type { ActorRef, Person, Side } from '../../ticket/basics';
import type { Warn } from './audits';
import { type Fields, idOf, lineOf } from './fields';

export const SYSTEM_ID = 'system';

interface Known {
  name: string;
  role: string | undefined;
  light: boolean;
  organization: string | undefined;
  group: string | undefined;
  zone: string | undefined;
  email: string | undefined;
}

export class People {
  private readonly known = new Map<string, Known>();
  private readonly byEmail = new Map<string, string>();
  private readonly mentioned = new Map<string, Person>();
  private readonly addresses = new Map<string, string>();
  private readonly requesters = new Set<string>();
  private readonly warn: Warn;
  private names: { groups: ReadonlyMap<string, string>; organizations: ReadonlyMap<string, string> } = {
    groups: new Map(),
    organizations: new Map(),
  };

  constructor(warn: Warn) {
    this.warn = warn;
  }

  learn(users: readonly Fields[]): void {
    for (const user of users) {
      const id = idOf(user.id);
      const name = lineOf(user.name);
      if (!id || !name) continue;
      const email = lineOf(user.email)?.toLowerCase();
      if (email) this.byEmail.set(email, id);
      this.known.set(id, {
        name,
        role: lineOf(user.role),
        light: user.role_type === 1 || user.only_private_comments === true,
        organization: idOf(user.organization_id),
        group: idOf(user.default_group_id),
        zone: lineOf(user.iana_time_zone),
        email,
      });
    }
  }

  setNames(names: typeof this.names): void {
    this.names = names;
  }

  addRequester(id: string): void {
    this.requesters.add(id);
  }

  knows(id: string): boolean {
    return isSystem(id) || this.known.has(id);
  }

  isEndUser(id: string): boolean {
    return this.known.get(id)?.role === 'end-user';
  }

  isAgent(id: string): boolean {
    const role = this.known.get(id)?.role;
    return role !== undefined && role !== 'end-user';
  }

  /** Side and team as of the event; `team` is told where the history shows it. */
  actor(id: string, at: { requester: string | undefined; team: string | undefined; hint: Side }): ActorRef {
    if (isSystem(id)) return { id: this.system(), side: 'system' };
    const person = this.mention(id);
    const side = this.sideOf(id, at.requester, at.hint);
    if (!person.sides.includes(side)) person.sides.push(side);
    const team = side === 'agent' ? (at.team ?? person.team) : undefined;
    return { id, side, team };
  }

  system(): string {
    this.mentioned.set(SYSTEM_ID, { id: SYSTEM_ID, name: 'Zendesk', kind: 'system', sides: ['system'] });
    return SYSTEM_ID;
  }

  nameOf(id: string): string {
    return isSystem(id) ? 'Zendesk' : (this.known.get(id)?.name ?? `User ${id}`);
  }

  /** A person mentioned but not acting: assignee, CC, follower, requester. */
  mention(id: string): Person {
    const before = this.mentioned.get(id);
    if (before) return before;
    const known = this.known.get(id);
    if (!known) this.warn('user', 'name not readable', `user ${id}`);
    const team = known?.group && this.names.groups.get(known.group);
    const org = known?.organization && this.names.organizations.get(known.organization);
    const person: Person = {
      id,
      name: this.nameOf(id),
      kind: 'human',
      sides: known ? [this.sideOf(id, undefined, 'customer')] : [],
      team: this.isAgent(id) ? team : undefined,
      timeZone: known?.zone,
      light: known?.light || undefined,
      org,
      emails: known?.email ? [known.email] : undefined,
    };
    this.mentioned.set(id, person);
    return person;
  }

  /** By id, by a known address, or as somebody of whom only the address is known. */
  byReference(value: unknown): string | undefined {
    const id = idOf(value);
    if (id) return this.mention(id).id;
    const email = lineOf(value)?.toLowerCase();
    if (!email?.includes('@')) return undefined;
    const known = this.byEmail.get(email);
    if (known) return this.mention(known).id;
    const before = this.addresses.get(email);
    if (before) return before;
    const made = `address:${this.addresses.size + 1}`;
    this.addresses.set(email, made);
    const name = `Somebody at ${email.slice(email.lastIndexOf('@') + 1)}`;
    this.mentioned.set(made, { id: made, name, kind: 'human', sides: [], emails: [email] });
    return made;
  }

  all(): Person[] {
    return [...this.mentioned.values()];
  }

  private sideOf(id: string, requester: string | undefined, hint: Side): Side {
    // An agent who asks is the customer of this ticket, and Zendesk does not count their comments as replies.
    if (id === requester) return 'customer';
    const known = this.known.get(id);
    if (!known?.role) return hint;
    if (known.role !== 'end-user') return 'agent';
    return this.isOutsider(id, known) ? 'third_party' : 'customer';
  }

  /** Only when both organisations are known and differ; a colleague without one stays a customer. */
  private isOutsider(id: string, known: Known): boolean {
    if (!known.organization || this.requesters.has(id)) return false;
    const homes = [...this.requesters].map((requester) => this.known.get(requester)?.organization);
    return homes.length > 0 && homes.every((home) => home !== undefined && home !== known.organization);
  }
}

function isSystem(id: string): boolean {
  return id.startsWith('-') || id === SYSTEM_ID || id === '0';
}
