import type { Failure } from './courier-wire';

const REQUEST_LIMIT_MS = 20_000;
const ANSWER_LIMIT_BYTES = 32 * 1024 * 1024;

type Got = { response: Response; bytes: ArrayBuffer } | { failure: Failure };

/**
 * One GET with the page's own session. Refuses any other origin, also after a redirect; reads the whole answer
 * within the limits of time and size, so that one that is cut off fails here.
 */
export async function sameOriginGet(
  target: URL,
  signal: AbortSignal,
  headers: Record<string, string>,
): Promise<Got> {
  if (target.origin !== location.origin) return { failure: 'foreign_origin' };
  const limit = AbortSignal.timeout(REQUEST_LIMIT_MS);
  try {
    const response = await fetch(target, {
      method: 'GET',
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...headers },
      signal: AbortSignal.any([signal, limit]),
    });
    if (new URL(response.url || target).origin !== location.origin) return { failure: 'foreign_origin' };
    if (Number(response.headers.get('content-length') ?? 0) > ANSWER_LIMIT_BYTES)
      return { failure: 'too_large' };
    const bytes = await response.arrayBuffer();
    return bytes.byteLength > ANSWER_LIMIT_BYTES ? { failure: 'too_large' } : { response, bytes };
  } catch {
    return { failure: limit.aborted ? 'timeout' : 'offline' };
  }
}
