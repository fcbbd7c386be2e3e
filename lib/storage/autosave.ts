/**
 * Autosave as a throttle, leading and trailing: a debounce never fires under continuous typing, this saves at
 * most `everyMs` behind the fingers. It holds the newest value until a save of it has succeeded.
 */
import type { Iso } from '../ticket/basics';
import { fail, type Result } from '../ticket/problem';
import type { Conflict, StoreProblem } from './problems';

export type SaveState =
  | { kind: 'saved'; at: Iso }
  | { kind: 'saving' }
  | { kind: 'unsaved' }
  | { kind: 'failed'; problem: StoreProblem }
  | { kind: 'conflict'; problem: Conflict };

export interface AutosaveOptions<T> {
  save(value: T): Promise<Result<unknown, Conflict | StoreProblem>>;
  onState(state: SaveState): void;
  everyMs?: number;
  /** How long the first change after a rest waits, so that what was typed is on screen before it is stored. */
  leadMs?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Runs once after a delay; answers how to call it off. */
  setTimer?: (run: () => void, ms: number) => () => void;
}

export interface Autosave<T> {
  change(value: T): void;
  /** Saves what is known now without waiting for the throttle, for when the page hides. One try, then it resolves. */
  flush(): Promise<void>;
  /** Saves the kept value now: after a failure, or after a conflict was settled in favour of this window. */
  retry(): Promise<void>;
  /** Forgets what is kept: a conflict was settled in favour of the other window. */
  discard(): void;
  /** Flushes a last time and reports nothing more. A change after this is a bug and throws. */
  dispose(): Promise<void>;
}

export function createAutosave<T>(options: AutosaveOptions<T>): Autosave<T> {
  const throttle = new Throttle(options);
  return {
    change: (value) => throttle.change(value),
    flush: () => throttle.flush(),
    retry: () => throttle.retry(),
    discard: () => throttle.discard(),
    dispose: () => throttle.dispose(),
  };
}

interface Change<T> {
  value: T;
  number: number;
}

class Throttle<T> {
  private readonly options: AutosaveOptions<T>;
  private readonly everyMs: number;
  private readonly leadMs: number;
  private readonly now: () => number;
  private readonly setTimer: (run: () => void, ms: number) => () => void;
  /** The newest change not yet handed to `save`; each one replaces the one before. */
  private waiting: Change<T> | undefined;
  private inFlight: Promise<boolean> | undefined;
  private cancelTimer: (() => void) | undefined;
  private lastStart = Number.NEGATIVE_INFINITY;
  private changes = 0;
  /** Number of the newest change known to be stored. */
  private stored = 0;
  private conflicted = false;
  private disposed = false;
  private shown: SaveState['kind'] | undefined;

  constructor(options: AutosaveOptions<T>) {
    this.options = options;
    this.everyMs = options.everyMs ?? 250;
    this.leadMs = options.leadMs ?? 0;
    this.now = options.now ?? (() => Date.now());
    this.setTimer = options.setTimer ?? startTimer;
  }

  change(value: T): void {
    if (this.disposed) throw new Error('change after dispose: this text would be lost');
    this.changes += 1;
    this.waiting = { value, number: this.changes };
    if (this.conflicted) return;
    if (this.inFlight || this.cancelTimer) this.report({ kind: 'unsaved' });
    else this.schedule();
  }

  async flush(): Promise<void> {
    const goal = this.changes;
    while (this.stored < goal && !this.conflicted) {
      const ours = this.inFlight === undefined;
      const saved = await (this.inFlight ?? this.begin());
      if (ours && !saved) return;
    }
  }

  retry(): Promise<void> {
    this.conflicted = false;
    return this.flush();
  }

  discard(): void {
    this.callOff();
    this.waiting = undefined;
    this.conflicted = false;
    this.stored = this.changes;
    if (!this.inFlight) this.report({ kind: 'saved', at: this.time() });
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    await this.flush();
    this.callOff();
  }

  /** The limit on the wait guards against a system clock that was set back. */
  private schedule(): void {
    const left = Math.min(this.lastStart + this.everyMs - this.now(), this.everyMs);
    const wait = left > 0 ? left : this.leadMs;
    if (wait <= 0) {
      void this.begin();
      return;
    }
    this.cancelTimer = this.setTimer(() => void this.begin(), wait);
    this.report({ kind: 'unsaved' });
  }

  private begin(): Promise<boolean> {
    this.callOff();
    const change = this.waiting;
    if (!change) return Promise.resolve(true);
    this.waiting = undefined;
    this.lastStart = this.now();
    this.inFlight = this.attempt(change);
    this.report({ kind: 'saving' });
    return this.inFlight;
  }

  /** A rejection is a bug: it goes on to whoever reports bugs, but the text is kept and the state says so. */
  private async attempt(change: Change<T>): Promise<boolean> {
    let result: Result<unknown, Conflict | StoreProblem>;
    try {
      result = await this.start(change.value);
    } catch (error) {
      this.settle(change, fail(unexpected));
      throw error;
    }
    return this.settle(change, result);
  }

  /** Async, so that a `save` that throws at once cannot settle before it counts as in flight. */
  private async start(value: T): Promise<Result<unknown, Conflict | StoreProblem>> {
    return this.options.save(value);
  }

  private settle(change: Change<T>, result: Result<unknown, Conflict | StoreProblem>): boolean {
    this.inFlight = undefined;
    const discarded = change.number <= this.stored;
    if (result.ok || discarded) {
      this.stored = Math.max(this.stored, change.number);
      if (this.waiting) this.schedule();
      else this.report({ kind: 'saved', at: this.time() });
      return true;
    }
    const changedMeanwhile = this.waiting !== undefined;
    this.waiting ??= change;
    const { problem } = result;
    if (problem.code === 'conflict') {
      this.conflicted = true;
      this.report({ kind: 'conflict', problem });
    } else {
      this.report({ kind: 'failed', problem });
      if (changedMeanwhile) this.schedule();
    }
    return false;
  }

  private callOff(): void {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
  }

  private report(state: SaveState): void {
    const news = state.kind !== this.shown || 'problem' in state || 'at' in state;
    this.shown = state.kind;
    if (news && !this.disposed) this.options.onState(state);
  }

  private time(): Iso {
    return new Date(this.now()).toISOString();
  }
}

const unexpected: StoreProblem = {
  code: 'storage_failed',
  message: 'Saving failed for a reason Debrief did not expect.',
  next: 'Copy your text to a safe place, then close and reopen this panel.',
};

function startTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
