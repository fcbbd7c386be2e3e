import { describe, expect, it } from 'vitest';
import { findBrowser, ignoresLoadExtension } from '../../../scripts/lib/browser';
import type { Machine } from '../../../scripts/lib/machine';

/** A machine that holds these programs, each with what it says to `--version`. */
function machine(programs: Record<string, string>, rest: Partial<Machine> = {}): Machine {
  const paths = Object.keys(programs);
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin' },
    home: '/somewhere',
    exists: (path) => paths.includes(path),
    list: (folder) => [
      ...new Set(
        paths
          .filter((p) => p.startsWith(`${folder}/`))
          .map((p) => p.slice(folder.length + 1).split('/')[0] ?? ''),
      ),
    ],
    versionLine: (path) => programs[path],
    ...rest,
  };
}

it('takes the browser it is told to, and says so when that one does not run', () => {
  const programs = {
    '/opt/c/chrome': 'Google Chrome for Testing 150.0.1.2',
    '/usr/bin/chromium': 'Chromium 156.0.1',
  };
  const found = findBrowser(machine(programs, { env: { CHROMIUM_PATH: '/opt/c/chrome' } }));
  expect(found).toMatchObject({ path: '/opt/c/chrome', kind: 'chrome-for-testing', version: '150.0.1.2' });
  expect(() => findBrowser(machine(programs, { env: { CHROMIUM_PATH: '/opt/none' } }))).toThrow(
    'CHROMIUM_PATH',
  );
});

it('prefers a Chromium to a branded Chrome, which takes extensions only over the pipe', () => {
  const chrome = { '/usr/bin/google-chrome': 'Google Chrome 156.0.1.2 ' };
  const branded = findBrowser(machine(chrome));
  expect(branded).toMatchObject({ kind: 'chrome' });
  expect(branded && ignoresLoadExtension(branded)).toBe(true);
  const both = findBrowser(
    machine({ ...chrome, '/usr/bin/chromium': 'Chromium 156.0.8078.79 built on Debian' }),
  );
  expect(both).toMatchObject({ path: '/usr/bin/chromium', kind: 'chromium', version: '156.0.8078.79' });
  expect(both && ignoresLoadExtension(both)).toBe(false);
});

describe('Playwright’s own builds', () => {
  const build = (n: number, program: string) => `/somewhere/.cache/ms-playwright/chromium-${n}/${program}`;

  it('are found in its cache, the newest first', () => {
    const programs = {
      [build(980, 'chrome-linux/chrome')]: 'Chromium 140.0.1',
      [build(1200, 'chrome-linux64/chrome')]: 'Google Chrome for Testing 155.0.1.2',
    };
    expect(findBrowser(machine(programs))?.version).toBe('155.0.1.2');
  });

  it('are found on a Mac', () => {
    const program = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
    const path = `/somewhere/Library/Caches/ms-playwright/chromium-1200/chrome-mac-arm64/${program}`;
    const found = findBrowser(
      machine({ [path]: 'Google Chrome for Testing 155.0.1.2' }, { platform: 'darwin' }),
    );
    expect(found).toMatchObject({ path, kind: 'chrome-for-testing' });
  });
});

it('passes over a program that does not answer, and finds nothing where there is nothing', () => {
  expect(findBrowser(machine({ '/usr/bin/chromium': 'command not found' }))).toBeUndefined();
  expect(findBrowser(machine({}))).toBeUndefined();
});
