import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Autosave, createAutosave, type SaveState } from '../../../lib/storage/autosave';
import type { StoreProblem } from '../../../lib/storage/problems';
import { fail, ok, type Result } from '../../../lib/ticket/problem';

const problem: StoreProblem = { code: 'storage_failed', message: 'No.', next: 'Again.' };

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('change' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 400 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('answer' as const, 'refuse' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('flush' as const, 'retry' as const) }) },
);

describe('autosave, whatever is typed and whatever fails', () => {
  it('stores in order, one at a time, says saved only then, and ends with the last text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const world = new World();
        for (const one of steps) {
          if (one.do === 'change') world.type();
          else if (one.do === 'pass') await world.pass(one.ms);
          else if (one.do === 'answer') await world.answer(ok(1));
          else if (one.do === 'refuse') await world.answer(fail(problem));
          else void world.autosave[one.do]();
        }
        await world.finish();
        expect(world.broken).toEqual([]);
        expect(world.stored).toEqual([...world.stored].sort((a, b) => a - b));
        expect(world.stored.at(-1)).toBe(world.typed === 0 ? undefined : world.typed);
        expect(world.states.at(-1)?.kind).toBe(world.typed === 0 ? undefined : 'saved');
      }),
      { numRuns: 500 },
    );
  });
});

/** A clock, timers and a disk that all move only when told to. */
class World {
  typed = 0;
  broken: string[] = [];
  stored: number[] = [];
  states: SaveState[] = [];
  autosave: Autosave<number>;
  private clock = 0;
  private timers: { due: number; run: () => void }[] = [];
  private running: { value: number; resolve: (result: Result<number, StoreProblem>) => void } | undefined;

  constructor() {
    this.autosave = createAutosave<number>({
      save: (value) => {
        if (this.running) this.broken.push('two saves at once');
        return new Promise((resolve) => {
          this.running = { value, resolve };
        });
      },
      onState: (state) => {
        if (state.kind === 'saved' && this.stored.at(-1) !== this.typed) this.broken.push('saved too early');
        this.states.push(state);
      },
      now: () => this.clock,
      setTimer: (run, ms) => {
        const timer = { due: this.clock + ms, run };
        this.timers.push(timer);
        return () => {
          this.timers = this.timers.filter((other) => other !== timer);
        };
      },
    });
  }

  type(): void {
    this.typed += 1;
    this.autosave.change(this.typed);
  }

  async pass(ms: number): Promise<void> {
    this.clock += ms;
    const due = this.timers.filter((timer) => timer.due <= this.clock);
    this.timers = this.timers.filter((timer) => timer.due > this.clock);
    for (const timer of due) timer.run();
    await settled();
  }

  async answer(result: Result<number, StoreProblem>): Promise<void> {
    const running = this.running;
    if (!running) return;
    this.running = undefined;
    if (result.ok) this.stored.push(running.value);
    running.resolve(result);
    await settled();
  }

  async finish(): Promise<void> {
    let flushed = false;
    void this.autosave.flush().then(() => {
      flushed = true;
    });
    await settled();
    while (!flushed) await this.answer(ok(1));
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}
