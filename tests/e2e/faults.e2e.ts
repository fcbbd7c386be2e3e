/** A pull that the browser itself breaks half-way: nothing is left behind, and the next pull succeeds. */
import type { Page } from '@playwright/test';
import { reloadExtension } from './support/extensions-page';
import { expect, test } from './support/fixtures';
import { holdRequests } from './support/hold';
import { panelParts } from './support/panel-parts';
import { closePanel } from './support/shared';

const AUDITS_API = /\/audits\.json/;

test.beforeEach(async ({ page, zendesk }) => {
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Invoice sync');
});

test('a slow answer is shown as waiting, with a way to stop', async ({ page, openPanel }) => {
  const audits = await holdRequests(page, AUDITS_API);
  const panel = await openPanel(page);
  await audits.reached;
  await expect(panel.getByText(/Reading the (ticket|history)/)).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Cancel' })).toBeEnabled();
  await audits.letGo();
  await expectTicketShown(panel);
});

test('the panel closed half-way stops the page’s requests, leaves nothing there, and opens again', async ({
  page,
  session,
  openPanel,
}) => {
  const before = await leftBehind(page);
  const audits = await holdRequests(page, AUDITS_API);
  await openPanel(page);
  await audits.reached;
  const stopped = page.waitForEvent('requestfailed', (request) => AUDITS_API.test(request.url()));
  await closePanel(session);
  await stopped;
  await audits.letGo();
  expect(await leftBehind(page)).toEqual(before);
  await expectTicketShown(await openPanel(page));
});

test('the service worker stopped half-way does not matter to a pull', async ({
  context,
  page,
  worker,
  openPanel,
}) => {
  await worker.evaluate(() => Object.assign(globalThis, { isTheFirst: true }));
  const audits = await holdRequests(page, AUDITS_API);
  const panel = await openPanel(page);
  await audits.reached;
  const devtools = await context.newCDPSession(panel);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await audits.letGo();
  await expectTicketShown(panel);
  // The next click on the icon wakes a new one.
  await openPanel(page);
  await expect.poll(() => worker.evaluate(() => 'isTheFirst' in globalThis)).toBe(false);
  await panelParts(panel).pullAgain.click();
  await expectTicketShown(panel);
});

test('offline half-way is told as that, and the next pull succeeds', async ({ context, page, openPanel }) => {
  const audits = await holdRequests(page, AUDITS_API);
  const panel = await openPanel(page);
  await audits.reached;
  await context.setOffline(true);
  await audits.letGo();
  const alert = panel.getByRole('alert');
  await expect(alert).toContainText('The connection to the helpdesk was lost.');
  await context.setOffline(false);
  await alert.getByRole('button', { name: 'Pull again' }).click();
  await expectTicketShown(panel);
});

test('a connection that breaks once half-way is not even noticed', async ({ page, zendesk, openPanel }) => {
  zendesk.faults.push({ on: AUDITS_API, times: 1, answer: 'cut_off' });
  const panel = await openPanel(page);
  await expectTicketShown(panel);
  await expect(panel.getByRole('alert')).toBeHidden();
});

test('an update half-way: the old script goes quiet, the new panel pulls, and postmortems are still there', async ({
  page,
  session,
  zendesk,
  openPanel,
}) => {
  const first = await openPanel(page);
  await panelParts(first).startPostmortem.click();
  await panelParts(first).field('Summary').fill('Written before the update.');
  await expect(panelParts(first).saved).toContainText('Saved');
  const before = await leftBehind(page);

  const audits = await holdRequests(page, AUDITS_API);
  await panelParts(first).pullAgain.click();
  await audits.reached;
  const stopped = page.waitForEvent('requestfailed', (request) => AUDITS_API.test(request.url()));
  await reloadExtension(session);
  await stopped;
  expect(first.isClosed()).toBe(true);
  await audits.letGo();
  expect(await leftBehind(page)).toEqual(before);

  zendesk.log.length = 0;
  const panel = await openPanel(page);
  await expectTicketShown(panel);
  // Once each: the script of before the update answers nobody.
  const asked = zendesk.log.filter(({ path }) => AUDITS_API.test(path)).map(({ path }) => path);
  expect(new Set(asked).size).toBe(asked.length);
  await panel.getByRole('button', { name: 'All postmortems' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await expect(panel.getByRole('listitem')).toContainText('Invoice sync');
});

async function expectTicketShown(panel: Page): Promise<void> {
  await expect(panel.getByRole('region', { name: 'In one sentence' })).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Zendesk #48213' })).toBeVisible();
}

/** All that a script could leave where the page would see it. */
function leftBehind(page: Page) {
  return page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    globals: Object.getOwnPropertyNames(globalThis).sort(),
    animations: document.getAnimations().length,
    stored: [localStorage.length, sessionStorage.length, document.cookie],
  }));
}
