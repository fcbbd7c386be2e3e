import { expect, test } from './support/fixtures';

test('a click on the icon opens the panel beside the ticket and shows what happened', async ({
  page,
  zendesk,
  openPanel,
  axe,
  hits,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
  const panel = await openPanel(page);

  await expect(panel.getByRole('link', { name: 'Zendesk #48213' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Start postmortem' })).toBeVisible();
  expect(await panel.evaluate(() => innerWidth)).toBe(360);
  expect(await axe(panel)).toEqual([]);
  hits.expectOnlyReads(zendesk.origin);
  expect(zendesk.log.filter(({ method }) => method !== 'GET')).toEqual([]);
});
