/** Where things are in the panel, by role and name, so that a renamed button is changed in one place. */
import type { Download, Page } from '@playwright/test';

export function panelParts(panel: Page) {
  const button = (name: string) => panel.getByRole('button', { name, exact: true });
  const step = (name: string) =>
    panel.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name, exact: true });
  return {
    steps: { happened: step('What happened'), postmortem: step('Postmortem'), share: step('Share') },
    headline: panel.getByRole('heading').first(),
    startPostmortem: button('Start postmortem'),
    pullAgain: button('Pull again'),
    copy: button('Copy'),
    download: button('Download .md'),
    /** The saved state in the header. */
    saved: panel.getByRole('banner').getByRole('status'),
    /** A field of the postmortem, by its title. */
    field: (title: string) => panel.getByRole('main').getByRole('textbox', { name: title, exact: true }),
  };
}

/** Clicks what starts a download and waits for the file. */
export async function downloadFrom(panel: Page, click: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([panel.waitForEvent('download'), click()]);
  return download;
}
