// @vitest-environment jsdom
import '../support/panel-browser';
import { fireEvent, waitFor, within } from '@testing-library/react';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { editSection } from '../../../../lib/postmortem/edit';
import type { Postmortem } from '../../../../lib/postmortem/schema';
import type { Store } from '../../../../lib/storage/store';
import type { Capture } from '../../../../lib/ticket/schema';
import { newDisk, openOn, value } from '../../storage/samples';
import { at } from '../../support/capture-builder';
import { expectAccessible } from '../support/accessibility';
import { escalated } from '../support/evidence';
import { openWindow } from '../support/session';

let disk: IDBFactory;
/** This window's store, whose saves begin only while the gate is open, and another window's. */
let here: Store;
let there: Store;
let gate: { closed: boolean; open(): void };
let capture: Capture;

beforeEach(async () => {
  disk = newDisk();
  const [mine, theirs] = [await openOn(disk), await openOn(disk)];
  there = theirs;
  const held: (() => void)[] = [];
  gate = {
    closed: false,
    open: () => {
      gate.closed = false;
      for (const go of held.splice(0)) go();
    },
  };
  const pass = () => (gate.closed ? new Promise<void>((resolve) => held.push(resolve)) : Promise.resolve());
  here = { ...mine, save: (...given) => pass().then(() => mine.save(...given)) };
  capture = escalated().build();
});

afterEach(() => {
  gate.open();
  here.close();
  there.close();
});

async function stored(): Promise<Postmortem | undefined> {
  const [summary] = await there.forTicket(capture.ticket.id);
  return summary && value(await there.get(summary.id))?.postmortem;
}

/** A window in which a postmortem was started and saved. */
async function started() {
  const window = openWindow(here, capture);
  await window.start();
  const summary = await window.field('Summary');
  await waitFor(async () => expect(await stored()).toBeDefined());
  await waitFor(() => expect(window.saveState().kind).toBe('saved'));
  return { ...window, summary };
}

async function otherWindowWrites(text: string): Promise<void> {
  const current = await stored();
  if (!current) throw new Error('nothing is stored');
  const found = value(await there.get(current.id));
  value(await there.save(editSection(current, 'summary', text, at('+2d')), found?.rev ?? 0));
}

describe('a postmortem', () => {
  it('is drafted, edited, and called saved only when another window can read it', async () => {
    const { add, summary, saveState } = await started();
    expect(summary.value).toContain('Brightwell wrote about');
    gate.closed = true;
    await add(summary, ' Mine.');
    expect(saveState().kind).not.toBe('saved');
    expect((await stored())?.sections.summary.text).not.toContain('Mine.');
    gate.open();
    await waitFor(() => expect(saveState().kind).toBe('saved'));
    const text = (await stored())?.sections.summary.text;
    expect(text).toBe(summary.value);
    expect(text).toMatch(/ Mine\.$/);
  });

  it('that is there is opened, not drafted again', async () => {
    const first = await started();
    await first.user.clear(first.summary);
    await first.add(first.summary, 'Ours.');
    first.unmount();
    await waitFor(async () => expect((await stored())?.sections.summary.text).toBe('Ours.'));
    const second = openWindow(here, capture);
    second.startUnseen();
    expect((await second.field('Summary')).value).toBe('Ours.');
    expect(second.here.queryByRole('button', { name: 'Start postmortem' })).toBeNull();
    expect(await there.forTicket(capture.ticket.id)).toHaveLength(1);
  });

  it('is stored at once when the page hides', async () => {
    const { summary, saveState } = await started();
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 1_000);
    fireEvent.change(summary, { target: { value: 'One.' } });
    // It says "saved" before the change as well: what is stored tells that this one is through.
    await waitFor(async () => expect((await stored())?.sections.summary.text).toBe('One.'));
    await waitFor(() => expect(saveState().kind).toBe('saved'));
    const save = vi.spyOn(here, 'save');
    fireEvent.change(summary, { target: { value: 'Two.' } });
    expect(save).not.toHaveBeenCalled();
    fireEvent(document, new Event('visibilitychange'));
    expect(save.mock.lastCall?.[0].sections.summary.text).toBe('Two.');
  });

  it('follows what another window saves while nothing is unsaved here', async () => {
    const { summary } = await started();
    await otherWindowWrites('Theirs.');
    await waitFor(() => expect(summary.value).toBe('Theirs.'));
  });

  it('that another window deletes goes, and is back when it is brought back', async () => {
    const { here: panel } = await started();
    const id = (await stored())?.id ?? '';
    await there.remove(id);
    expect(await panel.findByText('No postmortem for this ticket yet')).toBeTruthy();
    await there.restore(id);
    expect(await panel.findByRole('textbox', { name: 'Summary' })).toBeTruthy();
  });

  it('that another window begins, or a backup brings back, is there without being asked for', async () => {
    const first = await started();
    const file = await there.backup();
    await there.remove((await stored())?.id ?? '');
    first.unmount();
    const elsewhere = newDisk();
    const empty = await openOn(elsewhere);
    const second = openWindow(empty, capture);
    await second.here.findByText('No postmortem for this ticket yet');
    value(await (await openOn(elsewhere)).importBackup(file));
    expect(await second.here.findByRole('textbox', { name: 'Summary' })).toBeTruthy();
  });

  it('that can no longer be read says so and offers no second one', async () => {
    const first = await started();
    first.unmount();
    const damaged = openWindow(
      {
        ...here,
        get: async () => ({
          ok: false,
          problem: {
            code: 'damaged',
            message: 'It can no longer be read.',
            next: 'Download what is stored.',
          },
        }),
      },
      capture,
    );
    const alert = await damaged.here.findByRole('alert');
    expect(alert.textContent).toBe('It can no longer be read.Download what is stored.');
    expect(damaged.here.queryByRole('button')).toBeNull();
  });
});

describe('two windows that wrote', () => {
  async function inConflict() {
    const window = await started();
    gate.closed = true;
    await window.user.clear(window.summary);
    await window.add(window.summary, 'Mine.');
    await otherWindowWrites('Theirs.');
    gate.open();
    const alert = await window.here.findByRole('alert');
    expect(alert.textContent).toContain('was changed in another window');
    // Both are kept until the person has chosen.
    expect(window.summary.value).toBe('Mine.');
    expect((await stored())?.sections.summary.text).toBe('Theirs.');
    return window;
  }

  it('keep mine, with what was typed since', async () => {
    const { user, add, here: panel, summary, saveState } = await inConflict();
    await add(summary, ' And more.');
    expect((await stored())?.sections.summary.text).toBe('Theirs.');
    await user.click(panel.getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(saveState().kind).toBe('saved'));
    expect((await stored())?.sections.summary.text).toBe('Mine. And more.');
    expect(panel.queryByRole('alert')).toBeNull();
  });

  it('are shown with both texts, and the words that differ are marked', async () => {
    const { here: panel } = await inConflict();
    const place = within(panel.getByRole('alert')).getByRole('group', { name: 'Summary' });
    expect(place.textContent).toContain('In this windowMine.In the other windowTheirs.');
    expect([...place.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Mine', 'Theirs']);
    await expectAccessible(place);
  });

  it('keep both, theirs below mine', async () => {
    const { user, here: panel, summary, saveState } = await inConflict();
    await user.click(panel.getByRole('button', { name: 'Keep both' }));
    await waitFor(() => expect(saveState().kind).toBe('saved'));
    expect(summary.value).toBe('Mine.\n\nTheirs.');
    expect((await stored())?.sections.summary.text).toBe('Mine.\n\nTheirs.');
  });

  it('keep what they replaced in the history', async () => {
    const { user, here: panel, saveState } = await inConflict();
    await user.click(panel.getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(saveState().kind).toBe('saved'));
    const id = (await stored())?.id ?? '';
    const replaced = (await there.versions(id)).find(({ why }) => why === 'other_window');
    expect(value(await there.version(id, replaced?.rev ?? 0))?.sections.summary.text).toBe('Theirs.');
  });

  it('have both texts stored where the window goes before anybody chose', async () => {
    const { unmount } = await inConflict();
    unmount();
    await waitFor(async () => expect((await stored())?.sections.summary.text).toBe('Mine.\n\nTheirs.'));
  });

  it('into different parts are merged without a question', async () => {
    const window = await started();
    const impact = await window.field('Impact');
    gate.closed = true;
    await window.user.clear(impact);
    await window.add(impact, 'Mine.');
    await otherWindowWrites('Theirs.');
    gate.open();
    await waitFor(() => expect(window.summary.value).toBe('Theirs.'));
    await waitFor(() => expect(window.saveState().kind).toBe('saved'));
    expect(window.here.queryByRole('alert')).toBeNull();
    expect(impact.value).toBe('Mine.');
    expect((await stored())?.sections).toMatchObject({
      summary: { text: 'Theirs.' },
      impact: { text: 'Mine.' },
    });
  });

  it('take the other, and go on from there', async () => {
    const { user, add, here: panel, summary, saveState } = await inConflict();
    await user.click(panel.getByRole('button', { name: 'Take the other' }));
    expect(summary.value).toBe('Theirs.');
    expect(panel.queryByRole('alert')).toBeNull();
    await add(summary, ' Both.');
    await waitFor(() => expect(saveState().kind).toBe('saved'));
    expect((await stored())?.sections.summary.text).toBe('Theirs. Both.');
  });
});

describe('typing into one that another window deletes', () => {
  async function deletedMeanwhile() {
    const window = await started();
    const id = (await stored())?.id ?? '';
    gate.closed = true;
    await window.add(window.summary, ' Mine.');
    await there.remove(id);
    gate.open();
    expect((await window.here.findByRole('alert')).textContent).toContain('was deleted in another window');
    return { ...window, id };
  }

  it('keep mine brings it back with every word', async () => {
    const { user, here: panel, saveState } = await deletedMeanwhile();
    await user.click(panel.getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(saveState().kind).toBe('saved'));
    expect((await stored())?.sections.summary.text).toMatch(/ Mine\.$/);
  });

  it('take the other leaves it deleted', async () => {
    const { user, here: panel, id } = await deletedMeanwhile();
    await user.click(panel.getByRole('button', { name: 'Leave it deleted' }));
    expect(await panel.findByText('No postmortem for this ticket yet')).toBeTruthy();
    expect(value(await there.get(id))?.deletedAt).toBeDefined();
  });
});

describe('taking back', () => {
  const summaryOf = async () => (await stored())?.sections.summary.text;

  it('names what it takes back, brings it again, and saves both', async () => {
    const { user, add, here: panel, summary } = await started();
    const before = summary.value;
    await add(summary, ' Mine.');
    await user.click(await panel.findByRole('button', { name: 'Undo: Summary' }));
    await waitFor(async () => expect(await summaryOf()).toBe(before));
    expect(summary.value).toBe(before);
    await user.click(panel.getByRole('button', { name: 'Redo: Summary' }));
    await waitFor(async () => expect(await summaryOf()).toBe(`${before} Mine.`));
  });

  it('works by keyboard outside of fields, and is the browser’s own inside', async () => {
    const { user, add, summary } = await started();
    const before = summary.value;
    await add(summary, ' Mine.');
    await user.keyboard('{Control>}z{/Control}');
    expect(summary.value).toBe(`${before} Mine.`);
    summary.blur();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(summary.value).toBe(before));
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await waitFor(() => expect(summary.value).toBe(`${before} Mine.`));
  });

  it('leaves what another window wrote there since, and says so', async () => {
    const { user, add, here: panel, summary, saveState } = await started();
    await add(summary, ' Mine.');
    await waitFor(async () => expect(await summaryOf()).toMatch(/ Mine\.$/));
    await waitFor(() => expect(saveState().kind).toBe('saved'));
    await otherWindowWrites('Theirs.');
    await waitFor(() => expect(summary.value).toBe('Theirs.'));
    await user.click(panel.getByRole('button', { name: 'Undo: Summary' }));
    expect(await panel.findByText('Summary was changed elsewhere since, so it stays.')).toBeTruthy();
    expect(summary.value).toBe('Theirs.');
  });
});

describe('the history', () => {
  it('shows what changed since a version, restores it, and the restoring can be taken back', async () => {
    const { user, here: panel, summary, saveState } = await started();
    const draft = summary.value;
    await user.clear(summary);
    await user.paste('Nobody was told whose turn it was.');
    await waitFor(async () => expect((await stored())?.sections.summary.text).toBe(summary.value));
    await waitFor(() => expect(saveState().kind).toBe('saved'));
    await user.click(panel.getByText('History'));
    const version = await panel.findByRole('button', { name: /Before the first edit.* UTC$/ });
    await user.click(version);
    await panel.findByRole('button', { name: 'Restore this version' });
    const row = within(version.closest('li') ?? version).getByText('Summary').parentElement;
    expect(row?.querySelector('ins')?.textContent).toMatch(/^Nobody /);
    expect(row?.querySelector('del')?.textContent).toMatch(/^Brightwell wrote /);
    await user.click(panel.getByRole('button', { name: 'Restore this version' }));
    await waitFor(() => expect(summary.value).toBe(draft));
    expect((await stored())?.sections.summary.text).toBe(draft);
    expect(panel.getByText('Restored. What it replaced is in this list.')).toBeTruthy();
    await user.click(panel.getByRole('button', { name: 'Undo: Summary' }));
    await waitFor(async () =>
      expect((await stored())?.sections.summary.text).toBe('Nobody was told whose turn it was.'),
    );
  });
});

describe('a save that fails', () => {
  it('says so with what to do, keeps the text, and saves it on request', async () => {
    const { user, add, here: panel, summary, saveState } = await started();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    await add(summary, ' Mine.');
    const alert = await panel.findByRole('alert');
    expect(alert.textContent).toMatch(/^Not saved: .*disk space/);
    expect(summary.value).toMatch(/ Mine\.$/);
    put.mockRestore();
    await user.click(panel.getByRole('button', { name: 'Try to save again' }));
    await waitFor(() => expect(saveState().kind).toBe('saved'));
    expect((await stored())?.sections.summary.text).toBe(summary.value);
    expect(panel.queryByRole('alert')).toBeNull();
  });
});
