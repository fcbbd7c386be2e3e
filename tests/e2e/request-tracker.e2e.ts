/** The whole job on a real Request Tracker: what the panel captured is held against RT's own database. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { JSDOM } from 'jsdom';
import { type Capture, parseCapture } from '../../lib/ticket/schema';
import { compareWithTruth } from '../helpdesks/request-tracker/compare-with-truth';
import { finishByKeyboard, startByKeyboard, writeByKeyboard } from './support/by-keyboard';
import { storedCaptures } from './support/captures';
import { clipboardItems } from './support/clipboard';
import { expect, test } from './support/fixtures';
import { downloadFrom, panelParts } from './support/panel-parts';
import { takePicture } from './support/pictures';
import { openPanel as openPanelOf } from './support/side-panel';
import { signedIn } from './support/tracker-session';

const SUMMARY = 'The customer waited over a night because the hand-off named no person.';

// The comparison reads HTML messages with the browser's parser, which Node has not.
globalThis.DOMParser ??= new JSDOM().window.DOMParser;

test.describe('on a real Request Tracker', { tag: '@request-tracker' }, () => {
  test('the capture equals RT’s own database, and the draft made from it survives and is exported', async ({
    launch,
    requestTracker: rt,
  }) => {
    const ticket = rt.tickets.escalation;
    const first = await launch();
    const page = await signedIn(first.context.pages()[0], rt, 'mira', ticket);
    // Signing in is a POST, and the page's own.
    first.traffic.startOver();
    const panel = await openPanelOf(first, page);
    const parts = panelParts(panel);
    await expect(parts.headline).toContainText(/waited|waiting/);
    await expect(panel.getByText('Pulled just now')).toBeVisible();

    const [capture] = await storedCaptures(panel);
    const parsed = parseCapture(capture);
    if (!parsed.ok) throw new Error(parsed.problem.message);
    expect(compareWithTruth(parsed.value, rt.truth(ticket))).toEqual([]);
    expect(parsed.value.coverage.complete).toBe(true);
    expect(parsed.value.viewer).toMatchObject({ timeZone: 'UTC', language: 'en' });
    await expect(panel.getByRole('region', { name: /^Findings/ })).toContainText(
      /without a word to the customer|Hand-off untouched/,
    );
    await expect(panel.getByRole('region', { name: 'Key events' }).getByRole('listitem')).not.toHaveCount(0);
    await takePicture(panel, 'request-tracker');

    await parts.startPostmortem.click();
    await parts.field('Summary').fill(SUMMARY);
    await expect(parts.saved).toContainText('Saved');
    first.traffic.expectOnlyReads(rt.origin);
    await first.close();

    const second = await launch();
    const again = await signedIn(second.context.pages()[0], rt, 'mira', ticket);
    const reopened = await openPanelOf(second, again);
    await reopened.getByRole('button', { name: 'Open postmortem' }).click();
    const kept = panelParts(reopened);
    await expect(kept.field('Summary')).toHaveValue(SUMMARY);
    await kept.steps.share.click();
    const file = await downloadFrom(reopened, () => kept.download.click());
    const markdown = readFileSync(await file.path(), 'utf8');
    expect(file.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d-request-tracker-\d+-.+\.md$/);
    expect(markdown).toContain(SUMMARY);
    expect(markdown).toContain(`${rt.base}/Ticket/Display.html?id=${ticket}`);
    expect(markdown).not.toMatch(/<script|\]\(javascript:/i);
  });

  test('a lead has the SLA summary after two clicks and a redacted version for the customer after five', async ({
    launch,
    requestTracker: rt,
  }) => {
    const session = await launch();
    const page = await signedIn(session.context.pages()[0], rt, 'mira', rt.tickets.escalation);
    // Signing in is a POST, and the page's own.
    session.traffic.startOver();
    const panel = await openPanelOf(session, page);
    const parts = panelParts(panel);
    await panel.getByRole('button', { name: 'Copy SLA summary' }).click();
    await expect(panel.getByRole('button', { name: /^Copied/ })).toBeVisible();
    const [summary] = await clipboardItems(panel);
    expect(summary?.['text/plain']).toMatch(/^(?:SLA breach: \d targets? missed|No SLA)/);
    expect(summary?.['text/plain']).toContain('Main delay:');

    await parts.startPostmortem.click();
    await parts.steps.share.click();
    await panel.getByRole('radio', { name: /^Customer/ }).click();
    await parts.copy.click();
    await expect(panel.getByRole('button', { name: /^Copied/ })).toBeVisible();
    const [copied] = await clipboardItems(panel);
    const [capture] = await storedCaptures(panel);
    const parsed = parseCapture(capture);
    if (!parsed.ok) throw new Error(parsed.problem.message);
    const { ticket } = parsed.value;
    const text = copied?.['text/plain'] ?? '';
    expect(text).toContain('You wrote to us about');
    for (const { name, kind } of ticket.people)
      if (kind === 'human' && name.includes(' ')) expect(text).not.toContain(name);
    for (const event of ticket.events)
      if (event.kind === 'message' && event.audience === 'internal' && event.body.text.length > 20)
        expect(text).not.toContain(event.body.text.slice(0, 20));
    session.traffic.expectOnlyReads(rt.origin);
  });

  test('a whole postmortem is written and made final by keyboard alone', async ({
    launch,
    requestTracker: rt,
  }) => {
    test.slow();
    const session = await launch();
    const page = await signedIn(session.context.pages()[0], rt, 'mira', rt.tickets.escalation);
    const panel = await openPanelOf(session, page);
    await startByKeyboard(panel);
    await expect(panelParts(panel).field('Summary')).toHaveValue(/\d/);
    await writeByKeyboard(panel, [[/^2\. /, 'The queue has no rule for what comes in at night.']]);
    await finishByKeyboard(panel);
  });

  test('a row of the timeline takes RT’s page to its transaction', async ({ launch, requestTracker: rt }) => {
    const session = await launch();
    const page = await signedIn(session.context.pages()[0], rt, 'mira', rt.tickets.escalation);
    const panel = await openPanelOf(session, page);
    const timeline = panel.getByRole('region', { name: 'Timeline' });
    await timeline.getByRole('button', { name: /^Internal/ }).click();
    const row = timeline.getByRole('link').last();
    const transaction = /#txn-(\d+)$/.exec((await row.getAttribute('href')) ?? '')?.[1];
    expect(transaction).toBeDefined();
    await expect(page.locator(`[data-transaction-id="${transaction}"]`)).toBeAttached();
    await row.click();
    await expect(page.locator(`[data-transaction-id="${transaction}"]`)).toBeInViewport();
  });

  const agents = [
    { user: 'jonas', mode: 'always', timeZone: 'Europe/Berlin', language: 'de' },
    { user: 'dana', mode: 'click', timeZone: 'America/New_York', language: 'en' },
    { user: 'priya', mode: 'scroll', timeZone: 'Asia/Kolkata', language: 'en' },
  ] as const;
  for (const { user, mode, timeZone, language } of agents) {
    test(`${user} in ${timeZone} reads the repeated hour to the second, and gets to the entry from a page that shows history by “${mode}”`, async ({
      launch,
      requestTracker: rt,
    }) => {
      const session = await launch();
      const ticket = rt.tickets.clockChange;
      const page = await signedIn(session.context.pages()[0], rt, user, ticket);
      session.traffic.startOver();
      const panel = await openPanelOf(session, page);
      const timeline = panel.getByRole('region', { name: 'Timeline' });
      await expect(timeline).toBeVisible();
      const capture = await onlyCapture(panel);
      expect(compareWithTruth(capture, rt.truth(ticket))).toEqual([]);
      expect(capture.coverage.complete).toBe(true);
      expect(capture.viewer).toMatchObject({ timeZone, language });

      // The last entry is the one that a page which shows history bit by bit does not hold.
      await timeline.getByRole('button', { name: /^Customer saw/ }).click();
      const row = timeline.getByRole('link').last();
      const transaction = transactionOf(await row.getAttribute('href'));
      await row.click();
      const entry = page.locator(`[data-transaction-id="${transaction}"]`);
      await expect(entry).toBeInViewport({ timeout: 20_000 });
      if (mode === 'always') await expect(page).toHaveURL(/Ticket\/Display\.html/);
      if (mode === 'click') await expect(page).toHaveURL(/\/rt\/Ticket\/History\.html\?id=\d+#txn-/);
      // Where the history stands whole, the next one is only scrolled to.
      const where = page.url().split('#')[0] ?? '';
      await timeline.getByRole('link').first().click();
      const first = transactionOf(await timeline.getByRole('link').first().getAttribute('href'));
      await expect(page.locator(`[data-transaction-id="${first}"]`)).toBeInViewport();
      expect(page.url()).toContain(where);
      await expect(panel.getByText('does not show this entry')).toHaveCount(0);
      expect(session.context.pages().filter((one) => one.url().startsWith(rt.base))).toHaveLength(1);
      session.traffic.expectOnlyReads(rt.origin);
    });
  }

  test('two thousand entries are read as the database has them, and each is one click away', async ({
    launch,
    requestTracker: rt,
  }) => {
    test.setTimeout(120_000);
    const session = await launch();
    const ticket = rt.tickets.big;
    const page = await signedIn(session.context.pages()[0], rt, 'dana', ticket);
    const panel = await openPanelOf(session, page);
    const timeline = panel.getByRole('region', { name: 'Timeline' });
    await expect(timeline).toBeVisible({ timeout: 90_000 });
    const capture = await onlyCapture(panel);
    expect(capture.ticket.events.length).toBeGreaterThan(2_000);
    expect(compareWithTruth(capture, rt.truth(ticket))).toEqual([]);
    // RT would take long to show all of it: the entry has a page of its own, one after the other.
    for (const row of [timeline.getByRole('link').nth(3), timeline.getByRole('link').nth(5)]) {
      const transaction = transactionOf(await row.getAttribute('href'));
      await row.click();
      await expect(page).toHaveURL(`${rt.base}/Transaction/Display.html?id=${transaction}`);
      await expect(page.locator(`[data-transaction-id="${transaction}"]`)).toBeInViewport();
    }
    await panel.getByRole('link', { name: `Request Tracker #${ticket}` }).click();
    await expect(page).toHaveURL(`${rt.base}/Ticket/Display.html?id=${ticket}`);
  });

  test('an entry is shown in a tab of its own where a reply is being written', async ({
    launch,
    requestTracker: rt,
  }) => {
    const session = await launch();
    const ticket = rt.tickets.escalation;
    const page = await signedIn(session.context.pages()[0], rt, 'dana', ticket);
    await page.goto(`${rt.base}/Ticket/Update.html?id=${ticket}`);
    const panel = await openPanelOf(session, page);
    const row = panel.getByRole('region', { name: 'Timeline' }).getByRole('link').last();
    const transaction = transactionOf(await row.getAttribute('href'));
    const [opened] = await Promise.all([session.context.waitForEvent('page'), row.click()]);
    await expect(opened).toHaveURL(`${rt.base}/Ticket/History.html?id=${ticket}#txn-${transaction}`);
    await expect(opened.locator(`[data-transaction-id="${transaction}"]`)).toBeInViewport();
    await expect(page).toHaveURL(`${rt.base}/Ticket/Update.html?id=${ticket}`);
  });

  test('a customer is told that theirs is not an agent’s page, also when led back to it', async ({
    launch,
    requestTracker: rt,
  }) => {
    const ticket = rt.tickets.escalation;
    const own = `${rt.base}/SelfService/Display.html?id=${ticket}`;
    const session = await launch();
    const page = await signedIn(session.context.pages()[0], rt, 'zofia', ticket);
    await expect(page).toHaveURL(own);
    const panel = await openPanelOf(session, page);
    const title = panel.getByRole('heading', { name: 'This is not an agent’s page' });
    await expect(title).toBeVisible();
    await expect(panel.getByText('you are signed in as a customer')).toBeVisible();
    await takePicture(panel, 'customer-page-request-tracker');
    // RT leads a customer back; the panel goes on saying so.
    await panel.getByRole('button', { name: 'Open the agent’s page' }).click();
    await expect(page).toHaveURL(own);
    await expect(title).toBeVisible();
    expect(await storedCaptures(panel)).toEqual([]);
  });

  test('an agent who sees a ticket as its customer does gets to their own page of it', async ({
    launch,
    requestTracker: rt,
  }) => {
    const ticket = rt.tickets.escalation;
    const session = await launch();
    const page = await signedIn(session.context.pages()[0], rt, 'dana', rt.tickets.open);
    await page.goto(`${rt.base}/SelfService/Display.html?id=${ticket}`);
    const panel = await openPanelOf(session, page);
    await panel.getByRole('link', { name: `${rt.base}/Ticket/Display.html?id=${ticket}` }).click();
    await expect(panel.getByRole('link', { name: `Request Tracker #${ticket}` })).toBeVisible();
    await expect(panel.getByRole('region', { name: 'Timeline' })).toBeVisible();
  });

  test('the page for phones is a ticket’s page, too', async ({ launch, requestTracker: rt }) => {
    const session = await launch();
    const ticket = rt.tickets.mergeOfMerges;
    const page = await signedIn(session.context.pages()[0], rt, 'jonas', ticket);
    await page.goto(`${rt.base}/m/ticket/show?id=${ticket}`);
    const panel = await openPanelOf(session, page);
    await expect(panel.getByRole('region', { name: 'Timeline' })).toBeVisible();
    expect(compareWithTruth(await onlyCapture(panel), rt.truth(ticket))).toEqual([]);
  });

  test('a ticket the agent may not see is a clear problem', async ({ launch, requestTracker: rt }) => {
    const session = await launch();
    const page = await signedIn(session.context.pages()[0], rt, 'mira', rt.tickets.hidden);
    const panel = await openPanelOf(session, page);
    await expect(panel.getByRole('alert')).toContainText('Request Tracker does not let you read this');
    await expect(panel.getByRole('button', { name: 'Pull again' }).first()).toBeVisible();
  });
});

/** The one capture that the panel has stored so far. */
async function onlyCapture(panel: Page): Promise<Capture> {
  // Put away in a moment of its own after it is on screen.
  await expect.poll(async () => (await storedCaptures(panel)).length).toBe(1);
  const parsed = parseCapture((await storedCaptures(panel))[0]);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value;
}

function transactionOf(href: string | null): string {
  return /#txn-(\d+)$/.exec(href ?? '')?.[1] ?? 'none';
}
