/** Linking an entry of the ticket to a why of one's own, by keyboard alone: found by its words, kept, shown, exported. */
import { panelParts } from './support/panel-parts';
import { expect, test } from './support/shared';

test('an entry is linked to a why by keyboard, kept, and stands in the document', async ({
  openTicket,
  picture,
  axe,
}) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  const cause = panel.getByRole('region', { name: 'Cause' });
  const add = cause.getByRole('button', { name: 'Evidence for Why 2' });
  await parts
    .field('2. What made that possible?')
    .fill('The hand-off form has no field for a promised time.');
  await parts.field('2. What made that possible?').focus();
  await panel.keyboard.press('Tab');
  await expect(add).toBeFocused();
  await panel.keyboard.press('Enter');
  const search = cause.getByRole('combobox', { name: 'Find an entry of the ticket' });
  await expect(search).toBeFocused();
  await panel.keyboard.type('tier 2');
  await panel.keyboard.press('ArrowDown');
  await expect(cause.getByRole('option', { selected: true })).toBeInViewport();
  expect(await axe(panel)).toEqual([]);
  await picture(panel, 'linking');
  await panel.keyboard.press('Enter');
  await expect(add).toBeFocused();
  const unlink = cause.getByRole('button', { name: /^Unlink .* from Why 2$/ });
  await expect(unlink).toBeVisible();
  await picture(panel, 'linked');

  await expect(parts.saved).toContainText('Saved');
  await panel.reload();
  await panel.getByRole('button', { name: 'Open postmortem' }).click();
  await expect(unlink).toBeVisible();
  expect(await axe(panel)).toEqual([]);
  await parts.steps.share.click();
  await expect(panel.getByRole('region', { name: 'Preview' })).toContainText(
    /no field for a promised time\. \(Evidence: E\d+\)/,
  );
});
