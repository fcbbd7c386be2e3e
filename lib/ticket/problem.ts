/**
 * Expected failures are values, not exceptions: every step that can fail for a reason a person can act on
 * returns a `Result`, and its `Problem` says what happened and what to do next.
 */
export type ProblemCode =
  | 'not_a_ticket'
  | 'signed_out'
  | 'no_permission'
  | 'not_found'
  | 'deleted'
  | 'merged'
  | 'rate_limited'
  | 'offline'
  | 'timeout'
  | 'page_closed'
  | 'cancelled'
  | 'too_large'
  | 'unexpected_answer'
  | 'site_not_allowed';

export interface Problem {
  code: ProblemCode;
  /** What happened, in words an agent uses. */
  message: string;
  /** What to do next, as a full sentence. */
  next: string;
  /** The endpoint or field that failed. */
  at?: string;
  retryAfterMs?: number;
  /** HTTP status, where there was one. */
  status?: number;
}

export type Result<T, E = Problem> = { ok: true; value: T } | { ok: false; problem: E };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function fail<E>(problem: E): { ok: false; problem: E } {
  return { ok: false, problem };
}
