/** Writing: a whole postmortem by keyboard alone, far too much text, pictures, decisions, and what a newer ticket offers. */
import type { Page } from '@playwright/test';
import { escalationStory } from '../helpdesks/zendesk/story-escalation';
import type { ZendeskStory } from '../helpdesks/zendesk/wire';
import { finishByKeyboard, startByKeyboard, writeByKeyboard } from './support/by-keyboard';
import { optionsPage } from './support/options-page';
import { panelParts } from './support/panel-parts';
import { expect, test } from './support/shared';

test('a whole postmortem is written and made final by keyboard alone', async ({ openTicket }) => {
  test.slow();
  const panel = await openTicket();
  await startByKeyboard(panel);
  await expect(panelParts(panel).field('Summary')).toHaveValue(/31 h 29 min/);
  await writeByKeyboard(panel, [[/^2\. /, 'The hand-off form has no field for a promised time.']]);
  await finishByKeyboard(panel);
});

test('five megabytes pasted into the summary are refused in words, and nothing is lost', async ({
  openTicket,
  axe,
  picture,
}) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  const summary = parts.field('Summary');
  await summary.fill('What stood here before.');
  await panel.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.evaluate(() => navigator.clipboard.writeText('0123456789 '.repeat(5_000_000 / 11)));
  await summary.press('ControlOrMeta+v');
  await expect(panel.getByRole('alert')).toContainText('Not added: 4,999,995 characters.');
  await expect(summary).toHaveValue('What stood here before.');
  await picture(panel, 'editing-too-long');
  expect(await axe(panel)).toEqual([]);

  await summary.press('End');
  await summary.pressSequentially(' And more.');
  await expect(summary).toHaveValue('What stood here before. And more.');
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await expect(parts.saved).toContainText('Saved');
});

test('a pasted picture stands at its entry, grows, comes back by Undo, and is there after a restart', async ({
  openTicket,
  axe,
  picture,
}) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  const entry = panel.getByRole('textbox', { name: /^What happened at / }).first();
  await entry.click();
  await copyPicture(panel);
  await entry.press('ControlOrMeta+v');
  await expect(panel.getByText('Picture added to the evidence')).toBeVisible();
  const timeline = panel.getByRole('region', { name: 'Timeline' });
  await timeline.getByRole('textbox', { name: 'What the picture shows' }).fill('The empty queue');
  await timeline.getByRole('button', { name: 'Enlarge: The empty queue' }).click();
  await expect(timeline.getByRole('img', { name: 'The empty queue' })).toBeVisible();
  await picture(panel, 'editing-picture');
  expect(await axe(panel)).toEqual([]);

  await timeline.getByRole('button', { name: 'Remove The empty queue' }).click();
  await expect(timeline.getByRole('img')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Undo: Evidence' }).click();
  await expect(timeline.getByRole('img', { name: 'The empty queue' })).toBeVisible();

  await panel.getByText('Evidence', { exact: true }).click();
  const evidence = panel.getByRole('region', { name: 'Evidence', exact: true });
  await evidence.getByLabel('Or a link').fill('https://status.example/42');
  await evidence.getByLabel('What it shows', { exact: true }).fill('Status page');
  await evidence.getByRole('button', { name: 'Add link' }).click();
  await picture(panel, 'editing-evidence');
  expect(await axe(panel)).toEqual([]);
  await expect(parts.saved).toContainText('Saved');

  await panel.reload();
  await panel.getByRole('button', { name: 'Open postmortem' }).click();
  await expect(timeline.getByRole('img', { name: 'The empty queue' })).toBeVisible();
  await parts.steps.share.click();
  await expect(panel.getByText(/image “The empty queue”, kept in Debrief/)).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Status page' })).toBeVisible();
});

test('a decision taken aloud stands in the timeline, and signs in a text are seen before they are shared', async ({
  openTicket,
  axe,
  picture,
}) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  const timeline = panel.getByRole('region', { name: 'Timeline' });
  await timeline.getByRole('button', { name: 'Decision', exact: true }).click();
  await timeline.getByLabel('What was decided').fill('Roll the export service back tonight.');
  await timeline.getByLabel('Who heard it').fill('shift lead, by phone');
  await picture(panel, 'editing-decision-form');
  expect(await axe(panel)).toEqual([]);
  await timeline.getByRole('button', { name: 'Add decision' }).click();
  await expect(timeline).toContainText('1 decision');
  await picture(panel, 'editing-decision');
  await expect(
    timeline
      .getByRole('textbox', { name: /^What happened at / })
      .filter({ hasText: /^Decided: Roll the export/ }),
  ).toBeVisible();

  await parts
    .field('Summary')
    .fill('It was **down** for a day, see [the status page](https://status.example/42).');
  await panel.getByRole('button', { name: 'Preview Summary' }).click();
  const preview = panel.getByRole('region', { name: 'Preview: Summary' });
  await expect(preview.getByRole('strong')).toHaveText('down');
  await expect(preview.getByRole('link')).toHaveAttribute('rel', 'noopener noreferrer');
  await picture(panel, 'editing-preview');
  expect(await axe(panel)).toEqual([]);
});

test('a ticket that is solved meanwhile offers its draft, and newer words are shown beside one’s own', async ({
  openTicket,
  zendesk,
  axe,
  picture,
}) => {
  const panel = await openTicket(stillOpen(escalationStory()));
  const parts = panelParts(panel);
  await expect(panel.getByText('This ticket was solved.')).toHaveCount(0);
  zendesk.tell([escalationStory()]);
  await parts.pullAgain.click();
  const notice = panel.getByRole('status').filter({ hasText: 'This ticket was solved.' });
  await expect(notice).toContainText(/The draft (?:is|was) due by/);
  for (const step of [parts.steps.postmortem, parts.steps.share, parts.steps.happened]) {
    await step.click();
    await expect(notice).toBeInViewport();
  }
  await picture(panel, 'editing-solved');
  expect(await axe(panel)).toEqual([]);
  await notice.getByRole('button', { name: 'Start postmortem' }).click();

  const summary = parts.field('Summary');
  await expect(summary).toHaveValue(/./);
  await summary.press('ControlOrMeta+End');
  await summary.pressSequentially(' Mine.');
  await expect(parts.saved).toContainText('Saved');
  zendesk.tell([stillOpen(escalationStory())]);
  await parts.pullAgain.click();
  const part = panel.getByRole('region', { name: 'Summary', exact: true });
  await expect(part).toContainText('The draft would now say:');
  await expect(part.locator('del').filter({ hasText: 'Mine' })).toBeVisible();
  await picture(panel, 'editing-offer');
  expect(await axe(panel)).toEqual([]);
  await part.getByRole('button', { name: 'Use this' }).click();
  await expect(summary).not.toHaveValue(/Mine/);
  await panel.getByRole('button', { name: 'Undo: Summary' }).click();
  await expect(summary).toHaveValue(/Mine\.$/);
});

test('a kind of one’s own is made in the options and followed by a postmortem', async ({
  openTicket,
  session,
  axe,
  picture,
}) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  const findings = panel.getByRole('region', { name: /^Findings/ });
  const options = await optionsPage(session, () =>
    findings.getByRole('button', { name: 'What counts as a finding' }).click(),
  );
  await options.getByRole('button', { name: 'Add a kind' }).click();
  await options.getByLabel('Name', { exact: true }).fill('Failed migration');
  await options.getByLabel('Question in Cause').fill('What in the plan allowed this?');
  await options.getByRole('checkbox', { name: 'Meeting' }).uncheck();
  await options.getByRole('button', { name: 'Move Cause up' }).press('Enter');
  await options.getByLabel('At SEV-1 within').fill('2 h');
  await picture(options, 'editing-options');
  expect(await axe(options)).toEqual([]);

  await parts.startPostmortem.click();
  await expect(panel.getByText(/First update within 2\sh at SEV-1/)).toBeVisible();
  await panel.getByText('full form, meeting, required').click();
  await panel.getByLabel('Kind of incident').selectOption({ label: 'Failed migration' });
  await expect(panel.getByText('What in the plan allowed this?')).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Meeting' })).toHaveCount(0);
  await options.getByRole('button', { name: 'Delete this kind' }).click();
  await expect(panel.getByText('What in the plan allowed this?')).toBeVisible();
});

/** As it stood before it was solved for the last time. */
function stillOpen(told: ZendeskStory): ZendeskStory {
  const solves = told.audits.findLastIndex(({ events }) =>
    events.some((event) => event.field_name === 'status' && event.value === 'solved'),
  );
  if (solves === -1) throw new Error('the story is never solved');
  return { ...told, ticket: { ...told.ticket, status: 'open' }, audits: told.audits.slice(0, solves) };
}

async function copyPicture(panel: Page): Promise<void> {
  await panel.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.evaluate(async () => {
    const canvas = new OffscreenCanvas(320, 200);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.fillStyle = '#1f56c4';
    pen.fillRect(0, 0, 320, 200);
    pen.fillStyle = '#ffffff';
    pen.fillRect(40, 60, 240, 20);
    const png = await canvas.convertToBlob({ type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
  });
}
