/** The parts of a machine that a search for a browser looks at, so that a test can describe another machine. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  home: string;
  exists(path: string): boolean;
  list(folder: string): string[];
  /** What the program says about itself, e.g. "Chromium 156.0.1"; undefined when it does not run. */
  versionLine(path: string): string | undefined;
}

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  exists: existsSync,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  versionLine: process.platform === 'win32' ? versionBeside : askVersion,
};

/** Where programs of these names would lie on the search path of Linux and its kind. */
export function onPath({ env, platform }: Machine, names: readonly string[]): string[] {
  if (platform === 'win32' || platform === 'darwin') return [];
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

export function windowsFolders({ env }: Machine): string[] {
  return [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter(
    (folder) => folder !== undefined,
  );
}

function askVersion(path: string): string | undefined {
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  // Debian's wrapper may print remarks of its own around the one line that counts.
  return answer.stdout?.split('\n').find((line) => /\d+\.\d+(\.\d+)?/.test(line));
}

/** On Windows `--version` opens a window instead of answering; the version is the name of a folder beside it. */
function versionBeside(path: string): string | undefined {
  if (/firefox\.exe$/i.test(path)) return firefoxBeside(path);
  const version = readdirSync(dirname(path)).find((name) => /^\d+(\.\d+){3}$/.test(name));
  if (/msedge\.exe$/i.test(path)) return version && `Microsoft Edge ${version}`;
  if (/ms-playwright/i.test(path)) return 'Google Chrome for Testing 0.0.0.0';
  return version && `${/Google[\\/]Chrome/i.test(path) ? 'Google Chrome' : 'Chromium'} ${version}`;
}

/** Firefox on Windows keeps its version in a file beside the program. */
function firefoxBeside(path: string): string | undefined {
  const file = join(dirname(path), 'application.ini');
  const version = existsSync(file) ? /^Version=(\S+)$/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return version && `Mozilla Firefox ${version}`;
}
