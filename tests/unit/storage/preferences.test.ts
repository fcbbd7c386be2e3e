import { describe, expect, it, vi } from 'vitest';
import { noPreferences } from '../../../lib/analysis/preferences';
import { putRaw, readRaw } from './raw-database';
import { newDisk, openOn, problem, value } from './samples';

const silence = (silenceMs: number) => (current: typeof noPreferences) => ({
  ...current,
  thresholds: { ...current.thresholds, silenceMs },
});

describe('a user’s options', () => {
  it('are the defaults at first, and are there again after the browser was closed', async () => {
    const disk = newDisk();
    const store = await openOn(disk);
    expect(value(await store.prefer((current) => current))).toEqual(noPreferences);
    value(await store.prefer(silence(60_000)));
    store.close();
    const again = await openOn(disk);
    expect(value(await again.prefer((current) => current)).thresholds).toEqual({ silenceMs: 60_000 });
  });

  it('are told to whoever watches, also of another window', async () => {
    const disk = newDisk();
    const [one, two] = [await openOn(disk), await openOn(disk)];
    const seen: unknown[] = [];
    const stop = one.watchPreferences(({ thresholds }) => seen.push(thresholds));
    await vi.waitFor(() => expect(seen).toEqual([{}]));
    value(await two.prefer(silence(60_000)));
    await vi.waitFor(() => expect(seen.at(-1)).toEqual({ silenceMs: 60_000 }));
    stop();
  });

  it('that cannot be read are a problem, and stay as they are', async () => {
    const disk = newDisk();
    (await openOn(disk)).close();
    const row = { id: 'preferences', preferences: { thresholds: { silenceMs: 'long' } } };
    await putRaw(disk, 'debrief-test', 'preferences', row);
    const store = await openOn(disk);
    const told = vi.fn();
    store.watchPreferences(() => undefined, told);
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith(expect.objectContaining({ code: 'damaged' })));
    expect(problem(await store.prefer(silence(1)))).toMatchObject({ code: 'damaged' });
    store.close();
    expect((await readRaw(disk, 'debrief-test')).stores.preferences?.rows).toEqual([row]);
  });
});
