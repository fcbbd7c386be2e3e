/**
 * The courier's GETs. What the panel handed over before there was a lane for it begins the moment one is free: by way
 * of the panel a lane would stand still until the answer was carried there and the next request back.
 */
import { allowsMore } from '../helpdesks/room';
import type { CourierAnswer, PanelRequest } from './courier-wire';
import { sameOriginGet } from './same-origin-get';

type Get = Extract<PanelRequest, { kind: 'get' }>;
type Got = Awaited<ReturnType<typeof sameOriginGet>>;

export class Rounds {
  private readonly answer: (message: CourierAnswer) => void;
  private readonly signal: AbortSignal;
  private readonly watch = new Stopwatch();
  private readonly kept: Get[] = [];
  private open = 0;

  constructor(answer: (message: CourierAnswer) => void, signal: AbortSignal) {
    this.answer = answer;
    this.signal = signal;
  }

  take(request: Get): void {
    if (request.lanes === undefined) void this.carry(request);
    else if (request.isUrgent) this.kept.unshift(request);
    else this.kept.push(request);
    this.goOn();
  }

  private goOn(): void {
    while (this.open < (this.kept[0]?.lanes ?? 0)) void this.carry(this.kept.shift() as Get); // there is a first
  }

  private async carry(request: Get): Promise<void> {
    this.open++;
    const { url, headers = {} } = request;
    const got = await this.watch.network(() => sameOriginGet(new URL(url), this.signal, headers));
    this.open--;
    if (this.signal.aborted) return;
    const isFine = 'response' in got && allowsMore(got.response);
    // Before the answer is put into words: the network need not wait for that.
    if (isFine) this.goOn();
    this.answer(this.answerOf(request, got));
    // After it, so that the panel knows why.
    if (!isFine) this.giveBack();
  }

  private giveBack(): void {
    for (const { nonce, id } of this.kept.splice(0)) this.answer({ nonce, id, kind: 'given_back' });
  }

  private answerOf({ nonce, id, url }: Get, got: Got): CourierAnswer {
    if ('failure' in got)
      return { nonce, id, kind: 'failed', failure: got.failure, at: new URL(url).pathname };
    const { response, bytes } = got;
    const { watch } = this;
    const body = watch.page(() => new TextDecoder().decode(bytes));
    const { status, redirected } = response;
    return {
      nonce,
      id,
      kind: 'response',
      status,
      url: response.url,
      redirected,
      headers: Object.fromEntries(response.headers),
      body,
      spent: { networkMs: watch.networkMs, pageMs: watch.pageMs },
    };
  }
}

/** Time with a request under way, counted once for requests side by side, and the page's own time. */
class Stopwatch {
  networkMs = 0;
  pageMs = 0;
  private open = 0;
  private since = 0;

  async network<T>(work: () => Promise<T>): Promise<T> {
    if (this.open++ === 0) this.since = performance.now();
    try {
      return await work();
    } finally {
      if (--this.open === 0) this.networkMs += performance.now() - this.since;
    }
  }

  page<T>(work: () => T): T {
    const began = performance.now();
    const value = work();
    this.pageMs += performance.now() - began;
    return value;
  }
}
