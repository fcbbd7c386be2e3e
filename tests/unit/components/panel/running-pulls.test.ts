import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RunningPulls } from '../../../../components/panel/running-pulls';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Work that goes on until it is let go, and tells how it was begun. */
function job() {
  const signals: AbortSignal[] = [];
  let finish: (end?: 'page_gone') => void = () => {};
  const finished = new Promise<'page_gone' | undefined>((resolve) => {
    finish = resolve;
  });
  const work = (signal: AbortSignal) => {
    signals.push(signal);
    return finished;
  };
  return {
    work,
    finish: (end?: 'page_gone') => finish(end),
    begun: () => signals.filter(({ aborted }) => !aborted).length,
    signals,
  };
}

const moment = () => vi.advanceTimersByTimeAsync(0);

it('runs one pull a ticket at a time, and the next when that has ended', async () => {
  const pulls = new RunningPulls();
  const [first, second] = [job(), job()];
  pulls.start('a', 1, first.work);
  pulls.start('a', 1, second.work);
  await moment();
  expect([first.begun(), second.begun()]).toEqual([1, 0]);
  first.finish();
  await moment();
  pulls.start('a', 1, second.work);
  await moment();
  expect(second.begun()).toBe(1);
});

it.each([
  ['page_gone' as const, 1],
  [undefined, 0],
])('makes a pull again, once, that was asked for while one ended with %s', async (end, times) => {
  const pulls = new RunningPulls();
  const [first, clicked] = [job(), job()];
  pulls.start('a', 1, first.work);
  await moment();
  pulls.start('a', 1, clicked.work);
  pulls.start('a', 1, clicked.work);
  pulls.start('a', 1, job().work, true);
  first.finish(end);
  await moment();
  expect(clicked.begun()).toBe(times);
  clicked.finish(end);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(clicked.begun()).toBe(times);
});

it('does not make a pull again that was stopped, or that nobody asked for', async () => {
  const pulls = new RunningPulls();
  const [stopped, clicked, lost, followed] = [job(), job(), job(), job()];
  pulls.start('a', 1, stopped.work);
  pulls.start('a', 1, clicked.work);
  pulls.start('b', 2, lost.work);
  await moment();
  pulls.start('b', 2, followed.work, true);
  pulls.stop('a');
  stopped.finish('page_gone');
  lost.finish('page_gone');
  await vi.advanceTimersByTimeAsync(1_000);
  expect([clicked.begun(), followed.begun()]).toEqual([0, 0]);
});

it('begins a ticket that was followed to at once when somebody asks for it, and does not pass it by', async () => {
  const pulls = new RunningPulls();
  const followed = job();
  pulls.start('a', 1, followed.work, true);
  pulls.start('a', 1, job().work);
  pulls.passBy('b');
  await moment();
  expect(followed.begun()).toBe(1);
});

it('begins a ticket that was followed to only after it has stayed in front', async () => {
  const pulls = new RunningPulls();
  const followed = job();
  pulls.start('a', 1, followed.work, true);
  pulls.passBy('a');
  await moment();
  expect([followed.begun(), pulls.hasBegun('a')]).toEqual([0, false]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect([followed.begun(), pulls.hasBegun('a')]).toEqual([1, true]);
});

it('never begins a ticket that was passed by, and leaves one under way alone', async () => {
  const pulls = new RunningPulls();
  const [under, passed, stays] = [job(), job(), job()];
  pulls.start('a', 1, under.work);
  await moment();
  pulls.start('b', 1, passed.work, true);
  pulls.passBy('c');
  pulls.start('c', 1, stays.work, true);
  await vi.advanceTimersByTimeAsync(1_000);
  expect([under, passed, stays].map((one) => one.begun())).toEqual([1, 0, 1]);
  expect(under.signals[0]?.aborted).toBe(false);
  // It was told, so that nothing waits for it, and is pulled when somebody comes back.
  expect(passed.signals).toHaveLength(1);
  passed.finish();
  await moment();
  expect(pulls.hasBegun('b')).toBe(false);
  const again = job();
  pulls.start('b', 1, again.work);
  await moment();
  expect(again.begun()).toBe(1);
});

it('stops a pull on request, also before it could begin, and does not begin it again by itself', async () => {
  const pulls = new RunningPulls();
  const [under, settling] = [job(), job()];
  pulls.start('a', 1, under.work);
  pulls.start('b', 2, settling.work, true);
  await moment();
  pulls.stop('a');
  pulls.stop('b');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(under.signals.map(({ aborted }) => aborted)).toEqual([true]);
  expect([settling.begun(), pulls.hasBegun('b')]).toEqual([0, true]);
});

it('stops the pulls from tabs that may be read no more, and no others', async () => {
  const pulls = new RunningPulls();
  const [seen, unseen] = [job(), job()];
  pulls.start('a', 1, seen.work);
  pulls.start('b', 2, unseen.work);
  await moment();
  await pulls.stopUnseen(async (tabId) => tabId === 1);
  expect([seen, unseen].map(({ signals }) => signals[0]?.aborted)).toEqual([false, true]);
});
