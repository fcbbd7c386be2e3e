/** One pull as the panel follows it: what is told of it while it runs, the capture, and keeping that. */
import type { TicketRef } from '../../lib/helpdesks/contract';
import { type PullWatcher, pullTicket } from '../../lib/platform/pull';
import type { Store } from '../../lib/storage/store';
import type { Iso } from '../../lib/ticket/basics';
import type { Glimpse } from '../../lib/ticket/glimpse';
import type { Problem } from '../../lib/ticket/problem';
import type { Capture } from '../../lib/ticket/schema';
import { loadDetails } from '../what-happened/WhatHappened';
import { loadAnalysis } from './use-analysis';

export interface PullState {
  status: 'idle' | 'pulling' | 'failed' | 'done';
  progress?: { done: number; total?: number; label?: string };
  /** The helpdesk asked for a pause until then. */
  waitingUntil?: Iso;
  problem?: Problem;
  /** What the first answer told, until the whole is there. */
  glimpse?: Glimpse;
}

export const idle: PullState = { status: 'idle' };
export const pulling: PullState = { status: 'pulling' };

/** Each of the two draws the panel anew. */
export interface PullNews {
  tell(pull: PullState): void;
  show(capture: Capture): void;
}

export async function runPull(
  { id, ref, tabId }: { id: string; ref: TicketRef; tabId: number },
  store: Store,
  news: PullNews,
  /** Tickets of which there is a capture on screen or ready to be. */
  held: Set<string>,
  signal: AbortSignal,
): Promise<'page_gone' | undefined> {
  if (signal.aborted) {
    news.tell(idle);
    return undefined;
  }
  const steps = new Steps(news);
  // Needed with the first screen or a moment after: loaded while the helpdesk answers, they need not be waited for.
  void loadAnalysis();
  void import('./FirstFacts');
  loadDetails().catch(() => undefined); // told by whoever waits for them
  const reading = pullTicket(tabId, ref, steps, signal).finally(() => steps.end());
  const show = (capture: Capture) => {
    held.add(id);
    news.show(capture);
  };
  // What was kept is shown until there is something newer; it is not waited for.
  const earlier = held.has(id)
    ? Promise.resolve()
    : store.latestCapture(id).then((kept) => {
        if (!held.has(id) && kept.ok && kept.value) show(kept.value);
      });
  // A store that refuses is told of when the pull has ended.
  earlier.catch(() => undefined);
  const result = await reading;
  if (!result.ok) {
    const { problem } = result;
    news.tell(problem.code === 'cancelled' ? idle : { status: 'failed', problem });
    await earlier;
    return problem.code === 'page_closed' ? 'page_gone' : undefined;
  }
  show(result.value);
  news.tell({ status: 'done' });
  await earlier;
  const began = performance.now();
  await store.putCapture(result.value);
  performance.measure('debrief:store', { start: began, end: performance.now() });
  return undefined;
}

/** Nobody reads counts faster. */
const PROGRESS_EVERY_MS = 250;
/** Nobody notices so short a wait. */
const TOLD_AFTER_MS = 30;

/**
 * What is told while a pull runs, each time a moment after it is known: just then the next request is to be made, and
 * drawing the panel takes longer than that.
 */
class Steps implements PullWatcher {
  private readonly news: PullNews;
  private latest = pulling;
  private glimpse: Glimpse | undefined;
  private progressAt = Number.NEGATIVE_INFINITY;
  private soon: ReturnType<typeof setTimeout> | undefined;

  constructor(news: PullNews) {
    this.news = news;
    this.tellSoon(pulling);
  }

  onProgress(progress: PullState['progress']): void {
    if (performance.now() - this.progressAt < PROGRESS_EVERY_MS) return;
    this.progressAt = performance.now();
    this.tellSoon({ status: 'pulling', ...(progress ? { progress } : {}) });
  }

  onWaiting(waitingUntil: Iso): void {
    this.tellSoon({ status: 'pulling', waitingUntil });
  }

  onGlimpse(glimpse: Glimpse): void {
    this.glimpse = glimpse;
    this.tellSoon(this.latest);
  }

  end(): void {
    clearTimeout(this.soon);
  }

  private tellSoon(state: PullState): void {
    this.latest = state;
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      const { latest, glimpse } = this;
      this.news.tell(glimpse ? { ...latest, glimpse } : latest);
    }, TOLD_AFTER_MS);
  }
}
