import { describe, expect, it, vi } from 'vitest';
import { emptyOverlay } from '../../../lib/analysis/overlay';
import { putRaw, readRaw } from './raw-database';
import { newDisk, openOn, problem, value } from './samples';

const TICKET = 'zendesk:https://harbour.example:41';
const pin = (id: string) => (overlay: typeof emptyOverlay) => ({
  ...overlay,
  pinned: [...overlay.pinned, id],
});

describe('corrections of a ticket', () => {
  it('are none at first, and are there again after the browser was closed', async () => {
    const disk = newDisk();
    const store = await openOn(disk);
    expect(value(await store.corrections(TICKET))).toEqual(emptyOverlay);
    expect(value(await store.correct(TICKET, pin('e1')))).toMatchObject({ pinned: ['e1'] });
    store.close();
    const again = await openOn(disk);
    expect(value(await again.corrections(TICKET))).toMatchObject({ pinned: ['e1'] });
    expect(value(await again.corrections('another:ticket:1'))).toEqual(emptyOverlay);
  });

  it('of two windows at once are both kept', async () => {
    const disk = newDisk();
    const [one, two] = [await openOn(disk), await openOn(disk)];
    await Promise.all([
      one.correct(TICKET, pin('e1')),
      two.correct(TICKET, pin('e2')),
      one.correct(TICKET, pin('e3')),
    ]);
    expect(value(await two.corrections(TICKET)).pinned.sort()).toEqual(['e1', 'e2', 'e3']);
  });

  it('are told to whoever watches', async () => {
    const store = await openOn(newDisk());
    const seen: string[][] = [];
    const stop = store.watchCorrections(TICKET, ({ pinned }) => seen.push(pinned));
    await vi.waitFor(() => expect(seen).toEqual([[]]));
    await store.correct(TICKET, pin('e1'));
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['e1']));
    stop();
  });

  it('that cannot be read are a problem, and stay as they are', async () => {
    const disk = newDisk();
    (await openOn(disk)).close();
    const row = { ticketId: TICKET, overlay: { pinned: 'from a later version' } };
    await putRaw(disk, 'debrief-test', 'corrections', row);
    const store = await openOn(disk);
    expect(problem(await store.corrections(TICKET))).toMatchObject({ code: 'damaged' });
    expect(problem(await store.correct(TICKET, pin('e1')))).toMatchObject({ code: 'damaged' });
    store.close();
    expect((await readRaw(disk, 'debrief-test')).stores.corrections?.rows).toEqual([row]);
  });
});
