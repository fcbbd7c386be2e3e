/** What is typed is kept though something goes away: the browser in the middle of a word, network, worker and tab. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import type { Session } from './support/launch';
import { panelParts } from './support/panel-parts';
import { openPanel } from './support/side-panel';

/** The throttle's 250 ms and the save itself. */
const MAY_LOSE_MS = 300;

/** What the window told before it was killed. */
interface Told {
  typed: { text: string; at: number }[];
  saved: string;
}

test('keeps what was shown as saved, and all but the last moment of typing', async ({ launch, zendesk }) => {
  test.setTimeout(180_000);
  let before = '';
  for (const killAfterMs of [700, 1_130, 1_610]) {
    const session = await launch();
    const panel = await openTicket(session, `${zendesk.origin}/agent/tickets/48213`);
    const parts = panelParts(panel);
    const start = panel.getByRole('button', { name: /^(Start|Open) postmortem$/ });
    await start.click();
    const summary = parts.field('Summary');
    await expect(summary).toBeVisible();
    if (before === '') await summary.fill('');
    else expect(await summary.inputValue()).toBe(before);
    await expect(parts.saved).toContainText('Saved');

    const told = await listenTo(panel);
    told.saved = before;
    await summary.press('ControlOrMeta+End');
    const typing = summary.pressSequentially(' word'.repeat(200), { delay: 15 }).catch(() => undefined);
    await pause(killAfterMs);
    const pid = await browserProcess(session);
    const killedAt = Date.now();
    process.kill(pid, 'SIGKILL');
    await typing;
    await session.close().catch(() => undefined);

    const again = await launch();
    const reopened = await openTicket(again, `${zendesk.origin}/agent/tickets/48213`);
    await reopened.getByRole('button', { name: 'Open postmortem' }).click();
    const kept = await panelParts(reopened).field('Summary').inputValue();
    const due = told.typed.filter(({ at }) => at <= killedAt - MAY_LOSE_MS).at(-1)?.text ?? '';
    expect(told.typed.length).toBeGreaterThan(10);
    expect(kept.startsWith(due), `kept ${kept.length} of ${due.length} signs`).toBe(true);
    expect(kept.startsWith(told.saved)).toBe(true);
    expect(told.typed.map(({ text }) => text)).toContain(kept);
    before = kept;
    await again.close();
  }
});

test('writing goes on without a network, without the service worker and without the ticket’s tab', async ({
  context,
  page,
  session,
  openTicket,
}) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  const summary = parts.field('Summary');
  await context.setOffline(true);
  await summary.fill('Offline.');
  await expect(parts.saved).toContainText('Saved');
  const devtools = await context.newCDPSession(panel);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await summary.press('End');
  await summary.pressSequentially(' Without a worker.');
  await expect(parts.saved).toContainText('Saved');
  const other = await context.newPage();
  await page.close();
  await summary.press('End');
  await summary.pressSequentially(' Without its tab.');
  await expect(parts.saved).toContainText('Saved');
  await other.goto(`chrome-extension://${session.extensionId}/sidepanel.html`);
  expect(await other.evaluate(storedSummary)).toBe('Offline. Without a worker. Without its tab.');
});

/** Told as it happens: nothing can be asked of a browser that is gone. */
async function listenTo(panel: Page): Promise<Told> {
  const told: Told = { typed: [], saved: '' };
  await panel.exposeFunction('tellTyped', (text: string, at: number) => told.typed.push({ text, at }));
  await panel.exposeFunction('tellSaved', (text: string) => {
    told.saved = text;
  });
  await panel.evaluate(() => {
    const { tellTyped, tellSaved } = globalThis as unknown as Record<string, (...given: unknown[]) => void>;
    const field = document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Summary"]');
    const status = document.querySelector('header [role="status"]');
    if (!field || !status) throw new Error('the panel looks different');
    field.addEventListener('input', () => tellTyped?.(field.value, Date.now()));
    new MutationObserver(() => {
      if (status.textContent?.startsWith('Saved')) tellSaved?.(field.value);
    }).observe(status, { subtree: true, childList: true, characterData: true });
  });
  return told;
}

async function browserProcess({ browser }: Session): Promise<number> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  const found = processInfo.find(({ type }) => type === 'browser');
  if (!found) throw new Error('the browser does not tell its process');
  return found.id;
}

async function openTicket(session: Session, address: string): Promise<Page> {
  const [page] = session.context.pages();
  if (!page) throw new Error('the browser has no tab');
  await page.goto(address);
  const panel = await openPanel(session, page);
  await expect(panel.getByRole('button', { name: /^(Start|Open) postmortem$/ })).toBeVisible();
  return panel;
}

function storedSummary(): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('debrief');
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const all = asked.result.transaction('postmortems').objectStore('postmortems').getAll();
      all.onsuccess = () => {
        asked.result.close();
        resolve(all.result[0].postmortem.sections.summary.text);
      };
    };
  });
}
