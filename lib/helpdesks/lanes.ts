/**
 * How many requests of one pull run side by side. A helpdesk counts what everybody of an account asks for, so a
 * pull takes few lanes, fewer where the limit is near, and while one lane is asked to wait none goes on.
 */
import { laterTurn } from '../ticket/turns';
import type { Answer, Page } from './contract';
import { GivenBack, isScarce } from './room';

/** What a browser allows itself towards one host over HTTP/1.1 is six; the agent's own page needs some. */
export const MOST_LANES = 4;
/** Pauses that end within a second of each other are one to whoever reads about them. */
const SAME_MS = 1_000;

/** The same page with its requests in lanes. A request that has to wait for its turn has not begun yet. */
export function inLanes(page: Page): Page {
  const lanes = new Lanes(page);
  return {
    ...page,
    fetch: (path, init) =>
      lanes.run((width) => page.fetch(path, page.keeps ? { ...init, lanes: width } : init), init?.isUrgent),
    progress: (...step) => lanes.progress(step),
    waiting: (until) => lanes.tell(until),
    wait: (ms) => lanes.pause(ms),
  };
}

class Lanes {
  private readonly page: Page;
  private readonly queue: (() => void)[] = [];
  private open = 0;
  private width = MOST_LANES;
  private isScarce = false;
  private resting: { promise: Promise<void>; ends: number } | undefined;
  private told = Number.NEGATIVE_INFINITY;
  private untold: Parameters<Page['progress']> | undefined;

  constructor(page: Page) {
    this.page = page;
  }

  async run(ask: (width: number) => Promise<Answer>, isUrgent = false): Promise<Answer> {
    for (;;) {
      await this.turn(isUrgent);
      try {
        const response = await ask(this.lanes);
        this.learn(response);
        return response;
      } catch (error) {
        if (!(error instanceof GivenBack)) throw error;
        // Whoever has the answer that it was given back for may be about to ask for a pause.
        await laterTurn();
      } finally {
        this.open--;
        // All of them look again, in their order: there may be more room than one by now.
        for (const go of this.queue.splice(0)) go();
      }
    }
  }

  /** What was under way when the pause began still comes in; it must not hide that there is a pause. */
  progress(step: Parameters<Page['progress']>): void {
    if (this.resting) this.untold = step;
    else this.page.progress(...step);
  }

  tell(until: string): void {
    const ends = Date.parse(until);
    if (ends <= this.told + SAME_MS) return;
    this.told = ends;
    this.page.waiting?.(until);
  }

  /** For all lanes; one that asks for a pause which another keeps already joins it. */
  async pause(ms: number): Promise<void> {
    const ends = this.now() + ms;
    if (this.resting && ends <= this.resting.ends) return this.resting.promise;
    const mine = { promise: this.rest(ms), ends };
    this.resting = mine;
    try {
      await mine.promise;
    } finally {
      if (this.resting === mine) {
        this.resting = undefined;
        this.told = Number.NEGATIVE_INFINITY;
      }
    }
    const step = this.untold;
    this.untold = undefined;
    if (step) this.progress(step);
  }

  private async turn(isUrgent: boolean): Promise<void> {
    for (;;) {
      if (this.resting) await this.resting.promise;
      else if (this.open < this.most) break;
      else await new Promise<void>((go) => (isUrgent ? this.queue.unshift(go) : this.queue.push(go)));
    }
    this.open++;
  }

  private get lanes(): number {
    return this.isScarce ? 1 : this.width;
  }

  /** One behind each lane, where the page keeps it: more would only be in the way of what is urgent later. */
  private get most(): number {
    return this.page.keeps && !this.isScarce ? 2 * this.lanes : this.lanes;
  }

  private learn({ status, headers }: Answer): void {
    if (status === 429) this.width = Math.max(1, Math.floor(this.width / 2));
    this.isScarce = isScarce(headers) ?? this.isScarce;
  }

  private rest(ms: number): Promise<void> {
    return this.page.wait?.(ms) ?? new Promise((resolve) => setTimeout(resolve, ms));
  }

  private now(): number {
    return this.page.now ? Date.parse(this.page.now()) : Date.now();
  }
}
