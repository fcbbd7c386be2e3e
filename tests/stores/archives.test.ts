/** What the stores get: whole, with nothing else in it, the same on every day, and able to be rebuilt. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Files, filesIn, unzipped } from '../../scripts/lib/archive';
import { type BrowserName, browsers, builtFor } from '../../scripts/lib/build-for';
import { root } from '../../scripts/lib/paths';
import { packExtension, packSources, releaseVersion } from '../../scripts/lib/store-archives';

const archives = new Map<BrowserName | 'sources', Files>();
const inside = (name: BrowserName | 'sources'): Files => archives.get(name) ?? {};
const text = (name: BrowserName | 'sources', path: string) => new TextDecoder().decode(inside(name)[path]);

beforeAll(() => {
  for (const browser of browsers) archives.set(browser, unzipped(readFileSync(packExtension(browser))));
  archives.set('sources', unzipped(readFileSync(packSources())));
});

describe.each(browsers)('the archive for %s', (browser) => {
  it('holds the extension as built, and not one file more', () => {
    const paths = Object.keys(inside(browser));
    expect(paths).toEqual([...paths].sort());
    expect(paths.filter((path) => !/^(chunks|assets)\/[\w-]+\.(js|css)$/.test(path))).toEqual([
      'background.js',
      'content-scripts/ticket.js',
      'icon/128.png',
      'icon/16.png',
      'icon/32.png',
      'icon/48.png',
      'icon/96.png',
      'manifest.json',
      'sidepanel.html',
    ]);
    expect(fingerprints(inside(browser))).toEqual(fingerprints(filesIn(builtFor(browser))));
  });

  it('points to no source map and names nothing of the tests', () => {
    for (const path of Object.keys(inside(browser)))
      expect(text(browser, path)).not.toMatch(/sourceMappingURL|Brightwell|48213|vitest|playwright/i);
  });

  it('has the version of package.json, where alone it stands', () => {
    expect(JSON.parse(text(browser, 'manifest.json')).version).toBe(releaseVersion());
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    expect(lock.version).toBe(releaseVersion());
  });
});

it('Edge gets the very files that Chrome gets', () => {
  expect(fingerprints(inside('edge'))).toEqual(fingerprints(inside('chrome')));
});

it('a stray file in a build stops the release', () => {
  const stray = join(builtFor('chrome'), 'chunks/pull.test.js');
  writeFileSync(stray, '');
  // Without this the build would be made anew, and the stray with it be gone.
  const before = process.env.DEBRIEF_BUILT;
  process.env.DEBRIEF_BUILT = '1';
  try {
    expect(() => packExtension('chrome')).toThrow('Not for a store: chunks/pull.test.js');
  } finally {
    rmSync(stray);
    if (before === undefined) delete process.env.DEBRIEF_BUILT;
    else process.env.DEBRIEF_BUILT = before;
  }
});

describe('the sources for Mozilla’s reviewers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'debrief-sources-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('hold what is built and how, and no test, key, picture or hidden file', () => {
    const paths = Object.keys(inside('sources'));
    expect(
      paths.filter((path) => !/^(components|entrypoints|lib)\/[\w./-]+\.(tsx?|css|html)$/.test(path)),
    ).toEqual([
      'LICENSE',
      'README.md',
      'package-lock.json',
      'package.json',
      ...[128, 16, 32, 48, 96].map((size) => `public/icon/${size}.png`),
      'tsconfig.json',
      'wxt.config.ts',
    ]);
    expect(paths.filter((path) => /\.(test|spec|e2e)\.|(^|\/)(\.|tests?\/|fixtures\/)/.test(path))).toEqual(
      [],
    );
    expect(text('sources', 'README.md')).toContain('npm run build:firefox');
  });

  it('rebuild to the very files of the Firefox archive', () => {
    for (const [path, bytes] of Object.entries(inside('sources'))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    // In place of `npm ci`, which takes minutes: the same packages as the lock file names.
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const { script, args } = buildCommand(text('sources', 'package.json'));
    execFileSync(process.execPath, [script, ...args], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    expect(fingerprints(filesIn(join(folder, '.output/firefox-mv3')))).toEqual(
      fingerprints(inside('firefox')),
    );
  });
});

/** Short enough to read where two trees differ. */
function fingerprints(files: Files): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]),
  );
}

/** The command of the instructions, without npm around it. */
function buildCommand(packageJson: string): { script: string; args: string[] } {
  const [tool, ...args] = String(JSON.parse(packageJson).scripts['build:firefox']).split(' ');
  expect(tool).toBe('wxt');
  return { script: join(root, 'node_modules/wxt/bin/wxt.mjs'), args };
}
