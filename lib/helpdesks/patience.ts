/**
 * How much waiting and trying again one pull gets in all, counted by the page it works with, so that a helpdesk that
 * is slow, broken or gone ends a pull soon and a hiccup does not.
 */
import type { Problem } from '../ticket/problem';
import type { Page } from './contract';

const MOST_WAITING_MS = 10 * 60_000;
const MOST_RETRIES = 10;
/** So many requests lost for good, each tried twice, are no hiccup: the connection is gone. */
const MOST_LOST = 3;

export class Patience {
  /** Set once there is no point in asking anything more. */
  over: Problem | undefined;
  private waitedMs = 0;
  private openMs = 0;
  private open = 0;
  private retries = 0;
  private lost = 0;

  retry(): boolean {
    return this.retries < MOST_RETRIES && ++this.retries > 0;
  }

  lose(problem: Problem): void {
    if (++this.lost >= MOST_LOST) this.over ??= problem;
  }

  /** Waits side by side count once; false when the pull has waited long enough. */
  async wait(ms: number, pause: (ms: number) => Promise<void>): Promise<boolean> {
    const more = Math.max(0, ms - this.openMs);
    if (this.waitedMs + more > MOST_WAITING_MS) return false;
    this.waitedMs += more;
    this.openMs = Math.max(this.openMs, ms);
    this.open++;
    try {
      await pause(ms);
      return true;
    } finally {
      if (--this.open === 0) this.openMs = 0;
    }
  }
}

const perPull = new WeakMap<Page, Patience>();

export function patienceOf(page: Page): Patience {
  const known = perPull.get(page);
  if (known) return known;
  const fresh = new Patience();
  perPull.set(page, fresh);
  return fresh;
}
