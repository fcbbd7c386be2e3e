/** What a person sees when a pull does not go as hoped, and how they get on from there. */
import type { Page } from '@playwright/test';
import type { Fault, ZendeskReplay } from '../helpdesks/zendesk/replay-server';
import { holdRequests } from './support/hold';
import { panelParts } from './support/panel-parts';
import { expect, test } from './support/shared';

const TICKET_API = /\/api\/v2\/tickets\/48213\.json/;
const AUDITS_API = /\/audits\.json/;

test.beforeEach(async ({ page, zendesk }) => {
  await page.goto(`${zendesk.origin}/agent/tickets/48213`);
});

interface Failure {
  name: string;
  fault: Fault;
  says: string | RegExp;
  next: string | RegExp;
}

const failures: Failure[] = [
  {
    name: 'a session that ended (401)',
    fault: { on: TICKET_API, answer: { status: 401 } },
    says: 'Signed out of Zendesk.',
    next: /Sign in on the page, then pull again/,
  },
  {
    name: 'a sign-in page where data was expected',
    fault: { on: TICKET_API, answer: 'login_page' },
    says: 'Signed out of Zendesk.',
    next: /Sign in on the page, then pull again/,
  },
  {
    name: 'a ticket this agent may not read (403)',
    fault: { on: TICKET_API, answer: { status: 403 } },
    says: 'Zendesk does not let you read this.',
    next: /Ask for access to this ticket/,
  },
  {
    name: 'a ticket that is not there (404)',
    fault: { on: TICKET_API, answer: { status: 404 } },
    says: 'Zendesk has no such ticket, or hides it from you.',
    next: /Check the ticket number/,
  },
  {
    name: 'an answer that is cut off',
    fault: { on: AUDITS_API, answer: 'cut_off' },
    says: 'The connection to the helpdesk was lost.',
    next: /Check the connection, then pull again/,
  },
  {
    name: 'JSON of another shape',
    fault: { on: AUDITS_API, answer: { json: { audits: 'none' } } },
    says: /Zendesk answered with something Debrief does not know/,
    next: /Where: .*audits\.json/,
  },
  {
    name: 'text that is no JSON',
    fault: { on: AUDITS_API, answer: { text: '{"audits":[' } },
    says: /JSON that ends early or is damaged/,
    next: /Where: .*audits\.json/,
  },
  {
    name: 'a server that keeps failing (500)',
    fault: { on: AUDITS_API, answer: { status: 500 } },
    says: /Zendesk answered with something Debrief does not know: status 500/,
    next: /Where: .*status 500/,
  },
  {
    name: 'being asked to wait longer than anyone would (429)',
    fault: { on: TICKET_API, answer: { status: 429, retryAfter: 600 } },
    says: 'Zendesk asks us to wait.',
    next: /It asked for 10\smin/,
  },
];

for (const { name, fault, says, next } of failures) {
  test(`${name}: says so, says what to do, and a second pull succeeds`, async ({
    page,
    zendesk,
    openPanel,
  }) => {
    zendesk.faults.push(fault);
    const panel = await openPanel(page);
    const alert = panel.getByRole('alert');
    await expect(alert.getByText(says, { exact: true })).toBeVisible();
    await expect(alert).toContainText(next);

    zendesk.faults.length = 0;
    await alert.getByRole('button', { name: 'Pull again' }).click();
    await expectTicketShown(panel);
    await expect(alert).toBeHidden();
  });
}

test('after signing in again on the page, the pull goes through', async ({ page, zendesk, openPanel }) => {
  zendesk.signOut();
  const panel = await openPanel(page);
  await expect(panel.getByRole('alert')).toContainText('Signed out of Zendesk.');

  await page.reload();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Invoice sync');
  await panel.getByRole('alert').getByRole('button', { name: 'Pull again' }).click();
  await expectTicketShown(panel);
});

test('asked to wait, it says until when, waits as told and goes on by itself', async ({
  page,
  zendesk,
  openPanel,
}) => {
  zendesk.faults.push({ on: AUDITS_API, times: 1, answer: { status: 429, retryAfter: 2 } });
  const panel = await openPanel(page);
  await expect(panel.getByText('Zendesk asks us to wait')).toBeVisible();
  await expect(panel.getByText(/Going on by itself at \d\d:\d\d:\d\d/)).toBeVisible();
  await expectTicketShown(panel);
  const asked = zendesk.log.filter(({ path }) => path.includes('audits.json?'));
  expect(asked.map(({ status }) => status).slice(-2)).toEqual([429, 200]);
});

test('a wait during a later pull is told above the ticket as it was', async ({
  page,
  zendesk,
  openPanel,
}) => {
  const panel = await openPanel(page);
  await expectTicketShown(panel);
  zendesk.faults.push({ on: AUDITS_API, times: 1, answer: { status: 429, retryAfter: 2 } });
  await panelParts(panel).pullAgain.click();
  await expect(panel.getByText(/Zendesk asks us to wait until \d\d:\d\d:\d\d/)).toBeVisible();
  await expectTicketShown(panel);
  await expect(panel.getByText(/asks us to wait/)).toBeHidden();
});

test('without a connection the last pull stays on screen, and the next pull succeeds', async ({
  context,
  page,
  openPanel,
}) => {
  const panel = await openPanel(page);
  await expectTicketShown(panel);
  await context.setOffline(true);
  await panelParts(panel).pullAgain.click();
  const alert = panel.getByRole('alert');
  await expect(alert.getByText('The connection to the helpdesk was lost.', { exact: true })).toBeVisible();
  await expect(alert).toContainText('The last pull is shown below.');
  await expectTicketShown(panel);

  await context.setOffline(false);
  await alert.getByRole('button', { name: 'Pull again' }).click();
  await expect(alert).toBeHidden();
  await expectTicketShown(panel);
});

test('a page that could not be loaded is named as that', async ({
  context,
  page,
  zendesk,
  openPanel,
  grantHost,
}) => {
  // The browser's error page takes the permission of the click away; one given for good stays.
  await grantHost(zendesk.origin);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Always allow acme.zendesk.com' }).click();
  await context.setOffline(true);
  await page.reload().catch(() => undefined); // fails, which is the point
  await panelParts(panel).pullAgain.click();
  const alert = panel.getByRole('alert');
  await expect(alert).toContainText('The ticket page did not load.');
  await expectTicketShown(panel);

  await context.setOffline(false);
  await page.reload();
  await alert.getByRole('button', { name: 'Pull again' }).click();
  await expect(alert).toBeHidden();
});

test('a reload in the middle of a pull ends it, and the next pull succeeds', async ({ page, openPanel }) => {
  const audits = await holdRequests(page, AUDITS_API);
  const panel = await openPanel(page);
  await audits.reached;
  await page.reload();
  await expect(panel.getByRole('alert')).toContainText('closed or reloaded during the pull');

  await audits.letGo();
  await panel.getByRole('alert').getByRole('button', { name: 'Pull again' }).click();
  await expectTicketShown(panel);
});

test('a tab closed in the middle of a pull ends it, and the ticket can be opened again', async ({
  context,
  page,
  openPanel,
}) => {
  const audits = await holdRequests(page, AUDITS_API);
  await context.newPage(); // the window has to stay
  const panel = await openPanel(page);
  await audits.reached;
  await page.close();
  const alert = panel.getByRole('alert');
  await expect(alert).toContainText('closed or reloaded during the pull');

  const [again] = await Promise.all([
    context.waitForEvent('page'),
    alert.getByRole('button', { name: 'Open the ticket' }).click(),
  ]);
  await expect(again).toHaveURL(/\/agent\/tickets\/48213$/);
  await openPanel(again);
  await expectTicketShown(panel);
});

test('a pull can be cancelled and begun again', async ({ page, openPanel }) => {
  const audits = await holdRequests(page, AUDITS_API);
  const panel = await openPanel(page);
  await audits.reached;
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel.getByText('The pull was stopped')).toBeVisible();

  await audits.letGo();
  await panel.getByRole('main').getByRole('button', { name: 'Pull again' }).click();
  await expectTicketShown(panel);
});

test('a pull can be cancelled while the page itself is still loading', async ({
  page,
  openPanel,
  zendesk,
}) => {
  const script = await holdRequests(page, /\/agent\/app\.js/);
  await page.goto(`${zendesk.origin}/agent/tickets/48241`, { waitUntil: 'commit' });
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel.getByText('The pull was stopped')).toBeVisible();
  await script.letGo();
});

test('who and what is on screen with the first answer, and stays in its place when the rest comes', async ({
  page,
  openPanel,
  axe,
  picture,
}) => {
  const audits = await holdRequests(page, AUDITS_API);
  const panel = await openPanel(page);
  await audits.reached;
  const header = panel.getByRole('banner');
  const subject = header.getByTitle(/Invoice sync/);
  await expect(subject).toBeVisible();
  await expect(header.getByText('Solved', { exact: true })).toBeVisible();
  const facts = panel.getByRole('region', { name: 'As it stands' });
  await expect(facts).toContainText(/Customer.*, Brightwell/);
  await expect(facts).toContainText('PriorityUrgent');
  await expect(facts).toContainText(/First replymissed .*\sUTC/);
  expect(await axe(panel)).toEqual([]);
  await picture(panel, 'pulling');
  const place = await subject.boundingBox();
  const height = (await header.boundingBox())?.height;

  await audits.letGo();
  await expectTicketShown(panel);
  await expect(facts).toBeHidden();
  expect(await subject.boundingBox()).toEqual(place);
  expect((await header.boundingBox())?.height).toBe(height);
});

test('what could not be read is named, and the rest is shown', async ({ page, zendesk, openPanel }) => {
  zendesk.faults.push({ on: /\/metrics\.json/, answer: { status: 403 } });
  const panel = await openPanel(page);
  await expectTicketShown(panel);
  const note = panel.getByRole('group').filter({ hasText: 'Partly read.' });
  await expect(note).toContainText('Metrics refused');
  await note.getByText('Partly read.').click();
  await expect(
    note.getByRole('listitem').filter({ hasText: 'Side conversations: refused, 0 of 1' }),
  ).toBeVisible();
});

test('a page that is no ticket says what to do, and following a link to a ticket reads it', async ({
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent`);
  const panel = await openPanel(page);
  await expect(panel.getByText('Open a ticket to see what happened')).toBeVisible();
  await page.getByRole('link', { name: /Invoice sync/ }).click();
  await expectTicketShown(panel);
});

test('a ticket page it may not see asks for a click on the icon, which is enough', async ({
  context,
  page,
  zendesk,
  openPanel,
}) => {
  await page.goto(`${zendesk.origin}/agent`);
  const panel = await openPanel(page);
  const other = await context.newPage();
  await other.goto(`${zendesk.origin}/agent/tickets/48213`);
  await expect(panel.getByText('Click the Debrief icon on a ticket page')).toBeVisible();
  expect(apiCalls(zendesk)).toEqual([]);
  await openPanel(other);
  await expectTicketShown(panel);
});

async function expectTicketShown(panel: Page): Promise<void> {
  await expect(panel.getByRole('region', { name: 'In one sentence' })).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Zendesk #48213' })).toBeVisible();
}

function apiCalls({ log }: ZendeskReplay): string[] {
  return log.map(({ path }) => path).filter((path) => path.startsWith('/api/'));
}
