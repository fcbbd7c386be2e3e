/** A `Page` for readers outside a browser: real requests over loopback to a replay server that runs plain. */
import { JSDOM } from 'jsdom';
import type { Page } from '../../../lib/helpdesks/contract';
import { PullError } from '../../../lib/helpdesks/pull-error';
import type { ZendeskReplay } from './replay-server';

export interface NodePage extends Page {
  /** Every pause a reader asked for, in milliseconds; none of them is really waited. */
  waits: number[];
  until: string[];
  steps: string[];
}

export async function nodePage(
  replay: ZendeskReplay,
  key: string | number,
  options: { signal?: AbortSignal; now?: string } = {},
): Promise<NodePage> {
  const agentPage = await fetch(`${replay.address}/agent/tickets/${key}`);
  const cookie = (agentPage.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const url = new URL(`${replay.origin}/agent/tickets/${key}`);
  const { window } = new JSDOM(await agentPage.text(), { url: url.href });
  const signal = options.signal ?? new AbortController().signal;
  const page: NodePage = {
    url,
    document: window.document,
    signal,
    waits: [],
    until: [],
    steps: [],
    now: () => options.now ?? '2026-11-23T12:30:00.000Z',
    progress: (done, total, label) => page.steps.push(`${label} ${done}/${total}`),
    waiting: (until) => page.until.push(until),
    wait: (ms) => {
      page.waits.push(ms);
      return Promise.resolve();
    },
    fetch: async (path, init) => {
      const target = new URL(path, url);
      if (target.origin !== url.origin) throw failure('site_not_allowed');
      try {
        const answer = await fetch(`${replay.address}${target.pathname}${target.search}`, {
          headers: { cookie, accept: 'application/json', ...init?.headers },
          signal,
        });
        const body = await answer.arrayBuffer();
        return new Response(body, { status: answer.status, headers: answer.headers });
      } catch {
        throw failure(signal.aborted ? 'cancelled' : 'offline');
      }
    },
  };
  return page;
}

function failure(code: 'site_not_allowed' | 'cancelled' | 'offline'): PullError {
  return new PullError({ code, message: code, next: 'Try again.' });
}

const nothingShown = new JSDOM('<!doctype html>').window.document;

/** A page whose answers a test writes itself; nothing goes over a wire. */
export function answeringPage(
  key: string | number,
  answer: (url: URL) => { status: number; body: unknown },
): Page & { asked: string[] } {
  const url = new URL(`https://acme.zendesk.com/agent/tickets/${key}`);
  const asked: string[] = [];
  return {
    url,
    document: nothingShown,
    signal: new AbortController().signal,
    asked,
    now: () => '2026-11-23T12:30:00.000Z',
    progress: () => {},
    wait: () => Promise.resolve(),
    fetch: async (path) => {
      const target = new URL(path, url);
      if (target.origin !== url.origin) throw failure('site_not_allowed');
      asked.push(decodeURIComponent(`${target.pathname}${target.search}`));
      const { status, body } = answer(target);
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return new Response(text, { status, headers: { 'content-type': 'application/json; charset=utf-8' } });
    },
  };
}
