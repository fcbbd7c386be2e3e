/** What `sortedCopy` made: looking through it once more takes as long as hashing it. */
const sorted = new WeakSet<object>();

/**
 * A copy with its keys in the order in which they are hashed, without those that are `undefined`: builders write
 * `undefined` for what they do not know, and in a capture an unknown key is absent. It must not be changed any more.
 */
export function sortedCopy<T>(value: T): T {
  const copy = copied(value);
  if (typeof copy === 'object' && copy !== null) sorted.add(copy);
  return copy;
}

/** A copy with other values under keys it has. */
export function sortedWith<T extends object>(one: T, values: Partial<T>): T {
  const copy = { ...one, ...values };
  if (sorted.has(one)) sorted.add(copy);
  return copy;
}

// A copy, because objects that lost keys are slow to read from then on.
function copied<T>(value: T): T {
  // The copy has the same type: `undefined` and absent are one to an optional key.
  if (Array.isArray(value)) return value.map(copied) as T;
  if (typeof value !== 'object' || value === null) return value;
  const known: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    // One of its own keys.
    const inner = (value as Record<string, unknown>)[key];
    if (inner !== undefined) known[key] = copied(inner);
  }
  return known as T;
}

/** JSON with sorted keys, so that the order in which a reader filled an object does not matter. */
export function stableJson(value: unknown): string {
  // Sorting in a replacer, for which the engine comes back with every single value, takes twice as long as a copy,
  // and a look whether a copy is needed next to nothing.
  return JSON.stringify(isInOrder(value) ? value : inOrder(value));
}

function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || sorted.has(value)) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let before = '';
  for (const key of Object.keys(value)) {
    // One of its own keys.
    if (key < before || !isInOrder((value as Record<string, unknown>)[key])) return false;
    before = key;
  }
  return true;
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const inner = inOrder((value as Record<string, unknown>)[key]);
    // Set in the plain way, this one would become the copy's prototype and be lost.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: inner, enumerable: true });
    else copy[key] = inner;
  }
  return copy;
}
