/** The whole job on an escalated ticket: read, follow the evidence, write, keep, share. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { escalationStory } from '../helpdesks/zendesk/stories';
import type { ZendeskStory } from '../helpdesks/zendesk/wire';
import { clipboardItems } from './support/clipboard';
import { downloadFrom, panelParts } from './support/panel-parts';
import { expect, test } from './support/shared';
import { openPanel as openPanelOf } from './support/side-panel';

const SUMMARY = 'Brightwell heard nothing for a night, because nobody had been told whose turn it was.';
const WHY = 'The hand-off to Tier 2 names a group and no person.';
const ACTION = 'Name the next owner in every hand-off note';

test.describe('what happened', () => {
  test('every number in the headline takes the helpdesk page to its entry, or says that it has none', async ({
    page,
    zendesk,
    openPanel,
  }) => {
    const panel = await openTicket(page, zendesk.origin, openPanel);
    const headline = panel.getByRole('region', { name: 'In one sentence' }).getByRole('heading');
    let shown = 0;
    for (const link of await headline.getByRole('link').all()) {
      expect(await link.innerText()).toMatch(/\d/);
      // The page's entries carry the id of the save they came from, and so do the links.
      const save = /#comment-(\d+)$/.exec((await link.getAttribute('href')) ?? '')?.[1];
      await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 0));
      await link.click();
      if (save === undefined) {
        await expect(panel.getByText('The ticket page does not show this entry now.')).toBeVisible();
      } else {
        await expect(page.locator(`[id="${save}"]`)).toBeInViewport({ ratio: 0.5 });
        shown++;
      }
      expect(page.url()).toMatch(/\/agent\/tickets\/48213$/);
    }
    expect(shown).toBeGreaterThan(0);
  });

  test('the timeline holds every event, and its filters show what they count', async ({
    page,
    zendesk,
    openPanel,
  }) => {
    const panel = await openTicket(page, zendesk.origin, openPanel);
    const timeline = panel.getByRole('region', { name: 'Timeline' });
    const rows = timeline.getByRole('link');
    for (const filter of ['All', 'Customer saw', 'Internal', 'Changes', 'SLA']) {
      const button = timeline.getByRole('button', { name: new RegExp(`^${filter}`) });
      await button.click();
      await expect(button).toHaveAttribute('aria-pressed', 'true');
      const count = Number(/\d+$/.exec(await button.innerText())?.[0]);
      expect(count).toBeGreaterThan(0);
      await expect(rows).toHaveCount(count);
    }
    await timeline.getByRole('button', { name: /^Internal/ }).click();
    await expect(rows.filter({ hasText: 'Nobody left online to approve' })).toBeVisible();
    await expect(rows.filter({ hasText: 'It is past 3pm here' })).toHaveCount(0);
  });

  test('a row of the timeline leads to its entry, and one without an entry says so', async ({
    page,
    zendesk,
    openPanel,
  }) => {
    const panel = await openTicket(page, zendesk.origin, openPanel);
    const timeline = panel.getByRole('region', { name: 'Timeline' });
    await timeline.getByRole('link').filter({ hasText: 'Confirmed, 312 of 312' }).click();
    await expect(page.getByRole('article').filter({ hasText: 'Confirmed, 312 of 312' })).toBeInViewport();

    await timeline.getByRole('button', { name: /^SLA/ }).click();
    await timeline.getByRole('link').first().click();
    const notice = panel.getByText('The ticket page does not show this entry now.');
    await expect(notice).toBeVisible();
    await panel.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notice).toBeHidden();
  });

  test('a clock unfolds into its stretches, which lead to their entries, and says how far Zendesk agrees', async ({
    page,
    zendesk,
    openPanel,
  }) => {
    const panel = await openTicket(page, zendesk.origin, openPanel);
    const clocks = panel.getByRole('region', { name: 'Every clock' });
    await clocks.getByRole('heading', { name: 'Every clock' }).click();
    await expect(clocks).toContainText('No business calendar known: hours are 24×7.');
    await expect(clocks).toContainText(/\d+ (of \d+ )?agree with Zendesk/);
    await clocks.getByText('Requester wait, measured by Debrief').click();
    const stretches = clocks.getByRole('table', { name: /running, all hours/ });
    await expect(stretches.getByRole('row').filter({ hasText: 'paused' }).first()).toBeVisible();
    await stretches
      .getByRole('link', { name: /Jonas$/ })
      .first()
      .click();
    expect(page.url()).toMatch(/\/agent\/tickets\/48213$/);
  });

  test('the SLA summary is copied by one click, for chat and for mail', async ({
    page,
    zendesk,
    openPanel,
  }) => {
    const panel = await openTicket(page, zendesk.origin, openPanel);
    await panel.getByRole('button', { name: 'Copy SLA summary' }).click();
    await expect(panel.getByRole('button', { name: /^Copied/ })).toBeVisible();
    const items = await clipboardItems(panel);
    expect(items).toHaveLength(1);
    const { 'text/plain': text, 'text/html': html } = items[0] ?? {};
    expect(text).toContain('SLA breach: 2 targets missed for Brightwell Logistics');
    expect(text).toMatch(/Next reply: target 2 h.*, actual 2 h 59 min, over by 59 min/);
    expect(html).toContain('<strong>SLA breach: 2 targets missed</strong>');
    expect(html).toContain('href="https://acme.zendesk.com/agent/tickets/48213"');
  });
});

test('what a person writes is saved, outlives the browser, and goes out as shown', async ({
  launch,
  zendesk,
}) => {
  const first = await launch();
  const panel = await openTicket(first.context.pages()[0], zendesk.origin, (page) =>
    openPanelOf(first, page),
  );
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await parts.field('Summary').fill(SUMMARY);
  await panel.getByRole('textbox', { name: /^1\. Why/ }).fill(WHY);
  await panel.getByRole('button', { name: 'Action', exact: true }).click();
  const action = panel
    .getByRole('listitem')
    .filter({ has: panel.getByRole('textbox', { name: /^Action \d/ }) })
    .last();
  await action.getByRole('textbox', { name: /^Action \d/ }).fill(ACTION);
  await action.getByLabel('Owner').fill('Elena Sousa');
  await action.getByLabel('Due').fill('2026-12-04');
  await expect(parts.saved).toContainText('Saved');
  await first.close();

  const second = await launch();
  const again = await openTicket(second.context.pages()[0], zendesk.origin, (page) =>
    openPanelOf(second, page),
  );
  const kept = panelParts(again);
  await again.getByRole('button', { name: 'Open postmortem' }).click();
  await expect(kept.field('Summary')).toHaveValue(SUMMARY);
  await expect(again.getByRole('textbox', { name: /^1\. Why/ })).toHaveValue(WHY);
  await expect(again.getByRole('textbox', { name: /^Action \d/ }).last()).toHaveValue(ACTION);
  await expect(again.getByLabel('Owner').last()).toHaveValue('Elena Sousa');
  await expect(again.getByLabel('Due').last()).toHaveValue('2026-12-04');

  await kept.steps.share.click();
  const preview = again.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText(SUMMARY);
  await expect(preview.getByRole('row', { name: new RegExp(ACTION) })).toContainText('Elena Sousa');

  await kept.copy.click();
  await expect(again.getByRole('button', { name: /^Copied/ })).toBeVisible();
  const [copied, ...others] = await clipboardItems(again);
  expect(others).toEqual([]);
  expect(copied?.['text/plain']).toContain(SUMMARY);
  expect(copied?.['text/html']).toContain(SUMMARY);
  expect(copied?.['text/html']).toContain('<table>');

  const download = await downloadFrom(again, () => kept.download.click());
  expect(download.suggestedFilename()).toMatch(
    /^\d{4}-\d\d-\d\d-zendesk-48213-invoice-sync-to-netsuite-stopped.*\.md$/,
  );
  const markdown = readFileSync(await download.path(), 'utf8');
  for (const fact of [
    '**Ticket:** [Zendesk #48213](https://acme.zendesk.com/agent/tickets/48213)',
    '**Customer:** Brightwell Logistics',
    SUMMARY,
    WHY,
    `| ${ACTION} | Elena Sousa | 2026-12-04 |`,
  ])
    expect(markdown).toContain(fact);
  expect(markdown).toMatch(/\*\*Open:\*\* .*08:12.*15:41/);
  expect(markdown).toMatch(/\| First reply \| Enterprise \| 1 h.*\| 1 h 24 min \| 24 min \| missed \|/);
  expect(copied?.['text/plain']).toBe(markdown);
});

test('pulling again follows the ticket and leaves a person’s words alone', async ({
  page,
  zendesk,
  openPanel,
}) => {
  const panel = await openTicket(page, zendesk.origin, openPanel);
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await parts.field('Summary').fill(SUMMARY);
  const impact = parts.field('Impact');
  await expect(impact).toHaveValue(/\b7\b/);
  await expect(parts.saved).toContainText('Saved');

  zendesk.tell([askedOnceMore(escalationStory())]);
  await parts.pullAgain.click();
  await expect(impact).toHaveValue(/\b8\b/);
  await expect(parts.field('Summary')).toHaveValue(SUMMARY);
  const offer = panel.getByRole('region', { name: 'Summary' });
  await expect(offer).toContainText('The ticket changed. The draft would now say:');
  await offer.getByRole('button', { name: 'Keep mine' }).click();
  await expect(offer).not.toContainText('The ticket changed.');
  await expect(parts.field('Summary')).toHaveValue(SUMMARY);
});

test('two tickets written one right after the other both keep their last words', async ({
  page,
  zendesk,
  openPanel,
}) => {
  const panel = await openTicket(page, zendesk.origin, openPanel);
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await parts.field('Summary').fill('');
  await parts.field('Summary').pressSequentially('First words.');
  await page.getByRole('link', { name: /second approver/ }).click();
  await parts.startPostmortem.click();
  await parts.field('Summary').fill('Of the other ticket.');
  await expect(parts.saved).toContainText('Saved');
  await page.goBack();
  await expect(panel.getByRole('banner')).toContainText('Zendesk #48213');
  await expect(parts.field('Summary')).toHaveValue('First words.');
  await parts.field('Summary').press('Control+End');
  await parts.field('Summary').pressSequentially(' And more.');
  await expect(parts.saved).toContainText('Saved');
  await expect(parts.saved).not.toContainText('Conflict');
  await page.goForward();
  await expect(parts.field('Summary')).toHaveValue('Of the other ticket.');
});

test('earlier postmortems are found, deleted and brought back', async ({ page, zendesk, openPanel }) => {
  const panel = await openTicket(page, zendesk.origin, openPanel);
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await parts.field('Summary').fill(SUMMARY);
  await expect(parts.saved).toContainText('Saved');
  await page.getByRole('link', { name: /second approver/ }).click();
  await parts.startPostmortem.click();
  await expect(parts.saved).toContainText('Saved');

  await panel.getByRole('button', { name: 'All postmortems' }).click();
  const rows = panel.getByRole('main').getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await panel.getByRole('searchbox', { name: 'Search postmortems' }).fill('brightwell NETSUITE');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Zendesk #48213 · Brightwell Logistics');
  await panel.getByRole('searchbox').fill('no such words');
  await expect(panel.getByText('Nothing found')).toBeVisible();
  await panel.getByRole('searchbox').fill('48213');

  await rows.getByRole('button', { name: /^Delete/ }).click();
  await expect(rows).toHaveCount(0);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(1);
  await rows
    .getByRole('button', { name: /Invoice sync/ })
    .first()
    .click();
  await expect(parts.field('Summary')).toHaveValue(SUMMARY);
});

test('the postmortem on screen, deleted and brought back, is on screen again', async ({
  page,
  zendesk,
  openPanel,
}) => {
  const panel = await openTicket(page, zendesk.origin, openPanel);
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await parts.field('Summary').fill(SUMMARY);
  await expect(parts.saved).toContainText('Saved');
  await panel.getByRole('button', { name: 'All postmortems' }).click();
  await panel.getByRole('button', { name: /^Delete/ }).click();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await panel.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(parts.field('Summary')).toHaveValue(SUMMARY);
});

test('a screen that cannot be drawn says so, and the panel opened anew has every word', async ({
  page,
  zendesk,
  openPanel,
}) => {
  const panel = await openTicket(page, zendesk.origin, openPanel);
  const parts = panelParts(panel);
  await parts.startPostmortem.click();
  await parts.field('Summary').fill(SUMMARY);
  await expect(parts.saved).toContainText('Saved');
  await panel.evaluate(() => {
    Intl.DateTimeFormat.prototype.resolvedOptions = () => {
      throw new Error('out of order');
    };
  });
  await parts.steps.happened.click();
  await expect(panel.getByRole('alert')).toContainText('Debrief stumbled and cannot show this.');
  await expect(panel.getByRole('alert')).toContainText('out of order');
  await panel.getByRole('button', { name: 'Open anew' }).click();
  await panel.getByRole('button', { name: 'Open postmortem' }).click();
  await expect(parts.field('Summary')).toHaveValue(SUMMARY);
});

async function openTicket(
  page: Page | undefined,
  origin: string,
  openPanel: (page: Page) => Promise<Page>,
): Promise<Page> {
  if (!page) throw new Error('the browser has no tab');
  await page.goto(`${origin}/agent/tickets/48213`);
  const panel = await openPanel(page);
  await expect(panel.getByRole('region', { name: 'In one sentence' })).toBeVisible();
  return panel;
}

/** The customer writes again after the ticket was solved. */
function askedOnceMore(told: ZendeskStory): ZendeskStory {
  const [opening] = told.audits;
  const asked = opening?.events.find(({ type }) => type === 'Comment');
  if (!opening || !asked) throw new Error('the story does not begin with a message');
  const body = 'It stopped again this morning. Please look at it today.';
  return {
    ...told,
    now: '2026-11-19T09:00:00Z',
    ticket: { ...told.ticket, status: 'open', updated_at: '2026-11-19T08:05:00Z' },
    audits: [
      ...told.audits,
      {
        ...opening,
        id: opening.id + 900,
        created_at: '2026-11-19T08:05:00Z',
        events: [
          { ...asked, id: asked.id + 9_000, body, plain_body: body, html_body: `<p>${body}</p>` },
          {
            id: asked.id + 9_001,
            type: 'Change',
            field_name: 'status',
            value: 'open',
            previous_value: 'solved',
          },
        ],
      },
    ],
  };
}
