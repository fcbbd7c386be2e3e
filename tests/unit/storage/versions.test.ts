import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePostmortem } from '../../../lib/postmortem/schema';
import { SCHEMA_VERSION } from '../../../lib/storage/database';
import { type RawDatabase, type RawStore, readRaw, writeRaw } from './raw-database';
import {
  at,
  newDisk,
  openOn,
  sampleCapture,
  samplePicture,
  samplePostmortem,
  value,
  withTitle,
} from './samples';

/** Frozen: what each version of the tables has stored. Never edited after its release; a new version adds a file. */
const folder = new URL('../../fixtures/storage/', import.meta.url);
const examples = readdirSync(folder).filter((name) => /^v\d+\.json$/.test(name));
const example = (name: string): RawDatabase => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

it('there is a frozen example of every schema version', () => {
  const expected = Array.from({ length: SCHEMA_VERSION }, (_, n) => `v${n + 1}.json`);
  expect(examples.sort()).toEqual(expected.sort());
});

describe.each(examples)('the example %s', (name) => {
  const { nativeVersion, stores } = example(name);
  const rows = (store: string) => rowsOf(stores[store]);

  it('opens with every postmortem and every word of it', async () => {
    const disk = newDisk();
    await writeRaw(disk, 'debrief-test', { nativeVersion, stores });
    const store = await openOn(disk);
    expect(rows('postmortems').length).toBeGreaterThan(1);
    expect(await store.damaged()).toEqual([]);
    for (const row of rows('postmortems')) {
      const stored = value(await store.get(row.id));
      expect(stored?.rev).toBe(row.rev);
      expect(stored?.deletedAt).toBe(row.deletedAt);
      expect(words(stored?.postmortem)).toEqual(
        expect.arrayContaining(words(row.postmortem).map((word) => renamed[word] ?? word)),
      );
    }
    const listed = [...(await store.list()), ...(await store.list({ deleted: true }))];
    expect(listed.map(({ id }) => id).sort()).toEqual(
      rows('postmortems')
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('opens with the captures they rest on', async () => {
    const disk = newDisk();
    await writeRaw(disk, 'debrief-test', { nativeVersion, stores });
    const store = await openOn(disk);
    expect(rows('captures').length).toBeGreaterThan(0);
    for (const row of rows('captures')) {
      const capture = value(await store.getCapture(row.id));
      expect(words(capture)).toEqual(expect.arrayContaining(words(row.capture)));
    }
  });

  it('can be worked on', async () => {
    const disk = newDisk();
    await writeRaw(disk, 'debrief-test', { nativeVersion, stores });
    const store = await openOn(disk);
    for (const row of rows('postmortems')) {
      const stored = value(await store.get(row.id));
      if (!stored) throw new Error(`${row.id} is missing`);
      expect(value(await store.save(stored.postmortem, stored.rev))).toBe(stored.rev + 1);
    }
  });
});

it('what an earlier version of the tables had stored becomes the first version of its history', async () => {
  const disk = newDisk();
  await writeRaw(disk, 'debrief-test', example('v2.json'));
  const store = await openOn(disk);
  const [row] = rowsOf(example('v2.json').stores.postmortems);
  if (!row) throw new Error('the example is empty');
  expect(await store.versions(row.id)).toEqual([]);
  const stored = value(await store.get(row.id));
  if (!stored) throw new Error('it did not open');
  value(await store.save(withTitle(stored.postmortem, 'Edited after the update'), stored.rev));
  expect(await store.versions(row.id)).toMatchObject([{ rev: stored.rev, why: 'first' }]);
  expect(value(await store.version(row.id, stored.rev))).toEqual(stored.postmortem);
});

describe('the newest example', () => {
  it('has the tables and the rows that this version writes', async () => {
    const disk = newDisk();
    const store = await openOn(disk, { now: () => Date.parse(at(9)) });
    await store.putCapture(sampleCapture('sha256:c1', at(1)));
    value(await store.save(samplePostmortem('p1'), 0));
    value(await store.save(samplePostmortem('p1'), 1));
    value(await store.putBlob('p1', samplePicture(), 'screen.png'));
    value(await store.save(samplePostmortem('p2'), 0));
    value(await store.remove('p2'));
    value(
      await store.correct('zendesk:https://harbour.example:41', (overlay) => ({
        ...overlay,
        pinned: ['e1'],
      })),
    );
    value(await store.prefer((current) => ({ ...current, thresholds: { silenceMs: 7_200_000 } })));
    store.close();
    expect(outline(await readRaw(disk, 'debrief-test'))).toEqual(outline(example(`v${SCHEMA_VERSION}.json`)));
  });

  it('comes back exactly as it is frozen', async () => {
    const disk = newDisk();
    const frozen = example(`v${SCHEMA_VERSION}.json`);
    await writeRaw(disk, 'debrief-test', frozen);
    const store = await openOn(disk);
    for (const { id, rev, deletedAt, postmortem } of rowsOf(frozen.stores.postmortems)) {
      const deletion = deletedAt === undefined ? {} : { deletedAt };
      expect(value(await store.get(id))).toEqual({
        postmortem: value(parsePostmortem(postmortem)),
        rev,
        ...deletion,
      });
    }
    for (const { id, capture } of rowsOf(frozen.stores.captures)) {
      expect(value(await store.getCapture(id))).toEqual(capture);
    }
    for (const { ticketId, overlay } of rowsOf(frozen.stores.corrections)) {
      expect(value(await store.corrections(ticketId ?? ''))).toEqual(overlay);
    }
    for (const { postmortemId = '', rev = 0, postmortem } of rowsOf(frozen.stores.versions)) {
      expect(value(await store.version(postmortemId, rev))).toEqual(postmortem);
    }
    for (const { postmortemId = '', id, name, bytes } of rowsOf(frozen.stores.blobs)) {
      const blob = value(await store.getBlob(postmortemId, id));
      expect(blob?.name).toBe(name);
      expect(blob && Buffer.from(blob.bytes).toString('base64')).toBe(bytes?.base64);
    }
    for (const { preferences } of rowsOf(frozen.stores.preferences)) {
      expect(value(await store.prefer((current) => current))).toEqual(preferences);
    }
  });
});

/** The columns of any version that the assertions name. */
interface Row {
  id: string;
  rev?: number;
  deletedAt?: string;
  postmortem?: unknown;
  capture?: unknown;
  ticketId?: string;
  overlay?: unknown;
  preferences?: unknown;
  postmortemId?: string;
  name?: string;
  bytes?: { base64: string };
}

function rowsOf(store: RawStore | undefined): Row[] {
  return (store?.rows ?? []) as Row[]; // examples of ours
}

/** Names of choices that a later shape calls otherwise. */
const renamed: { [word: string]: string } = { communication_failure: 'escalation' };

/** Every text inside, wherever a migration may have moved it. */
function words(inside: unknown): string[] {
  if (typeof inside === 'string') return [inside];
  if (typeof inside !== 'object' || inside === null) return [];
  return Object.values(inside).flatMap(words);
}

/** Tables, indexes and the columns of the rows, without their content. */
function outline({ nativeVersion, stores }: RawDatabase): unknown {
  return {
    nativeVersion,
    stores: Object.fromEntries(
      Object.entries(stores).map(([name, { keyPath, indexes, rows }]) => {
        const columns = rows.map((row) =>
          Object.keys(row as object)
            .sort()
            .join(),
        );
        return [name, { keyPath, indexes, rows: [...new Set(columns)].sort() }];
      }),
    ),
  };
}
