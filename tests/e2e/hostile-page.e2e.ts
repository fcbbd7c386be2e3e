/** A helpdesk's page that wants to know of Debrief, to speak in the courier's place, or to flood the panel. */
import type { Page } from '@playwright/test';
import { holdRequests } from './support/hold';
import { fakeEverything, listenToEverything } from './support/hostile-scripts';
import { panelParts } from './support/panel-parts';
import { expect, test } from './support/shared';

// What the scripts for the page leave there.
declare const heard: () => string[];
declare const caught: () => string[];
declare const shout: () => void;

const AUDITS_API = /\/audits\.json/;

test('a page that listens to everything hears nothing of a pull', async ({
  page,
  zendesk,
  extensionId,
  openPanel,
}) => {
  await page.addInitScript(listenToEverything, extensionId);
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Invoice sync');
  await page.evaluate(() => heard().splice(0));
  const panel = await openPanel(page);
  await expectTicketShown(panel);
  await panelParts(panel).pullAgain.click();
  await expectTicketShown(panel);
  expect(await page.evaluate(() => heard())).toEqual([]);
});

test('a page that fakes answers and replaces the language’s own functions changes nothing', async ({
  page,
  zendesk,
  extensionId,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
  const panel = await openPanel(page);
  await expectTicketShown(panel);
  const before = await shown(panel);

  await page.addInitScript(fakeEverything, extensionId);
  await page.reload();
  const audits = await holdRequests(page, AUDITS_API);
  await openPanel(page);
  await audits.reached;
  await page.evaluate(() => shout());
  await audits.letGo();
  await expect(panel.getByText(/Reading/)).toBeHidden();
  expect(await shown(panel)).toEqual(before);
  expect(await page.evaluate(() => caught())).toEqual([]);
  await expect(panel.getByText('Faked')).toHaveCount(0);
});

test('an answer without an end is let go of, and the next pull succeeds', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
  zendesk.faults.push({ on: AUDITS_API, answer: 'endless' });
  const panel = await openPanel(page);
  const alert = panel.getByRole('alert');
  await expect(alert).toContainText('larger than 32 MB');
  zendesk.faults.length = 0;
  await alert.getByRole('button', { name: 'Pull again' }).click();
  await expectTicketShown(panel);
});

for (const { name, to } of [
  { name: 'to another site', to: 'https://login.elsewhere.example/sso' },
  { name: 'in a circle', to: '/api/v2/tickets/48213/audits.json?again' },
]) {
  test(`a redirect ${name} is not followed there, and is told as a session that ended`, async ({
    page,
    zendesk,
    openPanel,
    hits,
  }) => {
    await page.goto(`${zendesk.origin}/agent/tickets/48213`);
    zendesk.faults.push({ on: AUDITS_API, answer: { redirect: to } });
    const panel = await openPanel(page);
    const alert = panel.getByRole('alert');
    await expect(alert).toContainText('as it does when a session has ended');
    await expect(alert).toContainText('Sign in on the page');
    hits.expectNoOtherHost();
  });
}

test('a page that shows another ticket half-way, without a load, does not mix the two', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
  const audits = await holdRequests(page, /48213\/audits\.json/);
  const panel = await openPanel(page);
  await audits.reached;
  await page.getByRole('link', { name: /second approver/ }).click();
  await expect(page).toHaveURL(/48241$/);
  await audits.letGo();
  await expect(panel.getByRole('link', { name: 'Zendesk #48241' })).toBeVisible();
  await expect(panel.getByText(/Invoice sync/)).toHaveCount(0);
});

test('a tab that leaves for another site half-way ends the pull and is asked nothing', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
  const audits = await holdRequests(page, AUDITS_API);
  const panel = await openPanel(page);
  await audits.reached;
  await page.goto('https://other.zendesk.com/agent/tickets/48213');
  await expect(panel.getByRole('alert')).toContainText('closed or reloaded during the pull');
  await audits.letGo();
  expect(
    zendesk.log.filter(({ host, path }) => host.startsWith('other.') && path.startsWith('/api/')),
  ).toEqual([]);
});

async function expectTicketShown(panel: Page): Promise<void> {
  await expect(panel.getByRole('region', { name: 'In one sentence' })).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Zendesk #48213' })).toBeVisible();
}

/** What the ticket's headline, numbers and timeline say. */
async function shown(panel: Page): Promise<string[]> {
  const regions = ['In one sentence', 'Timeline'].map((name) => panel.getByRole('region', { name }));
  return Promise.all(regions.map((region) => region.innerText()));
}
