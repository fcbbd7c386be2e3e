// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PullError } from '../../../lib/helpdesks/pull-error';
import { GivenBack } from '../../../lib/helpdesks/room';
import { CourierLine, pageOverPort } from '../../../lib/platform/page-over-port';
import { FakePort } from './fake-port';

const URL_OF_TICKET = new URL('https://acme.example/agent/tickets/7');
const watcher = { progress: () => {}, waiting: () => {} };

let wire: FakePort;
let cancel: AbortController;
let line: CourierLine;

beforeEach(() => {
  wire = new FakePort();
  cancel = new AbortController();
  line = new CourierLine(wire.port, cancel.signal);
});

afterEach(() => vi.useRealTimers());

const head = (more: object = {}) => ({
  kind: 'head',
  origin: 'https://acme.example',
  lang: 'de',
  scripts: [],
  ...more,
});

const response = (more: object = {}) => ({
  kind: 'response',
  status: 200,
  url: 'https://acme.example/api/a.json',
  redirected: false,
  headers: { 'content-type': 'application/json' },
  body: '{"a":1}',
  spent: { networkMs: 12, pageMs: 3 },
  ...more,
});

async function open() {
  const page = pageOverPort(line, URL_OF_TICKET, cancel.signal, watcher);
  wire.say(head());
  await Promise.resolve();
  return page;
}

/** The code of the problem that a promise ends with. */
async function codeOf(pending: Promise<unknown>): Promise<string> {
  const error: unknown = await pending.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof PullError)) throw error;
  return error.problem.code;
}

async function isPending(pending: Promise<unknown>): Promise<boolean> {
  const waiting = Symbol('waiting');
  await Promise.resolve();
  return (await Promise.race([pending, Promise.resolve(waiting)])) === waiting;
}

describe('a line to the page', () => {
  it('believes only answers with the nonce of its questions', async () => {
    const answer = line.ask({ kind: 'show', helpdesk: 'zendesk', event });
    wire.say({ kind: 'shown', found: false, nonce: 'guessed' });
    wire.say({ kind: 'shown', found: false, nonce: undefined });
    expect(await isPending(answer)).toBe(true);
    wire.say({ kind: 'shown', found: true });
    expect(await answer).toMatchObject({ found: true });
  });

  it('has a nonce of its own, which no other line has', () => {
    const other = new FakePort();
    void line.ask({ kind: 'head' });
    void new CourierLine(other.port, cancel.signal).ask({ kind: 'head' });
    expect(wire.asked[0]?.nonce).toMatch(/^[\da-f-]{36}$/);
    expect(other.asked[0]?.nonce).not.toBe(wire.asked[0]?.nonce);
  });

  it.each([
    ['unknown words', { kind: 'order', run: 'this' }],
    ['half an answer', { kind: 'response', status: 200 }],
    ['a status that is none', response({ status: 0 })],
    ['spent time that is no number', response({ spent: { networkMs: '1', pageMs: 0 } })],
    ['a place that is no number', response({ id: '1' })],
  ])('does not hear %s', async (_what, message) => {
    const answer = line.ask({ kind: 'get', url: 'https://acme.example/a' });
    wire.say(message);
    expect(await isPending(answer)).toBe(true);
    wire.say(response());
    expect(await answer).toMatchObject({ status: 200 });
  });

  it.each([[undefined], [null], ['text'], [[]]])('does not hear %j', async (message) => {
    const answer = line.ask({ kind: 'head' });
    expect(() => wire.say(message as unknown as Record<string, unknown>)).not.toThrow();
    expect(await isPending(answer)).toBe(true);
  });

  it('gives each answer to its question, in whatever order they come', async () => {
    const [first, second] = [1, 2].map((n) => line.ask({ kind: 'get', url: `https://acme.example/${n}` }));
    wire.say(response({ body: 'two' }), wire.asked[1]);
    wire.say(response({ body: 'one' }), wire.asked[0]);
    expect(await first).toMatchObject({ body: 'one' });
    expect(await second).toMatchObject({ body: 'two' });
  });

  it('does not hear a second answer to one question, nor an answer to none', async () => {
    const answer = line.ask({ kind: 'get', url: 'https://acme.example/a' });
    wire.say(response({ body: 'first' }));
    wire.say(response({ body: 'second' }));
    wire.say(response({ id: 99 }));
    expect(await answer).toMatchObject({ body: 'first' });
    const next = line.ask({ kind: 'get', url: 'https://acme.example/b' });
    expect(await isPending(next)).toBe(true);
  });

  it('takes an answer of another kind than the question’s for no answer of the helpdesk', async () => {
    const page = await open();
    const getting = page.fetch('/a');
    wire.say({ kind: 'shown', found: true });
    expect(await codeOf(getting)).toBe('offline');
    wire.say(response());
    expect(await isPending(page.fetch('/b'))).toBe(true);
  });

  it('ends all questions, also later ones, when the page goes', async () => {
    const open = [line.ask({ kind: 'head' }), line.ask({ kind: 'head' })];
    wire.drop();
    for (const pending of open) expect(await codeOf(pending)).toBe('page_closed');
    expect(await codeOf(line.ask({ kind: 'head' }))).toBe('page_closed');
    expect(wire.asked).toHaveLength(2);
  });

  it('ends when the pull is cancelled, and lets the page go', async () => {
    const pending = line.ask({ kind: 'head' });
    cancel.abort();
    expect(await codeOf(pending)).toBe('cancelled');
    expect(wire.disconnected).toBe(1);
    wire.drop();
    expect(await codeOf(line.ask({ kind: 'head' }))).toBe('cancelled');
  });

  it('does not begin for a pull that is cancelled already', async () => {
    const late = new FakePort();
    const ended = new CourierLine(late.port, AbortSignal.abort());
    expect(await codeOf(ended.ask({ kind: 'head' }))).toBe('cancelled');
    expect([late.disconnected, late.asked.length]).toEqual([1, 0]);
  });

  it('measures how long it waited, once for questions side by side, and what the page spent', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
    const pass = (ms: number) => clock.mockReturnValue(performance.now() + ms);
    const first = line.ask({ kind: 'get', url: 'https://acme.example/1' });
    pass(40);
    const both = [first, line.ask({ kind: 'get', url: 'https://acme.example/2' })];
    pass(60);
    wire.say(response({ spent: { networkMs: 60, pageMs: 1 } }), wire.asked[0]);
    pass(50);
    wire.say(response({ spent: { networkMs: 90, pageMs: 2 } }), wire.asked[1]);
    await Promise.all(both);
    pass(1_000);
    const last = line.ask({ kind: 'head' });
    pass(7);
    wire.say(head());
    await last;
    expect(line.waitedMs).toBe(157);
    expect(line.spent).toEqual({ networkMs: 90, pageMs: 2 });
  });
});

const event = {
  id: 'audit:1/evt:1',
  kind: 'message',
  time: { at: '2026-11-16T08:00:00.000Z', precision: 's' },
} as const;

describe('the page over it', () => {
  it('has the head’s language and scripts, inert', async () => {
    const { document: inert, looked } = pageOverPort(line, URL_OF_TICKET, cancel.signal, watcher);
    wire.say(head({ scripts: ['globalThis.ran = true;', 'var x = "</script><img src=x onerror=ran()>";'] }));
    await looked;
    expect(inert.documentElement.lang).toBe('de');
    expect([...inert.querySelectorAll('script')].map((script) => script.textContent)).toEqual([
      'globalThis.ran = true;',
      'var x = "</script><img src=x onerror=ran()>";',
    ]);
    expect(inert.querySelector('img')).toBeNull();
    expect(inert.defaultView).toBeNull();
    expect('ran' in globalThis).toBe(false);
  });

  it.each(['https://other.example', 'http://acme.example', 'https://acme.example:8443', 'null', ''])(
    'gives no answer when the tab shows %j by now',
    async (origin) => {
      const getting = pageOverPort(line, URL_OF_TICKET, cancel.signal, watcher).fetch('/api/a.json');
      const [looking, asked] = wire.asked;
      wire.say(response(), asked);
      expect(await isPending(getting)).toBe(true);
      wire.say(head({ origin }), looking);
      expect(await codeOf(getting)).toBe('not_a_ticket');
    },
  );

  it('gives no answer when the head is told as something else', async () => {
    const getting = pageOverPort(line, URL_OF_TICKET, cancel.signal, watcher).fetch('/api/a.json');
    wire.say({ kind: 'shown', found: true }, wire.asked[0]);
    expect(await codeOf(getting)).toBe('not_a_ticket');
  });

  it('gets a path of its own site, with status, address and headers as the page got them', async () => {
    const page = await open();
    const getting = page.fetch('/api/a.json?x=1', { headers: { accept: 'text/html' } });
    const answered = { url: 'https://acme.example/login', redirected: true, status: 404 };
    expect(wire.asked.at(-1)).toMatchObject({
      kind: 'get',
      url: 'https://acme.example/api/a.json?x=1',
      headers: { accept: 'text/html' },
    });
    wire.say(response(answered));
    const got = await getting;
    expect({ url: got.url, redirected: got.redirected, status: got.status }).toEqual(answered);
    expect(got.headers.get('content-type')).toBe('application/json');
    expect(await got.text()).toBe('{"a":1}');
  });

  it('tells what the page gave back as not begun, and only where it may be', async () => {
    const page = await open();
    const kept = page.fetch('/a', { lanes: 4 });
    expect(wire.asked.at(-1)).toMatchObject({ kind: 'get', lanes: 4 });
    wire.say({ kind: 'given_back' });
    await expect(kept).rejects.toBeInstanceOf(GivenBack);
    const other = page.fetch('/b');
    wire.say({ kind: 'given_back' });
    expect(await codeOf(other)).toBe('offline');
  });

  it('takes in 128 MB in one pull and no more, and then asks for nothing more', async () => {
    const page = await open();
    const most = 'x'.repeat(32 * 1024 * 1024);
    for (let n = 0; n < 4; n++) {
      const getting = page.fetch(`/${n}`);
      wire.say(response({ body: most }));
      expect((await getting).ok).toBe(true);
    }
    const over = page.fetch('/over');
    wire.say(response({ body: 'x' }));
    expect(await codeOf(over)).toBe('too_large');
    const asked = wire.asked.length;
    expect(await codeOf(page.fetch('/later'))).toBe('too_large');
    expect(wire.asked).toHaveLength(asked);
  });

  it('makes 5,000 requests in one pull and no more', async () => {
    const page = await open();
    for (let n = 0; n < 5_000; n++) {
      const getting = page.fetch(`/${n}`);
      wire.say(response());
      await getting;
    }
    const asked = wire.asked.length;
    expect(await codeOf(page.fetch('/later'))).toBe('too_large');
    expect(wire.asked).toHaveLength(asked);
  });

  it('leaves out headers that are none, and keeps the others', async () => {
    const page = await open();
    const getting = page.fetch('/a');
    wire.say(
      response({ headers: { 'x-a': 'b', 'not a name': 'x', 'x-c': 'two\r\nlines', 'x-d': '\u{1F600}' } }),
    );
    const kept = [...(await getting).headers.keys()].filter((name) => name.startsWith('x-'));
    expect(kept).toEqual(['x-a']);
  });

  it.each([204, 205, 304])('takes an answer %i, which has no body', async (status) => {
    const page = await open();
    const getting = page.fetch('/a');
    wire.say(response({ status, body: '' }));
    expect((await getting).status).toBe(status);
  });

  it.each([
    'https://evil.example/a',
    '//evil.example/a',
    'http://acme.example/a',
    'https://acme.example:8443/a',
    'https://acme.example.evil.example/a',
    'data:application/json,{}',
    'javascript:alert(1)',
  ])('does not even ask the page for %s', async (path) => {
    const page = await open();
    const asked = wire.asked.length;
    expect(await codeOf(page.fetch(path))).toBe('site_not_allowed');
    expect(wire.asked).toHaveLength(asked);
  });

  it.each([
    ['offline', 'offline'],
    ['timeout', 'timeout'],
    ['too_large', 'too_large'],
    ['foreign_origin', 'site_not_allowed'],
    ['led_away', 'signed_out'],
  ])('tells a GET that failed as %s apart', async (failure, code) => {
    const page = await open();
    const getting = page.fetch('/api/a.json');
    wire.say({ kind: 'failed', failure, at: '/api/a.json' });
    const problem = await getting.catch((error: unknown) =>
      error instanceof PullError ? error.problem : error,
    );
    expect(problem).toMatchObject({ code, at: '/api/a.json' });
  });

  it('waits as long as it is told, and no longer than the pull', async () => {
    vi.useFakeTimers();
    const page = await open();
    let waited = false;
    void page.wait?.(5_000).then(() => {
      waited = true;
    });
    await vi.advanceTimersByTimeAsync(4_999);
    expect(waited).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(waited).toBe(true);
    const cut = codeOf(page.wait?.(60_000) ?? Promise.resolve());
    cancel.abort();
    expect(await cut).toBe('cancelled');
    expect(vi.getTimerCount()).toBe(0);
  });
});
