/**
 * How long it takes from a key until the postmortem of a long ticket is stored: in the built extension, in the browser's
 * own IndexedDB. Between two keys the throttle's time passes, so that no wait of its is in the figures.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { builtExtension } from '../../scripts/lib/paths';
import { launchDebrief } from '../e2e/support/launch';
import { panelParts } from '../e2e/support/panel-parts';
import { openPanel } from '../e2e/support/side-panel';
import { startZendeskReplay } from '../helpdesks/zendesk/replay-server';
import { longTicket } from './long-ticket';
import { median, p95 } from './measure';
import { nameKeeper } from './open-panel-watch';
import { count, ms, type Report } from './report';

const EVENTS = [100, 1_000, 10_000];
const ROUNDS = 40;
const BETWEEN_MS = 400;

interface Save {
  /** From the input event, with what the screen does on it. */
  fromKeyMs: number;
  /** From the first read in the transaction until it is complete. */
  transactionMs: number;
  /** The same row written by one bare transaction into a database of its own, right after. */
  bareMs: number;
  bytes: number;
}

export async function measureSave(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'debrief-bench-'));
  const helpdesk = await startZendeskReplay({ stories: [] });
  try {
    // A copy, so that a build beside the measurement does not change what is measured.
    const extension = join(folder, 'extension');
    cpSync(builtExtension, extension, { recursive: true });
    const all: { events: number; saves: Save[] }[] = [];
    for (const size of EVENTS) {
      const { story, capture } = await longTicket(size);
      helpdesk.tell([story]);
      const hosts = { '*.zendesk.com': helpdesk.port };
      const session = await launchDebrief({ profile: join(folder, `profile-${size}`), extension, hosts });
      try {
        const [page] = session.context.pages();
        if (!page) throw new Error('the browser has no tab');
        await page.goto(`${helpdesk.origin}/agent/tickets/${story.ticket.id}`);
        const saves = await savesIn(await openPanel(session, page));
        all.push({ events: capture.ticket.events.length, saves });
      } finally {
        await session.close();
      }
    }
    return { tables: [table(all)], rounds: all };
  } finally {
    await helpdesk.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function savesIn(panel: Page): Promise<Save[]> {
  const parts = panelParts(panel);
  await parts.startPostmortem.waitFor({ timeout: 60_000 });
  await parts.startPostmortem.click();
  const summary = parts.field('Summary');
  await summary.press('End');
  // What the draft itself still stores is nobody's typing.
  await panel.waitForTimeout(2_000);
  await panel.evaluate(nameKeeper);
  await panel.evaluate(watchSaves);
  for (let round = 0; round <= ROUNDS; round++) {
    await summary.press('x');
    await pause(BETWEEN_MS);
  }
  const saves = await panel.evaluate(() => (globalThis as unknown as { saves: Save[] }).saves);
  if (saves.length < ROUNDS) throw new Error(`${saves.length} saves were seen for ${ROUNDS + 1} keys`);
  // The first one loads what it needs.
  return saves.slice(1);
}

/** Only inside `evaluate`. Dexie keeps the database's own `transaction`, so the first read in it tells when it began. */
function watchSaves(): void {
  const saves: Save[] = [];
  (globalThis as unknown as { saves: Save[] }).saves = saves;
  let key = 0;
  let began = 0;
  const noteKey = () => {
    key = performance.now();
  };
  document.addEventListener('input', noteKey, { capture: true });
  let bare: IDBDatabase | undefined;
  const asked = indexedDB.open('bench');
  asked.onupgradeneeded = () => asked.result.createObjectStore('rows', { keyPath: 'id' });
  asked.onsuccess = () => {
    bare = asked.result;
  };
  const writeBare = (row: unknown, save: Save) => {
    const from = performance.now();
    const transaction = bare?.transaction('rows', 'readwrite', { durability: 'relaxed' });
    transaction?.objectStore('rows').put(row);
    transaction?.addEventListener('complete', () => {
      save.bareMs = performance.now() - from;
    });
  };
  const { get, put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.get = function (this: IDBObjectStore, ...given: Parameters<typeof get>) {
    if (this.name === 'postmortems' && this.transaction.mode === 'readwrite') began = performance.now();
    return get.apply(this, given);
  };
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: Parameters<typeof put>) {
    if (this.name === 'postmortems') {
      const noteSave = () => {
        const now = performance.now();
        const bytes = JSON.stringify(given[0]).length;
        const save = { fromKeyMs: now - key, transactionMs: now - began, bareMs: 0, bytes };
        saves.push(save);
        // When the screen has followed.
        setTimeout(() => writeBare(given[0], save), 150);
      };
      this.transaction.addEventListener('complete', noteSave);
    }
    return put.apply(this, given);
  };
}

function table(all: readonly { events: number; saves: Save[] }[]) {
  return {
    title: `From a key to the completed transaction, milliseconds; ${ROUNDS} rounds each`,
    head: ['events', 'postmortem, kB', 'key to stored', 'p95', 'transaction', 'p95', 'bare', 'p95'],
    rows: all.map(({ events, saves }) => {
      const fromKey = saves.map(({ fromKeyMs }) => fromKeyMs);
      const alone = saves.map(({ transactionMs }) => transactionMs);
      const bare = saves.map(({ bareMs }) => bareMs);
      return [
        count(events),
        count(Math.round(median(saves.map(({ bytes }) => bytes)) / 1_000)),
        ...[fromKey, alone, bare].flatMap((spent) => [ms(median(spent)), ms(p95(spent))]),
      ];
    }),
  };
}
