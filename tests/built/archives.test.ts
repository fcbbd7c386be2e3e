/** What the stores get: whole, with nothing else in it, the same on every day, and able to be rebuilt. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Files, filesIn, unzipped } from '../../scripts/lib/archive';
import { type BuildTarget, buildTargets, builtFor } from '../../scripts/lib/builds';
import { root } from '../../scripts/lib/paths';
import { extensionFiles, packExtension, packSources, releaseVersion } from '../../scripts/lib/store-archives';

const archives = new Map<BuildTarget | 'sources', Files>();
const inside = (name: BuildTarget | 'sources'): Files => archives.get(name) ?? {};
const text = (name: BuildTarget | 'sources', path: string) => new TextDecoder().decode(inside(name)[path]);

beforeAll(() => {
  for (const target of buildTargets) archives.set(target, unzipped(readFileSync(packExtension(target))));
  archives.set('sources', unzipped(readFileSync(packSources())));
});

describe.each(buildTargets)('the archive for %s', (target) => {
  it('holds the extension as built, and not one file more', () => {
    const paths = Object.keys(inside(target));
    expect(paths).toEqual([...paths].sort());
    expect(paths.filter((path) => !/^(chunks|assets)\/[\w-]+\.(js|css)$/.test(path))).toEqual([
      'background.js',
      'courier.js',
      'icon/128.png',
      'icon/16.png',
      'icon/32.png',
      'icon/48.png',
      'icon/96.png',
      'manifest.json',
      'sidepanel.html',
    ]);
    expect(fingerprints(inside(target))).toEqual(fingerprints(filesIn(builtFor(target))));
  });

  it('points to no source map and names nothing of the tests', () => {
    for (const path of Object.keys(inside(target)))
      expect(text(target, path)).not.toMatch(/sourceMappingURL|Brightwell|48213|vitest|playwright/i);
  });

  it('has the version of package.json, where alone it stands', () => {
    expect(JSON.parse(text(target, 'manifest.json')).version).toBe(releaseVersion());
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    expect(lock.version).toBe(releaseVersion());
  });
});

it('Edge gets the very files that Chrome gets', () => {
  expect(fingerprints(inside('edge'))).toEqual(fingerprints(inside('chrome')));
});

it('a stray file in a build stops the release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'debrief-stray-'));
  cpSync(builtFor('chrome'), folder, { recursive: true });
  expect(Object.keys(extensionFiles(folder))).toEqual(expect.arrayContaining(['manifest.json']));
  writeFileSync(join(folder, 'chunks/pull.test.js'), '');
  writeFileSync(join(folder, '.env'), '');
  expect(() => extensionFiles(folder)).toThrow('Not for a store: .env, chunks/pull.test.js');
  rmSync(folder, { recursive: true });
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
    expect(text('sources', 'README.md')).toContain('npm run build-for-amo');
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
  const { scripts } = JSON.parse(packageJson);
  expect(scripts['build-for-amo']).toBe('npm run build:firefox');
  const [tool, ...args] = String(scripts['build:firefox']).split(' ');
  expect(tool).toBe('wxt');
  return { script: join(root, 'node_modules/wxt/bin/wxt.mjs'), args };
}
