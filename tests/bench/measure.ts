/** Times several ways of doing one thing in turns, so that what else the machine does strikes all of them alike. */
export function interleaved<Way extends string>(
  ways: Record<Way, () => unknown>,
  rounds: number,
): Record<Way, number[]> {
  // `Object.keys` forgets the names it was given.
  const names = Object.keys(ways) as Way[];
  const spent = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Way, number[]>;
  for (const name of names) ways[name]();
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const began = performance.now();
      ways[name]();
      spent[name].push(performance.now() - began);
    }
  }
  return spent;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Nearest rank: of fewer than twenty rounds it is the slowest one. */
export function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}
