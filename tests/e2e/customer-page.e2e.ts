/** The customer's page of a ticket is no agent's page: the panel says so, and leads to the one that is. */
import { accessProblems } from './support/axe';
import { tooWide } from './support/layout';
import { takePicture } from './support/pictures';
import { expect, test } from './support/shared';

const TITLE = 'This is not an agent’s page';

test('a help-centre page says that it is the customer’s, and leads to the agent’s', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/hc/en-us/requests/48213`);
  const panel = await openPanel(page);
  await expect(panel.getByRole('heading', { name: TITLE })).toBeVisible();
  await expect(panel.getByText('It shows ticket 48213 as its customer sees it.')).toBeVisible();
  await expect(panel.getByRole('link', { name: `${zendesk.origin}/agent/tickets/48213` })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await panel.emulateMedia({ colorScheme });
    expect(await accessProblems(panel), colorScheme).toEqual([]);
  }
  expect(await tooWide(panel)).toEqual([]);
  await takePicture(panel, 'customer-page');
  expect(zendesk.log.filter(({ path }) => path.startsWith('/api/'))).toEqual([]);

  // The click on the icon holds for the whole origin: no second one is needed.
  await panel.getByRole('button', { name: 'Open the agent’s page' }).click();
  await expect(page).toHaveURL(`${zendesk.origin}/agent/tickets/48213`);
  await expect(panel.getByRole('link', { name: 'Zendesk #48213' })).toBeVisible();
  await expect(panel.getByRole('region', { name: 'In one sentence' })).toBeVisible();

  await page.goto(`${zendesk.origin}/hc/en-us/requests/48260`);
  await expect(panel.getByText('The customer’s page of ticket 48260 is in front')).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Zendesk #48213' })).toBeVisible();
  expect(await accessProblems(panel)).toEqual([]);
  expect(await tooWide(panel)).toEqual([]);
  await takePicture(panel, 'customer-page-above-ticket');
  await panel.getByRole('button', { name: 'Open the agent’s page' }).click();
  await expect(panel.getByRole('link', { name: 'Zendesk #48260' })).toBeVisible();
  await expect(panel.getByText('The customer’s page of')).toHaveCount(0);
});
