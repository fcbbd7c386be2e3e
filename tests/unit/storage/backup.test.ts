import { IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { reportInWords } from '../../../lib/storage/import-report';
import type { Store } from '../../../lib/storage/store';
import { putRaw, readRaw } from './raw-database';
import {
  at,
  newDisk,
  openOn,
  problem,
  sampleCapture,
  samplePicture,
  samplePostmortem,
  value,
} from './samples';

let disk: IDBFactory;
let here: Store;
let there: Store;
const TICKET = samplePostmortem('p').ticketId;

beforeEach(async () => {
  disk = newDisk();
  here = await openOn(disk, { now: () => Date.parse(at(30)) });
  there = await openOn(newDisk(), { now: () => Date.parse(at(40)) });
});

async function filled(store: Store): Promise<void> {
  await store.putCapture(sampleCapture('sha256:c1', at(1)));
  value(await store.save(samplePostmortem('p1', { title: 'Draft 🕰️' }), 0));
  value(await store.save(samplePostmortem('p1', { title: 'Present' }), 1));
  value(await store.save(samplePostmortem('p2', { title: 'In the bin' }), 0));
  value(await store.remove('p2'));
  value(await store.putBlob('p1', samplePicture(70_000), 'screen.png'));
  value(await store.correct(TICKET, (overlay) => ({ ...overlay, pinned: ['audit:1/evt:1'] })));
  value(await store.prefer((current) => ({ ...current, thresholds: { silenceMs: 7_200_000 } })));
}

const restore = async (from: Store, into: Store) => value(await into.importBackup(await from.backup()));
const titleOf = async (store: Store, id = 'p1') => value(await store.get(id))?.postmortem.sections.title.text;
const versionsOf = async (store: Store, id = 'p1') =>
  Promise.all(
    (await store.versions(id)).map(
      async ({ rev }) => value(await store.version(id, rev))?.sections.title.text,
    ),
  );

async function saved(store: Store, ...titles: string[]): Promise<void> {
  for (const title of titles) {
    const rev = value(await store.get('p1'))?.rev ?? 0;
    value(await store.save(samplePostmortem('p1', { title }), rev));
  }
}

async function edited(
  file: Blob,
  edit: (tables: Record<string, Record<string, unknown>[]>, head: Record<string, unknown>) => void,
) {
  const content = JSON.parse(await file.text());
  edit(content.tables, content);
  return new Blob([JSON.stringify(content)]);
}

describe('a backup', () => {
  it('restored into an empty browser brings back every table', async () => {
    await filled(here);
    const report = await restore(here, there);
    expect(report).toMatchObject({
      added: 2,
      captures: 1,
      versions: 1,
      pictures: 1,
      corrections: 1,
      options: 'taken',
      setAside: [],
    });
    expect(value(await there.get('p1'))).toEqual(value(await here.get('p1')));
    expect(value(await there.get('p2'))?.deletedAt).toBe(at(30));
    expect(await there.list()).toEqual(await here.list());
    expect(await versionsOf(there)).toEqual(['Draft 🕰️']);
    expect(value(await there.getCapture('sha256:c1'))).toEqual(sampleCapture('sha256:c1', at(1)));
    expect(value(await there.corrections(TICKET)).pinned).toEqual(['audit:1/evt:1']);
    const blob = JSON.parse(await (await here.backup()).text()).tables.blobs[0];
    expect(value(await there.getBlob('p1', blob.id))?.bytes.length).toBe(samplePicture(70_000).length);
  });

  it('holds the text as it is, unredacted, and says what it is', async () => {
    await filled(here);
    const text = await (await here.backup()).text();
    expect(JSON.parse(text)).toMatchObject({ format: 'debrief-backup', v: 1, schema: 3, at: at(30) });
    expect(text).toContain('Ada Quill');
  });

  it('restored twice changes nothing the second time', async () => {
    await filled(here);
    const file = await here.backup();
    value(await there.importBackup(file));
    const after = await (await there.backup()).text();
    const report = value(await there.importBackup(file));
    expect(report).toMatchObject({
      added: 0,
      same: 2,
      versions: 0,
      captures: 0,
      pictures: 0,
      options: 'same',
    });
    expect(await (await there.backup()).text()).toBe(after);
  });
});

describe('a postmortem that is on both sides', () => {
  it('is left alone where the words are the same, and comes back from the bin', async () => {
    await saved(here, 'Present');
    const file = await here.backup();
    value(await here.remove('p1'));
    const report = value(await here.importBackup(file));
    expect(report).toMatchObject({ same: 1, broughtBack: 1 });
    expect(value(await here.get('p1'))?.deletedAt).toBeUndefined();
    expect(await here.list()).toHaveLength(1);
  });

  it('is taken from the file where that is newer, and ours is kept', async () => {
    await saved(here, 'Draft', 'Second', 'Third');
    await saved(there, 'Mine');
    expect(await restore(here, there)).toMatchObject({ newer: 1, older: 0, both: 0 });
    expect(await titleOf(there)).toBe('Third');
    expect((await versionsOf(there)).sort()).toEqual(['Draft', 'Mine']);
  });

  it('stays where ours is newer, and the file’s is kept', async () => {
    await saved(here, 'Draft', 'Theirs');
    await saved(there, 'Draft', 'Second', 'Third');
    expect(await restore(here, there)).toMatchObject({ newer: 0, older: 1, both: 0 });
    expect(await titleOf(there)).toBe('Third');
    expect((await versionsOf(there)).sort()).toEqual(['Draft', 'Theirs']);
  });

  it('written on both sides to one revision stays as it is here, the other is kept and reported, once', async () => {
    await saved(here, 'Draft', 'Theirs');
    await saved(there, 'Draft', 'Ours');
    const report = await restore(here, there);
    expect(report).toMatchObject({ newer: 0, older: 0, both: 1 });
    expect(reportInWords(report)).toContain(
      '1 was changed on both sides: yours stays, the file’s is in its history.',
    );
    expect(await titleOf(there)).toBe('Ours');
    expect((await versionsOf(there)).sort()).toEqual(['Draft', 'Theirs']);
    await restore(here, there);
    expect((await versionsOf(there)).sort()).toEqual(['Draft', 'Theirs']);
    // The next version of ours does not take the place of theirs.
    const rev = value(await there.get('p1'))?.rev ?? 0;
    value(await there.save(samplePostmortem('p1', { title: 'Later' }), rev, { keep: 'status' }));
    expect((await versionsOf(there)).sort()).toEqual(['Draft', 'Ours', 'Theirs']);
  });

  it('gets a revision a window that has it open has not seen', async () => {
    await saved(here, 'Draft', 'Second', 'Third');
    await saved(there, 'Mine', 'Typing');
    await restore(here, there);
    expect(problem(await there.save(samplePostmortem('p1', { title: 'Typing on' }), 2))).toMatchObject({
      code: 'conflict',
    });
  });

  it('leaves corrections and options that differ here as they are, and says so', async () => {
    await filled(here);
    value(await there.correct(TICKET, (overlay) => ({ ...overlay, noise: ['audit:1/evt:1'] })));
    value(await there.prefer((current) => ({ ...current, thresholds: { silenceMs: 1_000 } })));
    const report = await restore(here, there);
    expect(report).toMatchObject({ corrections: 0, correctionsKept: 1, options: 'kept' });
    expect(value(await there.corrections(TICKET)).noise).toEqual(['audit:1/evt:1']);
  });
});

describe('what a file may hold', () => {
  it.each([
    ['no JSON', 'hello', 'This file is no backup of Debrief, or it is damaged.'],
    [
      'cut off',
      '{"format":"debrief-backup","v":1,"tables":{"postmortems":[',
      'This file is no backup of Debrief, or it is damaged.',
    ],
    ['another file', '{"v":1,"id":"p1"}', 'This file is no backup of Debrief, or it is damaged.'],
    [
      'of a newer version',
      '{"format":"debrief-backup","v":2,"rooms":[]}',
      'This backup was made by a newer version of Debrief.',
    ],
  ])('%s is refused as a whole', async (_name, text, message) => {
    expect(problem(await here.importBackup(new Blob([text])))).toMatchObject({ code: 'refused', message });
  });

  it('is refused above its size before it is read', async () => {
    const huge = { size: 600_000_000, text: () => Promise.reject(new Error('was read')) } as unknown as Blob;
    expect(problem(await here.importBackup(huge))).toMatchObject({
      code: 'refused',
      message: 'This file has more than 500 MB.',
    });
  });

  it('rows that cannot be read are set aside one by one; the rest comes in', async () => {
    await filled(here);
    const file = await edited(await here.backup(), (tables) => {
      tables.postmortems?.push(
        { id: 'future', rev: 3, captureId: 'c', postmortem: { v: 99, words: 'From tomorrow.' } },
        { id: 'frameless' },
      );
      tables.captures?.push({ id: 'x', ticketId: 't', capturedAt: 'yesterday', capture: {} });
      tables.versions?.push({ postmortemId: 'p1', rev: 9, at: at(1), why: 'first', postmortem: 7 });
      tables.blobs?.push({ postmortemId: 'p1', id: 'sha256:00', name: 'a.svg', bytes: btoa('<svg/>') });
      tables.blobs?.push({ ...tables.blobs[0], id: 'sha256:00' });
      tables.corrections?.push({ ticketId: 't', overlay: [] });
      tables.unheardOf = [{ id: 'y' }];
    });
    const report = value(await there.importBackup(file));
    expect(report.setAside.map(({ table, id }) => `${table} ${id}`)).toEqual([
      'postmortems future',
      'postmortems frameless',
      'versions p1',
      'captures x',
      'corrections t',
      'blobs sha256:00',
      'blobs sha256:00',
    ]);
    expect(report).toMatchObject({ added: 2, captures: 1 });
    // Word for word, for a version that can read it.
    expect(await there.damaged()).toMatchObject([
      { id: 'future', stored: { postmortem: { words: 'From tomorrow.' } } },
    ]);
  });

  it('addresses that are not of the web are left out', async () => {
    await filled(here);
    const file = await edited(await here.backup(), (tables) => {
      for (const row of tables.postmortems ?? [])
        (row.postmortem as { ticket: { url: string } }).ticket.url = 'javascript:alert(1)';
    });
    value(await there.importBackup(file));
    expect(value(await there.get('p1'))?.postmortem.ticket.url).toBe('');
  });

  it('nothing is taken where one row cannot be stored', async () => {
    await filled(here);
    const file = await here.backup();
    const full = newDisk();
    const other = await openOn(full);
    const before = await readRaw(full, 'debrief-test');
    const real = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...given: [unknown]) {
      if (this.name === 'blobs') throw new DOMException('no space', 'QuotaExceededError');
      return real.apply(this, given);
    };
    try {
      expect(problem(await other.importBackup(file))).toMatchObject({ code: 'storage_full' });
    } finally {
      IDBObjectStore.prototype.add = real;
    }
    expect(await readRaw(full, 'debrief-test')).toEqual(before);
  });

  it('a damaged one here is kept as a version under the file’s', async () => {
    await saved(here, 'Draft', 'Theirs', 'Third');
    await saved(there, 'Ours');
    const file = await here.backup();
    await saved(here, 'x');
    await putRaw(disk, 'debrief-test', 'postmortems', {
      id: 'p1',
      rev: 1,
      captureId: 'c',
      postmortem: { v: 99 },
    });
    expect(value(await here.importBackup(file))).toMatchObject({ newer: 1 });
    expect(await titleOf(here)).toBe('Third');
  });
});
