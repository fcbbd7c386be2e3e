// @vitest-environment jsdom
import '../support/panel-browser';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Opened } from '../../../../components/library/open-record';
import { PostmortemList } from '../../../../components/library/PostmortemList';
import { emptyOverlay } from '../../../../lib/analysis/overlay';
import { type Origin, withDataBlock } from '../../../../lib/export/reopen/reopen';
import { toMarkdown } from '../../../../lib/export/to-markdown';
import type { Store } from '../../../../lib/storage/store';
import { recordOf } from '../../postmortem/drafting';
import { newDisk, openOn, value } from '../../storage/samples';
import { at, ticket } from '../../support/capture-builder';
import { expectAccessible } from '../support/accessibility';

const record = recordOf(ticket().customer('+0', 'Down since noon.').reply('+3h').build());
const written = (origin?: Origin) => withDataBlock(toMarkdown(record), record, origin);
const corrections = { ...emptyOverlay, corrected: [{ event: 'e2', at: at('+1h') }] };

let store: Store;

beforeEach(async () => {
  store = await openOn(newDisk());
});

afterEach(() => store.close());

function show() {
  const onOpen = vi.fn<(opened: Opened) => void>();
  const view = render(<PostmortemList store={store} onBack={() => undefined} onOpen={onOpen} />);
  return { ...view, onOpen, user: userEvent.setup({ pointerEventsCheck: 0 }) };
}

/** Dropped anywhere on the list. */
function drop(text: string): void {
  const file = new File([text], 'postmortem.md', { type: 'text/markdown' });
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], files: [file] } });
}

const stored = async () => (await store.list()).map(({ id, title }) => [id, title]);

describe('opening a Markdown file', () => {
  it('stores the postmortem with its ticket and opens it', async () => {
    const { onOpen, container } = show();
    await expectAccessible(container);
    drop(written());
    await waitFor(() => expect(onOpen).toHaveBeenCalledOnce());
    const opened = onOpen.mock.lastCall?.[0];
    expect(opened?.postmortemId).toBe('pm-1');
    expect(opened?.capture.ticket).toEqual(record.capture.ticket);
    // Whatever the file says, a capture is kept under the hash of what is in it.
    expect(opened?.capture.id).toMatch(/^sha256:[0-9a-f]{64}$/);
    const found = value(await store.get('pm-1'));
    expect(found?.postmortem).toEqual({ ...record.postmortem, captureId: opened?.capture.id });
  });

  it('takes a chosen file as it takes a dropped one, and the same one twice', async () => {
    const { onOpen, user, container } = show();
    const input = container.querySelector<HTMLInputElement>('input[type=file]');
    const file = new File([written()], 'postmortem.md', { type: 'text/markdown' });
    for (const times of [1, 2]) {
      if (input) await user.upload(input, file);
      await waitFor(() => expect(onOpen).toHaveBeenCalledTimes(times));
    }
    expect(await stored()).toHaveLength(1);
  });

  it('says that the text was changed, before it opens', async () => {
    const { onOpen, user, container } = show();
    drop(written().replace('Down since noon', 'Down since morning'));
    expect(await screen.findByText(/changed after it was exported/)).toBeTruthy();
    expect(onOpen).not.toHaveBeenCalled();
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Open' }));
    await waitFor(() => expect(onOpen).toHaveBeenCalledOnce());
  });

  it('never writes over what is stored: mine is opened, or both are kept', async () => {
    const mine = { ...record.postmortem, updatedAt: at('+9d') };
    mine.sections = { ...mine.sections, title: { text: 'My own words', state: 'edited', claims: [] } };
    await store.putCapture(record.capture);
    value(await store.save(mine, 0));
    const { onOpen, user } = show();
    drop(written());
    await user.click(await screen.findByRole('button', { name: 'Open mine' }));
    await waitFor(() => expect(onOpen.mock.lastCall?.[0].postmortemId).toBe('pm-1'));
    expect(await stored()).toEqual([['pm-1', 'My own words']]);
    drop(written());
    await user.click(await screen.findByRole('button', { name: 'Keep both' }));
    await waitFor(() => expect(onOpen).toHaveBeenCalledTimes(2));
    const copy = onOpen.mock.lastCall?.[0].postmortemId ?? '';
    expect(await stored()).toHaveLength(2);
    expect(value(await store.get('pm-1'))?.postmortem).toEqual(mine);
    expect(value(await store.get(copy))?.postmortem.sections).toEqual(record.postmortem.sections);
  });

  it('brings back one that was deleted', async () => {
    await store.putCapture(record.capture);
    value(await store.save(record.postmortem, 0));
    value(await store.remove('pm-1'));
    const { onOpen, user } = show();
    drop(written());
    await user.click(await screen.findByRole('button', { name: 'Bring mine back' }));
    await waitFor(() => expect(onOpen).toHaveBeenCalledOnce());
    expect(value(await store.get('pm-1'))?.deletedAt).toBeUndefined();
  });

  it('takes over the corrections, but never in place of one’s own', async () => {
    const { onOpen, unmount } = show();
    drop(written({ overlay: corrections }));
    await waitFor(() => expect(onOpen).toHaveBeenCalledOnce());
    expect(value(await store.corrections(record.capture.ticket.id))).toEqual(corrections);
    unmount();
    store.close();
    store = await openOn(newDisk());
    const mine = { ...emptyOverlay, pinned: ['e1'] };
    value(await store.correct(record.capture.ticket.id, () => mine));
    show();
    drop(written({ overlay: corrections }));
    expect(await screen.findByText(/corrections of yours, which were kept/)).toBeTruthy();
    expect(value(await store.corrections(record.capture.ticket.id))).toEqual(mine);
  });

  it('refuses a file without a record, and says why', async () => {
    const { onOpen, user } = show();
    drop('# Just a text\n');
    expect((await screen.findByRole('alert')).textContent).toMatch(/data block at its end is missing/);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(onOpen).not.toHaveBeenCalled();
    expect(await stored()).toEqual([]);
  });
});
