/** Sharing one thread: long work is done in slices, and between two of them whatever else waits has its turn. */

/** What newer browsers have for this and the shared types do not know yet. */
interface Scheduler {
  yield?(): Promise<void>;
}

/**
 * Resolves after everything that waits now: clicks, frames, answers. `scheduler.yield` comes back before other
 * background work does, where a timer waits 4 ms from the fifth on (HTML, timer nesting).
 */
export function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}

const TURN_MS = 12;

/** Asked between the pieces of a long work, gives the turn away once it has been held for some milliseconds. */
export class Turns {
  private since = performance.now();

  /** Undefined while the turn may be kept, which costs less than a promise for each of ten thousand pieces. */
  due(): Promise<void> | undefined {
    if (performance.now() - this.since < TURN_MS) return undefined;
    return nextTurn().then(() => {
      this.since = performance.now();
    });
  }
}
