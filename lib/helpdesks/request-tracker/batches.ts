import { ahead } from '../ahead';

/** So many ids keep an address well below the 8 kB that servers accept. */
const BATCH = 100;

/** Gathers ids while a history is read, and begins to ask about them as soon as they fill one request. */
export class Batches<Out> {
  private readonly seen = new Set<number>();
  private readonly ask: (ids: readonly number[]) => Promise<Out>;
  private readonly begun: Promise<Out>[] = [];
  private waiting: number[] = [];

  constructor(ask: (ids: readonly number[]) => Promise<Out>) {
    this.ask = ask;
  }

  get size(): number {
    return this.seen.size;
  }

  add(id: number): void {
    if (this.seen.has(id)) return;
    this.seen.add(id);
    this.waiting.push(id);
    if (this.waiting.length === BATCH) this.begin();
  }

  /** Asks for what is left and gives all answers, in the order of the ids. */
  rest(): Promise<Out[]> {
    if (this.waiting.length > 0) this.begin();
    return Promise.all(this.begun);
  }

  private begin(): void {
    this.begun.push(ahead(this.ask(this.waiting)));
    this.waiting = [];
  }
}
