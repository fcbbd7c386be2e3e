/** Gives a capture its identity: the same content, the same id, on every machine. */
import type { Capture } from './schema';
import { stableJson } from './stable-json';
import { nextTurn } from './turns';

const SLICE = 500;

/**
 * Sets `id` to a SHA-256 over ticket and coverage (not over when it was pulled, or by whom). The events are
 * hashed in slices, so that ten thousand do not block whoever waits.
 */
export async function seal(capture: Omit<Capture, 'id'>): Promise<Capture> {
  const digest = async (value: unknown) =>
    hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(stableJson(value))));
  const { events, ...ticket } = capture.ticket;
  // The browser hashes beside this thread, so that one slice is written while the one before is hashed.
  const parts = [digest({ ticket, coverage: capture.coverage })];
  for (let start = 0; start < events.length; start += SLICE) {
    parts.push(digest(events.slice(start, start + SLICE)));
    if (start + SLICE < events.length) await nextTurn();
  }
  return { ...capture, id: `sha256:${await digest(await Promise.all(parts))}` };
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
