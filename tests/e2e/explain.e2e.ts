/** "Where from?" at an entry, and the anonymised capture for a report about it. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { parseCapture } from '../../lib/ticket/schema';
import { escalationStory, hostileStory, longStory } from '../helpdesks/zendesk/stories';
import type { ZendeskStory } from '../helpdesks/zendesk/wire';
import { figuresOf } from '../unit/support/figures';
import { storedCaptures } from './support/captures';
import { tooWide } from './support/layout';
import { downloadFrom } from './support/panel-parts';
import { expect, test } from './support/shared';

const SAVES = 2_000;

const timelineOf = (panel: Page) => panel.getByRole('region', { name: 'Timeline' });
const explanationIn = (row: Locator) => row.getByRole('region', { name: 'Where this came from' });

/** From the entry's own link, as somebody without a mouse gets there. */
async function askByKeyboard(row: Locator): Promise<void> {
  await row.getByRole('link').focus();
  await row.page().keyboard.press('Tab');
  const question = row.getByRole('button', { name: /^Where from\?/ });
  await expect(question).toBeFocused();
  await expect(question.locator('..')).toHaveCSS('opacity', '1');
  const { width, height } = (await question.boundingBox()) ?? { width: 0, height: 0 };
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  await row.page().keyboard.press('Enter');
}

test('an entry tells by keyboard where it came from, and the panel stays as wide as it is', async ({
  page,
  zendesk,
  openPanel,
  axe,
  picture,
}) => {
  await page.goto(`${zendesk.origin}/agent/tickets/${escalationStory().ticket.id}`);
  const panel = await openPanel(page);
  const entry = timelineOf(panel).getByRole('listitem').nth(3);
  await askByKeyboard(entry);
  const explanation = explanationIn(entry);
  await expect(explanation).toContainText('GET /api/v2/tickets/48213/audits');
  await expect(explanation).toContainText('UTC, as the time itself says');
  await expect(explanation).toContainText(/Entry \d+ of 85/);
  await explanation.getByRole('button', { name: 'Save an anonymised capture' }).click();
  await expect(explanation.getByRole('button', { name: 'Save the file' })).toBeVisible();
  expect(await tooWide(panel)).toEqual([]);
  expect(await axe(panel)).toEqual([]);
  await picture(panel, 'explain');
});

test('in a list of 2,000 saves the answer pushes the rows below it down and is there again after scrolling', async ({
  openTicket,
}) => {
  const panel = await openTicket(longStory(SAVES));
  const rows = timelineOf(panel).getByRole('listitem');
  const row = rows.filter({ hasText: 'Attempt 1:' });
  await row.scrollIntoViewIfNeeded();
  await askByKeyboard(row);
  await expect(explanationIn(row)).toContainText('by the rule “comment”');
  const place = Number(await row.getAttribute('aria-posinset'));
  const next = timelineOf(panel).locator(`li[aria-posinset="${place + 1}"]`);
  await expect(async () => {
    const above = await row.boundingBox();
    const below = await next.boundingBox();
    expect(above && below && below.y >= above.y + above.height - 1).toBe(true);
    expect(above?.height).toBeGreaterThan(120);
  }).toPass();
  // Far enough away for the row to be taken out of the page.
  await panel.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(row).toHaveCount(0);
  await expect(async () => {
    await panel.evaluate(() => scrollTo(0, 600));
    await expect(explanationIn(row)).toBeVisible({ timeout: 500 });
  }).toPass();
});

for (const [name, story] of [
  ['an escalated ticket', escalationStory],
  ['a hostile ticket', hostileStory],
] as const) {
  test(`the anonymised capture of ${name} has its figures and nothing of its words`, async ({
    page,
    zendesk,
    openPanel,
  }) => {
    const told = story();
    zendesk.tell([told]);
    await page.goto(`${zendesk.origin}/agent/tickets/${told.ticket.id}`);
    const panel = await openPanel(page);
    await timelineOf(panel).getByRole('button', { name: 'Save an anonymised capture' }).click();
    const download = await downloadFrom(panel, () =>
      panel.getByRole('button', { name: 'Save the file' }).click(),
    );
    expect(download.suggestedFilename()).toMatch(/^debrief-capture-zendesk-[0-9a-f]{8}\.json$/);
    await expect(panel.getByText(/^Saved as .* It was sent nowhere\.$/)).toBeVisible();

    const text = readFileSync(await download.path(), 'utf8');
    const saved = parseCapture(JSON.parse(text));
    const [stored] = await storedCaptures(panel);
    const original = parseCapture(stored);
    if (!saved.ok || !original.ok) throw new Error('not a capture');
    expect(figuresOf(saved.value)).toEqual(figuresOf(original.value));
    const words = wordsOf(told, zendesk.origin);
    expect(words.length).toBeGreaterThan(25);
    expect(words.filter((word) => text.includes(word))).toEqual([]);
  });
}

/** Names, addresses, numbers and phrases of a story. */
function wordsOf(told: ZendeskStory, origin: string): string[] {
  const texts: string[] = [String(told.ticket.subject)];
  JSON.stringify(told.audits, (key, value: unknown) => {
    if (typeof value === 'string' && ['body', 'title', 'file_name'].includes(key)) texts.push(value);
    return value;
  });
  const phrases = texts.flatMap((text) => text.split(/[.,!?\n]+/)).map((phrase) => phrase.trim());
  const people = told.users.flatMap(({ name, email }) => [name, email, ...name.split(' ')]);
  const numbers = [told.ticket.id, ...told.audits.map(({ id }) => id)].map(String);
  const names = [new URL(origin).host, ...people, ...numbers].filter((name) => name !== undefined);
  // Shorter ones are words that anybody writes.
  return [...names.filter(({ length }) => length > 4), ...phrases.filter(({ length }) => length > 12)];
}
