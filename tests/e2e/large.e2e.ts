/** A ticket of 2,000 saves: read to its end, and still a page one can work with. */
import { longStory } from '../helpdesks/zendesk/stories';
import { expect, test } from './support/shared';

const SAVES = 2_000;
const LAST = `Attempt ${SAVES - 1}:`;

test('a ticket of 2,000 saves is read whole and shown as a list of what is in sight', async ({
  zendesk,
  openTicket,
}) => {
  const told = longStory(SAVES);
  const panel = await openTicket(told);
  expect(zendesk.log.filter(({ path }) => path.includes('/audits.json'))).toHaveLength(SAVES / 100);
  await expect(panel.getByText('Partly read.')).toBeHidden();

  // Hundreds of hand-offs, milestones and targets wait until somebody asks for them.
  await panel.getByRole('heading', { name: 'Hand-offs' }).click();
  await expect(panel.getByRole('button', { name: /^50 of [\d,]+ more shorter ones$/ })).toBeVisible();
  expect(await panel.locator('*').count()).toBeLessThan(2_500);

  const timeline = panel.getByRole('region', { name: 'Timeline' });
  const comments = told.audits.flatMap(({ events }) => events).filter(({ type }) => type === 'Comment');
  const saw = comments.filter((event) => event.public !== false).length;
  const events = Number((/([\d,]+) events/.exec(await timeline.innerText())?.[1] ?? '').replace(',', ''));
  expect(events).toBeGreaterThan(SAVES);
  const rows = timeline.getByRole('listitem');
  expect(await rows.count()).toBeLessThan(80);

  const customer = timeline.getByRole('button', { name: /^Customer saw/ });
  await expect(customer).toHaveText(`Customer saw${saw}`);
  await customer.click();
  await expect(customer).toHaveAttribute('aria-pressed', 'true');
  await expect(timeline.getByText('Internal', { exact: true })).toHaveCount(0);
  const internal = timeline.getByRole('button', { name: /^Internal/ });
  await expect(internal).toHaveText(`Internal${comments.length - saw}`);
  await internal.click();

  // Rows are measured when they come into sight, so the end moves while one scrolls towards it.
  await expect(async () => {
    await panel.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect(timeline.getByText(LAST)).toBeInViewport({ timeout: 500 });
  }).toPass();
  const last = rows.filter({ hasText: LAST });
  expect(await last.getAttribute('aria-posinset')).toBe(await last.getAttribute('aria-setsize'));
  expect(await rows.count()).toBeLessThan(80);
});
