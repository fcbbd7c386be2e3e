import { beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../lib/storage/store';
import { putRaw, readRaw } from './raw-database';
import { at, newDisk, openOn, problem, samplePostmortem, value, withTitle } from './samples';

let disk: IDBFactory;
let store: Store;
let today: number;

beforeEach(async () => {
  disk = newDisk();
  today = Date.parse(at(0));
  store = await openOn(disk, { now: () => today });
});

describe('saving', () => {
  it('reads back every word after the store was closed and opened again', async () => {
    const postmortem = samplePostmortem('p1', { title: 'Zwei Tage Stille – “why?” 🕰️\n\tand a tab' });
    expect(value(await store.save(postmortem, 0))).toBe(1);
    store.close();
    const reopened = await openOn(disk);
    expect(value(await reopened.get('p1'))).toEqual({ postmortem, rev: 1 });
  });

  it('counts revisions up from the one the window last saw', async () => {
    const postmortem = samplePostmortem('p1');
    expect(value(await store.save(postmortem, 0))).toBe(1);
    expect(value(await store.save(withTitle(postmortem, 'Second'), 1))).toBe(2);
    expect(value(await store.save(withTitle(postmortem, 'Third'), 2))).toBe(3);
    expect(value(await store.get('p1'))).toEqual({ postmortem: withTitle(postmortem, 'Third'), rev: 3 });
  });

  it('keeps what was saved, whatever the caller does to its object afterwards', async () => {
    const postmortem = samplePostmortem('p1', { title: 'As saved' });
    const saving = store.save(postmortem, 0);
    postmortem.sections.title.text = 'Changed while saving';
    await saving;
    expect(value(await store.get('p1'))?.postmortem.sections.title.text).toBe('As saved');
  });

  it('answers nothing for an unknown id', async () => {
    expect(value(await store.get('nobody'))).toBeUndefined();
  });

  it('needs no more than a factory to be handed in', async () => {
    const alone = await openStore({ name: 'factory-only', indexedDB: newDisk() });
    value(await alone.save(samplePostmortem('p1'), 0));
    expect(await alone.forTicket(samplePostmortem('p1').ticketId)).toHaveLength(1);
    expect(await alone.list()).toHaveLength(1);
    alone.close();
  });

  it('refuses a field it could not read back, and leaves what was stored', async () => {
    const postmortem = samplePostmortem('p1');
    value(await store.save(postmortem, 0));
    const halfTyped = {
      ...postmortem,
      actions: postmortem.actions.map((action) => ({ ...action, due: '2026-3' })),
    };
    expect(problem(await store.save(halfTyped, 1))).toMatchObject({
      code: 'not_storable',
      at: 'actions.0.due',
    });
    expect(value(await store.get('p1'))).toEqual({ postmortem, rev: 1 });
  });
});

describe('two windows on one postmortem', () => {
  it('gives the second one a conflict that holds the first one’s text', async () => {
    const other = await openOn(disk);
    const postmortem = samplePostmortem('p1');
    value(await store.save(postmortem, 0));
    value(await other.save(withTitle(postmortem, 'Theirs'), 1));
    const found = problem(await store.save(withTitle(postmortem, 'Mine'), 1));
    expect(found).toMatchObject({ code: 'conflict', rev: 2, theirs: withTitle(postmortem, 'Theirs') });
    expect(value(await store.save(withTitle(postmortem, 'Mine'), 2))).toBe(3);
  });

  it('lets exactly one of two simultaneous saves win', async () => {
    const other = await openOn(disk);
    const postmortem = samplePostmortem('p1');
    const answers = await Promise.all([store.save(postmortem, 0), other.save(postmortem, 0)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.problem.code === 'conflict')).toHaveLength(1);
  });

  it('does not write into one that was deleted in the other window', async () => {
    const other = await openOn(disk, { now: () => today });
    const postmortem = samplePostmortem('p1');
    value(await store.save(postmortem, 0));
    value(await other.remove('p1'));
    const found = problem(await store.save(withTitle(postmortem, 'Still typing'), 1));
    expect(found).toMatchObject({ code: 'conflict', rev: 2, deletedAt: at(0), theirs: postmortem });
  });
});

describe('deleting', () => {
  it('is undone by restoring, with every word', async () => {
    const postmortem = samplePostmortem('p1');
    value(await store.save(postmortem, 0));
    expect(value(await store.remove('p1'))).toBe(2);
    expect(await store.list()).toEqual([]);
    expect(await store.forTicket(postmortem.ticketId)).toEqual([]);
    expect(await store.list({ deleted: true })).toMatchObject([{ id: 'p1', deletedAt: at(0) }]);
    expect(value(await store.get('p1'))).toEqual({ postmortem, rev: 2, deletedAt: at(0) });
    expect(value(await store.restore('p1'))).toBe(3);
    expect(value(await store.get('p1'))).toEqual({ postmortem, rev: 3 });
    const [summary] = await store.list();
    expect(summary).toMatchObject({ id: 'p1' });
    expect(summary).not.toHaveProperty('deletedAt');
  });

  it('twice keeps the first time and the revision', async () => {
    value(await store.save(samplePostmortem('p1'), 0));
    value(await store.remove('p1'));
    today = Date.parse(at(50));
    expect(value(await store.remove('p1'))).toBe(2);
    expect(value(await store.get('p1'))).toMatchObject({ deletedAt: at(0) });
    expect(value(await store.restore('p1'))).toBe(3);
    expect(value(await store.restore('p1'))).toBe(3);
  });

  it('stays deleted when a window that knows of it saves on', async () => {
    value(await store.save(samplePostmortem('p1'), 0));
    value(await store.remove('p1'));
    value(await store.save(samplePostmortem('p1', { title: 'Last words' }), 2));
    expect(await store.list()).toEqual([]);
    expect(await store.list({ deleted: true })).toMatchObject([{ title: 'Last words', deletedAt: at(0) }]);
    expect(value(await store.get('p1'))).toMatchObject({ rev: 3, deletedAt: at(0) });
  });

  it('says so when there is nothing to delete or restore', async () => {
    expect(problem(await store.remove('nobody'))).toMatchObject({ code: 'not_found' });
    expect(problem(await store.restore('nobody'))).toMatchObject({ code: 'not_found' });
  });

  it('is final 30 days later, and only for what was deleted', async () => {
    const day = 86_400_000;
    value(await store.save(samplePostmortem('kept'), 0));
    value(await store.save(samplePostmortem('old'), 0));
    value(await store.save(samplePostmortem('recent'), 0));
    value(await store.remove('old'));
    today += day;
    value(await store.remove('recent'));
    today += 29 * day - 1;
    expect(await store.purge()).toBe(0);
    today += 1;
    expect(await store.purge()).toBe(1);
    expect(value(await store.get('old'))).toBeUndefined();
    expect((await store.list({ deleted: true })).map(({ id }) => id)).toEqual(['recent']);
    expect((await store.list()).map(({ id }) => id)).toEqual(['kept']);
  });

  it('for good in one window lets the other keep its text as a new one', async () => {
    const postmortem = samplePostmortem('p1');
    value(await store.save(postmortem, 0));
    value(await store.remove('p1'));
    today += 31 * 86_400_000;
    await store.purge();
    expect(problem(await store.save(postmortem, 1))).toMatchObject({ code: 'not_found' });
    expect(value(await store.save(postmortem, 0))).toBe(1);
  });
});

describe('lists', () => {
  it('are made of summaries, newest first', async () => {
    const ticketId = 'request-tracker:https://desk.example/rt:9';
    value(await store.save(samplePostmortem('a', { updatedAt: at(1) }), 0));
    value(await store.save(samplePostmortem('b', { updatedAt: at(3), ticketId }), 0));
    value(await store.save(samplePostmortem('c', { updatedAt: at(2) }), 0));
    expect((await store.list()).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    expect((await store.forTicket(samplePostmortem('a').ticketId)).map(({ id }) => id)).toEqual(['c', 'a']);
    expect(await store.forTicket(ticketId)).toEqual([
      {
        id: 'b',
        ticketId,
        label: 'Zendesk',
        key: '41',
        subject: 'Invoices missing since Friday',
        customer: 'Bäckerei Löwenzahn',
        title: 'Silent weekend on the invoice export',
        updatedAt: at(3),
        openActions: 1,
        severity: 'SEV-2',
        status: 'draft',
        learned: 'What we know about systemic.\nWhat we know about learnings.\nWhat we know about cause.',
      },
    ]);
  });

  it('follow what was saved last', async () => {
    const postmortem = samplePostmortem('a');
    value(await store.save(postmortem, 0));
    value(await store.save({ ...withTitle(postmortem, 'Renamed'), actions: [] }, 1));
    expect(await store.list()).toMatchObject([{ title: 'Renamed', openActions: 0 }]);
  });

  it.each([
    ['invoice', ['a']],
    ['BACKEREI lowenzahn', ['a', 'b']],
    ['silent 41', ['a']],
    ['silent parcel', []],
    ['about learnings', ['a', 'b']],
    ['  ', ['a', 'b']],
    ['(', []],
  ])('search for %j finds %j', async (text, ids) => {
    value(await store.save(samplePostmortem('a'), 0));
    const ticket = { ...samplePostmortem('b').ticket, key: '7', subject: 'Parcel lost' };
    value(await store.save(samplePostmortem('b', { title: 'Lost parcel', ticket }), 0));
    expect((await store.list({ text })).map(({ id }) => id).sort()).toEqual(ids);
  });

  it('make a summary anew that an older build wrote differently', async () => {
    value(await store.save(samplePostmortem('a'), 0));
    const before = await store.list();
    await putRaw(disk, 'debrief-test', 'summaries', {
      id: 'a',
      ticketId: before[0]?.ticketId,
      heading: 'old',
    });
    expect(await store.list()).toEqual(before);
  });
});

describe('a stored postmortem that can no longer be read', () => {
  const broken = { ...samplePostmortem('p1'), timeline: 'lost its brackets' };
  const row = { id: 'p1', rev: 4, captureId: 'sha256:c1', postmortem: broken };

  beforeEach(async () => {
    value(await store.save(samplePostmortem('p1'), 0));
    value(await store.save(samplePostmortem('p2'), 0));
    await putRaw(disk, 'debrief-test', 'postmortems', row);
  });

  const onDisk = async () => (await readRaw(disk, 'debrief-test')).stores.postmortems?.rows[0];

  it('is a problem for whoever opens it, and no trouble for the others', async () => {
    expect(problem(await store.get('p1'))).toMatchObject({ code: 'damaged', at: 'timeline' });
    expect(value(await store.get('p2'))).toMatchObject({ rev: 1 });
    expect(await store.list()).toHaveLength(2);
  });

  it('is reported with everything that is stored', async () => {
    expect(await store.damaged()).toEqual([
      { id: 'p1', problem: expect.objectContaining({ code: 'damaged', at: 'timeline' }), stored: row },
    ]);
  });

  it.each([0, 1, 4])('is not overwritten by a save that expects revision %i', async (expected) => {
    expect(problem(await store.save(samplePostmortem('p1'), expected))).toMatchObject({ code: 'damaged' });
    expect(await onDisk()).toEqual(row);
  });

  it('keeps its words through deleting and restoring', async () => {
    value(await store.remove('p1'));
    value(await store.restore('p1'));
    expect(await onDisk()).toEqual({ ...row, rev: 6 });
  });

  it('is kept as well when even its revision is lost', async () => {
    const headless = { id: 'p1', captureId: 'sha256:c1', postmortem: samplePostmortem('p1') };
    await putRaw(disk, 'debrief-test', 'postmortems', headless);
    expect(problem(await store.get('p1'))).toMatchObject({ code: 'damaged', at: 'rev' });
    expect(problem(await store.save(samplePostmortem('p1'), 0))).toMatchObject({ code: 'damaged' });
    expect(problem(await store.remove('p1'))).toMatchObject({ code: 'damaged' });
    expect(await onDisk()).toEqual(headless);
  });
});
