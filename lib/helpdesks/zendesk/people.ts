/** Who is who on a ticket. Only people the history mentions end up in the capture. */
import type { ActorRef, Person, Side } from '../../ticket/basics';
import type { Warn } from './audits';
import { type Fields, idOf, lineOf } from './fields';
import type { LookUp } from './remembered';
import { zoneOf } from './zones';

export const SYSTEM_ID = 'system';

interface Known {
  name: string;
  role: string | undefined;
  light: boolean;
  organization: string | undefined;
  group: string | undefined;
  zone: string | undefined;
  email: string | undefined;
  /** Deleted in Zendesk: what is left is a number and, for a while, a role. */
  deleted: boolean;
}
export type Actor = ActorRef;

interface TeamNames {
  groups: LookUp<string>;
  organizations: LookUp<string>;
}

/** A directory as those look at it who only ask. */
export interface Facts {
  known: LookUp<Known>;
  byEmail: LookUp<string>;
  heard: LookUp<string>;
  staff: LookUp<true>;
  names: TeamNames;
}

/** What is known of everybody, whether the history mentions them or not. */
export class Directory {
  readonly known = new Map<string, Known>();
  readonly byEmail = new Map<string, string>();
  readonly heard = new Map<string, string>();
  readonly staff = new Map<string, true>();
  names: TeamNames = { groups: new Map(), organizations: new Map() };

  learn(users: readonly Fields[]): void {
    for (const user of users) {
      const id = idOf(user.id);
      const name = lineOf(user.name);
      const deleted = user.active === false;
      if (!id || (!name && !deleted)) continue;
      const email = deleted ? undefined : lineOf(user.email)?.toLowerCase();
      if (email) this.byEmail.set(email, id);
      this.known.set(id, {
        name: deleted || !name ? `Deleted user ${id}` : name,
        role: lineOf(user.role),
        light: user.role_type === 1 || user.only_private_comments === true,
        organization: idOf(user.organization_id),
        group: idOf(user.default_group_id),
        zone: zoneOf(user.iana_time_zone, user.time_zone),
        email,
        deleted,
      });
    }
  }

  /** People whom Zendesk, asked by id, does not know any more. */
  learnDeleted(ids: readonly string[]): void {
    this.learn(ids.filter((id) => !this.knows(id)).map((id) => ({ id, active: false })));
  }

  /** A name told in passing, for whom nothing better is known. */
  hear(names: ReadonlyMap<string, string>): void {
    for (const [id, name] of names) this.heard.set(id, name);
  }

  /** Somebody who held the ticket or moved it works here, whatever became of their account. */
  addStaff(id: string): void {
    this.staff.set(id, true);
  }

  knows(id: string): boolean {
    return isSystem(id) || this.known.has(id);
  }

  nameOf(id: string): string {
    return nameIn(this, id);
  }
}

export class People {
  private mentioned = new Map<string, Person>();
  private addresses = new Map<string, string>();
  private requesters = new Set<string>();
  private numbered = new Map<string, string>();
  private readonly directory: Facts;
  private readonly warn: Warn;

  constructor(directory: Facts, warn: Warn) {
    this.directory = directory;
    this.warn = warn;
  }

  /** Whoever was mentioned to others so far, in the same order. */
  takeOver({ mentioned, addresses, requesters, numbered }: People): void {
    Object.assign(this, { mentioned, addresses, requesters, numbered });
  }

  /** Before the first save. */
  beginWith(requester: string | undefined, hasClocks: boolean): void {
    if (requester) this.addRequester(requester);
    if (hasClocks) this.system();
  }

  addRequester(id: string): void {
    this.requesters.add(id);
  }

  knows(id: string): boolean {
    return isSystem(id) || this.directory.known.has(id);
  }

  isEndUser(id: string): boolean {
    return this.directory.known.get(id)?.role === 'end-user';
  }

  isAgent(id: string): boolean {
    const role = this.directory.known.get(id)?.role;
    return role === undefined ? this.directory.staff.has(id) : role !== 'end-user';
  }

  isBot(id: string): boolean {
    return this.mentioned.get(id)?.kind === 'bot';
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

  /** A bot by its name, or the user account it speaks with. */
  bot(account: string | undefined, name: string | undefined): string {
    if (account !== undefined) {
      const person = this.mention(account);
      person.kind = 'bot';
      if (!person.sides.includes('system')) person.sides.push('system');
      return account;
    }
    return this.made('bot', name ?? 'Bot', { kind: 'bot', sides: ['system'] });
  }

  /** Somebody of whom a conversation tells the name and no number. */
  unlisted(name: string | undefined, side: Side): string {
    const shown = name ?? (side === 'agent' ? 'An agent' : 'A visitor');
    return this.made('visitor', shown, { kind: 'human', sides: [side] });
  }

  nameOf(id: string): string {
    return nameIn(this.directory, id);
  }

  /** A person mentioned but not acting: assignee, CC, follower, requester. */
  mention(id: string): Person {
    const before = this.mentioned.get(id);
    if (before) return before;
    const known = this.directory.known.get(id);
    if (!known && !this.directory.heard.has(id)) this.warn('user', 'name not readable', `user ${id}`);
    const team = known?.group && this.directory.names.groups.get(known.group);
    const org = known?.organization && this.directory.names.organizations.get(known.organization);
    const person: Person = {
      id,
      name: this.nameOf(id),
      kind: 'human',
      sides: known?.role || this.directory.staff.has(id) ? [this.sideOf(id, undefined, 'customer')] : [],
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
    const known = this.directory.byEmail.get(email);
    if (known) return this.mention(known).id;
    const before = this.addresses.get(email);
    if (before) return before;
    const made = `address:${this.addresses.size + 1}`;
    this.addresses.set(email, made);
    const name = `Somebody at ${email.slice(email.lastIndexOf('@') + 1)}`;
    this.mentioned.set(made, { id: made, name, kind: 'human', sides: [], emails: [email] });
    return made;
  }

  /** Numbered in the order they appear, so that the same ticket gives the same ids, and none holds a name. */
  private made(word: string, name: string, what: Pick<Person, 'kind' | 'sides'>): string {
    const key = `${word} ${name}`;
    const id = this.numbered.get(key) ?? `${word}:${this.numbered.size + 1}`;
    this.numbered.set(key, id);
    if (!this.mentioned.has(id)) this.mentioned.set(id, { id, name, ...what });
    return id;
  }

  all(): Person[] {
    return [...this.mentioned.values()];
  }

  private sideOf(id: string, requester: string | undefined, hint: Side): Side {
    // An agent who asks is the customer of this ticket, and Zendesk does not count their comments as replies.
    if (id === requester) return 'customer';
    const known = this.directory.known.get(id);
    if (!known?.role) return this.directory.staff.has(id) ? 'agent' : hint;
    if (known.role !== 'end-user') return 'agent';
    return this.isOutsider(id, known) ? 'third_party' : 'customer';
  }

  /** Only when both organisations are known and differ; a colleague without one stays a customer. */
  private isOutsider(id: string, known: Known): boolean {
    if (!known.organization || this.requesters.has(id)) return false;
    const homes = [...this.requesters].map((requester) => this.directory.known.get(requester)?.organization);
    return homes.length > 0 && homes.every((home) => home !== undefined && home !== known.organization);
  }
}

function nameIn({ known, heard }: Pick<Facts, 'known' | 'heard'>, id: string): string {
  return isSystem(id) ? 'Zendesk' : (known.get(id)?.name ?? heard.get(id) ?? `User ${id}`);
}

function isSystem(id: string): boolean {
  return id.startsWith('-') || id === SYSTEM_ID || id === '0';
}
