/** A postmortem that left as Markdown, opened again in a browser that has never seen its ticket. */
import { readFileSync } from 'node:fs';
import { analyse } from '../../lib/analysis/analyse';
import type { Record } from '../../lib/export/record';
import { withDataBlock } from '../../lib/export/reopen/reopen';
import { toMarkdown } from '../../lib/export/to-markdown';
import { draftPostmortem } from '../../lib/postmortem/draft';
import { seal } from '../../lib/ticket/seal';
import { at, ticket } from '../unit/support/capture-builder';
import { accessProblems } from './support/axe';
import { downloadFrom, panelParts } from './support/panel-parts';
import { takePicture } from './support/pictures';
import { expect, test } from './support/shared';

const SUMMARY = 'Brightwell heard nothing for a night; “whose turn is it?” was never asked. 👩‍💻';

async function record(): Promise<Record> {
  const built = ticket({ subject: 'Nightly sync stopped', organization: 'Brightwell Logistics' })
    .customer('+0', 'The nightly sync stopped.')
    .group('+1h24m', 'Tier 1', 'Tier 2')
    .reply('+9h12m', 'We found it.', { by: 'bo' })
    .status('+10h', 'open', 'solved')
    .build();
  const capture = await seal(built);
  const analysis = analyse(capture, { now: capture.capturedAt });
  const postmortem = draftPostmortem(capture, analysis, {
    now: at('+1d'),
    id: 'b0f4c9b2-3a52-4f0e-9a57-1d7f4a8f1c11',
    helpdeskLabel: 'Zendesk',
  });
  postmortem.sections.summary = { text: SUMMARY, state: 'edited', claims: [] };
  return { capture, analysis, postmortem };
}

test('a file dropped on the list opens with the same words, and says if its text was changed', async ({
  page,
  openPanel,
}) => {
  const made = await record();
  const file = withDataBlock(toMarkdown(made), made);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /^All postmortems/ }).click();
  await expect(panel.getByText('No postmortems yet')).toBeVisible();
  expect(await accessProblems(panel)).toEqual([]);
  await takePicture(panel, 'reopen-empty');

  const parts = panelParts(panel);
  await panel.evaluate(dropFile, file);
  await expect(parts.field('Summary')).toHaveValue(SUMMARY);
  await expect(panel.getByText('Nightly sync stopped').first()).toBeVisible();

  await panel.getByRole('button', { name: 'All postmortems' }).click();
  await panel.evaluate(dropFile, file.replace('heard nothing', 'heard everything'));
  await expect(panel.getByText('changed after it was exported')).toBeVisible();
  expect(await accessProblems(panel)).toEqual([]);
  await takePicture(panel, 'reopen-changed');
  await panel.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(parts.field('Summary')).toHaveValue(SUMMARY);
});

test('a file that the panel saved opens again, with what was written into it', async ({ openTicket }) => {
  const panel = await openTicket();
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await parts.field('Summary').fill(SUMMARY);
  await parts.steps.share.click();
  await panel.getByRole('heading', { name: 'Other files' }).click();
  const download = await downloadFrom(panel, () =>
    panel.getByRole('button', { name: 'Opens again, .md' }).click(),
  );
  const file = readFileSync(await download.path(), 'utf8');
  expect(file).toMatch(/^---\ntitle: "/);
  expect(await accessProblems(panel)).toEqual([]);
  await takePicture(panel, 'share-other-files');
  for (const [name, begins] of [
    ['Timeline, .csv', '\ufeff"Time (UTC)"'],
    ['Dates, .ics', 'BEGIN:VCALENDAR'],
    ['Clocks, .svg', '<svg'],
    ['Record, .json', '{'],
  ] as const) {
    const other = await downloadFrom(panel, () => panel.getByRole('button', { name }).click());
    expect(readFileSync(await other.path(), 'utf8').startsWith(begins), name).toBe(true);
  }

  await panel.getByRole('button', { name: 'All postmortems' }).click();
  await expect(panel.getByRole('button', { name: 'Open a Markdown file' })).toBeVisible();
  await panel.evaluate(dropFile, file);
  await expect(parts.field('Summary')).toHaveValue(SUMMARY);
});

test('a chosen file that holds no record is refused, and says why', async ({ page, openPanel }) => {
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /^All postmortems/ }).click();
  await panel.getByRole('button', { name: 'Site access' }).press('Tab');
  await expect(panel.getByRole('button', { name: 'Open a Markdown file' })).toBeFocused();
  // A window for choosing opens only where the panel has the focus of the whole browser, which a worker cannot promise.
  await panel
    .getByLabel('Markdown file')
    .setInputFiles({ name: 'notes.md', mimeType: 'text/markdown', buffer: Buffer.from('# Notes\n') });
  await expect(panel.getByRole('alert')).toContainText('data block at its end is missing');
});

/** In the panel: what the browser does when a file is let go over it. */
function dropFile(text: string): void {
  const data = new DataTransfer();
  data.items.add(new File([text], 'postmortem.md', { type: 'text/markdown' }));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
}
