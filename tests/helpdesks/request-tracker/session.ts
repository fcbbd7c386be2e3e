/** A signed-in `Page` without a browser: node's fetch with the session cookie, and the ticket page parsed by jsdom. */
import { JSDOM } from 'jsdom';
import type { Page } from '../../../lib/helpdesks/contract';

export interface Session {
  cookie: string;
  page(url: string, options?: { signal?: AbortSignal; progress?: Page['progress'] }): Promise<SessionPage>;
}

export type SessionPage = Page & { requests: string[] };

export async function signIn(base: string, user: string, password: string): Promise<Session> {
  const response = await fetch(`${base}/NoAuth/Login.html`, {
    method: 'POST',
    body: new URLSearchParams({ user, pass: password }),
    redirect: 'manual',
  });
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  // RT shows the form again either way; only its API tells whether the session counts.
  const check = await fetch(`${base}/REST/2.0/rt`, { headers: { cookie } });
  if (!cookie || !check.ok) throw new Error(`Signing in as ${user} failed: ${check.status}.`);
  return { cookie, page: (url, options = {}) => openPage(new URL(url), cookie, options) };
}

async function openPage(
  url: URL,
  cookie: string,
  options: { signal?: AbortSignal; progress?: Page['progress'] },
): Promise<SessionPage> {
  const requests: string[] = [];
  const html = await (await get(url, cookie, 'text/html')).text();
  return {
    url,
    document: new JSDOM(html, { url: url.href }).window.document,
    signal: options.signal ?? new AbortController().signal,
    progress: options.progress ?? (() => undefined),
    requests,
    fetch: (path) => {
      const target = new URL(path, url);
      if (target.origin !== url.origin) throw new Error(`left the origin: ${target.origin}`);
      requests.push(target.pathname + target.search);
      return get(target, cookie, 'application/json');
    },
  };
}

// As a browser: RT answers others with 401 instead of leading them to the login page.
function get(url: URL, cookie: string, accept: string): Promise<Response> {
  return fetch(url, { headers: { cookie, accept, 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' } });
}
