/** What can go wrong with one request, and what a pull may then come to. */
import { vi } from 'vitest';
import type { ProblemCode } from '../../../../lib/ticket/problem';
import type { Desk } from './desks';
import type { Network } from './wired-page';

export interface Fault {
  name: string;
  /** The answer in place of the clean one; undefined lets that through. */
  strike(blow: Blow): Promise<Response> | Response | undefined;
  /** The pull must come to the same capture as without it. */
  passes?: boolean;
  /** Every later request of the pull meets it too. */
  lasts?: boolean;
  /** The problems it may end in, where it does not end in an honest capture. */
  problems: ProblemCode[];
}

interface Blow {
  /** The how-manyeth request for this address, from 1. */
  nth: number;
  /** What the helpdesk would have answered. */
  clean: string;
  request: RequestInit;
  /** Lets the courier's time for this request run out. */
  runOut(): void;
}

export const faults: Fault[] = [
  { name: 'no answer, once', strike: once(noAnswer), passes: true, problems: [] },
  { name: 'no answer', strike: noAnswer, problems: ['timeout'] },
  { name: 'cut off, once', strike: once(cutOff), passes: true, problems: [] },
  { name: 'cut off', strike: cutOff, problems: ['offline'] },
  { name: 'no connection, once', strike: once(offline), passes: true, problems: [] },
  { name: 'offline from here on', strike: offline, lasts: true, problems: ['offline'] },
  { name: 'without an end', strike: endless, problems: ['too_large'] },
  {
    name: 'JSON that ends early',
    strike: ({ clean }) => json(clean.slice(0, -9)),
    problems: ['unexpected_answer'],
  },
  { name: 'JSON of another shape', strike: () => json('[]'), problems: ['unexpected_answer'] },
  { name: 'an object with nothing in it', strike: () => json('{}'), problems: ['unexpected_answer'] },
  { name: 'null', strike: () => json('null'), problems: ['unexpected_answer'] },
  { name: 'an empty body', strike: () => json(''), problems: ['unexpected_answer'] },
  {
    name: 'no content (204)',
    strike: () => new Response(null, { status: 204 }),
    problems: ['unexpected_answer'],
  },
  {
    name: 'another content type',
    strike: ({ clean }) => typed(clean, 'text/plain'),
    problems: ['unexpected_answer'],
  },
  { name: 'HTML', strike: () => typed(loginPage, 'text/html'), problems: ['signed_out'] },
  { name: 'HTML that says it is JSON', strike: () => json(loginPage), problems: ['unexpected_answer'] },
  { name: 'a redirect to a login on the same site', strike: login, problems: ['signed_out'] },
  { name: 'a redirect to a login elsewhere', strike: ledAway, problems: ['signed_out'] },
  { name: '401', strike: () => json('{}', { status: 401 }), problems: ['signed_out'] },
  { name: '403', strike: () => json('{}', { status: 403 }), problems: ['no_permission'] },
  { name: '429 with 7 seconds, once', strike: once(() => wait('7')), passes: true, problems: [] },
  {
    name: '429 until a date, once',
    strike: once(() => wait('Tue, 01 Dec 2026 12:00:09 GMT')),
    passes: true,
    problems: [],
  },
  {
    name: '429 until a date long past, once',
    strike: once(() => wait('Tue, 01 Dec 2020 12:00:09 GMT')),
    passes: true,
    problems: [],
  },
  { name: '429 without a time, once', strike: once(() => wait()), passes: true, problems: [] },
  { name: '429 with nonsense, once', strike: once(() => wait('soon')), passes: true, problems: [] },
  { name: '429 with 2 seconds, always', strike: () => wait('2'), problems: ['rate_limited'] },
  { name: '429 with an hour', strike: () => wait('3600'), problems: ['rate_limited'] },
  { name: '429 with a million years', strike: () => wait('1e300'), problems: ['rate_limited'] },
  { name: '500, once', strike: once(() => json('{}', { status: 500 })), passes: true, problems: [] },
  {
    name: '503 for good',
    strike: () => typed('<h1>Down</h1>', 'text/html', 503),
    problems: ['unexpected_answer'],
  },
];

/** The desk's own answers, with the fault at the one address. */
export function networkWith(desk: Desk, fault: Fault, at: string): Network {
  let struck = 0;
  return async (url, request) => {
    // The newest limit is this request's own: it is set right before the request is made.
    const { runOut } = limits;
    const { status, body } = await desk.answer(url);
    const clean = JSON.stringify(body);
    const isHere = decodeURIComponent(`${url.pathname}${url.search}`) === at;
    if (isHere || (fault.lasts && struck > 0)) {
      const nth = request.redirect === 'manual' ? struck : ++struck;
      const answer = fault.strike({ nth, clean, request, runOut });
      if (answer) return answer;
    }
    return json(clean, { status });
  };
}

const limits = { runOut: () => {} };

/** Keeps the courier's limits of time from running, but where a fault lets one run out. */
export function watchTimeLimits(): void {
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const limit = new AbortController();
    limits.runOut = () => limit.abort();
    return limit.signal;
  });
}

function once(strike: Fault['strike']): Fault['strike'] {
  return (blow) => (blow.nth === 1 ? strike(blow) : undefined);
}

function noAnswer({ request, runOut }: Blow): Promise<Response> {
  queueMicrotask(runOut);
  return new Promise((_resolve, reject) => {
    request.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
  });
}

function cutOff({ clean }: Blow): Response {
  const half = new TextEncoder().encode(clean.slice(0, clean.length / 2));
  let sent = false;
  const body = new ReadableStream({
    pull: (stream) => {
      if (sent) stream.error(new TypeError('network error'));
      else stream.enqueue(half);
      sent = true;
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}

function offline(): Promise<Response> {
  return Promise.reject(new TypeError('Failed to fetch'));
}

const megabyte = new Uint8Array(1024 * 1024);

function endless(): Response {
  const body = new ReadableStream({ pull: (stream) => stream.enqueue(megabyte) });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}

const loginPage = '<!doctype html><title>Sign in</title><form method="post"><input name="user"></form>';

function login(): Response {
  const answer = typed(loginPage, 'text/html');
  return Object.defineProperties(answer, {
    redirected: { value: true },
    url: { value: `${location.origin}/login` },
  });
}

/** As a browser does it: with `mode: 'same-origin'` the redirect fails, and asked not to follow it tells so. */
function ledAway({ request }: Blow): Promise<Response> {
  if (request.redirect !== 'manual') return offline();
  return Promise.resolve(Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' }));
}

function wait(retryAfter?: string): Response {
  const headers: HeadersInit = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  return json('{}', { status: 429, headers });
}

function json(body: string, { status = 200, headers }: ResponseInit = {}): Response {
  const all = new Headers(headers);
  all.set('content-type', 'application/json; charset=utf-8');
  return new Response(body, { status, headers: all });
}

function typed(body: string, type: string, status = 200): Response {
  return new Response(body, { status, headers: { 'content-type': type } });
}
