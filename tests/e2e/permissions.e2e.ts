/** What Debrief may read, from the first click on its icon to the day somebody takes the access back. */
import type { Page } from '@playwright/test';
import { holdRequests } from './support/hold';
import { optionsPage } from './support/options-page';
import { panelParts } from './support/panel-parts';
import { takeBack } from './support/permissions';
import { closePanel, expect, test } from './support/shared';

const ESCALATION = 48_213;
const TERMINALS = 48_260;
const APPROVER = 48_241;
const OTHER_SITE = 'https://other.zendesk.com';

const LOST = 'Debrief may no longer see this page.';

test.describe('the offer to always allow a site', () => {
  test('comes after the first pull and not before, and “Not now” is the end of it', async ({
    session,
    page,
    zendesk,
    openPanel,
  }) => {
    await page.goto(ticketUrl(zendesk.origin, ESCALATION));
    const audits = await holdRequests(page, /audits\.json/);
    const panel = await openPanel(page);
    await audits.reached;
    await expect(offer(panel)).toBeHidden();
    await audits.letGo();
    await expect(offer(panel)).toBeVisible();
    await panel.getByRole('button', { name: 'Not now' }).click();
    await expectAnswered(panel);

    // Neither another pull, nor another ticket, nor another panel brings it back.
    await panelParts(panel).pullAgain.click();
    await expect(panel.getByText('Pulled just now')).toBeVisible();
    await expectAnswered(panel);
    await page.getByRole('link', { name: /second approver/ }).click();
    await expectShown(panel, APPROVER);
    await expectAnswered(panel);
    await closePanel(session);
    const anew = await openPanel(page);
    await expectShown(anew, APPROVER);
    await expectAnswered(anew);
  });

  test('is answered for one site and still open for another', async ({ page, zendesk, openPanel }) => {
    await page.goto(ticketUrl(zendesk.origin, ESCALATION));
    const panel = await openPanel(page);
    await panel.getByRole('button', { name: 'Not now' }).click();
    await expectAnswered(panel);
    await page.goto(ticketUrl(OTHER_SITE, ESCALATION));
    await openPanel(page);
    await expect(panel.getByRole('heading', { name: 'Always on other.zendesk.com?' })).toBeVisible();
  });

  test('can still be taken up later, from where it went quiet', async ({
    context,
    page,
    zendesk,
    openPanel,
    grantHost,
  }) => {
    await page.goto(ticketUrl(zendesk.origin, ESCALATION));
    await grantHost(zendesk.origin);
    const panel = await openPanel(page);
    await panel.getByRole('button', { name: 'Not now' }).click();
    await allowButton(panel).click();
    await expect(panel.getByText('Always allowed on acme.zendesk.com.')).toBeVisible();
    const other = await context.newPage();
    await other.goto(ticketUrl(zendesk.origin, TERMINALS));
    await expectShown(panel, TERMINALS);
  });
});

test.describe('an allowed site', () => {
  test.beforeEach(async ({ page, zendesk, grantHost }) => {
    await page.goto(ticketUrl(zendesk.origin, ESCALATION));
    await grantHost(zendesk.origin);
    await page.bringToFront();
  });

  test('is said to be allowed, is listed, and is taken back while the panel keeps what it shows', async ({
    session,
    context,
    page,
    zendesk,
    openPanel,
  }) => {
    const panel = await allowed(await openPanel(page));

    // A ticket that no click ever allowed: only the site's permission shows it.
    const other = await context.newPage();
    await other.goto(ticketUrl(zendesk.origin, TERMINALS));
    await expectShown(panel, TERMINALS);

    const options = await optionsPage(session, () =>
      panel.getByRole('button', { name: 'Site access' }).click(),
    );
    await expect(options.getByRole('listitem')).toHaveText([/^acme\.zendesk\.com/]);
    // Debrief's own page needs no click on the icon.
    await expect(panel.getByText('Another page is in front.')).toBeHidden();
    await expectShown(panel, TERMINALS);
    await options.getByRole('button', { name: 'Remove access to acme.zendesk.com' }).click();
    await expect(options.getByText('No site is always allowed')).toBeVisible();

    await other.bringToFront();
    await expect(panel.getByText(LOST)).toBeVisible();
    await expectShown(panel, TERMINALS);
    await expectAnswered(panel);
    const before = zendesk.log.length;
    await panelParts(panel).pullAgain.click();
    const alert = panel.getByRole('alert');
    await expect(alert).toContainText('Debrief may not read this page yet.');
    await expect(alert).toContainText('Click the Debrief icon in the toolbar');
    await expectShown(panel, TERMINALS);
    expect(zendesk.log.slice(before)).toEqual([]);

    await openPanel(other);
    await expect(alert).toBeHidden();
    await expect(panel.getByText(LOST)).toBeHidden();
    await expectShown(panel, TERMINALS);
  });

  test('taken back in the middle of a pull ends that pull', async ({
    session,
    context,
    page,
    zendesk,
    openPanel,
  }) => {
    const panel = await allowed(await openPanel(page));
    const other = await context.newPage();
    const audits = await holdRequests(other, /audits\.json/);
    await other.goto(ticketUrl(zendesk.origin, TERMINALS));
    await audits.reached;
    await takeBack(session, zendesk.origin);
    await expect(panel.getByText('The pull was stopped')).toBeVisible();
    await expect(panel.getByText(LOST)).toBeVisible();
    await audits.letGo();
    await openPanel(other);
    await expectShown(panel, TERMINALS);
  });

  test('allowed while a hidden ticket is in front, brings that ticket up', async ({
    context,
    page,
    zendesk,
    openPanel,
  }) => {
    const panel = await openPanel(page);
    await expectShown(panel, ESCALATION);
    const other = await context.newPage();
    await other.goto(ticketUrl(zendesk.origin, TERMINALS));
    await expect(panel.getByText('Another page is in front.')).toBeVisible();
    await allowButton(panel).click();
    await expectShown(panel, TERMINALS);
  });

  test('is followed away to another site and back again', async ({ page, zendesk, openPanel }) => {
    const panel = await openPanel(page);
    await allowButton(panel).click();
    await page.goto(`${OTHER_SITE}/agent`);
    await expect(panel.getByText(LOST)).toBeVisible();
    await expectShown(panel, ESCALATION);
    await page.goBack();
    await expect(panel.getByText(LOST)).toBeHidden();
    await expectShown(panel, ESCALATION);
    const before = zendesk.log.length;
    await panelParts(panel).pullAgain.click();
    await expect.poll(() => zendesk.log.length).toBeGreaterThan(before);
    await expect(panel.getByText('Pulled just now')).toBeVisible();
    await expect(panel.getByRole('alert')).toBeHidden();
  });
});

test('a tab that left for another site and came back asks for one more click', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(ticketUrl(zendesk.origin, ESCALATION));
  const panel = await openPanel(page);
  await expectShown(panel, ESCALATION);
  await page.goto(`${OTHER_SITE}/agent`);
  await expect(panel.getByText(LOST)).toBeVisible();
  await expectShown(panel, ESCALATION);
  await page.goBack();
  await expect(page).toHaveURL(ticketUrl(zendesk.origin, ESCALATION));
  await expect(panel.getByText(LOST)).toBeVisible();

  await openPanel(page);
  await expect(panel.getByText(LOST)).toBeHidden();
  await expectShown(panel, ESCALATION);
  await expect(panel.getByRole('alert')).toBeHidden();
});

test('a tab that leaves for another site in the middle of a pull ends it, and each step says the next', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(ticketUrl(zendesk.origin, ESCALATION));
  const audits = await holdRequests(page, /audits\.json/);
  const panel = await openPanel(page);
  await audits.reached;
  await page.goto(`${OTHER_SITE}/agent`);
  const alert = panel.getByRole('alert');
  await expect(alert).toContainText('closed or reloaded during the pull');
  await expect(panel.getByText(LOST)).toBeVisible();
  await audits.letGo();
  await alert.getByRole('button', { name: 'Pull again' }).click();
  await expect(alert).toContainText('Click the Debrief icon in the toolbar');

  await page.goBack();
  await openPanel(page);
  await expectShown(panel, ESCALATION);
  await expect(alert).toBeHidden();
});

function ticketUrl(origin: string, key: number): string {
  return `${origin}/agent/tickets/${key}`;
}

function offer(panel: Page) {
  return panel.getByRole('heading', { name: 'Always on acme.zendesk.com?' });
}

/** The same panel, once its site is always allowed. */
async function allowed(panel: Page): Promise<Page> {
  await allowButton(panel).click();
  await expect(panel.getByText('Always allowed on acme.zendesk.com.')).toBeVisible();
  return panel;
}

function allowButton(panel: Page) {
  return panel.getByRole('button', { name: 'Always allow acme.zendesk.com' });
}

async function expectAnswered(panel: Page): Promise<void> {
  await expect(panel.getByText('Read on acme.zendesk.com after a click.')).toBeVisible();
  await expect(offer(panel)).toBeHidden();
}

async function expectShown(panel: Page, key: number): Promise<void> {
  await expect(panel.getByRole('banner').getByRole('link', { name: `Zendesk #${key}` })).toBeVisible();
  await expect(panel.getByRole('region', { name: 'In one sentence' })).toBeVisible();
}
