/** What an answer says about going on asking. The lanes of a pull heed it, and the courier where it goes on by itself. */

import type { Answer } from './contract';

/** Requests left to the whole account for this minute, below which a pull asks one at a time. */
const SCARCE = 50;

/** Undefined where the answer does not say. */
export function isScarce(headers: Headers): boolean | undefined {
  const left = headers.get('x-rate-limit-remaining') ?? headers.get('ratelimit-remaining');
  return left && Number.isFinite(Number(left)) ? Number(left) < SCARCE : undefined;
}

/** False for whatever a reader might want to think about first: a refusal, a sign-in page, a limit that is near. */
export function allowsMore({ ok, redirected, headers }: Answer): boolean {
  return ok && !redirected && /json/i.test(headers.get('content-type') ?? '') && !isScarce(headers);
}

/** A request that was to begin after another one, and did not, because of what came of that one. Nothing was asked. */
export class GivenBack extends Error {}
