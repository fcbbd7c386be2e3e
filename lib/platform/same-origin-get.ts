import type { Failure } from './courier-wire';

const REQUEST_LIMIT_MS = 20_000;
const ANSWER_LIMIT_BYTES = 32 * 1024 * 1024;

type Got = { response: Response; bytes: Uint8Array } | { failure: Failure };

/**
 * One GET with the page's own session. Goes to no other origin, also after a redirect (`mode: 'same-origin'`); reads
 * the whole answer within the limits of time and size, so that one that is cut off or has no end fails here.
 */
export async function sameOriginGet(
  target: URL,
  signal: AbortSignal,
  headers: Record<string, string>,
): Promise<Got> {
  if (target.origin !== location.origin) return { failure: 'foreign_origin' };
  const limit = AbortSignal.timeout(REQUEST_LIMIT_MS);
  const request = {
    method: 'GET',
    mode: 'same-origin',
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...headers },
    signal: AbortSignal.any([signal, limit]),
  } satisfies RequestInit;
  const lost = () => (limit.aborted ? 'timeout' : 'offline');
  const response = await fetch(target, request).catch(() => undefined);
  if (!response) return { failure: (await leadsAway(target, request)) ? 'led_away' : lost() };
  if (new URL(response.url || target).origin !== location.origin) return { failure: 'foreign_origin' };
  try {
    const bytes = await readAll(response);
    return bytes ? { response, bytes } : { failure: 'too_large' };
  } catch {
    return { failure: lost() };
  }
}

/**
 * Whether the request failed because it was redirected to another site or in a circle, as single sign-on does when a
 * session has ended: a browser does not tell that apart from a lost connection.
 */
async function leadsAway(target: URL, request: RequestInit & { signal: AbortSignal }): Promise<boolean> {
  if (request.signal.aborted) return false;
  try {
    const answer = await fetch(target, { ...request, redirect: 'manual' });
    await answer.body?.cancel();
    return answer.type === 'opaqueredirect';
  } catch {
    return false;
  }
}

/** Every byte of the answer, or undefined as soon as there are too many of them. */
async function readAll(response: Response): Promise<Uint8Array | undefined> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = announced > ANSWER_LIMIT_BYTES ? announced : 0;
  while (reader && length <= ANSWER_LIMIT_BYTES) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, length);
    chunks.push(value);
    length += value.byteLength;
  }
  // Not waited for: a server that never ends need not notice.
  void reader?.cancel().catch(() => undefined);
  return reader ? undefined : new Uint8Array();
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
