/** Reads one field at a time out of JSON nobody has checked: the right shape or undefined, never a throw. */
import type { Instant, Iso } from '../../ticket/basics';
import { cleanLine } from '../../ticket/clean-text';

export type Fields = Readonly<Record<string, unknown>>;

const LONGEST_LINE = 300;

export function fieldsOf(value: unknown): Fields | undefined {
  // An object that is neither null nor an array can be read by any key.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function objectsOf(value: unknown): Fields[] {
  return listOf(value)
    .map(fieldsOf)
    .filter((item) => item !== undefined);
}

/** One clean line, or undefined when there is nothing to show. */
export function lineOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return cleanLine(value.slice(0, LONGEST_LINE)) || undefined;
}

/** Zendesk writes the same id as a number in one place and as a string in another. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  return typeof value === 'string' && /^-?\d{1,20}$/.test(value) ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function flagOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

export function countOf(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
}

/** Zendesk counts in minutes; no real span is longer than a century. */
export function minutesOf(value: unknown): number | undefined {
  const minutes = numberOf(value);
  return minutes === undefined || Math.abs(minutes) > 60 * 24 * 36_600
    ? undefined
    : Math.round(minutes * 60_000);
}

export function instantOf(value: unknown): Iso | undefined {
  if (
    typeof value !== 'string' ||
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/.test(value)
  ) {
    return undefined;
  }
  const time = Date.parse(value);
  if (Number.isNaN(time)) return undefined;
  const iso = new Date(time).toISOString();
  return iso.length === 24 ? iso : undefined;
}

/** An instant with the text it was read from, which carries its own zone; without a text it was lent by another. */
export function timeFrom(at: Iso, raw: string | undefined): Instant {
  if (raw === undefined) return { at, precision: 's' };
  const offset = /[+-]\d\d:?\d\d$/.exec(raw)?.[0];
  return { at, precision: 's', raw, zone: offset ?? 'UTC', zoneFrom: 'offset' };
}
