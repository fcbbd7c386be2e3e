/**
 * What the panel may ask of the script on the page, which is little: GET from the page's own origin, the page's
 * head, and to show an entry. Types only, because one end of the wire is injected.
 */
import type { TicketEvent } from '../ticket/events';

export const COURIER_PORT = 'debrief:courier';

export type PanelRequest = { nonce: string; id: number } & (
  | {
      kind: 'get';
      url: string;
      headers?: Record<string, string>;
      /** Begins when fewer than so many are under way, the urgent ones first; without it, at once. */
      lanes?: number;
      isUrgent?: boolean;
    }
  | { kind: 'head' }
  | { kind: 'show'; helpdesk: string; event: Pick<TicketEvent, 'id' | 'kind' | 'time'> }
);

/** Why a GET brought no answer; the panel knows the words for each. */
export type Failure = 'offline' | 'timeout' | 'too_large' | 'foreign_origin' | 'led_away';

export type CourierAnswer = { nonce: string; id: number } & (
  | {
      kind: 'response';
      status: number;
      url: string;
      redirected: boolean;
      headers: Record<string, string>;
      body: string;
      /** Milliseconds so far with at least one request under way, and beside that. */
      spent: { networkMs: number; pageMs: number };
    }
  | { kind: 'failed'; failure: Failure; at: string }
  /** Never begun: an answer came that does not allow more. */
  | { kind: 'given_back' }
  | { kind: 'head'; origin: string; lang: string; scripts: string[] }
  | { kind: 'shown'; found: boolean }
);
