/** The `Page` a reader works with in the browser: same-origin GETs with a time and a size limit, nothing else. */
import type { Page } from './contract';
import { PullError } from './pull-error';

const REQUEST_LIMIT_MS = 20_000;
const ANSWER_LIMIT_BYTES = 32 * 1024 * 1024;

export function browserPage(options: {
  document: Document;
  url: URL;
  signal: AbortSignal;
  progress: Page['progress'];
  waiting?: Page['waiting'];
}): Page {
  const { url, signal } = options;
  return {
    ...options,
    fetch: (path, init) => sameOriginGet(url, signal, path, init?.headers),
    wait: (ms) => pause(ms, signal),
  };
}

async function sameOriginGet(
  page: URL,
  signal: AbortSignal,
  path: string,
  headers?: Record<string, string>,
): Promise<Response> {
  // Absolute, because a relative address throws in a Firefox content script.
  const target = new URL(path, page);
  if (target.origin !== page.origin) throw new PullError(foreignOrigin(target.origin));
  const limit = AbortSignal.timeout(REQUEST_LIMIT_MS);
  try {
    const response = await fetch(target, {
      method: 'GET',
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...headers },
      signal: AbortSignal.any([signal, limit]),
    });
    if (response.url && new URL(response.url).origin !== page.origin) {
      throw new PullError(foreignOrigin(new URL(response.url).origin));
    }
    return await capped(response, target.pathname);
  } catch (error) {
    if (error instanceof PullError) throw error;
    throw new PullError(networkProblem(target.pathname, signal, limit));
  }
}

/** Reads the whole body within the size limit and the same time limit, so that a cut-off answer fails here. */
async function capped(response: Response, at: string): Promise<Response> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > ANSWER_LIMIT_BYTES) throw new PullError(tooLarge(at));
  const body = await response.arrayBuffer();
  if (body.byteLength > ANSWER_LIMIT_BYTES) throw new PullError(tooLarge(at));
  const copy = new Response(response.status === 204 ? null : body, {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
  });
  Object.defineProperty(copy, 'url', { value: response.url });
  Object.defineProperty(copy, 'redirected', { value: response.redirected });
  return copy;
}

function networkProblem(at: string, cancel: AbortSignal, limit: AbortSignal) {
  if (cancel.aborted)
    return {
      code: 'cancelled' as const,
      message: 'The pull was stopped.',
      next: 'Pull again when you are ready.',
      at,
    };
  if (limit.aborted) {
    return {
      code: 'timeout' as const,
      message: 'The helpdesk did not answer within 20 seconds.',
      next: 'Check that the ticket page still loads, then pull again.',
      at,
    };
  }
  return {
    code: 'offline' as const,
    message: 'The connection to the helpdesk was lost.',
    next: 'Check the connection, then pull again. Nothing you wrote is lost.',
    at,
  };
}

function foreignOrigin(origin: string) {
  return {
    code: 'site_not_allowed' as const,
    message: `The helpdesk pointed to another site (${origin}), and Debrief reads only the ticket’s own.`,
    next: 'If you were signed out, sign in on the page and pull again.',
    at: origin,
  };
}

function tooLarge(at: string) {
  return {
    code: 'too_large' as const,
    message: 'One answer of the helpdesk was larger than 32 MB.',
    next: 'Pull again; if it stays, this ticket is too large for Debrief today.',
    at,
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(
        new PullError({
          code: 'cancelled',
          message: 'The pull was stopped.',
          next: 'Pull again when you are ready.',
        }),
      );
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
