/**
 * Everybody who appears on the ticket. RT names people by login in records and by number in old and new values;
 * here a person is always `user:NUMBER`, because a login is often an e-mail address.
 */
import type { ActorRef, Person, Side } from '../../ticket/basics';
import { cleanLine } from '../../ticket/clean-text';
import { type Rest, severally } from './rest';
import { type Fields, list, text } from './shape';

export interface People {
  /** Takes in what a record tells about a user; returns the actor id. */
  learn(user: Fields): string | undefined;
  /** Asks RT about a user known only by number or login. */
  lookUp(numberOrLogin: string): Promise<void>;
  /** Asks whether RT counts these people as staff. */
  askWhetherStaff(ids: readonly string[]): Promise<void>;
  id(numberOrLogin: string): string | undefined;
  name(id: string): string;
  /** RT's user Nobody, who owns what nobody owns. */
  isNobody(id: string | undefined): boolean;
  side(id: string): Side;
  all(): Person[];
}

export interface Roles {
  requesters: ReadonlySet<string>;
  owners: ReadonlySet<string>;
}

interface Known {
  login: string;
  name: string;
  email: string;
  org: string;
  zone: string;
  privileged: boolean | undefined;
}

export const systemId = 'user:1'; // RT_System, created by every installation (RT::Handle, InsertInitialData)
const nobodyLogin = 'Nobody';

export function peopleOf(source: Rest, roles: () => Roles): People {
  const known = new Map<string, Known>();
  const byLogin = new Map<string, string>();
  const used = new Set<string>();

  const learn = (user: Fields): string | undefined => {
    const number = text(user.id);
    if (!/^\d+$/.test(number)) return byLogin.get(number);
    const id = `user:${number}`;
    const login = text(user.Name);
    const before = known.get(id);
    known.set(id, {
      login: login || before?.login || '',
      name: text(user.RealName) || before?.name || '',
      email: text(user.EmailAddress) || before?.email || '',
      org: text(user.Organization) || before?.org || '',
      zone: text(user.Timezone) || before?.zone || '',
      // An expanded field that the viewer may not see comes as '', so only 0 and 1 tell something.
      privileged: /^[01]$/.test(text(user.Privileged)) ? text(user.Privileged) === '1' : before?.privileged,
    });
    if (login) byLogin.set(login, id);
    return id;
  };

  const idFor = (key: string) =>
    /^\d+$/.test(key) && known.has(`user:${key}`) ? `user:${key}` : byLogin.get(key);
  const ask = async (key: string) => {
    const user = await source.find(`user/${encodeURIComponent(key)}`, 'Name');
    if (user)
      learn({ ...user, id: user.id ?? list(user._hyperlinks).find((link) => link.ref === 'self')?.id });
  };
  const facts = (id: string) => known.get(id);

  const side = (id: string): Side => {
    const { requesters, owners } = roles();
    if (id === systemId) return 'system';
    // As RT's own deadlines see it: the owner is always inside, requestors are outside (RT::Action::SLA_SetDue).
    if (owners.has(id)) return 'agent';
    if (requesters.has(id)) return 'customer';
    if (facts(id)?.privileged !== false) return 'agent';
    return isColleague(facts(id), [...requesters].map(facts)) ? 'customer' : 'third_party';
  };

  const name = (id: string) => {
    const person = facts(id);
    // A login that is an e-mail address is shortened: addresses belong in `emails` only.
    return (
      cleanLine(person?.name ?? '') || cleanLine(person?.login.split('@')[0] ?? '') || id.replace(':', ' ')
    );
  };

  return {
    learn,
    lookUp: async (key) => {
      if (!idFor(key)) await ask(key);
    },
    askWhetherStaff: async (ids) => {
      const open = ids.filter((id) => facts(id)?.privileged === undefined && id !== systemId);
      await severally(open, (id) => ask(id.slice('user:'.length)));
    },
    id: idFor,
    name,
    isNobody: (id) => id !== undefined && facts(id)?.login === nobodyLogin,
    side: (id) => {
      used.add(id);
      return side(id);
    },
    all: () => [...used].sort().map((id) => asPerson(id, name(id), side(id), facts(id))),
  };
}

export function actor(people: People, id: string): ActorRef {
  return { id, side: people.side(id) };
}

function asPerson(id: string, name: string, side: Side, known: Known | undefined): Person {
  return {
    id,
    name,
    kind: side === 'system' ? 'system' : 'human',
    sides: [side],
    ...(known?.zone ? { timeZone: known.zone } : {}),
    ...(known?.org ? { org: cleanLine(known.org) } : {}),
    ...(known?.email ? { emails: [known.email] } : {}),
  };
}

/** Somebody without a staff account who is of the requester's organisation or mail domain speaks for the customer. */
function isColleague(person: Known | undefined, requesters: (Known | undefined)[]): boolean {
  const domain = domainOf(person);
  return requesters.some(
    (requester) =>
      (person?.org && person.org === requester?.org) ||
      (domain !== undefined && domain === domainOf(requester)),
  );
}

function domainOf(person: Known | undefined): string | undefined {
  return /@([^@\s]+)$/.exec(person?.email || person?.login || '')?.[1]?.toLowerCase();
}
