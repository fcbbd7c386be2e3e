import type { Page } from '@playwright/test';

/** What lies on the clipboard, by type; one write with two flavours gives one item with both. */
export async function clipboardItems(panel: Page): Promise<Record<string, string>[]> {
  // Not for an origin: the browser refuses to grant it to an extension's.
  await panel.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return panel.evaluate(async () => {
    const items = await navigator.clipboard.read();
    return Promise.all(
      items.map(async (item) =>
        Object.fromEntries(
          await Promise.all(
            item.types.map(async (type) => [type, await (await item.getType(type)).text()] as const),
          ),
        ),
      ),
    );
  });
}
