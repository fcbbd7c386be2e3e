/** Sharing one thread: long work is done in slices, and between two of them whatever else waits has its turn. */

/** What newer browsers have for this and the shared types do not know yet. */
interface Scheduler {
  yield?(): Promise<void>;
  postTask?(work: () => void, options: { priority: 'background' }): Promise<void>;
}

/**
 * Resolves after everything that waits now: clicks, frames, answers. `scheduler.yield` comes back before other
 * background work does, where a timer waits 4 ms from the fifth on (HTML, timer nesting).
 */
export function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}

/** Resolves after the messages that are there now, also after those whose turn `nextTurn` would take. */
export function laterTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Resolves when nothing else is to be done: for work that nobody waits for yet. */
export function idleTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return scheduler?.postTask
    ? scheduler.postTask(() => undefined, { priority: 'background' })
    : new Promise((resolve) => setTimeout(resolve));
}

/** Asked before each piece of a long work, gives the turn away after every so many of them. */
export class Turns {
  private readonly pieces: number;
  private done = 0;

  /** `pieces` together should take some milliseconds; a frame has sixteen. */
  constructor(pieces: number) {
    this.pieces = pieces;
  }

  /** Undefined while the turn is kept, which costs less than a promise for each of ten thousand pieces. */
  due(): Promise<void> | undefined {
    return this.done++ % this.pieces === this.pieces - 1 ? nextTurn() : undefined;
  }
}
