import type { Page } from '@playwright/test';
import type { RequestTrackerServer } from '../../helpdesks/request-tracker/real-server';

/** Signs an agent in the way a person does, and opens a ticket. */
export async function signedIn(
  page: Page | undefined,
  rt: RequestTrackerServer,
  user: keyof RequestTrackerServer['users'],
  ticket: number,
): Promise<Page> {
  if (!page) throw new Error('the browser has no tab');
  const address = `${rt.base}/Ticket/Display.html?id=${ticket}`;
  await page.goto(address);
  const name = page.locator('input[name="user"]');
  if (await name.count()) {
    await name.fill(rt.users[user]);
    await page.locator('input[name="pass"]').fill(rt.password);
    await page.locator('input[name="pass"]').press('Enter');
    await page.waitForLoadState();
    await page.goto(address);
  }
  return page;
}
