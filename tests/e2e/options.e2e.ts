/** The options page: which sites may always be read, and how each is taken back. */
import { optionsPage } from './support/options-page';
import { panelParts } from './support/panel-parts';
import { allowFrom, takeBack } from './support/permissions';
import { expect, test } from './support/shared';

const SITES = ['https://acme.zendesk.com', 'https://other.zendesk.com', 'http://rt.example:8080'];

test('without an allowed site it says how a ticket is read and how a site is allowed', async ({
  session,
}) => {
  const options = await optionsPage(session);
  await expect(options).toHaveTitle('Options · Debrief');
  await expect(options.getByRole('heading', { level: 1 })).toHaveText('Options');
  await expect(options.getByText('No site is always allowed')).toBeVisible();
  await expect(options.getByText('Debrief reads a ticket when you click its icon beside it.')).toBeVisible();
  await expect(options.getByRole('button', { name: /^Remove access/ })).toHaveCount(0);
});

test('sites that come and go elsewhere are followed while it stands open', async ({ session, grantHost }) => {
  const options = await optionsPage(session);
  await expect(options.getByText('No site is always allowed')).toBeVisible();
  for (const site of SITES) await allowFrom(options, grantHost, site);
  await expect(options.getByRole('listitem')).toHaveText([
    /^acme\.zendesk\.com/,
    /^other\.zendesk\.com/,
    /^rt\.example:8080http/,
  ]);
  await takeBack(session, 'https://other.zendesk.com');
  await expect(options.getByRole('listitem')).toHaveText([/^acme/, /^rt/]);
});

test('a site is taken back by keyboard, is gone from the browser, and the next one is not', async ({
  session,
  worker,
  grantHost,
}) => {
  const options = await optionsPage(session);
  for (const site of SITES.slice(0, 2)) await allowFrom(options, grantHost, site);
  await options.keyboard.press('Tab');
  await expect(options.getByRole('button', { name: 'Remove access to acme.zendesk.com' })).toBeFocused();
  await options.keyboard.press('Enter');
  await expect(options.getByText('acme.zendesk.com: access removed.')).toBeVisible();
  await expect(options.getByRole('listitem')).toHaveText([/^other/]);
  await expect(options.getByRole('heading', { name: 'Site access' })).toBeFocused();
  expect(await worker.evaluate('chrome.permissions.getAll()')).toMatchObject({
    origins: ['https://other.zendesk.com/*'],
  });
});

test('it is reached from the panel before a ticket, and from the list of postmortems', async ({
  session,
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent`);
  const panel = await openPanel(page);
  const access = panel.getByRole('button', { name: 'Site access' });
  const first = await optionsPage(session, () => access.click());
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('Options');
  await first.close();
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
  await openPanel(page);
  await expect(panelParts(panel).startPostmortem).toBeVisible();
  await panel.getByRole('button', { name: 'All postmortems' }).click();
  const second = await optionsPage(session, () => access.click());
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Options');
});

test('what counts as a finding is changed in the options, and the open panel follows at once', async ({
  session,
  openTicket,
}) => {
  const panel = await openTicket();
  const findings = panel.getByRole('region', { name: /^Findings/ });
  // The second of its kind is folded under the worst.
  await findings.locator('summary').filter({ hasText: 'silence' }).click();
  const silence = findings.getByText('6 h 50 min without a word to the customer');
  await expect(silence).toBeVisible();
  const options = await optionsPage(session, () =>
    findings.getByRole('button', { name: 'What counts as a finding' }).click(),
  );
  const field = options.getByLabel('A silence toward the customer lasts at least');
  await field.fill('7 h');
  await expect(silence).toBeHidden();
  await options.close();
  const again = await optionsPage(session);
  await expect(again.getByLabel('A silence toward the customer lasts at least')).toHaveValue('7 h');
});
