/** A whole postmortem by keyboard and mouse: what is missing is named, the document goes to review and on to final. */
import type { Page } from '@playwright/test';
import { panelParts } from './support/panel-parts';
import { expect, test } from './support/shared';

test('the document says what is missing, follows what is filled in, and is made final', async ({
  openTicket,
  picture,
  axe,
}) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await expect(parts.field('Summary')).toHaveValue(/31 h 29 min/);
  await expect(panel.getByText(/\d+ of \d+ checks pass/)).toBeVisible();
  await picture(panel, 'postmortem-fresh');
  expect(await axe(panel)).toEqual([]);

  // What people fill in finds its way into what is still generated.
  await panel.getByRole('textbox', { name: 'Users affected', exact: true }).fill('1,200');
  await expect(parts.field('Summary')).toHaveValue(/It affected 1,200 users\./);
  await panel
    .getByRole('textbox', { name: /^2\. / })
    .fill('The hand-off form has no field for a promised time.');
  await expect(parts.field('Summary')).toHaveValue(/the hand-off form has no field for a promised time\./);

  await panel.getByRole('button', { name: /^Review \d+ open checks$/ }).click();
  const checks = panel.getByRole('region', { name: 'Open checks' });
  await expect(checks).toContainText('No action is committed');
  await expect(checks).toContainText('SEV-1 asks for a meeting');
  await picture(panel, 'postmortem-checks');
  await checks.getByRole('button', { name: /asks for a meeting/ }).click();
  await expect(panel.getByLabel('Facilitator')).toBeVisible();
  await panel.getByLabel('Facilitator').fill('Priya Nair');
  await panel.getByLabel('Notetaker').fill('Elena Sousa');
  await panel.getByLabel('Held (UTC)').fill('2026-11-20T10:00');

  const actions = panel.getByRole('region', { name: 'Actions' });
  for (const [index, owner] of ['Elena Sousa', 'Priya Nair', 'Tom Adler'].entries()) {
    const row = actions.getByRole('listitem').nth(index);
    await row.getByLabel('Owner', { exact: true }).fill(owner);
    await row.getByLabel('Due', { exact: true }).fill('2099-12-04');
    await expect(row.getByLabel('State', { exact: true })).toHaveValue('committed');
  }
  await confirmAll(panel);
  await expect(panel.getByRole('button', { name: 'Send to review' })).toBeEnabled();
  await panel.getByRole('button', { name: 'Send to review' }).click();
  await expect(panel.getByRole('heading', { name: 'In review' })).toBeVisible();
  await panel.getByRole('button', { name: 'Make final' }).click();
  await expect(panel.getByRole('heading', { name: 'Final' })).toBeVisible();
  await panel.getByRole('button', { name: 'Track follow-ups' }).click();
  await expect(panel.getByText(/things? (?:is|are) missing first/)).toBeVisible();
  await picture(panel, 'postmortem-tracked');
  expect(await axe(panel)).toEqual([]);

  await expect(parts.saved).toContainText('Saved');
  await panel.reload();
  await panel.getByRole('button', { name: 'Open postmortem' }).click();
  await expect(panel.getByRole('heading', { name: 'Tracked' })).toBeVisible();
});

test('what is said in the meeting goes where it belongs, while the clock of its item runs', async ({
  openTicket,
  picture,
  axe,
}) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await panel.getByRole('heading', { name: 'Meeting' }).click();
  await panel.getByRole('button', { name: 'Start the clock of What went well, what went badly' }).click();
  const taking = panel.getByRole('form', { name: 'Taking notes: What went well, what went badly' });
  await taking.getByRole('textbox').fill('The night shift noticed it first.');
  await taking.getByRole('button', { name: 'Went well' }).click();
  await taking.getByRole('textbox').fill('Billing export');
  await taking.getByRole('button', { name: 'Park it' }).click();
  await expect(panel.getByText('Parked: Billing export. Who takes it on?')).toBeVisible();
  await expect(parts.field('What went well')).toHaveValue(/The night shift noticed it first\.$/);
  await panel.getByText('For the facilitator: when it drifts').click();
  await picture(panel, 'postmortem-meeting');
  expect(await axe(panel)).toEqual([]);
  await panel.getByRole('button', { name: /stop the clock of/ }).click();
});

test('another kind asks other questions and keeps every word', async ({ openTicket }) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await parts.field('What went well').fill('The fix held.');
  await panel.getByText('full form, meeting, required').click();
  const kind = panel.getByLabel('Kind of incident');
  await kind.selectOption({ label: 'SLA breach or delayed response' });
  await expect(parts.field('Title')).toHaveValue(/^SLA breach: /);
  await parts.field('Delays').fill('It waited in a queue without a rota.');
  await kind.selectOption({ label: 'Knowledge gap or wrong solution' });
  await expect(parts.field('Wrong and right answers')).toHaveValue(/did not hold/);
  await expect(parts.field('What went well')).toHaveValue('The fix held.');
  await expect(panel.getByRole('textbox', { name: 'Delays' })).toHaveCount(0);
  await panel.getByRole('button', { name: 'Share', exact: true }).last().click();
  await expect(panel.getByText('It waited in a queue without a rota.')).toBeVisible();
});

/** A person has read every section: each one still generated is confirmed. */
async function confirmAll(panel: Page): Promise<void> {
  for (const name of ['Resolution', 'Learnings', 'Notes']) {
    await panel
      .getByRole('navigation', { name: 'Parts of the postmortem' })
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .click();
  }
  const confirm = panel.getByRole('button', { name: 'Confirm', exact: true });
  for (let left = await confirm.count(); left > 0; left = await confirm.count())
    await confirm.first().click();
}
