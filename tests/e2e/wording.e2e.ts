/** Writing with the rules looking over the shoulder: a blaming sentence is reworded with one click, kept, and undone. */
import type { Page } from '@playwright/test';
import { panelParts } from './support/panel-parts';
import { expect, test } from './support/shared';

const BLAMING = 'The customer waited 14 hours. Jonas forgot to tell the night shift.';
const REWORDED = 'The customer waited 14 hours. It was left to memory to tell the night shift.';

test('a blaming sentence is reworded by one click, saved, and taken back with the keyboard', async ({
  page,
  zendesk,
  openPanel,
}) => {
  const { panel, parts } = await openPostmortem(page, zendesk.origin, openPanel);
  const summary = parts.field('Summary');
  const remarks = panel.getByRole('list', { name: 'Wording: Summary' });
  await expect(panel.getByRole('list', { name: /^Wording/ })).toHaveCount(0);

  await summary.fill('');
  await summary.pressSequentially(BLAMING);
  await expect(remarks.getByRole('listitem')).toContainText('Names a person as the cause.');
  await remarks.getByRole('button', { name: 'Use this' }).click();
  await expect(summary).toHaveValue(REWORDED);
  await expect(summary).toBeFocused();
  await expect(remarks).toHaveCount(0);

  await summary.press('ControlOrMeta+z');
  await expect(summary).toHaveValue(BLAMING);
  await expect(remarks).toHaveCount(1);
  await summary.press('Tab');
  await expect(remarks.getByRole('button', { name: 'Use this' })).toBeFocused();
  await panel.keyboard.press('Enter');
  await expect(summary).toHaveValue(REWORDED);
  await expect(parts.saved).toContainText('Saved');

  await panel.reload();
  await panel.getByRole('button', { name: 'Open postmortem' }).click();
  await expect(parts.field('Summary')).toHaveValue(REWORDED);
});

test('an action is asked what it leaves open, and the day in its words is offered', async ({
  page,
  zendesk,
  openPanel,
}) => {
  const { panel } = await openPostmortem(page, zendesk.origin, openPanel);
  await panel.getByRole('button', { name: 'Action', exact: true }).click();
  const action = panel
    .getByRole('listitem')
    .filter({ has: panel.getByRole('textbox', { name: /^Action \d/ }) })
    .last();
  await action.getByRole('textbox', { name: /^Action \d/ }).fill('Improve monitoring by 4 December 2099');
  await expect(action).toContainText('“Improve”: what exactly changes about monitoring');
  await action.getByRole('button', { name: 'Due Fri 4 Dec 2099' }).click();
  await expect(action.getByLabel('Due')).toHaveValue('2099-12-04');
});

async function openPostmortem(page: Page, origin: string, openPanel: (page: Page) => Promise<Page>) {
  await page.goto(`${origin}/agent/tickets/48213`);
  const panel = await openPanel(page);
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await expect(parts.field('Summary')).toBeVisible();
  return { panel, parts };
}
