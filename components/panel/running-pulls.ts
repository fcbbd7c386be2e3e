/**
 * The pulls under way, one for each ticket. A ticket that the panel merely followed to must stay in front for a
 * moment before it is pulled, so that flipping through a queue asks the helpdesk for none of what was passed.
 */
export class RunningPulls {
  private readonly running = new Map<string, Run>();
  private readonly begun = new Set<string>();

  /** Whether this ticket was pulled before, however that went. */
  hasBegun(id: string): boolean {
    return this.begun.has(id);
  }

  /** `work` gets a signal that is aborted already when the pull was stopped before it could begin. */
  start(id: string, tabId: number, work: (signal: AbortSignal) => Promise<void>, settles = false): void {
    if (this.running.has(id)) return;
    const run: Run = { cancel: new AbortController(), tabId, isSettling: settles };
    this.running.set(id, run);
    const { signal } = run.cancel;
    void (settles ? settled(signal) : Promise.resolve())
      .then(() => {
        run.isSettling = false;
        if (!signal.aborted) this.begun.add(id);
        return work(signal);
      })
      .finally(() => this.running.delete(id));
  }

  stop(id: string): void {
    this.begun.add(id);
    this.running.get(id)?.cancel.abort();
  }

  /** This ticket came to the front; any other that was still settling is passed by and not pulled. */
  passBy(id: string): void {
    for (const [other, run] of this.running) if (other !== id && run.isSettling) run.cancel.abort();
  }

  /** Stops every pull from a tab that may be read no more. */
  async stopUnseen(isSeen: (tabId: number) => Promise<boolean>): Promise<void> {
    await Promise.all(
      [...this.running.values()].map(async ({ cancel, tabId }) => {
        if (!(await isSeen(tabId))) cancel.abort();
      }),
    );
  }
}

const SETTLES_MS = 250;

interface Run {
  cancel: AbortController;
  tabId: number;
  isSettling: boolean;
}

function settled(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, SETTLES_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
