/** Plays Debrief's whole job in the real side panel: read, draft, edit, share, download. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Session } from '../../tests/e2e/support/launch';
import { downloadFrom, panelParts } from '../../tests/e2e/support/panel-parts';
import { takePicture } from '../../tests/e2e/support/pictures';
import { openPanel } from '../../tests/e2e/support/side-panel';

export async function playDemo(session: Session, page: Page, folder: string): Promise<void> {
  const pictures: string[] = [];
  const picture = async (name: string) => pictures.push(...(await takePicture(panel, name, { folder })));

  say('Clicking the Debrief icon on the escalated ticket');
  const panel = await openPanel(session, page);
  const parts = panelParts(panel);
  await parts.startPostmortem.waitFor();
  say(`What happened: ${(await parts.headline.innerText()).replace(/\s+/g, ' ')}`);
  await picture('1-what-happened');

  say('Starting a postmortem');
  await parts.startPostmortem.click();
  const summary = parts.field('Summary');
  await summary.waitFor();
  await picture('2-postmortem');

  say('Writing a sentence of our own');
  await summary.press('Control+End');
  await summary.pressSequentially(' Nobody had been told whose turn it was.');
  await parts.saved.filter({ hasText: 'Saved' }).waitFor();

  say('Sharing');
  await parts.steps.share.click();
  await parts.download.waitFor();
  await picture('3-share');
  const download = await downloadFrom(panel, () => parts.download.click());
  const markdown = join(folder, download.suggestedFilename());
  await download.saveAs(markdown);

  console.log(
    `\nThe postmortem as Markdown:\n  ${markdown}\nPictures:\n${pictures.map((file) => `  ${file}`).join('\n')}`,
  );
}

function say(what: string): void {
  console.log(`• ${what}`);
}
