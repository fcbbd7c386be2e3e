import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../../../scripts/lib/browser';
import { artifacts, builtExtension, root } from '../../../scripts/lib/paths';

/** Builds the extension once, unless the caller did, and settles which browser all workers use. */
export default function globalSetup(): void {
  rmSync(join(artifacts, 'failures'), { recursive: true, force: true });
  if (process.env.DEBRIEF_BUILT !== '1') {
    execFileSync(process.execPath, [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  if (!existsSync(join(builtExtension, 'manifest.json'))) {
    throw new Error('There is no built extension. Run "npm run build", or leave DEBRIEF_BUILT unset.');
  }
  process.env.CHROMIUM_PATH = ensureBrowser().path;
}
