/** What Debrief does not do: no script on a page before a click, no request but reads, no change to the page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { builtExtension } from '../../scripts/lib/paths';
import { expect, test } from './support/fixtures';
import { downloadFrom, panelParts } from './support/panel-parts';

test('the built extension asks for no host, has no content script and lets nobody in', () => {
  const manifest: Record<string, unknown> = JSON.parse(
    readFileSync(join(builtExtension, 'manifest.json'), 'utf8'),
  );
  for (const key of [
    'host_permissions',
    'content_scripts',
    'web_accessible_resources',
    'externally_connectable',
  ])
    expect(manifest, key).not.toHaveProperty(key);
  expect([...(manifest.permissions as string[])].sort()).toEqual([
    'activeTab',
    'scripting',
    'sidePanel',
    'storage',
    'unlimitedStorage',
  ]);
  const policy = (manifest.content_security_policy as { extension_pages: string }).extension_pages;
  expect(policy).toContain("connect-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:/);
});

test('a page gets a script of ours only when the icon is clicked on it', async ({
  context,
  page,
  zendesk,
  extensionId,
  openPanel,
}) => {
  const seen = await watchScripts(page, extensionId);
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
  await page.getByRole('link', { name: /second approver/ }).click();
  await expect(page.getByRole('heading', { name: /second approver/ })).toBeVisible();
  await page.reload();
  expect(seen).toEqual([]);

  // With the panel open beside another tab, this one still gets none.
  const other = await context.newPage();
  await other.goto(`${zendesk.origin}/agent/tickets/48213`);
  const panel = await openPanel(other);
  await expect(panelParts(panel).startPostmortem).toBeVisible();
  await page.bringToFront();
  await page.reload();
  expect(seen).toEqual([]);

  await openPanel(page);
  await expect(panel.getByRole('link', { name: 'Zendesk #48241' })).toBeVisible();
  expect(new Set(seen)).toEqual(new Set(['context', '/courier.js']));
});

test('a whole session only reads, from the ticket’s own site, with the page’s own session', async ({
  page,
  zendesk,
  openPanel,
  hits,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
  const panel = await openPanel(page);
  const parts = panelParts(panel);
  await panel
    .getByRole('region', { name: 'In one sentence' })
    .getByRole('heading')
    .getByRole('link')
    .first()
    .click();
  await panel.getByRole('button', { name: 'Copy SLA summary' }).click();
  await parts.startPostmortem.click();
  await parts.field('Summary').fill('Nobody had been told whose turn it was.');
  await expect(parts.saved).toContainText('Saved');
  await parts.pullAgain.click();
  await parts.steps.share.click();
  await parts.copy.click();
  await downloadFrom(panel, () => parts.download.click());
  await panel.getByRole('button', { name: 'All postmortems' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(1);

  hits.expectOnlyReads(zendesk.origin);
  const asked = zendesk.log.filter(({ path }) => path.startsWith('/api/'));
  expect(asked.length).toBeGreaterThan(4);
  expect(zendesk.log.filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(asked.filter(({ cookie }) => !cookie)).toEqual([]);
  expect(new Set(zendesk.log.map(({ host }) => host))).toEqual(new Set(['acme.zendesk.com']));
});

test('the page is the same, byte for byte, before a pull and after it and a followed link', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
  await expect(page.getByRole('link', { name: /Invoice sync/ })).toHaveAttribute('aria-current', 'page');
  const before = await pageState(page);
  const panel = await openPanel(page);
  await panel
    .getByRole('region', { name: 'Timeline' })
    .getByRole('link', { name: /Confirmed, 312 of 312/ })
    .click();
  await expect(page.getByRole('article').filter({ hasText: 'Confirmed, 312 of 312' })).toBeInViewport();
  expect(await pageState(page)).toEqual(before);
});

/** All that a script could leave behind where the page would see it. */
function pageState(page: Page) {
  return page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    globals: Object.getOwnPropertyNames(globalThis).sort(),
    kept: { ...localStorage, ...sessionStorage },
    cookie: document.cookie,
    history: history.length,
  }));
}

/** Collects every sign of the extension in this page: 'context' for a world of its own, and its files. */
async function watchScripts(page: Page, extensionId: string): Promise<string[]> {
  const seen: string[] = [];
  const origin = `chrome-extension://${extensionId}`;
  const devtools: CDPSession = await page.context().newCDPSession(page);
  devtools.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === origin) seen.push('context');
  });
  devtools.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith(origin)) seen.push(url.slice(origin.length));
  });
  await devtools.send('Runtime.enable');
  await devtools.send('Debugger.enable');
  return seen;
}
