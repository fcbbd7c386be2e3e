import type { Reconciliation, Variant } from './types';

/** Helpdesks count whole minutes, some up and some down. */
const MINUTE = 60_000;

/**
 * Two numbers held against each other. Of the other ways to count, the first that gives the helpdesk's number is
 * the reason; what none of them gives stays unexplained.
 */
export function compare(
  row: Pick<Reconciliation, 'name' | 'instance' | 'unit' | 'theirs' | 'events'>,
  ours: number | undefined,
  variants: () => Iterable<Variant>,
): Reconciliation {
  const { theirs, unit } = row;
  const isClose = (value: number | undefined) =>
    value !== undefined && (unit === 'count' ? value === theirs : Math.abs(value - theirs) < MINUTE);
  const agrees = isClose(ours);
  const found = {
    ...row,
    ...(ours === undefined ? {} : { ours, difference: ours - theirs }),
    agrees,
  };
  if (ours === theirs) return found;
  if (agrees) return { ...found, reason: 'rounding' };
  for (const { reason, value } of variants()) if (isClose(value)) return { ...found, reason };
  return { ...found, reason: 'unexplained' };
}
