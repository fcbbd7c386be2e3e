import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

export type Availability = { available: true } | { available: false; why: string };

const packages = ['request-tracker5', 'rt5-db-sqlite', 'rt5-standalone', 'sqlite3'];
const policy = '/usr/sbin/policy-rc.d';

// Answers to the package's questions: no database and no cron jobs of its own, we bring our own instance.
const answers = `request-tracker5 request-tracker5/rtname string rt.example
request-tracker5 request-tracker5/organization string rt.example
request-tracker5 request-tracker5/install-cronjobs boolean false
request-tracker5 request-tracker5/dbconfig-install boolean false
`;

/** Whether a real Request Tracker can be run here, installing it first if need be. */
export function requestTrackerAvailability(): Availability {
  if (missingPackages().length === 0) return { available: true };
  if (!isDebian())
    return {
      available: false,
      why: 'Request Tracker 5 is taken from Debian’s packages, and this is not Debian.',
    };
  if (process.getuid?.() !== 0) {
    return {
      available: false,
      why: `Not root, and these packages are missing: ${missingPackages().join(' ')}.`,
    };
  }
  return { available: true };
}

/** Installs the missing packages with no service started; throws where that is not possible. */
export function ensureInstalled(): void {
  const availability = requestTrackerAvailability();
  if (!availability.available) throw new Error(availability.why);
  const missing = missingPackages();
  if (missing.length === 0) return;
  console.log(
    `Installing Debian packages for the real Request Tracker (once, about a minute): ${missing.join(' ')}`,
  );
  const ours = !existsSync(policy);
  if (ours) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('debconf-set-selections', [], { env, input: answers });
    execFileSync('apt-get', ['update', '-q'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } finally {
    if (ours) rmSync(policy, { force: true });
  }
}

function missingPackages(): string[] {
  return packages.filter((name) => !isInstalled(name));
}

function isInstalled(name: string): boolean {
  try {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholder
    const status = execFileSync('dpkg-query', ['-W', '-f', '${Status}', name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return status === 'install ok installed';
  } catch {
    // dpkg-query is absent or does not know the package: either way it is not installed.
    return false;
  }
}

function isDebian(): boolean {
  return (
    existsSync('/etc/debian_version') &&
    /^ID(?:_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}
