import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoreProblem } from '../../../lib/storage/problems';
import type { Store } from '../../../lib/storage/store';
import type { Stored } from '../../../lib/storage/stored';
import type { Summary } from '../../../lib/storage/summaries';
import { putRaw } from './raw-database';
import { newDisk, openOn, samplePostmortem, value, withTitle } from './samples';

let disk: IDBFactory;
let here: Store;
let there: Store;

beforeEach(async () => {
  disk = newDisk();
  here = await openOn(disk);
  there = await openOn(disk);
});

describe('watching a postmortem', () => {
  const postmortem = samplePostmortem('p1');

  it('hears what another connection saves, deletes and restores', async () => {
    const heard: (Stored | undefined)[] = [];
    const stop = here.watch('p1', (current) => heard.push(current));
    await vi.waitFor(() => expect(heard).toEqual([undefined]));
    value(await there.save(postmortem, 0));
    await vi.waitFor(() => expect(heard.at(-1)).toEqual({ postmortem, rev: 1 }));
    value(await there.remove('p1'));
    await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ rev: 2, deletedAt: expect.any(String) }));
    value(await there.restore('p1'));
    await vi.waitFor(() => expect(heard.at(-1)).toEqual({ postmortem, rev: 3 }));
    stop();
  });

  it('is quiet about other postmortems and after it was stopped', async () => {
    const heard: (number | undefined)[] = [];
    const others: number[] = [];
    const stop = here.watch('p1', (current) => heard.push(current?.rev));
    here.watch('p2', (current) => current && others.push(current.rev));
    await vi.waitFor(() => expect(heard).toEqual([undefined]));
    value(await there.save(samplePostmortem('p2'), 0));
    await vi.waitFor(() => expect(others).toEqual([1]));
    stop();
    value(await there.save(postmortem, 0));
    value(await there.save(samplePostmortem('p2'), 1));
    await vi.waitFor(() => expect(others).toEqual([1, 2]));
    expect(heard).toEqual([undefined]);
  });

  it('is told of a record that cannot be read, and goes on when it can', async () => {
    const heard: (Stored | undefined)[] = [];
    const problems: StoreProblem[] = [];
    await putRaw(disk, 'debrief-test', 'postmortems', { id: 'p1', rev: 1, captureId: 'c', postmortem: {} });
    here.watch(
      'p1',
      (current) => heard.push(current),
      (problem) => problems.push(problem),
    );
    await vi.waitFor(() => expect(problems).toMatchObject([{ code: 'damaged' }]));
    await putRaw(disk, 'debrief-test', 'postmortems', { id: 'p1', rev: 1, captureId: 'c', postmortem });
    value(await there.remove('p1'));
    await vi.waitFor(() => expect(heard).toMatchObject([{ rev: 2, postmortem }]));
  });
});

describe('watching the list', () => {
  it('hears new, renamed and deleted postmortems of another connection', async () => {
    const heard: Summary[][] = [];
    here.watchList((summaries) => heard.push(summaries));
    const titles = () => heard.at(-1)?.map(({ title }) => title);
    await vi.waitFor(() => expect(heard).toEqual([[]]));
    value(await there.save(samplePostmortem('p1', { title: 'First' }), 0));
    await vi.waitFor(() => expect(titles()).toEqual(['First']));
    value(await there.save(withTitle(samplePostmortem('p1'), 'Renamed'), 1));
    await vi.waitFor(() => expect(titles()).toEqual(['Renamed']));
    value(await there.remove('p1'));
    await vi.waitFor(() => expect(titles()).toEqual([]));
  });

  it('can be narrowed like a list', async () => {
    const heard: Summary[][] = [];
    here.watchList((summaries) => heard.push(summaries), { text: 'parcel' });
    value(await there.save(samplePostmortem('p1', { title: 'Lost parcel' }), 0));
    value(await there.save(samplePostmortem('p2', { title: 'Silence' }), 0));
    await vi.waitFor(() => expect(heard.at(-1)).toMatchObject([{ id: 'p1' }]));
  });

  it('ends with the store', async () => {
    const heard: Summary[][] = [];
    here.watchList((summaries) => heard.push(summaries));
    await vi.waitFor(() => expect(heard).toEqual([[]]));
    here.close();
    const third = await openOn(disk);
    const also: Summary[][] = [];
    third.watchList((summaries) => also.push(summaries));
    value(await there.save(samplePostmortem('p1'), 0));
    await vi.waitFor(() => expect(also.at(-1)).toHaveLength(1));
    expect(heard).toEqual([[]]);
  });
});
