/** From a ticket to what a lead pastes and what a customer reads, counted in clicks; the icon is the first. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { unansweredStory } from '../helpdesks/zendesk/stories';
import { accessProblems } from './support/axe';
import { clipboardItems } from './support/clipboard';
import { tooWide } from './support/layout';
import { downloadFrom, panelParts } from './support/panel-parts';
import { takePicture } from './support/pictures';
import { expect, test } from './support/shared';

const versions = ['Full', 'Concise', 'Customer', 'Support guide', 'Technical', 'Agenda', 'One action'];

const version = (panel: Page, name: string) => panel.getByRole('radio', { name: new RegExp(`^${name}`) });

test('an open breached ticket is a summary on the clipboard after two clicks', async ({ openTicket }) => {
  const panel = await openTicket(unansweredStory());
  await panel.getByRole('button', { name: 'Copy SLA summary' }).click();

  await expect(panel.getByRole('button', { name: /^Copied/ })).toBeVisible();
  const [copied, ...others] = await clipboardItems(panel);
  expect(others).toEqual([]);
  for (const flavour of ['text/plain', 'text/html'] as const)
    for (const fact of ['SLA breach:', 'First reply:', 'over by', 'Standard', 'Main delay:'])
      expect(copied?.[flavour]).toContain(fact);
  expect(copied?.['web text/markdown']).toContain('**First reply:**');
});

test('a customer’s version without names and notes is on the clipboard after five clicks', async ({
  openTicket,
}) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await parts.steps.share.click();
  await version(panel, 'Customer').click();
  await parts.copy.click();

  await expect(panel.getByRole('button', { name: /^Copied/ })).toBeVisible();
  const [copied] = await clipboardItems(panel);
  for (const text of [copied?.['text/plain'] ?? '', copied?.['text/html'] ?? '']) {
    expect(text).toContain('We answered later than agreed');
    expect(text).toContain('Company 1');
    for (const inside of [
      'Brightwell',
      'Maya',
      'Jonas',
      'Elena',
      'Tom',
      'Tier',
      'sandbox',
      'Enterprise',
      'zendesk.com',
    ])
      expect(text).not.toContain(inside);
  }

  await parts.steps.happened.click();
  await panel.getByRole('button', { name: 'Copy SLA summary' }).click();
  await expect(panel.getByRole('button', { name: /^Copied/ })).toBeVisible();
  const [summary] = await clipboardItems(panel);
  expect(summary?.['text/plain']).toContain('for Company 1');
});

test('every version fits the panel, can be read by everybody and chosen by keyboard', async ({
  openTicket,
}) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await parts.steps.share.click();
  await version(panel, 'Full').focus();
  for (const name of versions) {
    await expect(version(panel, name)).toBeChecked();
    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.emulateMedia({ colorScheme });
      expect(await accessProblems(panel), `${name}, ${colorScheme}`).toEqual([]);
    }
    await panel.emulateMedia({ colorScheme: null });
    expect(await tooWide(panel), name).toEqual([]);
    if (name !== 'Technical') await takePicture(panel, `share-${name.toLowerCase().replace(' ', '-')}`);
    await version(panel, name).focus();
    await panel.keyboard.press('ArrowDown');
  }
});

test('an edit after an export marks that version, and the mark outlives the panel’s page', async ({
  openTicket,
}) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await parts.steps.share.click();
  await parts.copy.click();
  await expect(panel.getByRole('button', { name: /^Copied/ })).toBeVisible();
  await expect(panel.getByText(/changed since/)).toHaveCount(0);
  await parts.steps.postmortem.click();
  await parts.field('Summary').fill('Said again in other words.');
  await expect(parts.saved).toContainText('Saved');
  await panel.reload();
  await panel.getByRole('button', { name: 'Open postmortem' }).click();
  await parts.steps.share.click();
  await expect(panel.getByText(/^Full changed since \d\d:\d\d export$/)).toBeVisible();
});

test('the Markdown file holds front matter and the clocks once chosen, and the next panel remembers', async ({
  openTicket,
}) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await parts.steps.share.click();
  await panel.getByText('In the Markdown file').click();
  await panel.getByRole('checkbox', { name: /^Front matter/ }).check();
  await panel.getByRole('radio', { name: /^Mermaid/ }).check();
  await expect(panel.getByText('front matter, clocks as Mermaid')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await panel.emulateMedia({ colorScheme });
    expect(await accessProblems(panel), colorScheme).toEqual([]);
  }
  await panel.emulateMedia({ colorScheme: null });
  expect(await tooWide(panel)).toEqual([]);
  await takePicture(panel, 'share-markdown-file');
  await panel.reload();
  await panel.getByRole('button', { name: 'Open postmortem' }).click();
  await parts.steps.share.click();
  const download = await downloadFrom(panel, () =>
    panel.getByRole('button', { name: 'Download .md' }).click(),
  );
  const file = readFileSync(await download.path(), 'utf8');
  expect(file).toMatch(/^---\ntitle: "/);
  expect(file).toContain('```mermaid\n---\ndisplayMode: compact\n');

  await version(panel, 'Support guide').click();
  const keywords = panel.getByRole('textbox', { name: /^Keywords/ });
  await keywords.fill('invoice sync, 401, permission');
  await expect(panel.getByText('invoice sync, 401, permission').last()).toBeVisible();
  await parts.steps.postmortem.click();
  await expect(parts.saved).toContainText('Saved');
  await panel.reload();
  await panel.getByRole('button', { name: 'Open postmortem' }).click();
  await parts.steps.share.click();
  await version(panel, 'Support guide').click();
  await expect(keywords).toHaveValue('invoice sync, 401, permission');
  expect(await accessProblems(panel)).toEqual([]);
});

test('the HTML file stands alone: it asks for nothing, runs nothing and has its own looks', async ({
  openTicket,
  session,
}) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await parts.steps.share.click();
  const download = await downloadFrom(panel, () =>
    panel.getByRole('button', { name: 'HTML', exact: true }).click(),
  );
  expect(download.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d-zendesk-48213-.*\.html$/);
  const html = readFileSync(await download.path(), 'utf8');

  const page = await session.context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.setContent(html);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Invoice sync to NetSuite');
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).maxWidth)).toBe('736px');
  expect(asked).toEqual([]);
  expect(complaints).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(
    await page
      .locator('tr')
      .first()
      .evaluate((row) => getComputedStyle(row).breakInside),
  ).toBe('avoid');
  await page.close();
});
