/**
 * The panel's half of a pull: injects the one reader this helpdesk needs, connects to that very document, and
 * believes only answers that carry the request's nonce and pass the schemas.
 */

import { type Browser, browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { TicketRef } from '../helpdesks/contract';
import type { Iso } from '../ticket/basics';
import type { TicketEvent } from '../ticket/events';
import { fail, ok, type Problem, type Result } from '../ticket/problem';
import { type Capture, parseCapture } from '../ticket/schema';
import { type ReaderMessage, readerMessageSchema } from './messages';
import { type PanelRequest, READER_PORT } from './reader-port';

export interface PullWatcher {
  onProgress(progress: { done: number; total?: number; label?: string }): void;
  onWaiting(until: Iso): void;
}

/** Pulls one ticket from one tab. Expected failures are values. */
export async function pullTicket(
  tabId: number,
  ref: TicketRef,
  watcher: PullWatcher,
  signal: AbortSignal,
): Promise<Result<Capture>> {
  const connected = await connect(tabId, ref.helpdesk);
  if (!connected.ok) return connected;
  if (signal.aborted) return fail(cancelled());
  const result = await ask(
    connected.value,
    { nonce: crypto.randomUUID(), kind: 'pull', ref },
    signal,
    (message) => {
      if (message.kind === 'progress') watcher.onProgress(message);
      else if (message.kind === 'waiting') watcher.onWaiting(message.until);
      else if (message.kind === 'problem') return fail(message.problem);
      else if (message.kind === 'capture') return ownCapture(message.capture, ref);
      return undefined;
    },
  );
  return result;
}

/** Takes the helpdesk page to the entry; false when it is not on the page now. */
export async function showOnPage(
  tabId: number,
  helpdesk: string,
  event: Pick<TicketEvent, 'id' | 'kind'>,
): Promise<Result<boolean>> {
  const connected = await connect(tabId, helpdesk);
  if (!connected.ok) return connected;
  const request: PanelRequest = { nonce: crypto.randomUUID(), kind: 'show', event };
  return ask(connected.value, request, AbortSignal.timeout(3_000), (message) =>
    message.kind === 'shown' ? ok(message.found) : undefined,
  );
}

async function connect(tabId: number, helpdesk: string): Promise<Result<Browser.runtime.Port>> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      // WXT knows its own paths by name; these are made from the helpdesk's id.
      files: [`/reader-${helpdesk}.js`, '/content-scripts/ticket.js'] as never,
    });
    const target = frame?.documentId === undefined ? { frameId: 0 } : { documentId: frame.documentId };
    return ok(browser.tabs.connect(tabId, { name: READER_PORT, ...target }));
  } catch (error) {
    return fail(injectionProblem(error));
  }
}

function ask<T>(
  port: Browser.runtime.Port,
  request: PanelRequest,
  signal: AbortSignal,
  read: (message: ReaderMessage) => Result<T> | undefined,
): Promise<Result<T>> {
  return new Promise((resolve) => {
    const finish = (result: Result<T>) => {
      signal.removeEventListener('abort', onAbort);
      port.disconnect();
      resolve(result);
    };
    const onAbort = () => finish(fail(cancelled()));
    signal.addEventListener('abort', onAbort);
    port.onDisconnect.addListener(() => finish(fail(pageClosed())));
    port.onMessage.addListener((raw: unknown) => {
      const message = z.safeParse(readerMessageSchema, raw);
      if (!message.success || message.data.nonce !== request.nonce) return;
      const result = read(message.data);
      if (result) finish(result);
    });
    port.postMessage(request);
  });
}

/** A valid capture of another site is no answer: two tabs must never be mixed up. */
function ownCapture(raw: unknown, ref: TicketRef): Result<Capture> {
  const parsed = parseCapture(raw);
  if (!parsed.ok) return parsed;
  const { ticket } = parsed.value;
  if (ticket.helpdesk === ref.helpdesk && ticket.site === ref.site) return parsed;
  return fail({
    code: 'unexpected_answer',
    message: `The page answered with a ticket of ${ticket.site}, not of ${ref.site}.`,
    next: 'Reload the ticket page, then pull again.',
  });
}

function injectionProblem(error: unknown): Problem {
  const text = error instanceof Error ? error.message : String(error);
  if (/no tab|frame .*removed|closed|discarded/i.test(text)) return pageClosed();
  return {
    code: 'site_not_allowed',
    message: 'Debrief may not read this page yet.',
    next: 'Click the Debrief icon in the toolbar while this page is in front. That allows this page only.',
    at: text,
  };
}

function pageClosed(): Problem {
  return {
    code: 'page_closed',
    message: 'The ticket page was closed or reloaded during the pull.',
    next: 'Open the ticket again, then pull again. Nothing you wrote is lost.',
  };
}

function cancelled(): Problem {
  return { code: 'cancelled', message: 'The pull was stopped.', next: 'Pull again when you are ready.' };
}
