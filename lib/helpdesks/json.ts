/**
 * One GET that expects JSON, with everything that commonly goes wrong on an agent's page turned into a typed
 * problem: session gone, no right, not there, asked to wait, a page instead of data, an answer cut off.
 */
import type { Iso } from '../ticket/basics';
import type { Problem } from '../ticket/problem';
import type { Page } from './contract';
import { PullError } from './pull-error';

export interface JsonRequest {
  /** The helpdesk's name, for messages. */
  label: string;
  path: string;
  headers?: Record<string, string>;
}

const MOST_TRIES = 5;
const LONGEST_WAIT_MS = 5 * 60_000;
const SERVER_RETRY_MS = 1_000;

/** Rejects with a `PullError`; resolves with whatever JSON came, still to be checked for its shape. */
export async function getJson(page: Page, request: JsonRequest): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    const response = await page.fetch(request.path, { headers: request.headers });
    const wait = pauseAskedFor(response, attempt);
    if (wait === undefined) return readJson(response, request);
    if (attempt >= MOST_TRIES || wait > LONGEST_WAIT_MS) {
      throw new PullError(problemOf(response, request, wait));
    }
    if (response.status === 429) page.waiting?.(later(page, wait));
    await sleep(page, wait);
  }
}

/** Milliseconds to wait before the next try, or undefined when trying again would not help. */
function pauseAskedFor(response: Response, attempt: number): number | undefined {
  if (response.status === 429) return retryAfter(response) ?? 2 ** attempt * 1_000;
  if (response.status >= 500 && attempt === 1) return SERVER_RETRY_MS;
  return undefined;
}

function retryAfter(response: Response): number | undefined {
  const text = response.headers.get('retry-after');
  if (!text) return undefined;
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds >= 0) return Math.ceil(seconds * 1_000);
  const until = Date.parse(text);
  const sent = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(until) || Number.isNaN(sent) ? undefined : Math.max(0, until - sent);
}

async function readJson(response: Response, request: JsonRequest): Promise<unknown> {
  if (!response.ok) throw new PullError(problemOf(response, request));
  const type = response.headers.get('content-type') ?? '';
  const text = await response.text();
  if (!/json/i.test(type)) {
    // A browser session that ended is answered with the login page and status 200.
    const isPage = /html/i.test(type) || /^\s*</.test(text);
    throw new PullError(
      isPage ? signedOut(request) : unexpected(request, `${type || 'no content type'} instead of JSON`),
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new PullError(unexpected(request, 'JSON that ends early or is damaged'));
  }
}

function problemOf(response: Response, request: JsonRequest, retryAfterMs?: number): Problem {
  const { status } = response;
  const at = request.path;
  if (status === 401) return signedOut(request, status);
  if (status === 403) {
    return {
      code: 'no_permission',
      message: `${request.label} does not let you read this.`,
      next: 'Ask for access to this ticket, or open it with an account that has it.',
      at,
      status,
    };
  }
  if (status === 404 || status === 410) {
    return {
      code: 'not_found',
      message: `${request.label} has no such ticket, or hides it from you.`,
      next: 'Check the ticket number. A deleted ticket cannot be read.',
      at,
      status,
    };
  }
  if (status === 429) {
    return {
      code: 'rate_limited',
      message: `${request.label} asks us to wait.`,
      next: 'Wait a few minutes, then pull again.',
      at,
      status,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  }
  return { ...unexpected(request, `status ${status}`), status };
}

function signedOut(request: JsonRequest, status?: number): Problem {
  return {
    code: 'signed_out',
    message: `Signed out of ${request.label}.`,
    next: 'Sign in on the page, then pull again. Nothing you wrote is lost.',
    at: request.path,
    ...(status === undefined ? {} : { status }),
  };
}

function unexpected(request: JsonRequest, what: string): Problem {
  return {
    code: 'unexpected_answer',
    message: `${request.label} answered with something Debrief does not know: ${what}.`,
    next: 'Pull again. If it happens again, report what is named here.',
    at: request.path,
  };
}

function later(page: Page, ms: number): Iso {
  const now = page.now ? Date.parse(page.now()) : Date.now();
  return new Date(now + ms).toISOString();
}

function sleep(page: Page, ms: number): Promise<void> {
  if (page.wait) return page.wait(ms);
  return new Promise((resolve) => setTimeout(resolve, ms));
}
