/** `npm run icons`: draws scripts/icon.svg at every size a browser asks for. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser, needsNoSandbox } from './lib/browser';
import { root } from './lib/paths';

const sizes = [16, 32, 48, 96, 128];

const drawing = readFileSync(join(root, 'scripts/icon.svg')).toString('base64');
mkdirSync(join(root, 'public/icon'), { recursive: true });
const browser = await chromium.launch({
  executablePath: ensureBrowser().path,
  chromiumSandbox: !needsNoSandbox(),
});
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body { margin: 0 } img { display: block }</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${drawing}">`,
  );
  await page.screenshot({ path: join(root, `public/icon/${size}.png`), omitBackground: true });
}
await browser.close();
console.log(`Drew ${sizes.join(', ')} px into public/icon.`);
