/**
 * What a helpdesk reader is, and what it gets to work with. A reader is a plain object; it may read the page
 * and GET from the page's own origin, and nothing else.
 */
import type { Iso } from '../ticket/basics';
import type { TicketEvent } from '../ticket/events';
import type { Glimpse } from '../ticket/glimpse';
import type { Problem, Result } from '../ticket/problem';
import type { Capture } from '../ticket/schema';

/** A ticket page, recognised by its address alone. */
export interface TicketRef {
  helpdesk: string;
  /** Origin plus base path, without a trailing slash. */
  site: string;
  key: string;
  url: string;
}

/** Name and addresses of a helpdesk: all that the config, the background and the panel need to know. */
export interface Site {
  id: string;
  label: string;
  /** Match patterns of hosts this helpdesk is known to live on; empty for software people host themselves. */
  matches: readonly string[];
  /** Cheap and without side effects; undefined means "not a ticket page". */
  locate(url: URL): TicketRef | undefined;
  /** The helpdesk’s page of a ticket for the customer, judged by its address: no page a reader can read. */
  customerPage?(url: URL): CustomerPage | undefined;
  /**
   * An address on the ticket’s own site that shows this event’s entry whatever the agent’s settings, for where
   * the ticket’s page does not show it now. Without it the ticket’s page is the only place to look.
   */
  entryPage?(ticket: EntryTicket, event: Pick<TicketEvent, 'id'>): string | undefined;
}

export interface CustomerPage {
  key: string;
  /** The agent’s page of the same ticket, where its address can be told from the customer’s. */
  agentUrl?: string;
}

export interface EntryTicket {
  site: string;
  key: string;
  /** As many as were read, where a long history is better not shown whole. */
  events?: readonly unknown[];
}

export interface GetInit {
  headers?: Record<string, string>;
  /** Before others that wait for their turn. */
  isUrgent?: boolean;
  /** Begins when fewer than so many requests are under way; only for a page that `keeps`. */
  lanes?: number;
}

/** What readers look at of a response. */
export type Answer = Pick<Response, 'status' | 'ok' | 'url' | 'redirected' | 'headers' | 'text'>;

export interface Page {
  url: URL;
  /** Language and inline scripts of the page's head, inert: a reader works beside the page. The rest is fetched. */
  document: Document;
  /** The document holds them once this has resolved; absent where it does from the start. */
  looked?: Promise<void>;
  signal: AbortSignal;
  /**
   * GET with the page's own session. Paths are resolved against the page; an absolute address must have the
   * page's origin, else it throws a `PullError` with code `site_not_allowed`. At most 20 s and 32 MB.
   */
  fetch(path: string, init?: GetInit): Promise<Answer>;
  /**
   * Set where requests can be handed over before there is a lane for them, so that none stands still until a reader
   * has seen the last answer. Where an answer does not allow more, they are `GivenBack`.
   */
  keeps?: boolean;
  progress(done: number, total?: number, label?: string): void;
  /** What the first answer tells of the ticket, to be shown while the rest is fetched; at most once a pull. */
  glimpse?(glimpse: Glimpse): void;
  /** An event that will not change any more, handed over while there is time to check it. */
  checkAhead?(event: TicketEvent): void;
  /** Tells the reader of the panel that the helpdesk asked for a pause until then. */
  waiting?(until: Iso): void;
  /** The only clock a pull may read. */
  now?(): Iso;
  /** Resolves after `ms`, rejects when the pull is cancelled. */
  wait?(ms: number): Promise<void>;
}

export interface Helpdesk extends Site {
  /** Base address as the page itself tells it; undefined when this is another product's page. */
  recognise?(document: Document): { base: string } | undefined;
  /** Expected failures are values; it rejects only on a bug. */
  pull(ref: TicketRef, page: Page): Promise<Result<Capture, Problem>>;
  /** The entry on the live page that shows this event, if it is there now. Reads only. */
  entry?(document: Document, event: Pick<TicketEvent, 'id' | 'kind' | 'time'>): Element | undefined;
}
