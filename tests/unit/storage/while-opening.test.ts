import { describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../lib/storage/store';
import { whileOpening } from '../../../lib/storage/while-opening';
import { newDisk, openOn, samplePostmortem, value } from './samples';

function held() {
  let open: (store: Store) => void = () => {};
  let refuse: (error: Error) => void = () => {};
  const opening = new Promise<Store>((resolve, reject) => {
    open = resolve;
    refuse = reject;
  });
  return { store: whileOpening(opening), open, refuse };
}

describe('a store that is still being opened', () => {
  it('keeps what it is given until it is open', async () => {
    const { store, open } = held();
    const saving = store.save(samplePostmortem('p1'), 0);
    const disk = newDisk();
    open(await openOn(disk));
    expect(value(await saving)).toBe(1);
    expect(await (await openOn(disk)).list()).toMatchObject([{ id: 'p1' }]);
  });

  it('can be watched before, and tells nothing to who stopped before', async () => {
    const { store, open } = held();
    const heard: number[] = [];
    const unheard = vi.fn();
    store.watchList((all) => heard.push(all.length));
    store.watch('p1', unheard)();
    const opened = await openOn(newDisk());
    open(opened);
    await vi.waitFor(() => expect(heard).toEqual([0]));
    value(await opened.save(samplePostmortem('p1'), 0));
    await vi.waitFor(() => expect(heard.at(-1)).toBe(1));
    expect(unheard).not.toHaveBeenCalled();
  });

  it('stops a watcher that began once it was open', async () => {
    const { store, open } = held();
    const heard: number[] = [];
    const stop = store.watchList((all) => heard.push(all.length));
    const opened = await openOn(newDisk());
    open(opened);
    await vi.waitFor(() => expect(heard).toEqual([0]));
    stop();
    value(await opened.save(samplePostmortem('p1'), 0));
    await vi.waitFor(async () => expect(await opened.list()).toHaveLength(1));
    expect(heard).toEqual([0]);
  });

  it('rejects every call as its opening did', async () => {
    const { store, refuse } = held();
    store.watch('p1', () => {});
    const asked = store.latestCapture('zendesk:https://acme.example:1');
    refuse(new Error('no room'));
    await expect(asked).rejects.toThrow('no room');
    await expect(store.list()).rejects.toThrow('no room');
  });
});
