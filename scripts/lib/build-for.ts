import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths';

export const browsers = ['chrome', 'edge', 'firefox'] as const;
export type BrowserName = (typeof browsers)[number];

export function builtFor(browser: BrowserName): string {
  return join(root, `.output/${browser}-mv3`);
}

/**
 * The folder with the extension for one browser. Builds it, unless whoever started this process did and says so
 * with DEBRIEF_BUILT=1: a build that only happens to lie there may be older than the sources.
 */
export function buildFor(browser: BrowserName): string {
  const folder = builtFor(browser);
  if (process.env.DEBRIEF_BUILT === '1' && existsSync(join(folder, 'manifest.json'))) return folder;
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-b', browser, '--mv3'],
    // A test's own NODE_ENV would make a development build of React. What the tool complained of comes with the error.
    { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } },
  );
  return folder;
}
