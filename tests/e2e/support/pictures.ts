import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { artifacts } from '../../../scripts/lib/paths';

export type Scheme = 'light' | 'dark';

/** Chromium draws nothing below this. */
const TALLEST = 16_000;

export interface PictureOptions {
  /** Both, when it is left out. */
  scheme?: Scheme;
  /** Absolute, or below the folder for artifacts. */
  folder?: string;
}

/** Saves the whole page as `name.light.png` and `name.dark.png`; gives the files. */
export async function takePicture(page: Page, name: string, options: PictureOptions = {}): Promise<string[]> {
  const files: string[] = [];
  const shrink = await growToContent(page);
  for (const scheme of options.scheme ? [options.scheme] : (['light', 'dark'] as const)) {
    const file = resolve(artifacts, options.folder ?? 'pictures', `${name}.${scheme}.png`);
    mkdirSync(dirname(file), { recursive: true });
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
    files.push(file);
  }
  await page.emulateMedia({ colorScheme: null });
  await shrink();
  return files;
}

/**
 * Makes the window as tall as its content, so that a foot that sticks to the lower edge comes out at the end
 * and not across the text. Rows that are drawn only when in sight can make the content grow once more.
 */
async function growToContent(page: Page): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  const width = await page.evaluate(() => innerWidth);
  for (let height = 0, tries = 0; tries < 5; tries++) {
    const wanted = await page.evaluate(() => document.documentElement.scrollHeight);
    if (wanted <= height) break;
    height = Math.min(wanted, TALLEST);
    await devtools.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    });
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
  }
  return async () => {
    await devtools.send('Emulation.clearDeviceMetricsOverride');
    await devtools.detach();
  };
}
