import { beforeEach, describe, expect, it } from 'vitest';
import { KEEP_SPARE_CAPTURES } from '../../../lib/storage/captures';
import type { Store } from '../../../lib/storage/store';
import { putRaw, readRaw } from './raw-database';
import { at, newDisk, openOn, problem, sampleCapture, samplePostmortem, value } from './samples';

let disk: IDBFactory;
let store: Store;

beforeEach(async () => {
  disk = newDisk();
  store = await openOn(disk);
});

const keptIds = async () => {
  const rows = (await readRaw(disk, 'debrief-test')).stores.captures?.rows ?? [];
  return rows.map((row) => (row as { id: string }).id).sort(); // rows of ours
};

describe('captures', () => {
  it('come back whole under their content hash', async () => {
    const capture = sampleCapture('sha256:a', at(1));
    expect(await store.putCapture(capture)).toBe('sha256:a');
    expect(value(await store.getCapture('sha256:a'))).toEqual(capture);
    expect(value(await store.getCapture('sha256:b'))).toBeUndefined();
  });

  it('are never rewritten: the same id again changes nothing', async () => {
    await store.putCapture(sampleCapture('sha256:a', at(1)));
    expect(await store.putCapture(sampleCapture('sha256:a', at(9)))).toBe('sha256:a');
    expect(value(await store.getCapture('sha256:a'))).toEqual(sampleCapture('sha256:a', at(1)));
    const [first, second] = await Promise.all(
      [1, 2].map(() => store.putCapture(sampleCapture('sha256:c', at(2)))),
    );
    expect([first, second]).toEqual(['sha256:c', 'sha256:c']);
    expect(await keptIds()).toEqual(['sha256:a', 'sha256:c']);
  });

  it('show the newest of a ticket, by when it was captured and not by when it was put', async () => {
    await store.putCapture(sampleCapture('sha256:new', at(5)));
    await store.putCapture(sampleCapture('sha256:old', at(1)));
    await store.putCapture(sampleCapture('sha256:other', at(9), '42'));
    const { id } = sampleCapture('sha256:new', at(5)).ticket;
    expect(value(await store.latestCapture(id))).toEqual(sampleCapture('sha256:new', at(5)));
    expect(value(await store.latestCapture('zendesk:https://harbour.example:43'))).toBeUndefined();
  });

  it('that can no longer be read are a problem, not an exception', async () => {
    const capture = { ...sampleCapture('sha256:a', at(1)), statusMap: 7 };
    await putRaw(disk, 'debrief-test', 'captures', {
      id: capture.id,
      ticketId: capture.ticket.id,
      capturedAt: at(1),
      capture,
    });
    expect(problem(await store.getCapture('sha256:a'))).toMatchObject({ code: 'damaged', at: 'statusMap' });
    expect(problem(await store.latestCapture(capture.ticket.id))).toMatchObject({ code: 'damaged' });
    expect(await keptIds()).toEqual(['sha256:a']);
  });
});

describe('pruning', () => {
  const name = (n: number) => `sha256:${String(n).padStart(3, '0')}`;
  const fill = async (count: number) => {
    for (let n = 0; n < count; n += 1) await store.putCapture(sampleCapture(name(n), at(n), String(n)));
  };

  it('keeps the newest captures without a postmortem, and all that a postmortem refers to', async () => {
    await store.putCapture(sampleCapture('sha256:used', at(-9)));
    value(await store.save(samplePostmortem('p1', { captureId: 'sha256:used' }), 0));
    await store.putCapture(sampleCapture('sha256:binned', at(-8)));
    value(await store.save(samplePostmortem('p2', { captureId: 'sha256:binned' }), 0));
    value(await store.remove('p2'));
    await fill(KEEP_SPARE_CAPTURES + 3);
    const newest = Array.from({ length: KEEP_SPARE_CAPTURES }, (_, n) => name(n + 3));
    expect(await keptIds()).toEqual([...newest, 'sha256:binned', 'sha256:used']);
  });

  it('never drops the one just put, however old it is', async () => {
    await fill(KEEP_SPARE_CAPTURES);
    await store.putCapture(sampleCapture('sha256:ancient', at(-500)));
    expect(value(await store.getCapture('sha256:ancient'))).toBeDefined();
    expect(await keptIds()).toHaveLength(KEEP_SPARE_CAPTURES);
  });

  it('forgets a capture after its postmortem is gone for good', async () => {
    let today = Date.parse(at(0));
    store.close();
    store = await openOn(disk, { now: () => today });
    await store.putCapture(sampleCapture('sha256:used', at(-9)));
    value(await store.save(samplePostmortem('p1', { captureId: 'sha256:used' }), 0));
    value(await store.remove('p1'));
    today += 31 * 86_400_000;
    await store.purge();
    await fill(KEEP_SPARE_CAPTURES);
    expect(value(await store.getCapture('sha256:used'))).toBeUndefined();
  });
});
