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
  const found: Reconciliation = { ...row, agrees };
  if (ours !== undefined) {
    found.ours = ours;
    found.difference = ours - theirs;
  }
  if (ours !== theirs) found.reason = agrees ? 'rounding' : reasonAmong(variants(), isClose);
  return found;
}

function reasonAmong(
  variants: Iterable<Variant>,
  isClose: (value: number | undefined) => boolean,
): NonNullable<Reconciliation['reason']> {
  for (const { reason, value } of variants) if (isClose(value)) return reason;
  return 'unexplained';
}
