/**
 * What can go wrong with the browser's storage, as values. Reasons a person can act on become a `StoreProblem`;
 * everything else is a bug and stays an exception.
 */
import type { Postmortem } from '../postmortem/schema';
import type { Iso } from '../ticket/basics';
import { fail, type Result } from '../ticket/problem';

export interface StoreProblem {
  code: 'storage_full' | 'storage_failed' | 'not_found' | 'damaged' | 'not_storable' | 'refused';
  /** What happened, in words a person uses. */
  message: string;
  /** What to do next, as a full sentence. */
  next: string;
  /** The field or the browser's own error names, for a report. */
  at?: string;
}

/** Somebody else saved first. Saving again with `rev` replaces `theirs`. */
export interface Conflict {
  code: 'conflict';
  message: string;
  next: string;
  theirs: Postmortem;
  rev: number;
  /** Set when the other window deleted it. */
  deletedAt?: Iso;
}

/** What was handed over is not taken; nothing was changed. */
export function putRefused(message: string, next: string): StoreProblem {
  return { code: 'refused', message, next };
}

/** Rejection of the calls whose contract leaves no room for a `Result`; the problem is the same value. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly problem: StoreProblem;
  constructor(problem: StoreProblem, options?: ErrorOptions) {
    super(problem.message, options);
    this.problem = problem;
  }
}

/** Runs one storage step and turns the browser's own failures into a problem; bugs pass through. */
export async function guarded<T, E>(
  step: () => PromiseLike<Result<T, E>>,
): Promise<Result<T, E | StoreProblem>> {
  try {
    return await step();
  } catch (error) {
    const problem = storeProblem(error);
    if (!problem) throw error;
    return fail(problem);
  }
}

/** The same for calls that answer plainly: the problem travels in a `StoreFailure`. */
export async function orFailure<T>(step: () => PromiseLike<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const problem = storeProblem(error);
    if (!problem) throw error;
    throw new StoreFailure(problem, { cause: error });
  }
}

/** The problem behind an exception, or undefined when it is a bug of ours. */
export function storeProblem(error: unknown): StoreProblem | undefined {
  const names = [...causes(error)];
  const at = names.join(' < ');
  if (names.includes('QuotaExceededError')) {
    return {
      code: 'storage_full',
      message: 'The browser has no space left to save this.',
      next: 'Free some disk space and try again. Until then your text is only in this window: keep it open.',
      at,
    };
  }
  if (!names.some((name) => browserFailures.has(name))) return undefined;
  return {
    code: 'storage_failed',
    message: 'The browser could not use its storage.',
    next: 'Copy your text to a safe place, then close and reopen the browser.',
    at,
  };
}

// Names the browser or Dexie uses when storage itself fails; ConstraintError, DataCloneError and the like are bugs.
const browserFailures = new Set([
  'AbortError',
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'NotReadableError',
  'OpenFailedError',
  'SecurityError',
  'TimeoutError',
  'UnknownError',
]);

/** Dexie hides the browser's error in `inner`: a full disk at commit arrives as an AbortError around it. */
function* causes(error: unknown): Generator<string> {
  if (typeof error !== 'object' || error === null) return;
  if ('name' in error && typeof error.name === 'string') yield error.name;
  if ('inner' in error) yield* causes(error.inner);
}
