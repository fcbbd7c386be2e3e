import { expect, it } from 'vitest';
import { findFirefox } from '../../../scripts/lib/firefox';
import type { Machine } from '../../../scripts/lib/machine';

function machine(programs: Record<string, string>, rest: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    home: '/somewhere',
    exists: (path) => path in programs,
    list: () => [],
    versionLine: (path) => programs[path],
    ...rest,
  };
}

it('prefers the ESR, which takes unsigned extensions for good, to a release', () => {
  const both = machine({
    '/usr/local/bin/firefox': 'Mozilla Firefox 160.0',
    '/usr/bin/firefox-esr': 'Mozilla Firefox 153.7.0esr',
  });
  expect(findFirefox(both)).toEqual({ path: '/usr/bin/firefox-esr', version: '153.7.0' });
});

it('passes over one that is too old or does not answer', () => {
  expect(findFirefox(machine({ '/usr/bin/firefox': 'Mozilla Firefox 140.2.0esr' }))).toBeUndefined();
  expect(findFirefox(machine({ '/usr/bin/firefox': 'command not found' }))).toBeUndefined();
  expect(findFirefox(machine({}))).toBeUndefined();
});

it('takes the one it is told to, and says so when that one does not fit', () => {
  const told = (path: string) =>
    machine(
      { '/opt/new/firefox': 'Mozilla Firefox 153.0', '/opt/old/firefox': 'Mozilla Firefox 115.3.0esr' },
      { env: { FIREFOX_PATH: path } },
    );
  expect(findFirefox(told('/opt/new/firefox'))).toMatchObject({ path: '/opt/new/firefox' });
  expect(() => findFirefox(told('/opt/old/firefox'))).toThrow('FIREFOX_PATH');
  expect(() => findFirefox(told('/opt/none'))).toThrow('FIREFOX_PATH');
});

it('is found on a Mac', () => {
  const path = '/Applications/Firefox.app/Contents/MacOS/firefox';
  expect(findFirefox(machine({ [path]: 'Mozilla Firefox 158.0.1' }, { platform: 'darwin' }))).toMatchObject({
    path,
    version: '158.0.1',
  });
});
