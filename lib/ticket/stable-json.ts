/** JSON with sorted keys, so that the order in which a reader filled an object does not matter. */
export function stableJson(value: unknown): string {
  // Sorting in a replacer, for which the engine comes back with every single value, takes twice as long as a copy,
  // and a look whether a copy is needed next to nothing.
  return JSON.stringify(isInOrder(value) ? value : inOrder(value));
}

/** Readers that copy what they made anyway can do it in this order, which saves the copy here. */
function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
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
