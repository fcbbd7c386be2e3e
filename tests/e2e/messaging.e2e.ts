/** A conversation by messaging, in the panel as in the helpdesk: turn by turn, with the first person's answer. */
import { messagingStory } from '../helpdesks/zendesk/story-messaging';
import { expect, test } from './support/shared';

test('a messaging ticket shows turn by turn, and its first reply is the first person’s', async ({
  page,
  zendesk,
  openPanel,
}) => {
  zendesk.tell([messagingStory()]);
  await page.goto(`${zendesk.origin}/agent/tickets/48301`);
  const panel = await openPanel(page);

  const timeline = panel.getByRole('region', { name: 'Timeline' });
  await timeline.getByRole('button', { name: /^Customer saw/ }).click();
  const rows = timeline.getByRole('link');
  await expect(rows).toHaveText([
    /13:02.*Odile Fontaine.*the export of our payroll is empty/,
    /13:02.*Northbeam Helper.*Automatic.*Did one of these articles help/,
    /13:02.*Odile Fontaine.*Talk to a person/,
    /13:02.*Northbeam Helper.*Automatic.*Connecting you/,
    /13:07.*Odile Fontaine.*Salaries go out today/,
    /13:13.*Nadia Rahimi, Tier 1.*Which month did you export/,
    /13:14.*Odile Fontaine.*November/,
    /13:21.*Nadia Rahimi, Tier 1.*I bring in Tom/,
    /13:24.*Tom Okafor, Tier 2.*please export again/,
    /13:26.*Odile Fontaine.*thank you both/,
  ]);

  // From the customer's first word at 13:02:05 to the first person's at 13:13:41.
  const milestones = panel.getByRole('region', { name: 'Milestones' });
  await milestones.getByRole('heading', { name: 'Milestones' }).click();
  await expect(milestones).toContainText(/13:13\s*First human reply/);
  await expect(panel.getByText('Partly read.')).toHaveCount(0);

  await rows.filter({ hasText: 'Which month did you export' }).click();
  await expect(page.getByRole('article').filter({ hasText: 'Which month did you export' })).toBeInViewport();
  const log = zendesk.log.filter(({ path }) => path.includes('conversation_log'));
  expect(log.map(({ method, status }) => `${method} ${status}`)).toEqual(['GET 200']);
});
