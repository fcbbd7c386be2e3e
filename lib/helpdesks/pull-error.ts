import { fail, type Problem, type Result } from '../ticket/problem';

/**
 * An expected failure on its way out of a reader. Readers throw it from deep inside paging and parsing;
 * `asResult` turns it into a value at the reader's edge, so that nothing else ever sees it.
 */
export class PullError extends Error {
  override name = 'PullError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

export async function asResult<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PullError) return fail(error.problem);
    throw error;
  }
}
