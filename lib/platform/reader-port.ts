/**
 * The wire between panel and page, free of zod because half of it is injected: port name, requests of the
 * panel, and the slot in which a reader's file leaves its reader for the script that talks to the panel.
 */
import type { Helpdesk, TicketRef } from '../helpdesks/contract';
import type { EventId, TicketEvent } from '../ticket/events';

export const READER_PORT = 'debrief:reader';

export type PanelRequest =
  | { nonce: string; kind: 'pull'; ref: TicketRef }
  | { nonce: string; kind: 'show'; event: { id: EventId; kind: TicketEvent['kind'] } };

// The isolated world of the extension: the page cannot see or replace what stands here.
const slot = globalThis as { debriefReader?: Helpdesk; debriefStop?: () => void };

export function offerReader(reader: Helpdesk): void {
  slot.debriefReader = reader;
}

export function offeredReader(): Helpdesk | undefined {
  return slot.debriefReader;
}

/** Injected again into the same page, the script replaces itself instead of answering twice. */
export function replaceListener(stop: () => void): void {
  slot.debriefStop?.();
  slot.debriefStop = stop;
}
