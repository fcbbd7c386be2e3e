import type { Page } from '@playwright/test';

/** Keeps this page's requests to matching addresses waiting until they are let go. */
export async function holdRequests(page: Page, address: RegExp) {
  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const waiting = page.waitForRequest(address);
  waiting.catch(() => undefined); // a test that ends before any such request has its own failure to tell
  await page.route(address, async (route) => {
    await released;
    // Whoever asked may have given up meanwhile.
    await route.continue().catch(() => undefined);
  });
  return {
    /** Resolves when such a request has been made. */
    reached: waiting,
    letGo: async () => {
      letGo();
      await page.unroute(address);
    },
  };
}
