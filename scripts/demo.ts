/**
 * `npm run demo`: a helpdesk on this machine, a Chromium that carries Debrief, and an escalated ticket on the
 * screen. Without a screen, or with `--headless`, it plays the whole job by itself and keeps what came out.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pinIcon } from '../tests/e2e/support/extensions-page';
import { launchDebrief, type Session } from '../tests/e2e/support/launch';
import { startZendeskReplay } from '../tests/helpdesks/zendesk/replay-server';
import { demoStories, shiftStory } from '../tests/helpdesks/zendesk/stories';
import { artifacts } from './lib/paths';
import { playDemo } from './lib/play-demo';

const folder = join(artifacts, 'demo');
const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const headless = process.argv.includes('--headless') || !hasScreen;

mkdirSync(folder, { recursive: true });
const now = new Date().toISOString();
const stories = demoStories().map((story) => shiftStory(story, now));
const helpdesk = await startZendeskReplay({ stories });
const profile = mkdtempSync(join(tmpdir(), 'debrief-demo-'));
try {
  const session = await launchDebrief({
    profile,
    headless,
    hosts: { '*.zendesk.com': helpdesk.port },
    args: ['--test-type'], // no bar about unusual flags across the picture
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  try {
    const page = session.context.pages()[0] ?? (await session.context.newPage());
    await page.goto(`${helpdesk.origin}/agent/tickets/${stories[0]?.ticket.id}`);
    if (headless) await playDemo(session, page, folder);
    else await showDemo(session, page);
  } finally {
    await session.close();
  }
} finally {
  await helpdesk.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Until the window is closed or Ctrl+C is pressed. */
async function showDemo(session: Session, page: Page): Promise<void> {
  await pinIcon(session);
  await page.bringToFront();
  for (const open of session.context.pages()) keepDownloads(open);
  session.context.on('page', keepDownloads);
  console.log(
    [
      '',
      'An escalated ticket is open in Chromium. Everything in it is invented and stays on this machine.',
      '  1. Click the Debrief icon in the toolbar (a blue speech bubble; else look in the puzzle menu).',
      '  2. Read what happened, then "Start postmortem", write, "Share", "Download .md".',
      `     Downloads go to ${folder}.`,
      '  3. Try the other tickets on the left. Ctrl+C here, or closing the window, ends the demo.',
      '',
    ].join('\n'),
  );
  await new Promise<void>((resolve) => {
    session.context.once('close', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

/** Playwright would put them into a folder that it removes at the end. */
function keepDownloads(page: Page): void {
  page.on('download', async (download) => {
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    console.log(`Saved ${file}`);
  });
}
