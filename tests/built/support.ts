import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildTarget, builtFor } from '../../scripts/lib/builds';

export type Manifest = Record<string, unknown>;

export interface Build {
  manifest: Manifest;
  /** Paths inside the extension, with `/`. */
  files: string[];
  read(path: string): string;
}

/** One built extension; throws where there is none, because a test over nothing proves nothing. */
export function openBuild(target: BuildTarget): Build {
  const folder = builtFor(target);
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`There is no build for ${target}. Run "npm run build:all" first.`);
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
  return { manifest: JSON.parse(read('manifest.json')), files, read };
}
