/** A helpdesk that shares its host: on a port of its own, below a path, beside something that is none of ours. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { type RequestTrackerServer, startRequestTracker } from '../helpdesks/request-tracker/real-server';
import { storedCaptures } from './support/captures';
import { expect, test } from './support/fixtures';
import { optionsPage } from './support/options-page';
import { takeBack } from './support/permissions';
import { signedIn } from './support/tracker-session';

const STARTS_WITHIN_MS = 600_000;

test.describe('Request Tracker on a port, below a path', { tag: '@request-tracker' }, () => {
  let rt: RequestTrackerServer;
  let neighbour: Server;

  test.beforeAll(async () => {
    test.setTimeout(STARTS_WITHIN_MS);
    rt = await startRequestTracker({ webPath: '/support/rt' });
    neighbour = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>Wiki</title><h1>Wiki</h1>');
    });
    await new Promise<void>((ready) => neighbour.listen(0, '127.0.0.1', ready));
  });

  test.afterAll(async () => {
    await rt.stop();
    neighbour.close();
  });

  test('is pulled from where it lives, and its entries are found there again', async ({
    session,
    page,
    openPanel,
  }) => {
    await signedIn(page, rt, 'mira', rt.tickets.escalation);
    session.traffic.startOver();
    const panel = await openPanel(page);
    await expectShown(panel, rt.tickets.escalation);
    expect(await storedCaptures(panel)).toMatchObject([
      { ticket: { site: `${rt.origin}/support/rt`, url: ticketUrl(rt, rt.tickets.escalation) } },
    ]);
    session.traffic.expectOnlyReads(rt.origin);

    const row = panel.getByRole('region', { name: 'Timeline' }).getByRole('link').first();
    const transaction = /#txn-(\d+)$/.exec((await row.getAttribute('href')) ?? '')?.[1];
    await page.goto(`${rt.base}/Search/Simple.html`);
    await row.click();
    await expect(page.locator(`[data-transaction-id="${transaction}"]`)).toBeInViewport();
    expect(page.url()).toContain(`${rt.base}/Ticket/`);
  });

  test('is allowed with its port: its tickets are followed, another port of the host stays hidden', async ({
    session,
    context,
    page,
    openPanel,
    grantHost,
  }) => {
    await signedIn(page, rt, 'mira', rt.tickets.escalation);
    await grantHost(rt.origin);
    const panel = await openPanel(page);
    const { host } = new URL(rt.origin);
    await panel.getByRole('button', { name: `Always allow ${host}` }).click();
    await expect(panel.getByText(`Always allowed on ${host}.`)).toBeVisible();

    const other = await context.newPage();
    await other.goto(ticketUrl(rt, rt.tickets.open));
    await expectShown(panel, rt.tickets.open);

    const { port } = neighbour.address() as AddressInfo; // a TCP server's address is never a string
    const stranger = await context.newPage();
    await stranger.goto(`http://127.0.0.1:${port}/Ticket/Display.html?id=${rt.tickets.escalation}`);
    await expect(panel.getByText('Another page is in front.')).toBeVisible();
    await expectShown(panel, rt.tickets.open);

    const options = await optionsPage(session);
    await expect(options.getByRole('listitem')).toHaveText([new RegExp(`^${host}http`)]);
    await takeBack(session, rt.origin);
    await expect(options.getByText('No site is always allowed')).toBeVisible();
    await other.bringToFront();
    await expect(panel.getByText('Debrief may no longer see this page.')).toBeVisible();
    await expectShown(panel, rt.tickets.open);
  });
});

function ticketUrl(rt: RequestTrackerServer, ticket: number): string {
  return `${rt.base}/Ticket/Display.html?id=${ticket}`;
}

async function expectShown(panel: Page, ticket: number): Promise<void> {
  const link = panel.getByRole('banner').getByRole('link', { name: `Request Tracker #${ticket}` });
  await expect(link).toBeVisible();
  await expect(panel.getByRole('region', { name: 'In one sentence' })).toBeVisible();
}
