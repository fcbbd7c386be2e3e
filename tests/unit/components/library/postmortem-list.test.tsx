// @vitest-environment jsdom
import '../support/panel-browser';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Opened } from '../../../../components/library/open-record';
import { PostmortemList } from '../../../../components/library/PostmortemList';
import type { Store } from '../../../../lib/storage/store';
import { putRaw } from '../../storage/raw-database';
import { at, newDisk, openOn, sampleCapture, samplePostmortem, value } from '../../storage/samples';
import { expectAccessible } from '../support/accessibility';

let disk: IDBFactory;
let store: Store;

beforeEach(async () => {
  disk = newDisk();
  store = await openOn(disk);
});

afterEach(() => store.close());

async function twoStored(): Promise<void> {
  const ticket = { ...samplePostmortem('p').ticket, key: '77', customer: 'Brightwell' };
  await store.putCapture(sampleCapture('sha256:c1', at(0)));
  value(await store.save(samplePostmortem('p1', { title: 'Silent weekend' }), 0));
  value(await store.save(samplePostmortem('p2', { title: 'Late hand-off', ticket, updatedAt: at(9) }), 0));
}

function show() {
  const onOpen = vi.fn<(opened: Opened) => void>();
  const onBack = vi.fn<() => void>();
  const view = render(<PostmortemList store={store} onBack={onBack} onOpen={onOpen} />);
  return { ...view, onOpen, onBack, user: userEvent.setup({ pointerEventsCheck: 0 }) };
}

const titles = () =>
  screen.queryAllByRole('listitem').map((row) => row.querySelector('button span')?.textContent);

describe('the list of postmortems', () => {
  it('is newest first, with ticket, customer and day', async () => {
    await twoStored();
    const { container } = show();
    await waitFor(() => expect(titles()).toEqual(['Late hand-off', 'Silent weekend']));
    expect(screen.getByText('Zendesk #77 · Brightwell · Mon 9 Mar 2026')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).nextElementSibling?.textContent).toBe('2');
    await expectAccessible(container);
  });

  it('is searched by words of title, ticket and customer, whatever their case and accents', async () => {
    await twoStored();
    show();
    const search = await screen.findByRole('searchbox', { name: 'Search postmortems' });
    const find = (text: string) => fireEvent.change(search, { target: { value: text } });
    find('backerei weekend');
    await waitFor(() => expect(titles()).toEqual(['Silent weekend']));
    find('77');
    await waitFor(() => expect(titles()).toEqual(['Late hand-off']));
    find('nobody wrote this');
    expect(await screen.findByText('Nothing found')).toBeTruthy();
    expect(titles()).toEqual([]);
    find('');
    await waitFor(() => expect(titles()).toHaveLength(2));
  });

  it('opens one with the ticket it rests on, whose page need not be open', async () => {
    await twoStored();
    const { user, onOpen } = show();
    await user.click(await screen.findByText('Silent weekend'));
    await waitFor(() => expect(onOpen).toHaveBeenCalledOnce());
    expect(onOpen.mock.lastCall?.[0]).toEqual({
      ticket: {
        id: 'zendesk:https://harbour.example:41',
        label: 'Zendesk',
        ref: {
          helpdesk: 'zendesk',
          site: 'https://harbour.example',
          key: '41',
          url: 'https://harbour.example/agent/tickets/41',
        },
      },
      capture: sampleCapture('sha256:c1', at(0)),
      postmortemId: 'p1',
    });
  });

  it('deletes one, for good only after a while, and brings it back', async () => {
    await twoStored();
    const { user } = show();
    await user.click(await screen.findByRole('button', { name: 'Delete Silent weekend' }));
    await waitFor(() => expect(titles()).toEqual(['Late hand-off']));
    expect((await screen.findByRole('status')).textContent).toContain(
      'It can be brought back while this list is open.',
    );
    expect(value(await store.get('p1'))?.deletedAt).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(titles()).toEqual(['Late hand-off', 'Silent weekend']));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(value(await store.get('p1'))?.deletedAt).toBeUndefined();
  });

  it('shows what another window adds and deletes', async () => {
    await twoStored();
    show();
    await waitFor(() => expect(titles()).toHaveLength(2));
    const other = await openOn(disk);
    value(await other.save(samplePostmortem('p3', { title: 'From elsewhere', updatedAt: at(20) }), 0));
    await waitFor(() => expect(titles()[0]).toBe('From elsewhere'));
    await other.remove('p3');
    await waitFor(() => expect(titles()).toHaveLength(2));
    other.close();
  });

  it('that is empty says how to begin, and offers no search', async () => {
    const { container, user, onBack } = show();
    expect(await screen.findByText('No postmortems yet')).toBeTruthy();
    expect(screen.queryByRole('searchbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(onBack).toHaveBeenCalledOnce();
    await expectAccessible(container);
  });

  it('says what to do about one whose ticket is no longer stored', async () => {
    value(await store.save(samplePostmortem('p1', { title: 'Silent weekend' }), 0));
    const { user, onOpen } = show();
    await user.click(await screen.findByText('Silent weekend'));
    expect((await screen.findByRole('alert')).textContent).toContain('Open the ticket and pull it again');
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('says what to do about one that can no longer be read, and can still delete it', async () => {
    await twoStored();
    await putRaw(disk, 'debrief-test', 'postmortems', {
      id: 'p1',
      rev: 1,
      captureId: 'sha256:c1',
      postmortem: { v: 9 },
    });
    const { user } = show();
    await user.click(await screen.findByText('Silent weekend'));
    expect((await screen.findByRole('alert')).textContent).toContain('can no longer be read');
    await user.click(screen.getByRole('button', { name: 'Delete Silent weekend' }));
    await waitFor(() => expect(titles()).toEqual(['Late hand-off']));
  });

  it('does not go on showing a failure that is over', async () => {
    await twoStored();
    value(await store.save(samplePostmortem('p4', { title: 'Without ticket', captureId: 'sha256:gone' }), 0));
    const { user, onOpen } = show();
    await user.click(await screen.findByText('Without ticket'));
    await screen.findByRole('alert');
    await user.click(screen.getByText('Silent weekend'));
    await waitFor(() => expect(onOpen).toHaveBeenCalledOnce());
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the backup', () => {
  const saved: { name: string; blob: Blob }[] = [];
  beforeEach(() => {
    saved.length = 0;
    let last: Blob | undefined;
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      last = blob as Blob; // nothing else is saved here
      return 'blob:kept';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      if (last) saved.push({ name: this.download, blob: last });
    });
  });
  afterEach(() => vi.restoreAllMocks());

  it('saves everything to a file, and restores it with a report in words', async () => {
    await twoStored();
    const { user, container } = show();
    await user.click(await screen.findByRole('button', { name: 'Back up to a file' }));
    expect(await screen.findByText(/^Saved as debrief-backup-\d{4}-\d\d-\d\d\.json\./)).toBeTruthy();
    expect(saved[0]?.name).toMatch(/^debrief-backup-/);
    const text = (await saved[0]?.blob.text()) ?? '';
    value(await store.save(samplePostmortem('p1', { title: 'Written since' }), 1));
    const file = new File([text], 'debrief-backup.json', { type: 'application/json' });
    await user.upload(screen.getByLabelText('Backup file'), file);
    expect(await screen.findByText('1 was here already.')).toBeTruthy();
    expect(screen.getByText('1 is newer here and stays; the file’s is in its history.')).toBeTruthy();
    await expectAccessible(container);
  });

  it('says what is wrong with another file, and changes nothing', async () => {
    await twoStored();
    const { user } = show();
    const file = new File(['{"v":1}'], 'other.json', { type: 'application/json' });
    await user.upload(await screen.findByLabelText('Backup file'), file);
    expect(await screen.findByText('This file is no backup of Debrief, or it is damaged.')).toBeTruthy();
    expect(await store.list()).toHaveLength(2);
  });
});
