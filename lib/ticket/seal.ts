/** Gives a capture its identity: the same content, the same id, on every machine. */
import type { Capture } from './schema';
import { stableJson } from './stable-json';
import { nextTurn } from './turns';

const SLICE = 500;

/** Hashes of a list of events that still grows, slice by slice. */
export class EventHashes {
  private readonly parts: Promise<string>[] = [];

  /** Hashes what makes up another whole slice. What was handed over before must still be there, unchanged. */
  grown(events: readonly unknown[]): void {
    for (let start = this.parts.length * SLICE; start + SLICE <= events.length; start += SLICE)
      this.parts.push(digest(events.slice(start, start + SLICE)));
  }

  async ended(events: readonly unknown[]): Promise<string[]> {
    // The browser hashes beside this thread, so that one slice is written while the one before is hashed.
    for (let start = this.parts.length * SLICE; start < events.length; start += SLICE) {
      this.parts.push(digest(events.slice(start, start + SLICE)));
      if (start + SLICE < events.length) await nextTurn();
    }
    return Promise.all(this.parts);
  }
}

/**
 * Sets `id` to a SHA-256 over ticket and coverage (not over when it was pulled, or by whom). The events are
 * hashed in slices, so that ten thousand do not block whoever waits; `hashes` has those that were hashed already.
 */
export async function seal(capture: Omit<Capture, 'id'>, hashes = new EventHashes()): Promise<Capture> {
  const { events, ...ticket } = capture.ticket;
  const frame = digest({ ticket, coverage: capture.coverage });
  const parts = await hashes.ended(events);
  return { ...capture, id: `sha256:${await digest([await frame, ...parts])}` };
}

async function digest(value: unknown): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(stableJson(value))));
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
