/** Live answers: a query is asked again whenever this window or another one changes what it read. */
import { liveQuery } from 'dexie';
import { StoreFailure, type StoreProblem, storeProblem } from './problems';

export type OnProblem = (problem: StoreProblem) => void;

/** Calls `next` with the present answer and each later one, until the returned function is called. */
export function live<T>(
  ask: () => PromiseLike<T>,
  next: (answer: T) => void,
  onProblem: OnProblem,
): () => void {
  const subscription = liveQuery(async () => ask()).subscribe({
    next,
    error: (error: unknown) => {
      const problem = storeProblem(error);
      if (problem) onProblem(problem);
      else throwLater(error);
    },
  });
  return () => subscription.unsubscribe();
}

/** For a caller that gave no place to show problems: the entrypoint's reporter gets it. */
export function throwProblem(problem: StoreProblem): void {
  throwLater(new StoreFailure(problem));
}

// Dexie swallows what an observer throws.
function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
