/** JSON with something wrong in it: where, found by turns so that deep places are reached as often, and what. */
import fc from 'fast-check';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Mutation {
  /** Which key or item to go into, step by step; taken modulo how many there are. */
  turns: number[];
  change:
    | { kind: 'value'; value: Json }
    | { kind: 'drop' | 'twice' | 'reverse' | 'retype' | 'negate' | 'list' | 'object' }
    /** An own key with a name that means something to JavaScript. */
    | { kind: 'key'; name: string; value: Json }
    /** Made when it is needed: fast-check cannot print anything so deep. */
    | { kind: 'deep'; depth: number; asList: boolean }
    /** One name's value, wherever below here the name stands; the name is found by its turn among all of them. */
    | { kind: 'everywhere'; turn: number; value: Json };
}

/** Such text as no helpdesk should send, and every helpdesk may. */
const texts: readonly string[] = [
  '',
  ' ',
  'x'.repeat(5_000),
  '\uD800',
  'a\uDFFFb',
  '\u202Egpj.exe',
  'zero\u0000width\u200B',
  'e\u0301'.repeat(50),
  '9007199254740993',
  '-1',
  '1e308',
  'NaN',
  'true',
  '__proto__',
  'constructor',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '//elsewhere.example/x',
  'https://elsewhere.example/x?token=1',
  'http://[',
  '2026-11-17T08:12:05Z',
  '1969-12-31T23:59:59Z',
  '0000-00-00T00:00:00Z',
  '9999-12-31T23:59:59-12:00',
  '2026-02-30T25:61:61Z',
  '+275760-09-13T00:00:00.001Z',
  '1970-01-01 00:00:00',
];

const numbers = [0, -0, -1, 1.5, 1e308, -1e308, 5e-324, 9e15, 2 ** 53, 2 ** 31, 8.64e15 + 1];

export const strange: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Json>(...texts) },
  { weight: 3, arbitrary: fc.constantFrom<Json>(null, true, false, [], {}, [[]], [null], ...numbers) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
  // fast-check's type is wider than JSON only in name.
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json> },
  { weight: 1, arbitrary: fc.constant<Json>('huge '.repeat(100_000)) },
);

const change: fc.Arbitrary<Mutation['change']> = fc.oneof(
  { weight: 6, arbitrary: strange.map((value) => ({ kind: 'value' as const, value })) },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('drop', 'twice', 'reverse', 'retype', 'negate', 'list', 'object')
      .map((kind) => ({ kind })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('deep' as const),
      depth: fc.constantFrom(50, 3_000),
      asList: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('key' as const),
      name: fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', ''),
      value: strange,
    }),
  },
);

const somewhere: fc.Arbitrary<Mutation> = fc.record({
  turns: fc.array(fc.nat(400), { minLength: 0, maxLength: 9 }),
  change,
});

const everywhere: fc.Arbitrary<Mutation> = fc.record({
  turns: fc.constant([]),
  change: fc.record({ kind: fc.constant('everywhere' as const), turn: fc.nat(400), value: strange }),
});

export const mutation = fc.oneof({ weight: 2, arbitrary: somewhere }, { weight: 1, arbitrary: everywhere });

export function mutated(json: Json, { turns, change }: Mutation): Json {
  const [turn, ...rest] = turns;
  const keys = typeof json === 'object' && json !== null ? Object.keys(json) : [];
  const key = turn === undefined ? undefined : keys[turn % keys.length];
  if (key === undefined || typeof json !== 'object' || json === null) return changed(json, change);
  if (rest.length === 0 && (change.kind === 'drop' || change.kind === 'twice')) {
    return change.kind === 'drop' ? without(json, key) : twice(json, key);
  }
  const inner = mutated(at(json, key), { turns: rest, change });
  if (Array.isArray(json)) return json.map((item, index) => (String(index) === key ? inner : item));
  return withKey(json, key, inner);
}

function changed(json: Json, change: Mutation['change']): Json {
  switch (change.kind) {
    case 'value':
      return change.value;
    case 'reverse':
      return Array.isArray(json) ? [...json].reverse() : json;
    case 'retype':
      return typeof json === 'number'
        ? String(json)
        : typeof json === 'string'
          ? Number(json) || 7
          : String(json);
    case 'negate':
      return typeof json === 'number' ? -json : typeof json === 'boolean' ? !json : json;
    case 'list':
      return [json];
    case 'object':
      return { value: json };
    case 'key':
      return typeof json === 'object' && json !== null && !Array.isArray(json)
        ? withKey(json, change.name, change.value)
        : json;
    case 'deep':
      return nested(change.depth, change.asList);
    case 'everywhere': {
      const names = [...namesIn(json)];
      return withEvery(json, names[change.turn % names.length], change.value);
    }
    default:
      return json;
  }
}

/** Deeper down only a `deep` change has been. */
const DEEPEST = 100;

/** Every name of a key in it. */
export function namesIn(json: Json, names = new Set<string>(), depth = 0): Set<string> {
  if (typeof json !== 'object' || json === null || depth > DEEPEST) return names;
  for (const [name, inner] of Object.entries(json)) {
    if (!Array.isArray(json)) names.add(name);
    namesIn(inner, names, depth + 1);
  }
  return names;
}

/** The same with this value wherever the name stands. */
export function withEvery(json: Json, name: string | undefined, value: Json, depth = 0): Json {
  if (typeof json !== 'object' || json === null || depth > DEEPEST) return json;
  if (Array.isArray(json)) return json.map((item) => withEvery(item, name, value, depth + 1));
  const entries = Object.entries(json);
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, key === name ? value : withEvery(inner, name, value, depth + 1)]),
  );
}

type Holder = Json[] | { [key: string]: Json };

function at(holder: Holder, key: string): Json {
  // Both kinds of holder answer to their own keys, which is where the key came from.
  return (holder as { [key: string]: Json })[key] ?? null;
}

function without(holder: Holder, key: string): Json {
  if (Array.isArray(holder)) return holder.filter((_item, index) => String(index) !== key);
  return Object.fromEntries(Object.entries(holder).filter(([name]) => name !== key));
}

/** The same item again right after itself; in an object, the same value under one more name. */
function twice(holder: Holder, key: string): Json {
  if (Array.isArray(holder))
    return holder.flatMap((item, index) => (String(index) === key ? [item, item] : [item]));
  return withKey(holder, `${key}_again`, at(holder, key));
}

/** As `JSON.parse` does it: an own key, also when it is called `__proto__`. */
function withKey(holder: { [key: string]: Json }, name: string, value: Json): Json {
  const copy = { ...holder };
  Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

function nested(depth: number, asList: boolean): Json {
  let json: Json = 'x';
  for (let n = 0; n < depth; n++) json = asList ? [json] : { deep: json };
  return json;
}
