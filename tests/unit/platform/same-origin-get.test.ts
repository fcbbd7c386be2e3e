import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sameOriginGet } from '../../../lib/platform/same-origin-get';

const TARGET = new URL('https://acme.example/api/v2/tickets/7.json');
const never = new AbortController().signal;
const LIMIT_BYTES = 32 * 1024 * 1024;
const MEGABYTE = new Uint8Array(1024 * 1024);

const fetching = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.stubGlobal('location', new URL('https://acme.example/agent/tickets/7'));
  vi.stubGlobal('fetch', fetching);
});

function answer(
  body: BodyInit,
  { url = TARGET.href, ...init }: ResponseInit & { url?: string } = {},
): Response {
  return Object.defineProperty(new Response(body, init), 'url', { value: url });
}

/** Answers as the network does when its request is aborted. */
function hang(): void {
  fetching.mockImplementation(
    (_target, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      }),
  );
}

describe('a GET of the page’s own origin', () => {
  it('is made with the page’s session and answers with every byte', async () => {
    fetching.mockResolvedValue(answer('{"ä":1}'));
    const got = await sameOriginGet(TARGET, never, { accept: 'text/html', 'x-csrf-token': 't' });
    if ('failure' in got) throw new Error(got.failure);
    expect(new TextDecoder().decode(got.bytes)).toBe('{"ä":1}');
    expect(fetching).toHaveBeenCalledExactlyOnceWith(
      TARGET,
      expect.objectContaining({
        method: 'GET',
        mode: 'same-origin',
        credentials: 'same-origin',
        headers: { accept: 'text/html', 'x-csrf-token': 't' },
      }),
    );
  });

  it('answers for errors too: what they mean is the reader’s matter', async () => {
    fetching.mockResolvedValue(answer('no', { status: 503 }));
    expect(await sameOriginGet(TARGET, never, {})).toMatchObject({ response: { status: 503 } });
  });

  it.each(['https://evil.example/a', 'http://acme.example/a', 'https://acme.example:444/a'])(
    'to %s is not made',
    async (url) => {
      expect(await sameOriginGet(new URL(url), never, {})).toEqual({ failure: 'foreign_origin' });
      expect(fetching).not.toHaveBeenCalled();
    },
  );

  it('that was led to another origin is not read', async () => {
    const led = answer('secret', { url: 'https://login.example/' });
    fetching.mockResolvedValue(led);
    expect(await sameOriginGet(TARGET, never, {})).toEqual({ failure: 'foreign_origin' });
    expect(led.bodyUsed).toBe(false);
  });

  it('that announces more than 32 MB is not read', async () => {
    const large = answer('x', { headers: { 'content-length': String(LIMIT_BYTES + 1) } });
    fetching.mockResolvedValue(large);
    expect(await sameOriginGet(TARGET, never, {})).toEqual({ failure: 'too_large' });
  });

  it.each([
    [LIMIT_BYTES, false],
    [LIMIT_BYTES + 1, true],
  ])('of %i bytes without an announcement is too large: %s', async (byteLength, tooLarge) => {
    fetching.mockResolvedValue(answer(new Blob([new Uint8Array(byteLength)]).stream()));
    expect('failure' in (await sameOriginGet(TARGET, never, {}))).toBe(tooLarge);
  });

  it('without an end is let go of as soon as it is too large', async () => {
    let sent = 0;
    let stopped = false;
    const endless = new ReadableStream({
      pull: (stream) => {
        sent += MEGABYTE.length;
        stream.enqueue(MEGABYTE);
      },
      cancel: () => {
        stopped = true;
      },
    });
    fetching.mockResolvedValue(answer(endless));
    expect(await sameOriginGet(TARGET, never, {})).toEqual({ failure: 'too_large' });
    expect(stopped).toBe(true);
    expect(sent).toBeLessThan(LIMIT_BYTES + 3 * MEGABYTE.length);
  });

  it.each([
    ['another site', 'opaqueredirect', 'led_away'],
    ['nowhere', 'error', 'offline'],
  ] as const)(
    'whose redirect leads to %s is told apart from a lost connection',
    async (_to, type, failure) => {
      // With `mode: 'same-origin'` a browser fails a redirect to another origin before it goes there.
      fetching.mockRejectedValueOnce(new TypeError('Failed to fetch'));
      fetching.mockResolvedValueOnce(Object.defineProperty(answer(''), 'type', { value: type }));
      expect(await sameOriginGet(TARGET, never, {})).toEqual({ failure });
      expect(fetching.mock.calls.map(([, init]) => [init?.mode, init?.redirect])).toEqual([
        ['same-origin', undefined],
        ['same-origin', 'manual'],
      ]);
    },
  );

  it('that gets no answer in time has timed out', async () => {
    const limit = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
    hang();
    const got = sameOriginGet(TARGET, never, {});
    limit.abort();
    expect(await got).toEqual({ failure: 'timeout' });
    expect(timeout).toHaveBeenCalledExactlyOnceWith(20_000);
  });

  it('stops with the pull, which is no timeout', async () => {
    const pull = new AbortController();
    hang();
    const got = sameOriginGet(TARGET, pull.signal, {});
    pull.abort();
    expect(await got).toEqual({ failure: 'offline' });
  });

  it.each([
    ['whose connection fails', () => fetching.mockRejectedValue(new TypeError('Failed to fetch'))],
    [
      'that is cut off',
      () => {
        const cut = new ReadableStream({ pull: (stream) => stream.error(new TypeError('network error')) });
        fetching.mockResolvedValue(answer(cut));
      },
    ],
  ])('%s is offline', async (_what, prepare) => {
    prepare();
    expect(await sameOriginGet(TARGET, never, {})).toEqual({ failure: 'offline' });
  });
});
