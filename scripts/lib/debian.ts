/** Debian's own packages: the one source that a script takes programs from unasked, and only as root. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export function isDebianRoot(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release'))
    return false;
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Throws with the last line of what apt said; `instead` tells a person the other way. */
export function installFromDebian(name: string, instead: string): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    try {
      execFileSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    } catch (error) {
      const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
      throw new Error(`"apt-get ${args.join(' ')}" failed: ${said.split('\n').at(-1)}. ${instead}`);
    }
  }
}
