/** What a person says about the evidence: by keyboard, followed by every number, kept, and taken back. */
import { accessProblems } from './support/axe';
import { tooWide } from './support/layout';
import { panelParts } from './support/panel-parts';
import { expect, test } from './support/shared';

test('an entry is left out by keyboard, every number follows, and it is there again once taken back', async ({
  page,
  openPanel,
  openTicket,
}) => {
  const panel = await openTicket();
  const timeline = panel.getByRole('region', { name: 'Timeline' });
  await expect(timeline).toContainText('85 events');
  const numbers = panel.getByRole('region', { name: 'Numbers' });
  await expect(numbers).toContainText('1 h 24 min');

  // The first reply, at 09:36, as if it had gone to somebody else.
  const reply = timeline.getByRole('link', { name: /Jonas Weber.*Hi Maya, thanks for the clear numbers/ });
  await reply.focus();
  await panel.keyboard.press('Tab');
  await expect(panel.getByRole('button', { name: 'Where from? Entry at 09:36' }).first()).toBeFocused();
  await panel.keyboard.press('Enter');
  const leaveOut = timeline.getByRole('button', { name: 'Leave out of all numbers' });
  await leaveOut.focus();
  await panel.keyboard.press('Space');
  await expect(timeline).toContainText('84 events');
  await expect(numbers).not.toContainText('1 h 24 min');
  expect(await tooWide(panel)).toEqual([]);

  // Kept: the panel closed and opened again reads it the same.
  await panel.close();
  const again = await openPanel(page);
  await expect(again.getByRole('region', { name: 'Timeline' })).toContainText('84 events');
  const corrections = again.getByRole('region', { name: 'Your corrections' });
  await corrections.getByRole('heading').click();
  await expect(corrections).toContainText('Left out of all numbers');
  expect(await accessProblems(again)).toEqual([]);
  const takeBack = corrections.getByRole('button', { name: /^Take back.*Left out/ });
  await takeBack.focus();
  await again.keyboard.press('Enter');
  await expect(again.getByRole('region', { name: 'Timeline' })).toContainText('85 events');
  await expect(again.getByRole('region', { name: 'Numbers' })).toContainText('1 h 24 min');
});

test('a call that is on no ticket is added by hand, ends the silence, and stands in the draft', async ({
  openTicket,
}) => {
  const panel = await openTicket();
  const findings = panel.getByRole('region', { name: /^Findings/ });
  await expect(findings).toContainText('14 h 01 min without a word to the customer');
  const corrections = panel.getByRole('region', { name: 'Your corrections' });
  await corrections.getByRole('heading').click();
  await corrections.getByRole('button', { name: 'Add what happened off the ticket' }).click();
  await corrections.getByLabel('What happened').fill('Rang Maya and told her what Tier 2 had found.');
  await corrections.getByLabel('When, UTC').fill('2026-11-17T21:00');
  await corrections.getByLabel('Who could see it').selectOption('The customer: we told them');
  await corrections.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(findings).not.toContainText('14 h 01 min');
  await expect(panel.getByRole('region', { name: 'Timeline' })).toContainText('Rang Maya');
  await panelParts(panel).startPostmortem.click();
  await expect(panelParts(panel).saved).toContainText('Saved');
  await expect(panelParts(panel).field('Summary')).not.toHaveValue(/14 h 01 min/);
});

test('an hypothesis stands beside what happened and changes nothing of it', async ({ openTicket }) => {
  const panel = await openTicket();
  const whatIf = panel.getByRole('region', { name: 'What if' });
  await whatIf.getByRole('heading').click();
  await whatIf.getByLabel('Somebody had replied at, UTC').fill('2026-11-17T20:00');
  await expect(whatIf.getByRole('row', { name: /^Longest silence/ })).toContainText('14 h 01 min');
  await expect(whatIf.getByRole('row', { name: /^Longest silence/ })).not.toContainText('the same');
  await expect(panel.getByRole('region', { name: 'Numbers' })).toContainText('14 h 01 min');
  expect(await accessProblems(panel)).toEqual([]);
});
