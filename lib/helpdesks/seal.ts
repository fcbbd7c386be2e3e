import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Capture } from '../ticket/schema';

const SLICE = 500;

/**
 * Gives a finished capture its id: a SHA-256 over ticket and coverage, with the events last and in slices, so
 * that ten thousand of them do not block the helpdesk's page. Not `crypto.subtle`: that is missing on plain
 * http, where many self-hosted helpdesks live.
 */
export async function seal(capture: Omit<Capture, 'id'>): Promise<Capture> {
  const hash = sha256.create();
  const { events, ...ticket } = capture.ticket;
  hash.update(utf8ToBytes(stableJson({ ticket, coverage: capture.coverage })));
  for (let start = 0; start < events.length; start += SLICE) {
    hash.update(utf8ToBytes(stableJson(events.slice(start, start + SLICE))));
    if (start + SLICE < events.length) await new Promise((resolve) => setTimeout(resolve));
  }
  return { id: `sha256:${bytesToHex(hash.digest())}`, ...capture };
}

/** JSON with sorted keys, so that the order in which a reader filled an object does not matter. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}
