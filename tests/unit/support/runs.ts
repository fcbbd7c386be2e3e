/**
 * How often a law is tried. `npm run test:long` runs every test file that imports this, with DEBRIEF_LONG=1; a larger
 * number is taken as the number of tries. DEBRIEF_SEED=… repeats a run: fast-check tells the seed of one that fails.
 */
export function runs(usual: number, long = 5_000): { numRuns: number; seed?: number } {
  const asked = Number(process.env.DEBRIEF_LONG ?? 0);
  const numRuns = asked > 1 ? asked : asked === 1 ? long : usual;
  const seed = process.env.DEBRIEF_SEED;
  return seed === undefined ? { numRuns } : { numRuns, seed: Number(seed) };
}

/** Laws have no promise to keep about time. */
export const LAW_TIMEOUT_MS = 3_600_000;
