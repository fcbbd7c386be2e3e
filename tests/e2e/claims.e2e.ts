/** Writing with the ticket looking over the shoulder: a wrong time is corrected by one click, a known number let stand. */
import { panelParts } from './support/panel-parts';
import { expect, test } from './support/shared';

const WRONG = 'The update promised for 14:00 UTC came at 17:05. About 40 other accounts saw the same fault.';

test('a wrong time is contradicted and made right, an unsupported number is known', async ({
  openTicket,
  picture,
  axe,
}) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  const summary = parts.field('Summary');
  const claims = panel.getByRole('list', { name: 'Claims: Summary' });
  await expect(summary).toBeVisible();
  await expect(panel.getByRole('list', { name: /^Claims/ })).toHaveCount(0);

  await summary.fill('');
  await summary.pressSequentially(WRONG);
  const [wrong, unknown] = [claims.getByRole('listitem').first(), claims.getByRole('listitem').nth(1)];
  await expect(wrong).toContainText('Contradicted: came at 17:05. The reply was sent on 17 Nov 17:31 UTC.');
  await expect(unknown).toContainText('Unsupported: About 40 other accounts. No event says so.');
  expect(await axe(panel)).toEqual([]);
  await picture(panel, 'claims');

  await wrong.getByRole('button', { name: 'Use 17:31' }).click();
  await expect(summary).toHaveValue(WRONG.replace('17:05', '17:31'));
  await expect(summary).toBeFocused();
  await expect(claims.getByRole('listitem')).toHaveCount(1);
  await summary.press('ControlOrMeta+z');
  await expect(summary).toHaveValue(WRONG);
  await expect(claims.getByRole('listitem')).toHaveCount(2);
  await summary.press('Tab');
  await panel.keyboard.press('Tab');
  await expect(wrong.getByRole('button', { name: 'Use 17:31' })).toBeFocused();
  await panel.keyboard.press('Enter');
  await expect(summary).toHaveValue(WRONG.replace('17:05', '17:31'));

  await expect(claims.getByRole('listitem')).toHaveCount(1);
  await claims.getByRole('button', { name: 'I know this' }).click();
  await expect(claims).toHaveCount(0);
  await expect(parts.saved).toContainText('Saved');
  await panel.reload();
  await panel.getByRole('button', { name: 'Open postmortem' }).click();
  await expect(parts.field('Summary')).toHaveValue(WRONG.replace('17:05', '17:31'));
  await expect(panel.getByRole('list', { name: /^Claims/ })).toHaveCount(0);
});

test('what is still open is said before anything leaves, stands in the document, and is one key away', async ({
  openTicket,
  picture,
  axe,
}) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await parts.field('Summary').fill(WRONG);
  await parts.field('Why it broke').fill('About 70 alarms had taught everybody to look away.');
  await parts.steps.share.click();
  const note = panel.getByRole('note', { name: 'Figures to check' });
  await expect(note).toContainText('3 figures are not borne out by the ticket');
  const preview = panel.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText(
    '“came at 17:05”. Contradicted: The reply was sent on 17 Nov 17:31 UTC.',
  );
  expect(await axe(panel)).toEqual([]);
  await picture(panel, 'share-figures');

  await note.getByRole('button', { name: 'Why it broke' }).focus();
  await panel.keyboard.press('Enter');
  await expect(parts.field('Why it broke')).toBeFocused();
  await expect(parts.field('Why it broke')).toBeInViewport();
});
