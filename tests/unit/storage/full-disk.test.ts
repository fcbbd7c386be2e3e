import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutosave, type SaveState } from '../../../lib/storage/autosave';
import { StoreFailure } from '../../../lib/storage/problems';
import type { Store } from '../../../lib/storage/store';
import { at, newDisk, openOn, problem, sampleCapture, samplePostmortem, value, withTitle } from './samples';

const quota = () => new DOMException('no space', 'QuotaExceededError');
const realPut = IDBObjectStore.prototype.put;

/** Chrome refuses large values at once. */
function refuseAtOnce() {
  for (const method of ['put', 'add'] as const) {
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
      throw quota();
    });
  }
}

/** …and small ones when the transaction is written out, after every request had succeeded. */
function refuseAtCommit() {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row, key) {
    const request = key === undefined ? realPut.call(this, row) : realPut.call(this, row, key);
    if (this.name === 'summaries') {
      const { transaction } = this;
      request.addEventListener('success', () => {
        if (!('_abort' in transaction) || typeof transaction._abort !== 'function')
          throw new Error('fake changed');
        transaction._abort('QuotaExceededError');
      });
    }
    return request;
  });
}

let disk: IDBFactory;
let store: Store;

beforeEach(async () => {
  vi.restoreAllMocks();
  disk = newDisk();
  store = await openOn(disk);
  value(await store.save(samplePostmortem('p1'), 0));
});

describe.each([
  ['at once', refuseAtOnce],
  ['at commit', refuseAtCommit],
])('a disk that is full %s', (_when, refuse) => {
  it('gives save a problem a person can act on, and leaves what was stored', async () => {
    refuse();
    const found = problem(await store.save(withTitle(samplePostmortem('p1'), 'Longer'), 1));
    expect(found).toMatchObject({ code: 'storage_full', next: expect.stringContaining('disk space') });
    vi.restoreAllMocks();
    expect(value(await store.get('p1'))).toEqual({ postmortem: samplePostmortem('p1'), rev: 1 });
  });

  it('leaves the text with autosave, which stores it when there is room', async () => {
    const states: SaveState[] = [];
    let rev = 1;
    const autosave = createAutosave({
      save: async (postmortem: ReturnType<typeof samplePostmortem>) => {
        const result = await store.save(postmortem, rev);
        if (result.ok) rev = result.value;
        return result;
      },
      onState: (state) => states.push(state),
    });
    refuse();
    autosave.change(withTitle(samplePostmortem('p1'), 'Typed on a full disk'));
    await autosave.flush();
    expect(states.at(-1)).toMatchObject({ kind: 'failed', problem: { code: 'storage_full' } });
    vi.restoreAllMocks();
    await autosave.retry();
    expect(states.at(-1)).toMatchObject({ kind: 'saved' });
    expect(value(await store.get('p1'))).toMatchObject({
      rev: 2,
      postmortem: { sections: { title: { text: 'Typed on a full disk' } } },
    });
  });
});

describe('storage that fails otherwise', () => {
  it('rejects a capture with the same problem inside', async () => {
    refuseAtOnce();
    const rejected = await store
      .putCapture(sampleCapture('sha256:a', at(1)))
      .catch((error: unknown) => error);
    expect(rejected).toBeInstanceOf(StoreFailure);
    expect(rejected).toMatchObject({ problem: { code: 'storage_full' } });
  });

  it('is a problem for each call on a connection that is gone', async () => {
    store.close();
    expect(problem(await store.save(samplePostmortem('p1'), 1))).toMatchObject({ code: 'storage_failed' });
    expect(problem(await store.get('p1'))).toMatchObject({ code: 'storage_failed' });
    await expect(store.list()).rejects.toMatchObject({ problem: { code: 'storage_failed' } });
  });

  it('rejects opening with a problem when the browser refuses', async () => {
    const refusing = new IDBFactory();
    vi.spyOn(refusing, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    await expect(openOn(refusing)).rejects.toMatchObject({
      name: 'StoreFailure',
      problem: { code: 'storage_failed', at: expect.stringContaining('UnknownError') },
    });
  });

  it('does not pass off a bug as a full disk', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new TypeError('a bug');
    });
    await expect(store.save(samplePostmortem('p1'), 1)).rejects.toThrow('a bug');
  });
});
