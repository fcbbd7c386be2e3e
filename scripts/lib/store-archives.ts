/** The archives that the stores take: one for each browser, and the sources that Mozilla's reviewers rebuild. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Files, filesIn, zipped } from './archive';
import { type BrowserName, buildFor } from './build-for';
import { root } from './paths';

/** All that may stand in an extension; a file that fits none of these stops the release. */
const partsOfExtension = [
  /^manifest\.json$/,
  /^sidepanel\.html$/,
  /^background\.js$/,
  /^content-scripts\/ticket\.js$/,
  /^chunks\/[\w-]+\.js$/,
  /^assets\/[\w-]+\.css$/,
  /^icon\/\d+\.png$/,
];

const sourceFiles = ['LICENSE', 'package.json', 'package-lock.json', 'tsconfig.json', 'wxt.config.ts'];
const sourceFolders = ['components', 'entrypoints', 'lib', 'public'];
const partsOfSources = /^[\w./-]+\.(tsx?|css|html|svg|png)$/;
const notSource = /(^|\/)\.|\.(test|spec|e2e)\./;

/** From the one place where it stands. */
export function releaseVersion(): string {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}

/** Builds for one browser and packs that; gives the archive's path. */
export function packExtension(browser: BrowserName): string {
  const files = filesIn(buildFor(browser));
  refuseStrays(Object.keys(files).filter((path) => !partsOfExtension.some((part) => part.test(path))));
  return write(browser, files);
}

/** What is needed to rebuild the extension and nothing else, with the instructions as its README. */
export function packSources(): string {
  const files: Files = { 'README.md': read('docs/rebuilding.md') };
  for (const path of sourceFiles) files[path] = read(path);
  for (const folder of sourceFolders) {
    for (const [path, bytes] of Object.entries(filesIn(join(root, folder))))
      files[`${folder}/${path}`] = bytes;
  }
  const ofFolders = Object.keys(files).filter((path) => path.includes('/'));
  refuseStrays(ofFolders.filter((path) => !partsOfSources.test(path) || notSource.test(path)));
  return write('sources', files);
}

export function archivePath(name: BrowserName | 'sources'): string {
  return join(root, '.output', `debrief-${releaseVersion()}-${name}.zip`);
}

function refuseStrays(strays: readonly string[]): void {
  if (strays.length > 0) throw new Error(`Not for a store: ${strays.join(', ')}`);
}

function write(name: BrowserName | 'sources', files: Files): string {
  const path = archivePath(name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, zipped(files));
  return path;
}

function read(path: string): Uint8Array {
  return readFileSync(join(root, path));
}
