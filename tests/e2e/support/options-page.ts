import type { Page } from '@playwright/test';
import type { Session } from './launch';

/** The options page, as this opens it; without anything to open it, in a tab by its address. */
export async function optionsPage(session: Session, open?: () => Promise<void>): Promise<Page> {
  const { context, extensionId } = session;
  const address = `chrome-extension://${extensionId}/sidepanel.html#options`;
  if (!open) {
    const page = await context.newPage();
    await page.goto(address);
    return page;
  }
  const [page] = await Promise.all([context.waitForEvent('page'), open()]);
  await page.waitForURL(address);
  return page;
}
