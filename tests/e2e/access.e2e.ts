/**
 * Every screen and state as people with other eyes and hands meet it: axe in light and dark, nothing wider than
 * the panel, all of it by keyboard. Leaves a picture of each in `.artifacts/pictures`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { artifacts } from '../../scripts/lib/paths';
import type { Fault } from '../helpdesks/zendesk/replay-server';
import { escalationStory, hostileStory, longStory } from '../helpdesks/zendesk/stories';
import { accessProblems } from './support/axe';
import { holdRequests } from './support/hold';
import { openDetails, tooWide } from './support/layout';
import { optionsPage } from './support/options-page';
import { downloadFrom, panelParts } from './support/panel-parts';
import { allowFrom } from './support/permissions';
import { takePicture } from './support/pictures';
import { expect, test } from './support/shared';

const TICKET = /\/api\/v2\/tickets\/48213\.json/;

/** Axe in both schemes (in the second, what colours can change), the width, and the picture. */
async function look(panel: Page, name: string, options: { tall?: boolean } = {}): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await panel.emulateMedia({ colorScheme });
    const only = colorScheme === 'dark' ? ['color-contrast', 'link-in-text-block'] : undefined;
    expect(await accessProblems(panel, only), `${name}, ${colorScheme}`).toEqual([]);
    if (options.tall) await picturePart(panel, `${name}.${colorScheme}`);
  }
  await panel.emulateMedia({ colorScheme: null });
  expect(await tooWide(panel), name).toEqual([]);
  if (!options.tall) await takePicture(panel, name);
}

/** What is in sight, where the whole would be taller than the browser can draw. */
async function picturePart(panel: Page, name: string): Promise<void> {
  mkdirSync(join(artifacts, 'pictures'), { recursive: true });
  await panel.screenshot({ path: join(artifacts, 'pictures', `${name}.png`), animations: 'disabled' });
}

test('the three screens, the list, and what a person meets in them', async ({ page, zendesk, openPanel }) => {
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
  const panel = await openPanel(page);
  const parts = panelParts(panel);
  await expect(parts.startPostmortem).toBeVisible();
  await look(panel, 'what-happened');
  await openDetails(panel);
  await look(panel, 'what-happened-unfolded');
  await panel.getByRole('button', { name: /^SLA/ }).click();
  await panel.getByRole('region', { name: 'Timeline' }).getByRole('link').first().click();
  await expect(panel.getByText('The ticket page does not show this entry now.')).toBeVisible();
  await look(panel, 'evidence-not-on-page');

  await parts.startPostmortem.click();
  await expect(parts.saved).toContainText('Saved');
  await look(panel, 'postmortem');
  await parts.field('Summary').fill('Our own words.');
  await expect(parts.saved).toContainText('Saved');
  zendesk.tell([{ ...escalationStory(), audits: escalationStory().audits.slice(0, -3) }]);
  await parts.pullAgain.click();
  await expect(panel.getByText('The ticket changed.').first()).toBeVisible();
  await look(panel, 'postmortem-offer');

  await parts.steps.share.click();
  await expect(parts.download).toBeVisible();
  await look(panel, 'share-rendered');
  await panel.getByRole('button', { name: 'Markdown', exact: true }).click();
  await look(panel, 'share-markdown');

  await panel.getByRole('button', { name: 'All postmortems' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await look(panel, 'list');
  await panel.getByRole('searchbox').fill('zebra');
  await expect(panel.getByText('Nothing found')).toBeVisible();
  await look(panel, 'list-nothing-found');
  await panel.getByRole('searchbox').fill('');
  await panel.getByRole('button', { name: /^Delete/ }).click();
  await expect(panel.getByText('No postmortems yet')).toBeVisible();
  await look(panel, 'list-deleted');
});

test('before a ticket, and beside another page', async ({ context, page, zendesk, openPanel }) => {
  await page.goto(`${zendesk.origin}/agent`);
  const panel = await openPanel(page);
  await expect(panel.getByText('Open a ticket to see what happened')).toBeVisible();
  await look(panel, 'no-ticket');
  await panel.getByRole('button', { name: 'All postmortems' }).click();
  await expect(panel.getByText('No postmortems yet')).toBeVisible();
  await look(panel, 'list-empty');
  await panel.getByRole('button', { name: 'Back', exact: true }).click();
  const other = await context.newPage();
  await other.goto(`${zendesk.origin}/agent/tickets/48241`);
  await expect(panel.getByText('Click the Debrief icon on a ticket page')).toBeVisible();
  await look(panel, 'hidden-page');
  await openPanel(other);
  await expect(panelParts(panel).startPostmortem).toBeVisible();
  await look(panel, 'met');
  await panelParts(panel).steps.share.click();
  await expect(panel.getByText('Nothing to share yet')).toBeVisible();
  await look(panel, 'share-nothing');
  await panelParts(panel).steps.postmortem.click();
  await expect(panel.getByText('No postmortem for this ticket yet')).toBeVisible();
  await look(panel, 'postmortem-none');
  await page.bringToFront();
  await (await context.newPage()).goto(`${zendesk.origin}/agent`);
  await expect(panel.getByText('Another page is in front.')).toBeVisible();
  await look(panel, 'another-page');
});

test('tickets of other kinds: open and unanswered, hostile, very long', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/48260`);
  const panel = await openPanel(page);
  const parts = panelParts(panel);
  await expect(parts.startPostmortem).toBeVisible();
  await look(panel, 'open-unanswered');
  await parts.startPostmortem.click();
  await look(panel, 'open-unanswered-postmortem');

  zendesk.tell([hostileStory(), longStory(2_000)]);
  await page.goto(`${zendesk.origin}/agent/tickets/48299`);
  await expect(panel.getByRole('link', { name: 'Zendesk #48299' })).toBeVisible();
  await expect(parts.startPostmortem).toBeVisible();
  await look(panel, 'hostile');
  await page.goto(`${zendesk.origin}/agent/tickets/52000`);
  await expect(panel.getByRole('link', { name: 'Zendesk #52000' })).toBeVisible();
  await expect(parts.startPostmortem).toBeVisible({ timeout: 20_000 });
  await look(panel, 'large', { tall: true });
});

test('a pull under way, waiting, stopped, and partial', async ({ page, zendesk, openPanel }) => {
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
  const audits = await holdRequests(page, /audits\.json/);
  const panel = await openPanel(page);
  await audits.reached;
  await look(panel, 'pulling');
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel.getByText('The pull was stopped')).toBeVisible();
  await look(panel, 'stopped');
  await audits.letGo();

  zendesk.faults.push({ on: TICKET, answer: { status: 429, retryAfter: 60 } });
  await panel.getByRole('main').getByRole('button', { name: 'Pull again' }).click();
  await expect(panel.getByText(/Going on by itself/)).toBeVisible();
  await look(panel, 'waiting');
  await panel.getByRole('button', { name: 'Cancel' }).click();
  zendesk.faults.length = 0;
  zendesk.faults.push({ on: /metrics/, answer: { status: 500 } });
  await panel.getByRole('main').getByRole('button', { name: 'Pull again' }).click();
  await expect(panel.getByText('Partly read.')).toBeVisible();
  await panel.getByText('Partly read.').click();
  await look(panel, 'partial');

  zendesk.faults.push({ on: TICKET, answer: { status: 429, retryAfter: 60 } });
  await panelParts(panel).pullAgain.click();
  await expect(panel.getByText(/asks us to wait until/)).toBeVisible();
  await look(panel, 'waiting-again');
});

test('the offer to always allow a site, its answers, and access that was lost', async ({
  page,
  zendesk,
  openPanel,
  grantHost,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
  await grantHost(zendesk.origin);
  const panel = await openPanel(page);
  const allow = panel.getByRole('button', { name: 'Always allow acme.zendesk.com' });
  await expect(panel.getByRole('heading', { name: 'Always on acme.zendesk.com?' })).toBeVisible();
  await look(panel, 'offer');
  await panel.getByRole('button', { name: 'Not now' }).click();
  await expect(panel.getByText('Read on acme.zendesk.com after a click.')).toBeVisible();
  await look(panel, 'offer-declined');
  await allow.click();
  await expect(panel.getByText('Always allowed on acme.zendesk.com.')).toBeVisible();
  await look(panel, 'offer-allowed');
  await page.goto('https://other.zendesk.com/agent');
  await expect(panel.getByText('Debrief may no longer see this page.')).toBeVisible();
  await look(panel, 'access-lost');
});

test('the options page, with sites and without', async ({ session, grantHost }) => {
  const options = await optionsPage(session);
  for (const site of ['https://acme.zendesk.com', 'https://other.zendesk.com', 'http://rt.example:8080']) {
    await allowFrom(options, grantHost, site);
  }
  for (const width of [900, 360]) {
    await options.setViewportSize({ width, height: 600 });
    await look(options, `options-${width}`);
  }
  expect(await walk(options), 'options').toEqual([]);
  await options.getByRole('button', { name: 'Remove access to acme.zendesk.com' }).click();
  await expect(options.getByText('acme.zendesk.com: access removed.')).toBeVisible();
  await look(options, 'options-removed');
  for (const name of ['other.zendesk.com', 'rt.example:8080']) {
    await options.getByRole('button', { name: `Remove access to ${name}` }).click();
  }
  await expect(options.getByText('No site is always allowed')).toBeVisible();
  await options.setViewportSize({ width: 900, height: 600 });
  await look(options, 'options-empty');
});

test('each problem, without an earlier pull and above one', async ({ page, zendesk, openPanel }) => {
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
  const problems: [string, Fault['answer'], string][] = [
    ['signed-out', { status: 401 }, 'Signed out'],
    ['refused', { status: 403 }, 'does not let you read'],
    ['not-found', { status: 404 }, 'no such ticket'],
    ['rate-limited', { status: 429, retryAfter: 900 }, 'It asked for 15 min'],
    ['offline', 'cut_off', 'connection to the helpdesk was lost'],
    ['unexpected', { json: { tickets: [] } }, 'Where:'],
  ];
  const answer = (fault: Fault['answer']) => zendesk.faults.splice(0, 1, { on: TICKET, answer: fault });
  answer('no_answer');
  const panel = await openPanel(page);
  const again = panel.getByRole('main').getByRole('button', { name: 'Pull again' });
  await panel.getByRole('button', { name: 'Cancel' }).click();
  for (const [name, fault, says] of problems) {
    answer(fault);
    await again.click();
    await expect(panel.getByRole('alert')).toContainText(says);
    await look(panel, `problem-${name}`);
  }
  zendesk.faults.length = 0;
  await again.click();
  await expect(panelParts(panel).startPostmortem).toBeVisible();
  answer({ status: 401 });
  await panelParts(panel).pullAgain.click();
  await expect(panel.getByText('The last pull is shown below.')).toBeVisible();
  await look(panel, 'problem-above-earlier-pull');
});

test('the whole job by keyboard: read, start, write, share, download', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
  const panel = await openPanel(page);
  const parts = panelParts(panel);
  await expect(parts.startPostmortem).toBeVisible();

  await tabTo(panel, parts.startPostmortem);
  await panel.keyboard.press('Enter');
  await expect(parts.field('Summary')).toBeVisible();
  await tabTo(panel, parts.field('Summary'));
  await panel.keyboard.press('Control+End');
  await panel.keyboard.type(' Written without a mouse.');
  await expect(parts.saved).toContainText('Saved');

  await tabTo(panel, panel.getByRole('main').getByRole('button', { name: 'Share', exact: true }));
  await panel.keyboard.press('Space');
  await expect(parts.download).toBeVisible();
  await tabTo(panel, parts.download);
  const download = await downloadFrom(panel, () => panel.keyboard.press('Enter'));
  expect(download.suggestedFilename()).toMatch(/48213/);
  await expect(panel.getByRole('region', { name: 'Preview' })).toContainText('Written without a mouse.');
});

test('the Tab key reaches everything that can be clicked, in sight and marked', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
  const panel = await openPanel(page);
  const parts = panelParts(panel);
  await expect(parts.startPostmortem).toBeVisible();
  await openDetails(panel);
  expect(await walk(panel), 'What happened').toEqual([]);
  await parts.startPostmortem.click();
  await expect(parts.field('Summary')).toBeVisible();
  expect(await walk(panel), 'Postmortem').toEqual([]);
  await parts.steps.share.click();
  await expect(parts.download).toBeVisible();
  expect(await walk(panel), 'Share').toEqual([]);
  await panel.getByRole('button', { name: 'All postmortems' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  expect(await walk(panel), 'list').toEqual([]);
});

const MOST_STEPS = 400;

async function tabTo(panel: Page, target: Locator): Promise<void> {
  const wanted = await target.elementHandle();
  for (let step = 0; step < MOST_STEPS; step++) {
    await panel.keyboard.press('Tab');
    if (await panel.evaluate((element) => document.activeElement === element, wanted)) return;
  }
  throw new Error(`Tab never came to ${target}`);
}

/** Tabs through the whole page once; tells what was skipped, left unmarked, or hidden under something else. */
async function walk(panel: Page): Promise<string[]> {
  await panel.evaluate(() => {
    scrollTo(0, 0);
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, textarea, select, summary',
    );
    // Of radio buttons the chosen one is reached by Tab, the others from there with the arrows.
    const left = new Set(
      [...controls].filter(
        (one) =>
          one.checkVisibility() && !one.matches(':disabled') && !one.matches('[type=radio]:not(:checked)'),
      ),
    );
    Object.assign(globalThis, { left, wrong: [] });
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    getSelection()?.removeAllRanges();
    getSelection()?.setPosition(document.body, 0);
  });
  for (let step = 0; step < MOST_STEPS; step++) {
    await panel.keyboard.press('Tab');
    const done = await panel.evaluate(() => {
      const state = globalThis as unknown as { left: Set<Element>; wrong: string[] };
      const at = document.activeElement;
      if (!at || at === document.body) return state.left.size === 0;
      state.left.delete(at);
      const name = `${at.localName} “${(at.getAttribute('aria-label') ?? at.textContent ?? '').slice(0, 40)}”`;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      if (outlineStyle === 'none' || outlineWidth === '0px') state.wrong.push(`${name} is not marked`);
      // Of a link that is broken into two lines the first one counts.
      const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
      const top = document.elementFromPoint(
        box.left + Math.min(box.width / 2, 20),
        box.top + Math.min(box.height / 2, 8),
      );
      if (!top || !(at.contains(top) || top.contains(at))) state.wrong.push(`${name} lies under something`);
      return state.left.size === 0;
    });
    if (done) break;
  }
  return panel.evaluate(() => {
    const { left, wrong } = globalThis as unknown as { left: Set<Element>; wrong: string[] };
    return [...wrong, ...[...left].map((element) => `never reached: ${element.outerHTML.slice(0, 120)}`)];
  });
}
