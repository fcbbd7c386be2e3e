import { spawnSync } from 'node:child_process';
import { root } from './paths';

/** Runs one tool of this repository, its output straight to the terminal; gives the exit code. */
export function runStep(tool: keyof typeof tools, args: string[], env: Record<string, string> = {}): number {
  const { status, error } = spawnSync(process.execPath, [`${root}/node_modules/${tools[tool]}`, ...args], {
    cwd: root,
    // Nobody answers questions of a tool in a run that may have no terminal.
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (error) console.error(String(error));
  return status ?? 1;
}

// By file and not by name, because npm's little start scripts differ between systems.
const tools = {
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  playwright: '@playwright/test/cli.js',
  tsc: 'typescript/bin/tsc',
  tsx: 'tsx/dist/cli.mjs',
  vitest: 'vitest/vitest.mjs',
  wxt: 'wxt/bin/wxt.mjs',
};
