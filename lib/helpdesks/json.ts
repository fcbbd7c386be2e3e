/**
 * One GET that expects JSON, with everything that commonly goes wrong on an agent's page turned into a typed
 * problem: session gone, no right, not there, asked to wait, a page instead of data, an answer cut off.
 */
import type { Problem } from '../ticket/problem';
import type { Answer, Page } from './contract';
import { patienceOf } from './patience';
import { PullError } from './pull-error';

export interface JsonRequest {
  /** The helpdesk's name, for messages. */
  label: string;
  path: string;
  headers?: Record<string, string>;
  isUrgent?: boolean;
}

const MOST_TRIES = 5;
const LONGEST_WAIT_MS = 5 * 60_000;
const LEAST_WAIT_MS = 500;
/** Where more is asked for, it makes no difference how much more. */
const MOST_TOLD_MS = 24 * 3_600_000;
const RETRY_AFTER_MS = 1_000;

/**
 * Rejects with a `PullError`; resolves with whatever JSON came, still to be checked for its shape. Keeps the pauses
 * the helpdesk asks for, and tries once more after a hiccup of the connection or the server.
 */
export async function getJson(page: Page, request: JsonRequest): Promise<unknown> {
  const patience = patienceOf(page);
  for (let attempt = 1; ; attempt++) {
    if (patience.over) throw new PullError({ ...patience.over, at: request.path });
    const response = await fetchOrLose(page, request, attempt);
    if (response?.status === 429) await keepDistance(page, request, response, attempt);
    else if (response && (response.status < 500 || attempt > 1 || !patience.retry())) {
      return readJson(response, request);
    } else await patience.wait(RETRY_AFTER_MS, (ms) => sleep(page, ms));
  }
}

/**
 * Whether a part that a ticket can be read without may be left out after this error. Not when the session has ended
 * or the connection is gone: the capture would look like one of a ticket with little in it.
 */
export function isBearable(page: Page, error: unknown): error is PullError {
  if (!(error instanceof PullError)) return false;
  const { code } = error.problem;
  if (code === 'offline' || code === 'timeout') return patienceOf(page).over === undefined;
  return bearable.includes(code);
}

const bearable: readonly Problem['code'][] = [
  'no_permission',
  'not_found',
  'unexpected_answer',
  'too_large',
  'rate_limited',
];

/** Undefined when the network failed and one more try is worth it. */
async function fetchOrLose(page: Page, request: JsonRequest, attempt: number): Promise<Answer | undefined> {
  try {
    const { path, headers, isUrgent } = request;
    return await page.fetch(path, { headers, isUrgent });
  } catch (error) {
    if (!(error instanceof PullError) || !/^(offline|timeout)$/.test(error.problem.code)) throw error;
    const patience = patienceOf(page);
    if (attempt === 1 && !patience.over && patience.retry()) return undefined;
    patience.lose(error.problem);
    throw error;
  }
}

/** Waits as long as asked; throws when that is too long, and then nothing more is asked in this pull. */
async function keepDistance(page: Page, request: JsonRequest, response: Answer, attempt: number) {
  const patience = patienceOf(page);
  const asked = retryAfter(page, response) ?? 2 ** attempt * 1_000;
  const wait = Math.min(MOST_TOLD_MS, Math.max(LEAST_WAIT_MS, asked));
  const isShort = attempt < MOST_TRIES && wait <= LONGEST_WAIT_MS;
  const pause = (ms: number) => {
    page.waiting?.(new Date(nowMs(page) + ms).toISOString());
    return sleep(page, ms);
  };
  if (isShort && (await patience.wait(wait, pause))) return;
  patience.over ??= problemOf(response, request, wait);
  throw new PullError(problemOf(response, request, wait));
}

/** In seconds, or as a date by the server's own clock. */
function retryAfter(page: Page, response: Answer): number | undefined {
  const text = response.headers.get('retry-after');
  if (!text) return undefined;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return Math.ceil(seconds * 1_000);
  const until = Date.parse(text);
  const sent = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(until) ? undefined : until - (Number.isNaN(sent) ? nowMs(page) : sent);
}

async function readJson(response: Answer, request: JsonRequest): Promise<unknown> {
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

function problemOf(response: Answer, request: JsonRequest, retryAfterMs?: number): Problem {
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

function nowMs(page: Page): number {
  return page.now ? Date.parse(page.now()) : Date.now();
}

function sleep(page: Page, ms: number): Promise<void> {
  if (page.wait) return page.wait(ms);
  return new Promise((resolve) => setTimeout(resolve, ms));
}
