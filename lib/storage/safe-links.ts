/** A file can hold any address. One that is not http or https is left out, whatever field it stands in. */
export function withSafeLinks<T>(value: T): T {
  // The same shape: only texts are replaced by texts.
  if (Array.isArray(value)) return value.map(withSafeLinks) as T;
  if (typeof value !== 'object' || value === null) return value;
  const safe = Object.entries(value).map(([key, inner]: [string, unknown]) => [
    key,
    typeof inner === 'string' && isLinkName(key) && !isWeb(inner) ? '' : withSafeLinks(inner),
  ]);
  return Object.fromEntries(safe) as T;
}

function isLinkName(key: string): boolean {
  return /(^|[a-z])(url|link|href)s?$/i.test(key);
}

function isWeb(text: string): boolean {
  const protocol = URL.canParse(text) ? new URL(text).protocol : undefined;
  return protocol === 'https:' || protocol === 'http:';
}
