import type { Page } from '@playwright/test';

/** Elements that reach out of the window to the side; each would make the whole panel scroll sideways. */
export function tooWide(panel: Page): Promise<string[]> {
  return panel.evaluate(widerThanPage);
}

/** Runs in the page itself. */
export function widerThanPage(): string[] {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
    .map((element) => `${element.tagName} ${element.className}: ${element.textContent?.slice(0, 60)}`);
}

/** Unfolds all that can be unfolded. */
export async function openDetails(panel: Page): Promise<void> {
  await panel.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}
