/** Reading unknown JSON field by field: what is not of the expected shape counts as not told. */
import { cleanText } from '../../ticket/clean-text';

export type Fields = Readonly<Record<string, unknown>>;

export function fields(value: unknown): Fields {
  return isRecord(value) ? value : {};
}

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fields) : [];
}

/**
 * RT sends numbers as numbers or as text, and '' for what is not set. Cleaned here, because names and ids go into
 * addresses, and half a character there is an error (`encodeURIComponent`).
 */
export function text(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  return plainAscii.test(value) ? value : cleanText(value);
}

const plainAscii = /^[\x20-\x7e]*$/;

/** A whole number from 0 on, and no more than anything here can be; undefined for everything else. */
export function count(value: unknown): number | undefined {
  const read = text(value).trim();
  return /^\d{1,9}$/.test(read) ? Number(read) : undefined;
}
