/** The whole job on a real Request Tracker: what the panel captured is held against RT's own database. */
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { parseCapture } from '../../lib/ticket/schema';
import { compareWithTruth } from '../helpdesks/request-tracker/compare-with-truth';
import { storedCaptures } from './support/captures';
import { expect, test } from './support/fixtures';
import { downloadFrom, panelParts } from './support/panel-parts';
import { takePicture } from './support/pictures';
import { openPanel as openPanelOf } from './support/side-panel';
import { signedIn } from './support/tracker-session';

const SUMMARY = 'The customer waited over a night because the hand-off named no person.';

test.describe('on a real Request Tracker', { tag: '@request-tracker' }, () => {
  test('the capture equals RT’s own database, and the draft made from it survives and is exported', async ({
    launch,
    requestTracker: rt,
  }) => {
    // The comparison reads one HTML message with the browser's parser, which Node has not.
    globalThis.DOMParser ??= new JSDOM().window.DOMParser;
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

  test('a ticket the agent may not see is a clear problem', async ({ launch, requestTracker: rt }) => {
    const session = await launch();
    const page = await signedIn(session.context.pages()[0], rt, 'mira', rt.tickets.hidden);
    const panel = await openPanelOf(session, page);
    await expect(panel.getByRole('alert')).toContainText('Request Tracker does not let you read this');
    await expect(panel.getByRole('button', { name: 'Pull again' }).first()).toBeVisible();
  });
});
