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
  start(id: string, tabId: number, work: Work, settles = false): void {
    const under = this.running.get(id);
    if (!under) this.begin(id, tabId, work, settles);
    else if (!settles) this.askAgain(under, () => this.begin(id, tabId, work, false));
  }

  stop(id: string): void {
    this.begun.add(id);
    const run = this.running.get(id);
    if (run) run.again = undefined;
    run?.cancel.abort();
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

  private begin(id: string, tabId: number, work: Work, settles: boolean): void {
    const run: Run = {
      cancel: new AbortController(),
      hurry: new AbortController(),
      tabId,
      isSettling: settles,
    };
    this.running.set(id, run);
    const { signal } = run.cancel;
    void (settles ? settled(AbortSignal.any([signal, run.hurry.signal])) : Promise.resolve())
      .then(() => {
        run.isSettling = false;
        if (!signal.aborted) this.begun.add(id);
        return work(signal);
      })
      .then(
        (end) => this.ended(id, end === 'page_gone' ? run.again : undefined),
        () => this.ended(id),
      );
  }

  /**
   * Somebody asked for what is under way. Where it still waits, it need not any more; where it works, they get what
   * comes of it. Only a pull from a page that went away cannot be what they asked for: they saw the page after it.
   */
  private askAgain(under: Run, again: () => void): void {
    under.isSettling = false;
    under.hurry.abort();
    under.again = again;
  }

  private ended(id: string, again?: () => void): void {
    this.running.delete(id);
    again?.();
  }
}

const SETTLES_MS = 250;

/** `page_gone` where the pull failed because its page did. */
type Work = (signal: AbortSignal) => Promise<'page_gone' | undefined>;

interface Run {
  cancel: AbortController;
  /** Aborted when it need not settle any longer. */
  hurry: AbortController;
  tabId: number;
  isSettling: boolean;
  /** Begins it once more, from the page that somebody asked for meanwhile. */
  again?: (() => void) | undefined;
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
