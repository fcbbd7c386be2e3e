/** Finds a Firefox that the tests can drive, and installs one where that is a single known step. */
import { join } from 'node:path';
import { installFromDebian, isDebianRoot } from './debian';
import { type Machine, onPath, thisMachine, windowsFolders } from './machine';

export interface FoundFirefox {
  path: string;
  version: string;
}

export type FirefoxAvailability =
  | { available: true; firefox: FoundFirefox }
  | { available: false; why: string };

/** The ESR that the tests were tried with: they use its own way to make mouse events. */
const OLDEST = 153;

/** The first Firefox that is new enough; `FIREFOX_PATH` wins, and is an error when it does not fit. */
export function findFirefox(machine: Machine = thisMachine): FoundFirefox | undefined {
  const asked = machine.env.FIREFOX_PATH;
  if (asked) {
    const found = describe(asked, machine);
    if (!found) throw new Error(`FIREFOX_PATH points to ${asked}, which is no Firefox ${OLDEST} or newer.`);
    return found;
  }
  for (const path of candidates(machine)) {
    const found = describe(path, machine);
    if (found) return found;
  }
  return undefined;
}

/** A Firefox that exists afterwards, or what to install. Says what it does before it takes a minute. */
export function ensureFirefox(): FirefoxAvailability {
  try {
    const found = findFirefox();
    if (found) return { available: true, firefox: found };
    if (!isDebianRoot()) return { available: false, why: howToInstall };
    console.log('No Firefox found: installing Debian’s package "firefox-esr" …');
    installFromDebian('firefox-esr', 'Set FIREFOX_PATH instead.');
    const installed = findFirefox();
    return installed ? { available: true, firefox: installed } : { available: false, why: howToInstall };
  } catch (error) {
    return { available: false, why: error instanceof Error ? error.message : String(error) };
  }
}

const howToInstall = `no Firefox ${OLDEST} or newer found; install one from https://www.mozilla.org/firefox or your system’s packages, or set FIREFOX_PATH`;

function candidates(machine: Machine): string[] {
  const { platform, home } = machine;
  if (platform === 'darwin') {
    return ['/Applications', join(home, 'Applications')].map((folder) =>
      join(folder, 'Firefox.app/Contents/MacOS/firefox'),
    );
  }
  if (platform === 'win32')
    return windowsFolders(machine).map((folder) => join(folder, 'Mozilla Firefox/firefox.exe'));
  return onPath(machine, ['firefox-esr', 'firefox']);
}

function describe(path: string, machine: Machine): FoundFirefox | undefined {
  const line = machine.exists(path) ? machine.versionLine(path) : undefined;
  const version = /Firefox (\d+(?:\.\d+)+)/.exec(line ?? '')?.[1];
  return version && Number.parseInt(version, 10) >= OLDEST ? { path, version } : undefined;
}
