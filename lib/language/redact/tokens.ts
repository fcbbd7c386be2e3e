/** Which value is called what: the same for a whole document, whatever of it is redacted first. */
import type { Person } from '../../ticket/basics';
import type { Capture } from '../../ticket/schema';
import { findIn } from './find';
import { foldLetters } from './fold';
import { NameFinder } from './names';
import { Recurring } from './recurring';
import type { KnownName, SensitiveKind, Span } from './types';

/** One value and its token; the way back, which never leaves the browser. */
export interface TokenEntry {
  token: string;
  kind: SensitiveKind;
  value: string;
}

export interface Replacement {
  start: number;
  end: number;
  kind: SensitiveKind;
  token: string;
  value: string;
}

export interface TokenMap {
  /** In order of first appearance. */
  readonly entries: readonly TokenEntry[];
  /** What `redact` would replace in a text, sorted and without overlap. Kept are tokens or values. */
  replacements(text: string, keep?: ReadonlySet<string>): Replacement[];
  /** The same for each of many texts, in far less time than one by one. */
  replacementsOfAll(texts: readonly string[], keep?: ReadonlySet<string>): Replacement[][];
}

/** A map that looks through texts one by one. */
export function tokenMap(entries: TokenMap['entries'], replacements: TokenMap['replacements']): TokenMap {
  return {
    entries,
    replacements,
    replacementsOfAll: (texts, keep) => texts.map((text) => replacements(text, keep)),
  };
}

export interface Known extends KnownName {
  token: string;
}

/** A value that turns up first in a text of a person's own gets no number, but never stays. */
const words: { [kind in SensitiveKind]: string } = {
  email: 'e-mail',
  phone: 'phone',
  card: 'card',
  card_code: 'card code',
  iban: 'IBAN',
  bank: 'bank number',
  ip: 'IP',
  key: 'key',
  password: 'password',
  address: 'address',
  account: 'account',
  national_id: 'ID number',
  birth_date: 'date of birth',
  person: 'person',
  company: 'company',
  site: 'site',
};

// Without a look at what stands before: scripts without spaces have a letter there.
const tokenForms = new RegExp(
  `\\[(?:${Object.values(words).join('|')})(?: \\d+)?\\]|(?:Customer|Third party|Company) \\d+|Agent [A-Z]{1,3}(?![\\p{L}\\p{N}])`,
  'gu',
);
/** A character for private use, which no rule takes for a letter, a digit or a space. */
const MASK = '\uf8ff';

/** Reads the ticket and what was written about it once, and numbers every value in the order it comes up. */
export function makeTokens(capture: Capture, postmortem?: object): TokenMap {
  const known = knownNames(capture);
  const names = new NameFinder(known);
  const entries: TokenEntry[] = known.map(({ name, token, kind = 'person' }) => ({
    token,
    kind,
    value: name,
  }));
  const tokens = new Map<string, string>();
  const counts = new Map<SensitiveKind, number>();
  for (const { text, spans } of foundIn(new Set(textsOf(capture.ticket, postmortem)), names)) {
    for (const span of spans) {
      const value = text.slice(span.start, span.end);
      const key = keyOf(span.kind, value);
      if (span.known !== undefined || tokens.has(key)) continue;
      const count = (counts.get(span.kind) ?? 0) + 1;
      counts.set(span.kind, count);
      const token = `[${words[span.kind]} ${count}]`;
      tokens.set(key, token);
      entries.push({ token, kind: span.kind, value });
    }
  }
  const recurring = new Recurring(entries);
  const tokenOf = (span: Span, value: string) =>
    (span.known === undefined ? undefined : known[span.known]?.token) ??
    tokens.get(keyOf(span.kind, value)) ??
    recurring.tokenOf(value) ??
    `[${words[span.kind]}]`;
  const written = valuesByToken(entries);
  const replaced = ({ text, plain, spans }: Found, keep: ReadonlySet<string>) =>
    recurring.withRecurring(plain, spans).flatMap((span) => {
      const value = text.slice(span.start, span.end);
      const token = 'token' in span ? span.token : tokenOf(span, value);
      const isKept = [token, value, ...(written.get(token) ?? [])].some((name) => keep.has(name));
      if (isKept) return [];
      return unmasked(plain, span).map(({ start, end }) => ({ start, end, kind: span.kind, token, value }));
    });
  return {
    entries,
    replacements(text, keep = new Set()) {
      const plain = masked(text);
      return replaced({ text, plain, spans: findIn(plain, names) }, keep);
    },
    replacementsOfAll: (texts, keep = new Set()) =>
      Array.from(foundIn(texts, names), (found) => replaced(found, keep)),
  };
}

interface Found {
  text: string;
  /** Without tokens, as it was looked through. */
  plain: string;
  spans: Span[];
}

/** Between texts that are looked through together: no rule reads on over it. */
const BARRIER = '\n\uf8fe\n';
const LONGEST_BATCH = 100_000;

/** What `findIn` finds in each text. Most are short, and each search has its costs; so many are searched as one. */
function* foundIn(texts: Iterable<string>, names: NameFinder): Generator<Found> {
  let batch: string[] = [];
  let length = 0;
  for (const text of texts) {
    batch.push(text);
    length += text.length;
    if (length < LONGEST_BATCH) continue;
    yield* foundInBatch(batch, names);
    batch = [];
    length = 0;
  }
  yield* foundInBatch(batch, names);
}

function* foundInBatch(texts: readonly string[], names: NameFinder): Generator<Found> {
  const masks = texts.map(masked);
  const all = findIn(masks.join(BARRIER), names);
  let next = 0;
  let from = 0;
  for (const [index, text] of texts.entries()) {
    const to = from + text.length;
    const spans: Span[] = [];
    let crosses = (all[next]?.start ?? to) < from;
    for (let span = all[next]; span && span.start < to; span = all[++next]) {
      crosses ||= span.end > to;
      spans.push({ ...span, start: span.start - from, end: span.end - from });
      if (span.end > to) break;
    }
    // Half a key at the end of one text and half at the beginning of the next are two.
    const plain = masks[index] ?? '';
    yield { text, plain, spans: crosses ? findIn(plain, names) : spans };
    from = to + BARRIER.length;
  }
}

/** Tokens tell nothing any more, and the words in them must not make something of what stands beside them. */
export function masked(text: string): string {
  return text.replace(tokenForms, (token) => MASK.repeat(token.length));
}

/** What of a span is not a token already. */
function unmasked(plain: string, { start, end }: Span): { start: number; end: number }[] {
  if (!plain.slice(start, end).includes(MASK)) return [{ start, end }];
  return Array.from(plain.slice(start, end).matchAll(/[^\uf8ff]+/g), ({ index, 0: part }) => ({
    start: start + index,
    end: start + index + part.length,
    part,
  })).filter(({ part }) => /[\p{L}\p{N}]/u.test(part));
}

function valuesByToken(entries: readonly TokenEntry[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const { token, value } of entries) values.set(token, [...(values.get(token) ?? []), value]);
  return values;
}

/** Two ways of writing one number are one value. */
function keyOf(kind: SensitiveKind, value: string): string {
  const plain = /^(?:phone|card|iban|account|national_id|bank)$/.test(kind)
    ? value.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
    : kind === 'key' || kind === 'password'
      ? value
      : value.replace('%40', '@').replace(/\s+/g, ' ').toLowerCase();
  return `${kind}:${kind === 'phone' ? plain.replace(/^00/, '') : plain}`;
}

/** People in the order of the ticket's list, which begins with those who are on it first; then company and site. */
export function knownNames({ ticket }: Pick<Capture, 'ticket'>): Known[] {
  const known: Known[] = [];
  const given = new Map<string, string>();
  const counts = new Map<string, number>();
  const add = (name: string, sort: string, kind: KnownName['kind'], emails: readonly string[] = []) => {
    const key = `${kind}:${foldLetters(name)}`;
    if (name.trim() === '') return;
    const count = (counts.get(sort) ?? 0) + (given.has(key) ? 0 : 1);
    const token =
      given.get(key) ??
      (sort === 'Agent'
        ? `Agent ${letters(count)}`
        : sort === 'site'
          ? `[site ${count}]`
          : `${sort} ${count}`);
    counts.set(sort, count);
    given.set(key, token);
    known.push({ name, kind, emails, token });
  };
  for (const person of ticket.people)
    if (person.kind === 'human' && isSomebody(person.name))
      add(person.name, sortOf(person), 'person', person.emails);
  for (const value of [ticket.assignee, ticket.initial.assignee])
    if (value && isSomebody(value.label) && !given.has(`person:${foldLetters(value.label)}`))
      add(value.label, 'Agent', 'person');
  for (const name of new Set([
    ticket.organization ?? '',
    ...ticket.people.filter((person) => person.sides.includes('customer')).map((person) => person.org ?? ''),
  ]))
    add(name, 'Company', 'company');
  for (const address of [ticket.site, ticket.url]) if (URL.canParse(address)) addHost(new URL(address).host);
  return known;

  function addHost(host: string): void {
    if (host !== '' && !known.some(({ name }) => name === host)) add(host, 'site', 'site');
  }
}

function sortOf({ sides }: Person): string {
  if (sides.includes('customer')) return 'Customer';
  return sides.includes('third_party') ? 'Third party' : 'Agent';
}

/** An address for a name, or one with letters in it. */
function isSomebody(name: string): boolean {
  return /\p{L}/u.test(name);
}

/** A, B, … Z, AA, AB. */
function letters(count: number): string {
  const last = String.fromCharCode(65 + ((count - 1) % 26));
  return count > 26 ? letters(Math.floor((count - 1) / 26)) + last : last;
}

/** Every text that a document may be made of: the ticket's in the order of its history, then what people wrote. */
function* textsOf(ticket: Capture['ticket'], postmortem?: object): Generator<string> {
  yield ticket.subject;
  for (const { name, emails = [] } of ticket.people) yield* [name, ...emails];
  for (const event of ticket.events) yield* stringsIn(event);
  yield* stringsIn([
    ticket.tags,
    ticket.productAreas,
    ticket.status,
    ticket.group,
    ticket.organization,
    ticket.slas,
  ]);
  if (postmortem) yield* stringsIn(postmortem);
}

/** Ids and times name entries of the helpdesk's own, and are looked through for nothing. */
const machineKeys = new Set([
  'id',
  'kind',
  'at',
  'batch',
  'endpoint',
  'selector',
  'rule',
  'actor',
  'time',
  'events',
  'event',
  'instance',
  'captureId',
  'createdAt',
  'updatedAt',
  'mime',
  'channel',
]);

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const item of value) yield* stringsIn(item);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) if (!machineKeys.has(key)) yield* stringsIn(item);
}
