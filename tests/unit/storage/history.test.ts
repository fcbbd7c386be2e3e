import { beforeEach, describe, expect, it } from 'vitest';
import { setStatus } from '../../../lib/postmortem/edit-plan';
import type { Store } from '../../../lib/storage/store';
import { MOST_VERSIONS, VERSION_EVERY_MS } from '../../../lib/storage/versions';
import { putRaw } from './raw-database';
import { at, newDisk, openOn, problem, samplePostmortem, value, withTitle } from './samples';

let disk: IDBFactory;
let store: Store;
let now: number;
let rev: number;

beforeEach(async () => {
  disk = newDisk();
  now = Date.parse(at(0));
  rev = 0;
  store = await openOn(disk, { now: () => now });
});

async function save(title: string, options: Parameters<Store['save']>[2] = {}): Promise<void> {
  const postmortem = { ...withTitle(samplePostmortem('p1'), title), updatedAt: new Date(now).toISOString() };
  rev = value(await store.save(postmortem, rev, options));
}

const titleOf = async (version: number) => value(await store.version('p1', version))?.sections.title.text;
const titles = async () =>
  Promise.all((await store.versions('p1')).map(async ({ rev: version }) => titleOf(version)));

describe('the history of a postmortem', () => {
  it('has what was there before the first edit, and then one version in a while of typing', async () => {
    await save('Draft');
    expect(await store.versions('p1')).toEqual([]);
    for (let second = 0; second < 25 * 60; second += 30) {
      now = Date.parse(at(0)) + second * 1_000;
      await save(`After ${second} s`);
    }
    expect(await titles()).toEqual(['After 1170 s', 'After 570 s', 'Draft']);
    expect((await store.versions('p1')).map(({ why }) => why)).toEqual(['editing', 'editing', 'first']);
    expect((await store.versions('p1'))[1]?.at).toBe(new Date(Date.parse(at(0)) + 570_000).toISOString());
  });

  it('has what stood at the end of a sitting, once writing goes on after a pause', async () => {
    await save('Draft');
    await save('Morning');
    now += VERSION_EVERY_MS * 6;
    await save('Evening');
    expect(await titles()).toEqual(['Morning', 'Draft']);
  });

  it('has what a save says it replaces for a reason, however soon', async () => {
    await save('Draft');
    await save('Mine');
    await save('After the pull', { keep: 'before_pull' });
    expect(await store.versions('p1')).toMatchObject([
      { rev: 2, why: 'before_pull' },
      { rev: 1, why: 'first' },
    ]);
  });

  it('goes on where the clock was set back', async () => {
    await save('Draft');
    await save('Tomorrow');
    now -= 86_400_000;
    await save('Yesterday');
    expect(await titles()).toContain('Tomorrow');
  });

  it('is thinned from its oldest passing versions, never of the first', async () => {
    await save('Draft');
    await save('Pulled', { keep: 'before_pull' });
    for (let n = 0; n < MOST_VERSIONS + 10; n++) {
      now += VERSION_EVERY_MS;
      await save(`Edit ${n}`, n === 3 ? { keep: 'status' } : {});
    }
    const versions = await store.versions('p1');
    expect(versions).toHaveLength(MOST_VERSIONS);
    expect(versions.at(-1)).toMatchObject({ rev: 1 });
    expect(versions.at(-2)).toMatchObject({ why: 'status' });
    expect((await titles())[0]).toBe(`Edit ${MOST_VERSIONS + 8}`);
  });

  it('keeps its first version also where all the others had a reason', async () => {
    await save('Draft');
    for (let n = 0; n < MOST_VERSIONS + 5; n++) {
      now += 1_000;
      await save(`Pull ${n}`, { keep: 'before_pull' });
    }
    expect(await store.versions('p1')).toHaveLength(MOST_VERSIONS);
    expect(await titleOf(1)).toBe('Draft');
    expect(await titleOf(2)).toBeUndefined();
  });

  it('goes with its postmortem when that is erased for good', async () => {
    await save('Draft');
    await save('Edited');
    value(await store.remove('p1'));
    expect(await store.versions('p1')).toHaveLength(1);
    now += 31 * 86_400_000;
    expect(await store.purge()).toBe(1);
    expect(await store.versions('p1')).toEqual([]);
  });
});

describe('an earlier version', () => {
  it('is brought back as a new revision, and what it replaces is kept', async () => {
    await save('Draft');
    await save('Present');
    now += 1_000;
    expect(value(await store.restoreVersion('p1', 1))).toBe(3);
    expect(value(await store.get('p1'))).toMatchObject({
      rev: 3,
      postmortem: { sections: { title: { text: 'Draft' } }, updatedAt: new Date(now).toISOString() },
    });
    expect(await store.versions('p1')).toMatchObject([
      { rev: 2, why: 'before_restore' },
      { rev: 1, why: 'first' },
    ]);
    expect(await titleOf(2)).toBe('Present');
    expect(await store.list({ text: 'Draft' })).toHaveLength(1);
    value(await store.restoreVersion('p1', 2));
    expect(value(await store.get('p1'))?.postmortem.sections.title.text).toBe('Present');
  });

  it('rests on the newest capture, because its own may be gone', async () => {
    await save('Draft');
    const newest = { ...samplePostmortem('p1'), captureId: 'sha256:newest' };
    rev = value(await store.save(newest, rev));
    value(await store.restoreVersion('p1', 1));
    expect(value(await store.get('p1'))?.postmortem).toMatchObject({
      captureId: 'sha256:newest',
      sections: { title: { text: 'Draft' } },
    });
  });

  it('brings its words back and not how far the document was: that is a fact, and so is what has left', async () => {
    await save('Draft');
    const sent = setStatus(samplePostmortem('p1'), 'in_review', at(5));
    const exports = [{ version: 'customer', at: at(6), hash: 'h' }];
    rev = value(await store.save({ ...sent, exports }, rev, { keep: 'status' }));
    value(await store.restoreVersion('p1', 1));
    expect(value(await store.get('p1'))?.postmortem).toMatchObject({
      sections: { title: { text: 'Draft' } },
      status: 'in_review',
      log: sent.log,
      exports,
    });
  });

  it('that is not there, or cannot be read, changes nothing', async () => {
    await save('Draft');
    await save('Present');
    expect(problem(await store.restoreVersion('p1', 7))).toMatchObject({ code: 'not_found' });
    await putRaw(disk, 'debrief-test', 'versions', {
      postmortemId: 'p1',
      rev: 1,
      at: at(0),
      why: 'first',
      postmortem: { v: 99 },
    });
    expect(problem(await store.restoreVersion('p1', 1))).toMatchObject({ code: 'damaged' });
    expect(value(await store.get('p1'))).toMatchObject({
      rev: 2,
      postmortem: { sections: { title: { text: 'Present' } } },
    });
  });
});
