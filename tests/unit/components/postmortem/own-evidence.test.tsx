// @vitest-environment jsdom
import '../support/panel-browser';
import { fireEvent, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../../lib/storage/store';
import { newDisk, openOn, samplePicture, value } from '../../storage/samples';
import { expectAccessible } from '../support/accessibility';
import { escalated } from '../support/evidence';
import { openWindow } from '../support/session';

let store: Store;

beforeEach(async () => {
  store = await openOn(newDisk());
  // jsdom draws nothing: the picture comes out as it went in. The browser tests draw for real.
  vi.stubGlobal('createImageBitmap', async () => ({ width: 1, height: 1, close: () => {} }));
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => ({ drawImage: () => {} });
      convertToBlob = async () => new Blob([samplePicture()], { type: 'image/png' });
    },
  );
  URL.createObjectURL = () => 'blob:picture';
  URL.revokeObjectURL = () => {};
});

afterEach(() => {
  store.close();
  vi.unstubAllGlobals();
});

async function started() {
  const window = openWindow(store, escalated().build());
  await window.start();
  await window.field('Summary');
  const saved = async () => {
    await waitFor(() => expect(window.saveState().kind).toBe('saved'));
    const [summary] = await store.list();
    const found = summary && value(await store.get(summary.id));
    if (!found) throw new Error('nothing is stored');
    return found.postmortem;
  };
  const row = (part: RegExp) => {
    const found = [...window.container.querySelectorAll<HTMLElement>('[data-event]')].find((one) =>
      part.test(one.querySelector('textarea')?.value ?? ''),
    );
    if (!found) throw new Error('no such row');
    return found;
  };
  return { ...window, saved, row };
}

const picture = (name = 'queue-at-noon.png') => new File([samplePicture()], name, { type: 'image/png' });
const clipboard = (files: File[], text = '') => ({ clipboardData: { files, getData: () => text } });

describe('evidence of one’s own', () => {
  it('is a picture pasted into a row, shown there, and named by what it shows', async () => {
    const { row, here, container, saved } = await started();
    const chaser = row(/Any news/);
    fireEvent.paste(chaser.querySelector('textarea') as HTMLElement, clipboard([picture()]));
    await waitFor(() => expect(chaser.querySelector('img')?.alt).toBe('queue at noon'));
    expect(here.getByText('Picture added to the evidence')).toBeTruthy();
    expect(here.getByText('1 picture')).toBeTruthy();
    const { id, attachments } = await saved();
    expect(attachments).toMatchObject([{ kind: 'image', event: 'chaser', caption: 'queue at noon' }]);
    expect(value(await store.getBlob(id, attachments[0]?.blob ?? ''))?.name).toBe('queue-at-noon.png');
    await expectAccessible(container);
  });

  it('that is removed comes back by Undo', async () => {
    const { row, here, user } = await started();
    const chaser = row(/Any news/);
    fireEvent.paste(chaser, clipboard([picture()]));
    await waitFor(() => expect(chaser.querySelector('img')).toBeTruthy());
    await user.click(here.getByRole('button', { name: 'Remove queue at noon' }));
    expect(chaser.querySelector('img')).toBeNull();
    await user.click(await here.findByRole('button', { name: 'Undo: Evidence' }));
    // Read from the store again, behind a form that is drawn anew.
    await waitFor(() => expect(chaser.querySelector('img')).toBeTruthy(), { timeout: 10_000 });
  });

  it('belongs to the document where it is dropped outside of the timeline', async () => {
    const { container, saved } = await started();
    const place = container.querySelector('#summary') as HTMLElement;
    fireEvent.drop(place, { dataTransfer: { files: [picture('image.png')], types: ['Files'] } });
    await waitFor(async () => {
      const [only] = (await saved()).attachments;
      expect(only).toMatchObject({ kind: 'image', caption: '' });
      expect(only).not.toHaveProperty('event');
    });
  });

  it.each([
    [
      'a drawing that can hold scripts',
      new File(['<svg/>'], 'plan.svg', { type: 'image/svg+xml' }),
      /SVG drawing is not taken/,
    ],
    [
      'what only says that it is a picture',
      new File(['hello'], 'a.png', { type: 'image/png' }),
      /no PNG, JPEG, WebP or GIF/,
    ],
  ])('is never %s', async (_what, file, words) => {
    const { container, here, saved } = await started();
    fireEvent.paste(container.querySelector('#summary') as HTMLElement, clipboard([file]));
    expect((await here.findByRole('alert')).textContent).toMatch(words);
    expect((await saved()).attachments).toEqual([]);
  });

  it('leaves a paste alone that brings text into a field', async () => {
    const { field, saved } = await started();
    const wasTaken = !fireEvent.paste(await field('Summary'), clipboard([picture()], 'A cell\tof a table'));
    expect(wasTaken).toBe(false);
    expect((await saved()).attachments).toEqual([]);
  });

  it('is a link, and only one to the web', async () => {
    const { section, here, user, saved } = await started();
    await user.click(here.getByText('Evidence', { selector: 'h2' }));
    const part = await section('Evidence');
    const add = () => part.queryByRole<HTMLButtonElement>('button', { name: 'Add link' });
    await user.type(part.getByLabelText('Or a link'), 'javascript:alert(1)');
    expect(add()?.disabled).toBe(true);
    expect(part.getByText(/begins with https/)).toBeTruthy();
    await user.clear(part.getByLabelText('Or a link'));
    await user.type(part.getByLabelText('Or a link'), 'https://status.example/42');
    await user.type(part.getByLabelText('What it shows'), 'Status page');
    await user.click(add() as HTMLElement);
    const link = part.getByRole('link', { name: 'https://status.example/42' });
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect((await saved()).attachments).toMatchObject([
      { kind: 'link', url: 'https://status.example/42', caption: 'Status page' },
    ]);
  });
});

describe('a decision', () => {
  it('taken aloud becomes a marked and counted entry with who heard it', async () => {
    const { section, here, user, saved, container } = await started();
    const timeline = await section('Timeline');
    await user.click(timeline.getByRole('button', { name: 'Decision' }));
    await user.type(timeline.getByLabelText('What was decided'), 'Roll the driver back.');
    fireEvent.change(timeline.getByLabelText('When (UTC)'), { target: { value: '2026-03-02T16:00' } });
    await user.type(timeline.getByLabelText('Who heard it'), 'shift lead');
    await expectAccessible(container);
    await user.click(timeline.getByRole('button', { name: 'Add decision' }));
    await waitFor(async () =>
      expect((await saved()).timeline.map(({ text }) => text)).toContain(
        'Decided: Roll the driver back. (heard by shift lead)',
      ),
    );
    expect(here.getByText(/key events, 1 decision/)).toBeTruthy();
    expect(timeline.getByText('Decision', { selector: 'span' })).toBeTruthy();
  });

  it('can be an entry of the ticket, and be none again', async () => {
    const { here, user, row } = await started();
    const flag = row(/Any news/).querySelector('button[aria-pressed]') as HTMLElement;
    await user.click(flag);
    expect(here.getByText(/key events, 1 decision/)).toBeTruthy();
    await user.click(row(/Any news/).querySelector('button[aria-pressed]') as HTMLElement);
    await waitFor(() => expect(here.queryByText(/1 decision/)).toBeNull());
  });
});
