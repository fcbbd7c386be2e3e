/** Finds a Chromium that can carry the extension, and installs one where that is a single known step. */
import { join } from 'node:path';
import { installFromDebian, isDebianRoot } from './debian';
import { type Machine, onPath, thisMachine, windowsFolders } from './machine';

export type BrowserKind = 'chromium' | 'chrome-for-testing' | 'edge' | 'chrome';

export interface FoundBrowser {
  path: string;
  name: string;
  kind: BrowserKind;
  version: string;
}

/** The first usable browser; `CHROMIUM_PATH` wins, branded Chrome comes last. */
export function findBrowser(machine: Machine = thisMachine): FoundBrowser | undefined {
  const asked = machine.env.CHROMIUM_PATH;
  if (asked) {
    const found = machine.exists(asked) ? describe(asked, machine) : undefined;
    if (!found) throw new Error(`CHROMIUM_PATH points to ${asked}, which is not a browser that runs here.`);
    return found;
  }
  for (const path of candidates(machine)) {
    const found = machine.exists(path) ? describe(path, machine) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** A browser that exists afterwards, or an error that says in one line what to install. */
export function ensureBrowser(): FoundBrowser {
  const found = findBrowser();
  if (found) return found;
  if (!isDebianRoot()) throw new Error(howToInstall);
  console.log('No Chromium found: installing Debian’s package "chromium", which the extension runs in …');
  installFromDebian('chromium', 'Set CHROMIUM_PATH instead.');
  const installed = findBrowser();
  if (!installed)
    throw new Error('Debian’s package "chromium" was installed, but no browser was found after it.');
  return installed;
}

/**
 * Chrome and Edge under their own brand ignore `--load-extension` (Chrome since version 137), so there the
 * extension is loaded over the debugging pipe.
 */
export function ignoresLoadExtension(browser: FoundBrowser): boolean {
  return browser.kind === 'chrome' || browser.kind === 'edge';
}

/** Chromium refuses its sandbox to root; elsewhere it stays on unless someone asks otherwise. */
export function needsNoSandbox(): boolean {
  return process.getuid?.() === 0 || process.env.DEBRIEF_NO_SANDBOX === '1';
}

const howToInstall =
  'No Chromium found. Install one with "npx playwright install chromium", or set CHROMIUM_PATH to a Chromium, Chrome or Edge.';

function candidates(machine: Machine): string[] {
  return [
    ...onPath(machine, ['chromium', 'chromium-browser']),
    ...wellKnown(machine),
    ...playwrightCache(machine),
    ...branded(machine),
  ];
}

function wellKnown(machine: Machine): string[] {
  const { platform, home } = machine;
  if (platform === 'darwin') {
    return ['/Applications', join(home, 'Applications')].map((folder) =>
      join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
    );
  }
  if (platform === 'win32')
    return windowsFolders(machine).map((folder) => join(folder, 'Chromium/Application/chrome.exe'));
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/lib/chromium/chromium',
    '/snap/bin/chromium',
  ];
}

/** The builds that `npx playwright install chromium` leaves behind, newest first. */
function playwrightCache(machine: Machine): string[] {
  const folder = machine.env.PLAYWRIGHT_BROWSERS_PATH ?? join(cacheFolder(machine), 'ms-playwright');
  return machine
    .list(folder)
    .filter((name) => /^(chromium|chrome)-\d+$/.test(name))
    .sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]))
    .flatMap((build) =>
      machine
        .list(join(folder, build))
        .flatMap((inner) => programs.map((p) => join(folder, build, inner, p))),
    );
}

function cacheFolder({ env, home, platform }: Machine): string {
  if (platform === 'darwin') return join(home, 'Library/Caches');
  if (platform === 'win32') return env.LOCALAPPDATA ?? join(home, 'AppData/Local');
  return env.XDG_CACHE_HOME ?? join(home, '.cache');
}

const programs = [
  'chrome',
  'chrome.exe',
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

function branded(machine: Machine): string[] {
  const { platform } = machine;
  if (platform === 'darwin') {
    return ['Microsoft Edge', 'Google Chrome'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    return ['Microsoft/Edge/Application/msedge.exe', 'Google/Chrome/Application/chrome.exe'].flatMap(
      (program) => windowsFolders(machine).map((folder) => join(folder, program)),
    );
  }
  return ['/usr/bin/microsoft-edge', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];
}

function describe(path: string, machine: Machine): FoundBrowser | undefined {
  const line = machine.versionLine(path);
  const [, name, version] = /^\s*(.*?)\s+(\d+(?:\.\d+)+)/.exec(line ?? '') ?? [];
  if (!name || !version) return undefined;
  return { path, name, kind: kindOf(name), version };
}

function kindOf(name: string): BrowserKind {
  if (/for testing/i.test(name)) return 'chrome-for-testing';
  if (/edge/i.test(name)) return 'edge';
  return /chromium/i.test(name) ? 'chromium' : 'chrome';
}
