/**
 * A pull, seen from the panel: injects the courier into the ticket's tab, connects to that very document, and runs
 * the helpdesk's reader here, so that the page is kept busy with nothing but its own requests.
 */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { TicketRef } from '../helpdesks/contract';
import { asResult } from '../helpdesks/pull-error';
import type { Iso } from '../ticket/basics';
import type { TicketEvent } from '../ticket/events';
import { type Glimpse, glimpseSchema } from '../ticket/glimpse';
import { checkAhead, parseCaptureInTurns } from '../ticket/parse-in-turns';
import { fail, ok, type Problem, type Result } from '../ticket/problem';
import type { Capture } from '../ticket/schema';
import { COURIER_PORT } from './courier-wire';
import { CourierLine, cancelled, pageClosed, pageOverPort } from './page-over-port';
import { loadReader } from './readers';
import { lookAt } from './tabs';

export interface PullWatcher {
  onProgress(progress: { done: number; total?: number; label?: string }): void;
  onWaiting(until: Iso): void;
  onGlimpse(glimpse: Glimpse): void;
}

/** Pulls one ticket from one tab. Expected failures are values. */
export async function pullTicket(
  tabId: number,
  ref: TicketRef,
  watcher: PullWatcher,
  signal: AbortSignal,
): Promise<Result<Capture>> {
  const asked = performance.now();
  const loading = loadReader(ref.helpdesk);
  const connected = await connect(tabId, signal);
  if (!connected.ok) return connected;
  const line = connected.value;
  const began = performance.now();
  let isOver = false;
  // Beside a request that failed others were under way; what comes of them is no news once the pull has ended.
  const tell = (say: () => void) => {
    if (!isOver) say();
  };
  try {
    const reader = await loading;
    const read = await asResult(async () => {
      const page = pageOverPort(line, new URL(ref.url), signal, {
        progress: (done, total, label) =>
          tell(() =>
            watcher.onProgress({
              done,
              ...(total === undefined ? {} : { total }),
              ...(label === undefined ? {} : { label }),
            }),
          ),
        checkAhead,
        waiting: (until) => tell(() => watcher.onWaiting(until)),
        glimpse: (raw) => {
          const parsed = z.safeParse(glimpseSchema, raw);
          if (parsed.success) tell(() => watcher.onGlimpse(parsed.data));
        },
      });
      return reader.pull(ref, page);
    });
    measureStages(line, performance.now() - began);
    const capture = read.ok ? await ownCapture(read.value, ref) : read;
    if (capture.ok) measured('debrief:pull', performance.now() - asked, capture.value.ticket.events.length);
    return capture;
  } finally {
    isOver = true;
    line.close();
  }
}

/** Takes the helpdesk page to the entry; false when it is not on the page now. */
export async function showOnPage(
  tabId: number,
  helpdesk: string,
  event: Pick<TicketEvent, 'id' | 'kind' | 'time'>,
): Promise<Result<boolean>> {
  const connected = await connect(tabId, AbortSignal.timeout(SHOWS_WITHIN_MS));
  if (!connected.ok) return connected;
  const line = connected.value;
  const { id, kind, time } = event;
  try {
    return await asResult(async () => {
      const answer = await line.ask({ kind: 'show', helpdesk, event: { id, kind, time } });
      return ok(answer.kind === 'shown' && answer.found);
    });
  } finally {
    line.close();
  }
}

const SHOWS_WITHIN_MS = 5_000;

/** Injecting waits until the page has loaded, which a slow page may never do: cancelling must not wait for it. */
async function connect(tabId: number, signal: AbortSignal): Promise<Result<CourierLine>> {
  const connecting = inject(tabId, signal);
  const connected = await Promise.race([connecting, whenAborted(signal)]);
  if (connected) return connected;
  void connecting.then((late) => late.ok && late.value.close());
  return fail(cancelled);
}

async function inject(tabId: number, signal: AbortSignal): Promise<Result<CourierLine>> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      files: ['/courier.js'],
    });
    const target = frame?.documentId === undefined ? { frameId: 0 } : { documentId: frame.documentId };
    return ok(new CourierLine(browser.tabs.connect(tabId, { name: COURIER_PORT, ...target }), signal));
  } catch (error) {
    return fail(await injectionProblem(error, tabId));
  }
}

function whenAborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

/** Leaves the pull's stages as measures in the panel, where `npm run bench` reads them. */
function measureStages(line: CourierLine, totalMs: number): void {
  const { networkMs, pageMs } = line.spent;
  const waitedMs = line.waitedMs;
  measured('debrief:network', networkMs);
  measured('debrief:page', pageMs);
  measured('debrief:hop', Math.max(0, waitedMs - networkMs - pageMs));
  measured('debrief:read', Math.max(0, totalMs - waitedMs));
}

function measured(name: string, ms: number, detail?: number): void {
  const end = performance.now();
  performance.measure(name, { start: Math.max(0, end - ms), end, detail });
}

/** Readers take care, but what they read is hostile: the schemas have the last word, and so has the site. */
async function ownCapture(raw: Capture, ref: TicketRef): Promise<Result<Capture>> {
  const began = performance.now();
  const parsed = await parseCaptureInTurns(raw);
  measured('debrief:parse', performance.now() - began);
  if (!parsed.ok) return parsed;
  const { ticket } = parsed.value;
  if (ticket.helpdesk === ref.helpdesk && ticket.site === ref.site) return parsed;
  return fail({
    code: 'unexpected_answer',
    message: `The page answered with a ticket of ${ticket.site}, not of ${ref.site}.`,
    next: 'Reload the ticket page, then pull again.',
  });
}

async function injectionProblem(error: unknown, tabId: number): Promise<Problem> {
  const text = error instanceof Error ? error.message : String(error);
  if (/no tab|invalid tab|frame .*removed|closed|discarded/i.test(text)) return pageClosed;
  if (/error page|chrome-error:/i.test(text) || (await isFirefoxErrorPage(text, tabId))) {
    return {
      code: 'page_closed',
      message: 'The ticket page did not load.',
      next: 'Check the connection, reload the page, then pull again. Nothing you wrote is lost.',
    };
  }
  return {
    code: 'site_not_allowed',
    message: 'Debrief may not read this page yet.',
    next: 'Click the Debrief icon in the toolbar while this page is in front. That allows this page only.',
    at: text,
  };
}

/** Of its error pages Firefox says what it says of sites not allowed; but only of the former it shows the address. */
async function isFirefoxErrorPage(said: string, tabId: number): Promise<boolean> {
  return /missing host permission/i.test(said) && (await lookAt(tabId))?.url !== undefined;
}
