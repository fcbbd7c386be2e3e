/** What a picture is, by its first bytes: a name or a declared type can say anything. */

/** The pictures that can be attached. No SVG: it is a document that can hold scripts and links. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';

const signatures: readonly [type: ImageType, at: number, bytes: string][] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
];

/** Undefined for anything else. */
export function imageType(bytes: Uint8Array): ImageType | undefined {
  const found = signatures.find(([, at, signature]) => starts(bytes, at, signature));
  if (found) return found[0];
  return starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP') ? 'image/webp' : undefined;
}

function starts(bytes: Uint8Array, at: number, signature: string): boolean {
  return [...signature].every((char, index) => bytes[at + index] === char.charCodeAt(0));
}
