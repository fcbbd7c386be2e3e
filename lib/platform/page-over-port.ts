/**
 * The `Page` a reader works with, at the panel's end of the wire: its GETs are made by the courier in the ticket's
 * tab, with the page's own session, and only answers that carry the pull's nonce are believed.
 */
import type { Browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Answer, GetInit, Page } from '../helpdesks/contract';
import { PullError } from '../helpdesks/pull-error';
import { GivenBack } from '../helpdesks/room';
import type { Problem } from '../ticket/problem';
import type { Failure, PanelRequest } from './courier-wire';
import { type CourierMessage, courierMessageSchema } from './messages';
import { PullBudget } from './pull-budget';

type Ask = PanelRequest extends infer Request
  ? Request extends PanelRequest
    ? Omit<Request, 'nonce' | 'id'>
    : never
  : never;

/** A conversation with one document; it ends when the page goes, or when `close` is called. */
export class CourierLine {
  /** Milliseconds on the page, as the courier counted them. */
  spent = { networkMs: 0, pageMs: 0 };
  /** Milliseconds at this end with at least one question open. */
  waitedMs = 0;
  private since = 0;
  private readonly port: Browser.runtime.Port;
  private readonly nonce = crypto.randomUUID();
  private readonly waiting = new Map<
    number,
    { resolve: (message: CourierMessage) => void; reject: (error: PullError) => void }
  >();
  private asked = 0;
  private ended: Problem | undefined;

  constructor(port: Browser.runtime.Port, signal: AbortSignal) {
    this.port = port;
    port.onMessage.addListener((raw: unknown) => this.receive(raw));
    port.onDisconnect.addListener(() => this.end(pageClosed));
    const stop = () => this.close();
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  }

  ask(request: Ask): Promise<CourierMessage> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(new PullError(this.ended));
      const id = ++this.asked;
      if (this.waiting.size === 0) this.since = performance.now();
      this.waiting.set(id, { resolve, reject });
      this.port.postMessage({ ...request, nonce: this.nonce, id });
    });
  }

  close(): void {
    this.port.disconnect();
    this.end(cancelled);
  }

  private receive(raw: unknown): void {
    const parsed = z.safeParse(courierMessageSchema, raw);
    if (!parsed.success || parsed.data.nonce !== this.nonce) return;
    const message = parsed.data;
    if (message.kind === 'response') this.spent = message.spent;
    const asked = this.waiting.get(message.id);
    if (!asked) return;
    this.waiting.delete(message.id);
    if (this.waiting.size === 0) this.waitedMs += performance.now() - this.since;
    asked.resolve(message);
  }

  private end(problem: Problem): void {
    this.ended ??= problem;
    for (const { reject } of this.waiting.values()) reject(new PullError(this.ended));
    this.waiting.clear();
  }
}

/**
 * The head is asked for beside the first requests, and no answer is given before it has told that this is the ticket's
 * own site: the courier makes no request to another one, so that nothing is asked in vain but these.
 */
export function pageOverPort(
  line: CourierLine,
  url: URL,
  signal: AbortSignal,
  watcher: Pick<Page, 'progress' | 'waiting' | 'glimpse' | 'checkAhead'>,
): Page {
  // A document without a window runs no script and loads nothing.
  const inert = document.implementation.createHTMLDocument();
  const looking = line.ask({ kind: 'head' }).then((head) => {
    if (head.kind !== 'head' || head.origin !== url.origin) throw new PullError(elsewhere(head, url));
    carryOver(head, inert);
  });
  // Told to whoever waits for an answer.
  looking.catch(() => undefined);
  const budget = new PullBudget();
  return {
    ...watcher,
    url,
    signal,
    document: inert,
    looked: looking,
    keeps: true,
    fetch: async (path, init) => {
      const coming = getOver(line, budget, new URL(path, url), url.origin, init);
      coming.catch(() => undefined);
      await looking;
      return coming;
    },
    wait: (ms) => pause(ms, signal),
  };
}

/** The page's head as far as it was told. */
function carryOver({ lang, scripts }: { lang: string; scripts: readonly string[] }, inert: Document): void {
  inert.documentElement.lang = lang;
  for (const text of scripts) {
    const script = inert.createElement('script');
    script.textContent = text;
    inert.head.append(script);
  }
}

async function getOver(
  line: CourierLine,
  budget: PullBudget,
  target: URL,
  origin: string,
  init: GetInit = {},
): Promise<Answer> {
  if (target.origin !== origin) throw new PullError(failures.foreign_origin(target.origin));
  budget.spendRequest(target.pathname);
  const answer = await line.ask({ kind: 'get', url: target.href, ...init });
  if (answer.kind === 'given_back' && init.lanes !== undefined) throw new GivenBack();

  if (answer.kind === 'failed') throw new PullError(failures[answer.failure](answer.at));
  if (answer.kind !== 'response') throw new PullError(failures.offline(target.pathname));
  const { status, url, redirected, body } = answer;
  budget.spendText(body, target.pathname);
  // No response of the browser's own: that would encode the text, decode it, and tell it in a later turn.
  const ok = status < 300;
  return { status, ok, url, redirected, headers: headersOf(answer.headers), text: async () => body };
}

/** Such as a server may send; what is no header by the standard is left out. */
function headersOf(told: Record<string, string>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(told)) {
    if (/^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value))
      headers.set(name, value);
  }
  return headers;
}

const failures: { [failure in Failure]: (at: string) => Problem } = {
  offline: (at) => ({
    code: 'offline',
    message: 'The connection to the helpdesk was lost.',
    next: 'Check the connection, then pull again. Nothing you wrote is lost.',
    at,
  }),
  timeout: (at) => ({
    code: 'timeout',
    message: 'The helpdesk did not answer within 20 seconds.',
    next: 'Check that the ticket page still loads, then pull again.',
    at,
  }),
  too_large: (at) => ({
    code: 'too_large',
    message: 'One answer of the helpdesk was larger than 32 MB.',
    next: 'Pull again; if it stays, this ticket is too large for Debrief today.',
    at,
  }),
  foreign_origin: (at) => ({
    code: 'site_not_allowed',
    message: 'The helpdesk pointed to another site, and Debrief reads only the ticket’s own.',
    next: 'If you were signed out, sign in on the page and pull again.',
    at,
  }),
  led_away: (at) => ({
    code: 'signed_out',
    message: 'The helpdesk led to another page instead of answering, as it does when a session has ended.',
    next: 'Sign in on the page, then pull again. Nothing you wrote is lost.',
    at,
  }),
};

/** The tab has gone to another site since: its ticket of the same number must not pass for this one. */
function elsewhere(head: CourierMessage, url: URL): Problem {
  const shown =
    head.kind === 'head' && URL.canParse(head.origin) ? new URL(head.origin).host : 'another page';
  return {
    code: 'not_a_ticket',
    message: `The ticket’s tab now shows ${shown} instead of ${url.host}.`,
    next: 'Open the ticket again, then click the Debrief icon there. Nothing you wrote is lost.',
  };
}

export const pageClosed: Problem = {
  code: 'page_closed',
  message: 'The ticket page was closed or reloaded during the pull.',
  next: 'Open the ticket again, then pull again. Nothing you wrote is lost.',
};

export const cancelled: Problem = {
  code: 'cancelled',
  message: 'The pull was stopped.',
  next: 'Pull again when you are ready.',
};

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new PullError(cancelled));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
