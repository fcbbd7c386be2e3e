/** Zip archives that depend on their content alone: the same files give the same bytes on any day and machine. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** By path inside the archive, with `/`. */
export type Files = Record<string, Uint8Array>;

/** The oldest day that a zip can name. In local time, because that is how it is written down. */
const ANY_DAY = new Date(1980, 0, 1);

export function zipped(files: Files): Uint8Array {
  const inOrder: Zippable = {};
  for (const path of Object.keys(files).sort()) inOrder[path] = files[path] ?? strToU8('');
  return zipSync(inOrder, { level: 9, mtime: ANY_DAY });
}

export function unzipped(archive: Uint8Array): Files {
  return unzipSync(archive);
}

/** Every file of a folder, hidden ones too, so that nothing can be left out unseen. */
export function filesIn(folder: string, below = ''): Files {
  const files: Files = {};
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) Object.assign(files, filesIn(folder, path));
    else files[path] = readFileSync(join(folder, path));
  }
  return files;
}
