import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Autosave, createAutosave, type SaveState } from '../../../lib/storage/autosave';
import type { Conflict, StoreProblem } from '../../../lib/storage/problems';
import { fail, ok, type Result } from '../../../lib/ticket/problem';
import { samplePostmortem } from './samples';

type Answer = Result<number, Conflict | StoreProblem>;

const full: StoreProblem = { code: 'storage_full', message: 'No space.', next: 'Free some.' };
const conflict: Conflict = {
  code: 'conflict',
  message: 'Changed elsewhere.',
  next: 'Choose.',
  theirs: samplePostmortem('p1'),
  rev: 4,
};

let saves: { value: string; atMs: number }[];
let inFlight: number;
let mostInFlight: number;
let states: SaveState[];
let saveMs: number;
let answer: () => Answer;
let autosave: Autosave<string>;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  saves = [];
  states = [];
  inFlight = 0;
  mostInFlight = 0;
  saveMs = 5;
  answer = () => ok(1);
  autosave = createAutosave<string>({ save, onState: (state) => states.push(state) });
});

afterEach(() => {
  vi.useRealTimers();
});

async function save(value: string): Promise<Answer> {
  saves.push({ value, atMs: Date.now() });
  inFlight += 1;
  mostInFlight = Math.max(mostInFlight, inFlight);
  await new Promise((resolve) => setTimeout(resolve, saveMs));
  inFlight -= 1;
  return answer();
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const kinds = () => states.map(({ kind }) => kind);

describe('autosave', () => {
  it('saves the first change at once', async () => {
    autosave.change('a');
    await pass(0);
    expect(saves).toEqual([{ value: 'a', atMs: 0 }]);
    await pass(5);
    expect(states).toEqual([{ kind: 'saving' }, { kind: 'saved', at: '1970-01-01T00:00:00.005Z' }]);
  });

  it('lets the first change after a rest get on screen first, and falls no further behind under typing', async () => {
    autosave = createAutosave<string>({ save, onState: (state) => states.push(state), leadMs: 25 });
    for (let ms = 0; ms <= 600; ms += 100) {
      autosave.change(`typed at ${ms}`);
      await pass(100);
    }
    await pass(300);
    autosave.change('after a rest');
    await pass(100);
    expect(saves.map(({ atMs }) => atMs)).toEqual([25, 275, 525, 775, 1025]);
  });

  it('waits for no frame when the page hides', async () => {
    autosave = createAutosave<string>({ save, onState: (state) => states.push(state), leadMs: 25 });
    autosave.change('last words');
    void autosave.flush();
    await pass(0);
    expect(saves).toEqual([{ value: 'last words', atMs: 0 }]);
    await pass(100);
    expect(saves).toHaveLength(1);
  });

  it('saves at least every 250 ms under continuous typing, each time the newest text', async () => {
    const everyMs = 37;
    for (let ms = 0; ms < 2000; ms += everyMs) {
      autosave.change(`typed at ${ms}`);
      await pass(everyMs);
    }
    await pass(250);
    const starts = saves.map(({ atMs }) => atMs);
    expect(starts).toEqual([0, 250, 500, 750, 1000, 1250, 1500, 1750, 2000]);
    const newestAt = (ms: number) => Math.floor(ms / everyMs) * everyMs;
    expect(saves.map(({ value }) => value)).toEqual(starts.map((ms) => `typed at ${newestAt(ms)}`));
    expect(states.at(-1)?.kind).toBe('saved');
  });

  it('never runs two saves at once, and the newest text is stored last', async () => {
    saveMs = 700;
    for (let ms = 0; ms < 2000; ms += 100) {
      autosave.change(`typed at ${ms}`);
      await pass(100);
    }
    await pass(2000);
    expect(mostInFlight).toBe(1);
    expect(saves.map(({ atMs }) => atMs)).toEqual([0, 700, 1400, 2100]);
    expect(saves.at(-1)?.value).toBe('typed at 1900');
  });

  it('says saved only when nothing newer is waiting', async () => {
    saveMs = 100;
    autosave.change('a');
    await pass(50);
    autosave.change('ab');
    await pass(100);
    expect(kinds()).toEqual(['saving', 'unsaved']);
    await pass(1000);
    expect(kinds()).toEqual(['saving', 'unsaved', 'saving', 'saved']);
  });

  it('flush stores what is waiting without the throttle, for a page that hides', async () => {
    autosave.change('a');
    await pass(10);
    autosave.change('ab');
    const flushed = autosave.flush();
    expect(saves.map(({ value }) => value)).toEqual(['a', 'ab']);
    await pass(5);
    await flushed;
    expect(states.at(-1)?.kind).toBe('saved');
    await pass(1000);
    expect(saves).toHaveLength(2);
  });

  it('flush waits for a running save and then stores the newer text', async () => {
    saveMs = 100;
    autosave.change('a');
    await pass(10);
    autosave.change('ab');
    let flushed = false;
    void autosave.flush().then(() => {
      flushed = true;
    });
    await pass(100);
    expect(flushed).toBe(false);
    await pass(100);
    expect(flushed).toBe(true);
    expect(saves.map(({ value, atMs }) => [value, atMs])).toEqual([
      ['a', 0],
      ['ab', 100],
    ]);
  });

  it('flush with nothing to store resolves without a save', async () => {
    await autosave.flush();
    expect(saves).toEqual([]);
    expect(states).toEqual([]);
  });

  it('is not held up by a system clock that is set back an hour', async () => {
    autosave.change('a');
    await pass(5);
    vi.setSystemTime(Date.now() - 3_600_000);
    autosave.change('ab');
    await pass(250);
    expect(saves.map(({ value }) => value)).toEqual(['a', 'ab']);
  });

  it('dispose stores a last time and reports no more; a change after it throws', async () => {
    autosave.change('a');
    await pass(10);
    autosave.change('ab');
    states = [];
    void autosave.dispose();
    await pass(1000);
    expect(saves.map(({ value }) => value)).toEqual(['a', 'ab']);
    expect(states).toEqual([]);
    expect(() => autosave.change('abc')).toThrow('after dispose');
  });
});

describe('autosave after a failure', () => {
  beforeEach(async () => {
    answer = () => fail(full);
    autosave.change('a');
    await pass(5);
  });

  it('keeps the text and says why, without trying again by itself', async () => {
    await pass(10_000);
    expect(saves).toHaveLength(1);
    expect(states.at(-1)).toEqual({ kind: 'failed', problem: full });
  });

  it('tries again on request, with the same text', async () => {
    answer = () => ok(2);
    void autosave.retry();
    await pass(5);
    expect(saves.map(({ value }) => value)).toEqual(['a', 'a']);
    expect(states.at(-1)?.kind).toBe('saved');
  });

  it('tries again on the next change, with the newer text', async () => {
    answer = () => ok(2);
    autosave.change('ab');
    await pass(255);
    expect(saves.map(({ value }) => value)).toEqual(['a', 'ab']);
    expect(states.at(-1)?.kind).toBe('saved');
  });

  it('tries again for what was typed while the failing save ran', async () => {
    autosave.change('ab');
    await pass(247);
    autosave.change('abc');
    answer = () => fail(full);
    await pass(3);
    answer = () => ok(2);
    await pass(300);
    expect(saves.map(({ value }) => value)).toEqual(['a', 'ab', 'abc']);
    expect(states.at(-1)?.kind).toBe('saved');
  });

  it('flush stores the newest text itself when the save it waited for fails', async () => {
    autosave.change('ab');
    await pass(246);
    autosave.change('abc');
    let flushed = false;
    void autosave.flush().then(() => {
      flushed = true;
    });
    await pass(4);
    answer = () => ok(2);
    await pass(5);
    expect(saves.map(({ value }) => value)).toEqual(['a', 'ab', 'abc']);
    expect(flushed).toBe(true);
  });

  it('flush tries once and gives up', async () => {
    void autosave.flush();
    await pass(10_000);
    expect(saves).toHaveLength(2);
    expect(states.at(-1)).toEqual({ kind: 'failed', problem: full });
  });
});

describe('autosave after a conflict', () => {
  beforeEach(async () => {
    answer = () => fail(conflict);
    autosave.change('mine');
    await pass(5);
    autosave.change('mine, longer');
    answer = () => ok(5);
  });

  it('stops saving until it is settled, also when the page hides', async () => {
    await autosave.flush();
    await pass(10_000);
    expect(saves).toHaveLength(1);
    expect(states.at(-1)).toEqual({ kind: 'conflict', problem: conflict });
  });

  it('saves the newest text of this window when it wins', async () => {
    void autosave.retry();
    await pass(5);
    expect(saves.at(-1)?.value).toBe('mine, longer');
    expect(states.at(-1)?.kind).toBe('saved');
  });

  it('forgets the text of this window when the other wins', async () => {
    autosave.discard();
    expect(states.at(-1)?.kind).toBe('saved');
    await autosave.flush();
    await pass(10_000);
    expect(saves).toHaveLength(1);
    autosave.change('theirs, and more');
    await pass(255);
    expect(saves.at(-1)?.value).toBe('theirs, and more');
  });

  it('does not bring back a discarded text when a save of it fails later', async () => {
    answer = () => fail(full);
    void autosave.retry();
    autosave.discard();
    await pass(5);
    await autosave.flush();
    expect(saves).toHaveLength(2);
    expect(states.at(-1)?.kind).toBe('saved');
  });
});

describe('a save that throws', () => {
  it.each([
    [
      'at once',
      () => {
        throw new Error('a bug');
      },
    ],
    ['later', () => Promise.reject(new Error('a bug'))],
  ])('%s keeps the text, says failed, and lets the bug through', async (_when, buggy) => {
    let broken = true;
    const stored: string[] = [];
    autosave = createAutosave<string>({
      save: (value) => {
        if (broken) return buggy();
        stored.push(value);
        return Promise.resolve(ok(1));
      },
      onState: (state) => states.push(state),
    });
    autosave.change('a');
    await expect(autosave.flush()).rejects.toThrow('a bug');
    expect(states.at(-1)).toMatchObject({ kind: 'failed', problem: { code: 'storage_failed' } });
    broken = false;
    await autosave.retry();
    expect(stored).toEqual(['a']);
  });
});
