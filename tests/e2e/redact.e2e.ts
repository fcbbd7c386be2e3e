/** From a ticket to a copy and a file that name nobody. */
import { readFileSync } from 'node:fs';
import { clipboardItems } from './support/clipboard';
import { downloadFrom, panelParts } from './support/panel-parts';
import { expect, test } from './support/shared';

const PHONE = '020 7946 0991';

test('a redacted postmortem leaves without names, numbers and links, but for what a person keeps', async ({
  openTicket,
}) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await parts
    .field('Summary')
    .fill(`Brightwell Logistics rang on ${PHONE}. Priya asked for the server 10.20.30.40.`);
  await expect(parts.saved).toContainText('Saved');
  await parts.steps.share.click();

  await panel.getByRole('checkbox', { name: /^Redact what leaves/ }).check();
  const list = panel.getByRole('list', { name: 'Replaced before it leaves' });
  await expect(list.getByRole('listitem').filter({ hasText: PHONE })).toContainText('phone 1');
  await list.getByRole('checkbox', { name: /^10\.20\.30\.40/ }).uncheck();
  await expect(list.getByRole('listitem').filter({ hasText: '10.20.30.40' })).toContainText('kept by you');

  await parts.copy.click();
  await expect(panel.getByRole('button', { name: /^Copied/ })).toBeVisible();
  const [copied] = await clipboardItems(panel);
  const download = await downloadFrom(panel, () => parts.download.click());
  const markdown = readFileSync(await download.path(), 'utf8');
  expect(copied?.['text/plain']).toBe(markdown);
  for (const text of [markdown, copied?.['text/html'] ?? '', download.suggestedFilename()])
    for (const value of [PHONE, 'Brightwell', 'acme.zendesk.com', 'Jonas', 'Weber'])
      expect(text).not.toContain(value);
  for (const fact of ['10.20.30.40', 'phone 1', 'Company 1', '#48213']) expect(markdown).toContain(fact);
  expect(copied?.['text/html']).not.toContain('href');
});
