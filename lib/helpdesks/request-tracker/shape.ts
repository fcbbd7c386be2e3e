/** Reading unknown JSON field by field: what is not of the expected shape counts as not told. */
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

/** RT sends numbers as numbers or as text, and '' for what is not set. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

export function number(value: unknown): number | undefined {
  const read = text(value).trim();
  return read !== '' && Number.isFinite(Number(read)) ? Number(read) : undefined;
}
