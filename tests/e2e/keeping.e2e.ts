/** What is written stays: in two windows, without a network, through an update, and out of a backup. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { reencodeImage } from '../../lib/platform/images';
import type { RawDatabase } from '../unit/storage/raw-database';
import { bundled } from './support/bundled';
import { panelParts } from './support/panel-parts';
import { expect, test } from './support/shared';
import { openPanel as openPanelOf } from './support/side-panel';
import { openWindow } from './support/windows';

async function startedIn(panel: Page) {
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await expect(parts.saved).toContainText('Saved');
  return parts;
}

test.describe('one postmortem in two windows', () => {
  test('stays in step, and what the two write in different parts is merged', async ({
    session,
    zendesk,
    openTicket,
  }) => {
    const { first, second } = await twoWindows(session, zendesk.origin, openTicket);
    await first.field('Summary').fill('Written in the first.');
    await expect(second.field('Summary')).toHaveValue('Written in the first.');
    await Promise.all([
      first.field('Impact').pressSequentially(' More of the first.', { delay: 15 }),
      second.field('What went well').pressSequentially(' More of the second.', { delay: 15 }),
    ]);
    for (const parts of [first, second]) {
      await expect(parts.field('Impact')).toHaveValue(/More of the first\./);
      await expect(parts.field('What went well')).toHaveValue(/More of the second\./);
      await expect(parts.saved).toContainText('Saved');
    }
  });

  test('shows both texts where both wrote one part, and keeps both on request', async ({
    session,
    zendesk,
    openTicket,
    axe,
    picture,
  }) => {
    const { panel, first, second, secondPanel } = await twoWindows(session, zendesk.origin, openTicket);
    await secondPanel.evaluate(holdStore);
    await second.field('Summary').fill('The second window says this.');
    await expect(second.saved).toContainText('Saving');
    await first.field('Summary').fill('The first window says that.');
    await expect(first.saved).toContainText('Saving');
    await secondPanel.evaluate(() => (globalThis as unknown as { release(): void }).release());
    const place = panel.getByRole('alert').getByRole('group', { name: 'Summary' });
    await expect(place).toContainText('The first window says that.');
    await expect(place).toContainText('The second window says this.');
    expect(await axe(panel)).toEqual([]);
    await picture(panel, 'conflict');
    await place.getByRole('button', { name: 'Keep both' }).click();
    const both = 'The first window says that.\n\nThe second window says this.';
    await expect(second.field('Summary')).toHaveValue(both);
    await expect(first.field('Summary')).toHaveValue(both);
    await expect(panel.getByRole('alert')).toHaveCount(0);
  });
});

test('everything comes back from a backup after the browser’s storage was wiped', async ({
  worker,
  openTicket,
  axe,
}) => {
  const panel = await openTicket();
  const parts = await startedIn(panel);
  await parts.field('Summary').fill('Kept in the file.');
  await expect(parts.saved).toContainText('Saved');
  await panel.getByRole('button', { name: 'All postmortems' }).click();
  const [download] = await Promise.all([
    panel.waitForEvent('download'),
    panel.getByRole('button', { name: 'Back up to a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^debrief-backup-\d{4}-\d\d-\d\d\.json$/);
  await expect(panel.getByText('Keep it where only you can read it.')).toBeVisible();
  const file = readFileSync(await download.path());

  await panel.goto('about:blank');
  await worker.evaluate(wipe);
  await panel.goBack();
  await panel.getByRole('button', { name: 'All postmortems' }).click();
  await expect(panel.getByText('No postmortems yet')).toBeVisible();
  await panel
    .getByLabel('Backup file')
    .setInputFiles({ name: 'debrief-backup.json', mimeType: 'application/json', buffer: file });
  await expect(panel.getByText('1 postmortem was added.')).toBeVisible();
  expect(await axe(panel)).toEqual([]);
  await panel.getByRole('main').getByRole('listitem').getByRole('button').first().click();
  await expect(parts.field('Summary')).toHaveValue('Kept in the file.');
});

test('what the version before had stored opens after the update, with every word', async ({
  session,
  worker,
  context,
}) => {
  const frozen = JSON.parse(
    readFileSync(new URL('../fixtures/storage/v2.json', import.meta.url), 'utf8'),
  ) as RawDatabase; // an example of ours
  await worker.evaluate(writeDatabase, frozen);
  const page = await context.newPage();
  await page.goto(`chrome-extension://${session.extensionId}/sidepanel.html`);
  await page.getByRole('button', { name: /^All postmortems/ }).click();
  const { postmortem } = (frozen.stores.postmortems?.rows ?? [])
    .map((row) => row as { deletedAt?: string; postmortem: { sections: Record<string, { text: string }> } })
    .find(({ deletedAt }) => deletedAt === undefined) ?? { postmortem: { sections: {} } };
  await page.getByText(postmortem.sections.title?.text ?? '').click();
  const parts = panelParts(page);
  // Confirmed there, so it is folded away here.
  await page
    .getByRole('navigation', { name: 'Parts of the postmortem' })
    .getByRole('link', { name: /^Summary/ })
    .click();
  await expect(parts.field('Summary')).toHaveValue(postmortem.sections.summary?.text ?? '');
  await parts.field('Summary').press('End');
  await parts.field('Summary').pressSequentially(' After the update.');
  await expect(parts.saved).toContainText('Saved');
  await page.getByText('History', { exact: true }).click();
  await expect(page.getByRole('button', { name: /^.*Before the first edit.*UTC$/ })).toBeVisible();
  expect(await worker.evaluate(versionOfDatabase)).toBe(30);
});

test('under continuous typing what is stored is never more than a moment behind', async ({ openTicket }) => {
  const panel = await openTicket();
  const parts = await startedIn(panel);
  await parts.field('Summary').fill('');
  await panel.evaluate(watchDistance);
  await parts.field('Summary').pressSequentially('x'.repeat(150), { delay: 20 });
  const behind = await panel.evaluate(() => (globalThis as unknown as { behindMs: number[] }).behindMs);
  expect(behind.length).toBeGreaterThan(5);
  // 250 ms of the throttle, and the time of one save on a busy machine.
  expect(Math.max(...behind)).toBeLessThan(600);
});

test('an earlier version is compared, restored and taken back by keyboard alone, at 360 pixels', async ({
  openTicket,
  axe,
  picture,
}) => {
  const panel = await openTicket();
  const parts = await startedIn(panel);
  const draft = await parts.field('Summary').inputValue();
  await parts.field('Summary').fill('Nobody had been told whose turn it was.');
  await expect(parts.saved).toContainText('Saved');
  expect(await panel.evaluate(() => innerWidth)).toBeLessThanOrEqual(360);
  await panel.locator('summary').filter({ hasText: 'History' }).focus();
  await panel.keyboard.press('Enter');
  const version = panel.getByRole('button', { name: /Before the first edit/ });
  await expect(version).toBeVisible();
  await panel.keyboard.press('Tab');
  await expect(version).toBeFocused();
  await panel.keyboard.press('Enter');
  const restore = panel.getByRole('button', { name: 'Restore this version' });
  await expect(restore).toBeVisible();
  expect(await axe(panel)).toEqual([]);
  expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await picture(panel, 'history');
  await panel.keyboard.press('Tab');
  await expect(restore).toBeFocused();
  await panel.keyboard.press('Enter');
  await expect(parts.field('Summary')).toHaveValue(draft);
  await panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await panel.keyboard.press('ControlOrMeta+z');
  await expect(parts.field('Summary')).toHaveValue('Nobody had been told whose turn it was.');
  await expect(parts.saved).toContainText('Saved');
});

test('a picture is kept without what a camera wrote beside it', async ({ context, session }) => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${session.extensionId}/sidepanel.html#options`);
  await page.evaluate(await bundled('lib/platform/images.ts', 'images'));
  const found = await page.evaluate(async () => {
    const { images } = globalThis as unknown as { images: { reencodeImage: typeof reencodeImage } };
    const canvas = new OffscreenCanvas(40, 30);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.fillStyle = 'rgb(200, 40, 40)';
    pen.fillRect(0, 0, 40, 30);
    const plain = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer());
    const exif = new TextEncoder().encode('Exif\0\0MM GPS 48.2082 16.3738 Canon');
    const head = [0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2];
    const given = new Uint8Array([...head, ...exif, ...plain.slice(2)]);
    const text = (bytes: Uint8Array) => String.fromCharCode(...bytes);
    const drawn = await images.reencodeImage(new Blob([given], { type: 'image/jpeg' }));
    if (!drawn.ok) throw new Error(drawn.problem.message);
    const bitmap = await createImageBitmap(new Blob([drawn.value]));
    const svg = await images.reencodeImage(
      new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/png' }),
    );
    const cut = await images.reencodeImage(new Blob([given.slice(0, 60)], { type: 'image/jpeg' }));
    return {
      before: text(given).includes('GPS'),
      after: /GPS|Exif|Canon/.test(text(drawn.value)),
      size: [bitmap.width, bitmap.height],
      refused: [svg, cut].map((result) => (result.ok ? 'taken' : result.problem.message)),
    };
  });
  const message = 'This file is no PNG, JPEG, WebP or GIF picture that the browser can read.';
  expect(found).toEqual({ before: true, after: false, size: [40, 30], refused: [message, message] });
});

async function twoWindows(
  session: Parameters<typeof openWindow>[0],
  origin: string,
  openTicket: () => Promise<Page>,
) {
  const panel = await openTicket();
  const first = await startedIn(panel);
  const page = await openWindow(session, `${origin}/agent/tickets/48213/events`);
  const secondPanel = await openPanelOf(session, page);
  await secondPanel.getByRole('button', { name: 'Open postmortem' }).click();
  const second = panelParts(secondPanel);
  await expect(second.field('Summary')).toHaveValue(await first.field('Summary').inputValue());
  return { panel, first, second, secondPanel };
}

/** Only inside `evaluate`: no window writes until `release` is called; then in the order in which they wanted to. */
function holdStore(): void {
  let isHeld = true;
  (globalThis as unknown as { release: () => void }).release = () => {
    isHeld = false;
  };
  const asked = indexedDB.open('debrief');
  asked.onsuccess = () => {
    const transaction = asked.result.transaction('postmortems', 'readwrite');
    const store = transaction.objectStore('postmortems');
    const again = () => {
      if (isHeld) store.count().onsuccess = again;
    };
    again();
    transaction.oncomplete = () => asked.result.close();
  };
}

function wipe(): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase('debrief');
    asked.onsuccess = () => resolve();
    asked.onerror = () => reject(asked.error);
  });
}

function versionOfDatabase(): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('debrief');
    asked.onsuccess = () => {
      resolve(asked.result.version);
      asked.result.close();
    };
    asked.onerror = () => reject(asked.error);
  });
}

function writeDatabase({ nativeVersion, stores }: RawDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('debrief', nativeVersion);
    asked.onupgradeneeded = () => {
      for (const [name, { keyPath, indexes, rows }] of Object.entries(stores)) {
        const store = asked.result.createObjectStore(name, { keyPath });
        for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
        for (const row of rows) store.put(row);
      }
    };
    asked.onsuccess = () => {
      asked.result.close();
      resolve();
    };
    asked.onerror = () => reject(asked.error);
  });
}

/** Only inside `evaluate`: how old the newest typed text is each time that a save of it is through. */
function watchDistance(): void {
  const behindMs: number[] = [];
  const typedAt = new Map<string, number>();
  (globalThis as unknown as { behindMs: number[] }).behindMs = behindMs;
  let oldest: number | undefined;
  document.addEventListener('input', (event) => {
    const { value } = event.target as HTMLTextAreaElement;
    typedAt.set(value, performance.now());
    oldest ??= performance.now();
  });
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: Parameters<typeof put>) {
    if (this.name === 'postmortems') {
      const text: string = given[0].postmortem.sections.summary.text;
      this.transaction.addEventListener('complete', () => {
        if (oldest === undefined) return;
        const now = performance.now();
        behindMs.push(now - oldest);
        const stored = typedAt.get(text) ?? now;
        oldest = [...typedAt.values()].find((at) => at > stored);
      });
    }
    return put.apply(this, given);
  };
}
