/** The archives that the stores take: one for each browser, and the sources that Mozilla's reviewers rebuild. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Files, filesIn, zipped } from './archive';
import { type BuildTarget, builtFor } from './builds';
import { root } from './paths';

/** All that may stand in an extension; a file that fits none of these stops the release. */
const partsOfExtension = [
  /^manifest\.json$/,
  /^sidepanel\.html$/,
  /^(background|courier)\.js$/,
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

/** Packs what was built for one browser; gives the archive's path. */
export function packExtension(target: BuildTarget): string {
  return write(target, extensionFiles(builtFor(target)));
}

/** A built extension, file by file; throws where one is among them that no store should get. */
export function extensionFiles(folder: string): Files {
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`No extension in ${folder}. "npm run build:all" makes one for every browser.`);
  const files = filesIn(folder);
  refuseStrays(Object.keys(files).filter((path) => !partsOfExtension.some((part) => part.test(path))));
  return files;
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

export function archivePath(name: BuildTarget | 'sources'): string {
  return join(root, '.output', `debrief-${releaseVersion()}-${name}.zip`);
}

function refuseStrays(strays: readonly string[]): void {
  if (strays.length > 0) throw new Error(`Not for a store: ${strays.join(', ')}`);
}

function write(name: BuildTarget | 'sources', files: Files): string {
  const path = archivePath(name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, zipped(files));
  return path;
}

function read(path: string): Uint8Array {
  return readFileSync(join(root, path));
}
