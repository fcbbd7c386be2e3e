/**
 * The address as the URL parser reads it, in ASCII, if it is one a document may link to. Addresses with a user name
 * or password are refused: they leak a secret or disguise where the link goes.
 */
export function safeUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!schemes.has(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  return url.href.replace(/[^!#-;=?-[\]_a-z~]/g, encodeURIComponent);
}

const schemes = new Set(['http:', 'https:', 'mailto:']);
