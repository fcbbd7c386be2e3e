import type { Iso } from '../../ticket/basics';

/**
 * RT's instants: `2026-03-24T08:02:10Z` in REST2 records, and in the old and new values of a transaction the
 * database's own form, UTC without a mark. 1970-01-01 is RT's way of saying "not set" (`RT::Date`).
 */
export function instant(value: string): Iso | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)Z?$/.exec(value);
  if (!parts || parts[1] === '1970-01-01') return undefined;
  const iso = `${parts[1]}T${parts[2]}.000Z`;
  return Number.isNaN(Date.parse(iso)) ? undefined : iso;
}

/** The database's own form, in which RT writes dates into old and new values. */
export function isDateText(value: string): boolean {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value);
}
