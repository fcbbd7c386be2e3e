/** A ticket whose every field wants to be more than text: nothing of it runs, breaks out or breaks the panel. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { hostileStory } from '../helpdesks/zendesk/stories';
import { clipboardItems } from './support/clipboard';
import { openDetails, tooWide } from './support/layout';
import { downloadFrom, panelParts } from './support/panel-parts';
import { expect, test } from './support/shared';

test('nothing of it runs and nothing breaks the layout, on any screen', async ({
  context,
  page,
  zendesk,
  openPanel,
}) => {
  const odd = watchForScripts(context);
  const panel = await openHostile(page, zendesk, openPanel);
  const parts = panelParts(panel);
  const check = async (screen: string) => {
    await openDetails(panel);
    expect(await tooWide(panel), screen).toEqual([]);
    expect(await panel.evaluate(() => document.documentElement.scrollWidth), screen).toBeLessThanOrEqual(360);
    expect(await foreign(panel), screen).toEqual([]);
  };
  await check('what happened');
  for (const filter of ['Customer saw', 'Internal', 'Changes', 'SLA']) {
    await panel.getByRole('button', { name: new RegExp(`^${filter}`) }).click();
    await check(filter);
  }
  await parts.startPostmortem.click();
  await expect(parts.field('Summary')).toBeVisible();
  await check('postmortem');
  await parts.steps.share.click();
  await expect(parts.download).toBeVisible();
  await check('share');
  await panel.getByRole('button', { name: 'Markdown', exact: true }).click();
  await check('share as Markdown');
  await panel.getByRole('button', { name: 'All postmortems' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await check('list');
  expect(odd).toEqual([]);
  expect(await panel.evaluate(() => 'pwned' in globalThis)).toBe(false);
  expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false);
});

test('the exported Markdown has our headings, and neither HTML, nor images, nor links that run', async ({
  page,
  zendesk,
  openPanel,
}) => {
  const panel = await openHostile(page, zendesk, openPanel);
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await parts.steps.share.click();
  const download = await downloadFrom(panel, () => parts.download.click());
  expect(download.suggestedFilename()).toMatch(/^[a-z0-9-]+\.md$/);
  const markdown = readFileSync(await download.path(), 'utf8');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that they are gone is what is asked
  expect(markdown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ufeff\u0007]/);

  const nodes = all(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  const headings = nodes.filter((node) => node.type === 'heading');
  expect(headings.slice(1).map((node) => `${node.depth} ${textOf(node)}`)).toEqual([
    '2 Summary',
    '2 Impact',
    '2 Service levels',
    '2 Timeline and evidence',
    '2 Communication',
    '3 External: what reached the customer',
    '3 Internal: notes and hand-offs',
    '3 First update after detection and each escalation',
    '2 Cause',
    '3 Contributing factors',
    '3 Five whys',
    '2 How it was resolved',
    '2 What went well',
    '2 What went badly',
    '2 Where we got lucky',
    '2 Learnings and risks',
    '3 Risks',
    '3 Knowledge dependencies',
    '2 Next steps',
    '2 Follow-ups',
    '2 Meeting',
    '2 Other notes',
    '2 Evidence',
    '2 What was read',
  ]);
  expect(textOf(headings[0])).toContain("<script>alert('subject')</script> | `code`");
  expect(
    nodes.filter(({ type }) => ['html', 'image', 'imageReference', 'definition'].includes(type)),
  ).toEqual([]);
  const links = nodes.flatMap((node) => (node.type === 'link' ? [node.url] : []));
  expect(links.filter((url) => !url.startsWith('https://acme.zendesk.com/agent/tickets/48299'))).toEqual([]);
  expect(markdown).not.toContain('s3cr3tT0ken99');
});

test('the copied HTML holds no script, no handler, no image and no address but the ticket’s', async ({
  page,
  zendesk,
  openPanel,
}) => {
  const panel = await openHostile(page, zendesk, openPanel);
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await parts.steps.share.click();
  await parts.copy.click();
  await expect(panel.getByRole('button', { name: /^Copied/ })).toBeVisible();
  const [item] = await clipboardItems(panel);
  const found = await panel.evaluate((html) => {
    const all = [...new DOMParser().parseFromString(html, 'text/html').body.querySelectorAll('*')];
    return {
      tags: [...new Set(all.map((element) => element.localName))],
      handlers: all.flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith('on'))),
      addresses: all.flatMap((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? []),
    };
  }, item?.['text/html'] ?? '');
  expect(found.tags).toEqual(expect.arrayContaining(['h1', 'table', 'a']));
  expect(found.tags.filter((tag) => /script|img|svg|iframe|object|style|form|input/.test(tag))).toEqual([]);
  expect(found.handlers).toEqual([]);
  expect(found.addresses.filter((url) => !url.startsWith('https://acme.zendesk.com/agent/'))).toEqual([]);
});

async function openHostile(
  page: Page,
  zendesk: { origin: string; tell(stories: ReturnType<typeof hostileStory>[]): void },
  openPanel: (page: Page) => Promise<Page>,
): Promise<Page> {
  zendesk.tell([hostileStory()]);
  await page.goto(`${zendesk.origin}/agent/tickets/48299`);
  const panel = await openPanel(page);
  await expect(panel.getByRole('region', { name: 'In one sentence' })).toBeVisible();
  return panel;
}

/** Dialogs, uncaught errors, and what the browser logs when a policy stops something. */
function watchForScripts(context: BrowserContext): string[] {
  const odd: string[] = [];
  context.on('dialog', (dialog) => {
    odd.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text()))
      odd.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => odd.push(`error: ${error.error().message}`));
  return odd;
}

/** Elements that only the ticket's text could have brought, and addresses that lead out of the ticket's site. */
function foreign(panel: Page): Promise<string[]> {
  return panel.evaluate(() => [
    // The form for evidence is the panel's own.
    ...[
      ...document.querySelectorAll(
        'img, iframe, object, embed, body script, form:not([aria-label="Add evidence"]), b > script',
      ),
    ].map((element) => element.outerHTML.slice(0, 100)),
    ...[...document.querySelectorAll('a[href]')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => !href.startsWith('#') && !href.startsWith('https://acme.zendesk.com/agent/')),
  ]);
}

function all(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(all) : [])];
}

function textOf(node: Nodes | undefined): string {
  if (!node) return '';
  return all(node)
    .map((inner) => ('value' in inner ? inner.value : ''))
    .join('');
}
