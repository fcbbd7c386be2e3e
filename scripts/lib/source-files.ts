import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from './import-rules';
import { root } from './paths';

const notOurs = new Set(['node_modules', '.git', '.output', '.wxt', '.artifacts', '.cache']);

/** Every text of the repository whose path fits; without git, so that a copied tree is checked as well. */
export function sourceFiles(wanted: RegExp, folder = ''): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !notOurs.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return sourceFiles(wanted, path);
      return entry.isFile() && wanted.test(path)
        ? [{ path, text: readFileSync(join(root, path), 'utf8') }]
        : [];
    });
}
