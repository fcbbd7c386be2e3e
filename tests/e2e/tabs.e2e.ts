/** Several tickets, tabs and windows: a panel shows the ticket it names, and nothing of another. */
import type { Page } from '@playwright/test';
import type { ZendeskReplay } from '../helpdesks/zendesk/replay-server';
import { holdRequests } from './support/hold';
import { panelParts } from './support/panel-parts';
import { expect, test } from './support/shared';
import { moveTab, openWindow, windowOf } from './support/windows';

const ESCALATION = { key: 48_213, subject: 'Invoice sync to NetSuite stopped, 312 invoices missing' };
const TERMINALS = { key: 48_260, subject: 'Card terminals offline in all four clinics' };
const APPROVER = { key: 48_241, subject: 'How do I add a second approver for payouts?' };

test('a ticket still being read in one tab never shows up in the panel of another', async ({
  context,
  page,
  zendesk,
  openPanel,
}) => {
  const other = await context.newPage();
  await other.goto(`${zendesk.origin}/agent/tickets/${TERMINALS.key}`);
  await page.goto(`${zendesk.origin}/agent/tickets/${ESCALATION.key}`);
  const audits = await holdRequests(page, /48213\/audits\.json/);
  const panel = await openPanel(page);
  await audits.reached;

  await openPanel(other);
  await expectShown(panel, TERMINALS);
  await audits.letGo();
  // The first ticket's pull ends now; its answer belongs to its own ticket.
  await expect.poll(() => storedSubjects(panel)).toContain(ESCALATION.subject);
  await expectShown(panel, TERMINALS);
  await expect(panel.getByText(/invoice/i)).toHaveCount(0);

  await page.bringToFront();
  await expectShown(panel, ESCALATION);
  await expect(panel.getByText(/terminal/i)).toHaveCount(0);
});

test('another ticket opened in the same tab is followed without a click', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/${ESCALATION.key}`);
  const panel = await openPanel(page);
  await expectShown(panel, ESCALATION);
  await page.getByRole('link', { name: /second approver/ }).click();
  await expectShown(panel, APPROVER);
  await page.goBack();
  await expectShown(panel, ESCALATION);
});

test('leaving the ticket for another page keeps it on screen', async ({ page, zendesk, openPanel }) => {
  await page.goto(`${zendesk.origin}/agent/tickets/${ESCALATION.key}`);
  const panel = await openPanel(page);
  await expectShown(panel, ESCALATION);
  await page.goto(`${zendesk.origin}/agent`);
  await expect(page.getByText('Choose a ticket on the left.')).toBeVisible();
  await expectShown(panel, ESCALATION);
});

test('a tab it may not see leaves the ticket on screen and says so', async ({
  context,
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/${ESCALATION.key}`);
  const panel = await openPanel(page);
  await expectShown(panel, ESCALATION);
  const other = await context.newPage();
  await other.goto(`${zendesk.origin}/agent/tickets/${TERMINALS.key}`);
  const hint = panel.getByText('Another page is in front. Click the Debrief icon there to read it.');
  await expect(hint).toBeVisible();
  await expectShown(panel, ESCALATION);
  await page.bringToFront();
  await expect(hint).toBeHidden();
});

test('another click on the icon pulls again', async ({ page, zendesk, openPanel }) => {
  await page.goto(`${zendesk.origin}/agent/tickets/${ESCALATION.key}`);
  const panel = await openPanel(page);
  await expectShown(panel, ESCALATION);
  expect(pullsOf(zendesk, ESCALATION.key)).toBe(1);
  await openPanel(page);
  await expect.poll(() => pullsOf(zendesk, ESCALATION.key)).toBe(2);
  await expectShown(panel, ESCALATION);
});

test('a click on the icon brings its ticket up from the list of postmortems', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/${ESCALATION.key}`);
  const panel = await openPanel(page);
  await expectShown(panel, ESCALATION);
  await panel.getByRole('button', { name: 'All postmortems' }).click();
  await expect(panel.getByRole('heading', { name: 'Postmortems' })).toBeVisible();
  await openPanel(page);
  await expectShown(panel, ESCALATION);
});

test('evidence of a ticket whose tab is closed opens a new tab', async ({
  context,
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/${ESCALATION.key}`);
  const panel = await openPanel(page);
  await expectShown(panel, ESCALATION);
  await context.newPage();
  await page.close();
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    panel.getByRole('region', { name: 'In one sentence' }).getByRole('link').first().click(),
  ]);
  await expect(opened).toHaveURL(/^https:\/\/acme\.zendesk\.com\/agent\/tickets\/48213(#|$)/);
});

test('evidence of a ticket that another one has replaced in its tab leads back to the entry', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/${ESCALATION.key}`);
  const panel = await openPanel(page);
  await expectShown(panel, ESCALATION);
  await page.goto(`${zendesk.origin}/agent`);
  await panel
    .getByRole('region', { name: 'Timeline' })
    .getByRole('link', { name: /Confirmed, 312 of 312/ })
    .click();
  await expect(page).toHaveURL(/\/agent\/tickets\/48213/);
  await expect(page.getByRole('article').filter({ hasText: 'Confirmed, 312 of 312' })).toBeInViewport();
});

test('a ticket of the same number on another site is never taken for this one', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/${ESCALATION.key}`);
  const panel = await openPanel(page);
  await expectShown(panel, ESCALATION);
  // The icon is clicked on a page of the other site that is no ticket: it may be read, and the shown one stays.
  await page.goto('https://other.zendesk.com/agent');
  await openPanel(page);
  await expectShown(panel, ESCALATION);
  const before = zendesk.log.length;
  await panelParts(panel).pullAgain.click();
  await expect(panel.getByRole('alert')).toContainText(
    'now shows other.zendesk.com instead of acme.zendesk.com',
  );
  await expectShown(panel, ESCALATION);
  expect(zendesk.log.slice(before).filter(({ path }) => path.startsWith('/api/'))).toEqual([]);
});

test('once a site is allowed for good, the panel follows from tab to tab by itself', async ({
  context,
  page,
  zendesk,
  openPanel,
  grantHost,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/${ESCALATION.key}`);
  await grantHost(zendesk.origin);
  await page.bringToFront();
  const panel = await openPanel(page);
  await expectShown(panel, ESCALATION);
  const allow = panel.getByRole('button', { name: 'Always allow acme.zendesk.com' });
  await allow.click();
  await expect(allow).toBeHidden();

  const other = await context.newPage();
  await other.goto(`${zendesk.origin}/agent/tickets/${TERMINALS.key}`);
  await expectShown(panel, TERMINALS);
  await page.bringToFront();
  await expectShown(panel, ESCALATION);
});

test('each of two windows has its own panel, which follows its own tabs', async ({
  session,
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/${ESCALATION.key}`);
  const panel = await openPanel(page);
  await expectShown(panel, ESCALATION);
  const second = await openWindow(session, `${zendesk.origin}/agent/tickets/${TERMINALS.key}`);
  const secondPanel = await openPanel(second);
  expect(secondPanel).not.toBe(panel);
  await expectShown(secondPanel, TERMINALS);
  await expectShown(panel, ESCALATION);

  await second.getByRole('link', { name: /second approver/ }).click();
  await expectShown(secondPanel, APPROVER);
  await expectShown(panel, ESCALATION);
  // The other window's page is in front of its panel, not of this one.
  await expect(panel.getByText('Another page is in front.')).toBeHidden();
});

test('one ticket in two windows is pulled for each, and both show the same', async ({
  session,
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/${ESCALATION.key}`);
  const panel = await openPanel(page);
  await expectShown(panel, ESCALATION);
  // Of two tabs with one address the icon is clicked in the window that is in front, so the address differs.
  const second = await openWindow(session, `${zendesk.origin}/agent/tickets/${ESCALATION.key}/events`);
  const secondPanel = await openPanel(second);
  await expectShown(secondPanel, ESCALATION);
  const headline = await panelParts(panel).headline.textContent();
  await expect(panelParts(secondPanel).headline).toHaveText(headline ?? '');
});

test('a tab dragged into a window of its own keeps its ticket in the panel, and can be pulled there', async ({
  session,
  context,
  page,
  zendesk,
  openPanel,
}) => {
  await (await context.newPage()).goto(`${zendesk.origin}/agent`);
  await page.goto(`${zendesk.origin}/agent/tickets/${ESCALATION.key}`);
  const panel = await openPanel(page);
  await expectShown(panel, ESCALATION);
  const home = await windowOf(session, page);
  await moveTab(session, page);
  expect(await windowOf(session, page)).not.toBe(home);
  await expectShown(panel, ESCALATION);

  const before = pullsOf(zendesk, ESCALATION.key);
  await panelParts(panel).pullAgain.click();
  await expect.poll(() => pullsOf(zendesk, ESCALATION.key)).toBe(before + 1);
  await expect(panel.getByRole('alert')).toBeHidden();

  // A headless browser moves no focus between windows; the unit test of following evidence sees to that.
  await panel
    .getByRole('region', { name: 'Timeline' })
    .getByRole('link', { name: /Confirmed, 312 of 312/ })
    .click();
  await expect(page.getByRole('article').filter({ hasText: 'Confirmed, 312 of 312' })).toBeInViewport();
});

test('a tab dragged into a window with a panel is taken up there, in the middle of its pull too', async ({
  session,
  context,
  page,
  zendesk,
  openPanel,
}) => {
  await (await context.newPage()).goto(`${zendesk.origin}/agent`);
  await page.goto(`${zendesk.origin}/agent/tickets/${ESCALATION.key}`);
  const audits = await holdRequests(page, /48213\/audits\.json/);
  const panel = await openPanel(page);
  await audits.reached;
  const second = await openWindow(session, `${zendesk.origin}/agent/tickets/${TERMINALS.key}`);
  const secondPanel = await openPanel(second);
  await expectShown(secondPanel, TERMINALS);

  await moveTab(session, page, second);
  const header = secondPanel.getByRole('banner');
  await expect(header.getByRole('link', { name: `Zendesk #${ESCALATION.key}` })).toBeVisible();
  await audits.letGo();
  await expectShown(panel, ESCALATION);
  await expectShown(secondPanel, ESCALATION);
  await expect(secondPanel.getByText(/terminal/i)).toHaveCount(0);
});

test('tickets that change faster than anything loads end with the last one', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/${ESCALATION.key}`);
  const audits = await holdRequests(page, /audits\.json/);
  const panel = await openPanel(page);
  await audits.reached;
  await flipTo(page, APPROVER.key, ESCALATION.key, APPROVER.key, TERMINALS.key);
  await audits.letGo();
  await expectShown(panel, TERMINALS);
  await expect(panel.getByText(/invoice|approver/i)).toHaveCount(0);
});

test('flipping through tickets without a load pulls only the one that stays', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent`);
  const panel = await openPanel(page);
  await expect(panel.getByText('Open a ticket to see what happened')).toBeVisible();
  // The panel's time stands still, so that no ticket can have stayed in front.
  await panel.clock.install();
  await panel.clock.pauseAt(Date.now() + 60_000);
  for (const { key } of [ESCALATION, APPROVER, TERMINALS]) {
    await flipTo(page, key);
    await expect(panel.getByRole('link', { name: `Zendesk #${key}` })).toBeVisible();
  }
  await panel.clock.resume();
  await expectShown(panel, TERMINALS);
  expect(pullsOf(zendesk, TERMINALS.key)).toBe(1);
  expect([pullsOf(zendesk, ESCALATION.key), pullsOf(zendesk, APPROVER.key)]).toEqual([0, 0]);

  // One that was passed by is pulled when somebody stays on it.
  await flipTo(page, ESCALATION.key);
  await expectShown(panel, ESCALATION);
  expect(pullsOf(zendesk, ESCALATION.key)).toBe(1);
});

test('a page that shows another ticket during a pull gets that one, and the first pull ends as its own', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/${ESCALATION.key}`);
  const audits = await holdRequests(page, /48213\/audits\.json/);
  const panel = await openPanel(page);
  await audits.reached;
  await flipTo(page, APPROVER.key);
  await expectShown(panel, APPROVER);
  await audits.letGo();
  await expect.poll(() => storedSubjects(panel)).toContain(ESCALATION.subject);
  await expectShown(panel, APPROVER);
  await expect(panel.getByText(/invoice/i)).toHaveCount(0);

  await page.goBack();
  await expectShown(panel, ESCALATION);
  expect(pullsOf(zendesk, ESCALATION.key)).toBe(1);
});

/** What a single-page helpdesk does when somebody goes through a queue faster than anything loads. */
async function flipTo(page: Page, ...keys: number[]): Promise<void> {
  await page.evaluate((all) => {
    for (const key of all) history.pushState({}, '', `/agent/tickets/${key}`);
  }, keys);
}

function pullsOf({ log }: ZendeskReplay, key: number): number {
  return log.filter(({ path }) => path.startsWith(`/api/v2/tickets/${key}.json`)).length;
}

async function expectShown(panel: Page, ticket: { key: number; subject: string }): Promise<void> {
  const header = panel.getByRole('banner');
  await expect(header.getByRole('link', { name: `Zendesk #${ticket.key}` })).toBeVisible();
  await expect(header.getByText(ticket.subject)).toBeVisible();
  await expect(panel.getByRole('region', { name: 'In one sentence' })).toBeVisible();
}

/** The subjects of all captures the panel keeps. */
function storedSubjects(panel: Page): Promise<string[]> {
  return panel.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('debrief');
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    const rows = await new Promise<{ capture?: { ticket?: { subject?: string } } }[]>((resolve, reject) => {
      const asked = database.transaction('captures').objectStore('captures').getAll();
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    database.close();
    return rows.map((row) => row.capture?.ticket?.subject ?? '');
  });
}
