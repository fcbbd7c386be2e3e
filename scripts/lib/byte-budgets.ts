/** What a page, a click and the panel have to load, compressed as a browser's package or a server would. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';

export interface Budget {
  name: string;
  limit: number;
  files: string[];
  bytes: number;
}

/** Thousand bytes, as in "14 kB". */
const KB = 1_000;

/** Measures a built extension; throws where a file is missing, because a budget over nothing proves nothing. */
export function measureBudgets(built: string): Budget[] {
  return [
    budget(built, 'injected into a page', 14 * KB, ['courier.js']),
    budget(built, 'background', 5 * KB, ['background.js']),
    budget(built, 'panel at start', 150 * KB, pageFiles(built, 'sidepanel.html')),
  ];
}

export function overBudget(budgets: readonly Budget[]): Budget[] {
  return budgets.filter(({ bytes, limit }) => bytes > limit);
}

export function budgetTable(budgets: readonly Budget[]): string {
  const kb = (bytes: number) => `${(bytes / KB).toFixed(1)} kB`;
  return budgets
    .map(({ name, bytes, limit, files }) => {
      const verdict = bytes > limit ? 'OVER' : 'ok';
      return `${verdict.padEnd(5)}${name.padEnd(28)}${kb(bytes).padStart(9)} of ${kb(limit).padStart(9)}   ${files.length} files`;
    })
    .join('\n');
}

function budget(built: string, name: string, limit: number, files: string[]): Budget {
  const bytes = files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(built, file)), { level: 9 }).length,
    0,
  );
  return { name, limit, files, bytes };
}

/** A page's scripts and styles, and whatever those import before the first line of theirs can run. */
function pageFiles(built: string, page: string): string[] {
  const html = readFileSync(join(built, page), 'utf8');
  const files = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g)].map(
    ([, address = '']) => relative(built, join(built, address.replace(/^\//, ''))),
  );
  if (!files.some((file) => file.endsWith('.js'))) throw new Error(`${page} has no script`);
  const seen = new Set(files);
  for (const file of seen) {
    if (file.endsWith('.js')) for (const wanted of staticImports(built, file)) seen.add(wanted);
  }
  return [...seen];
}

function staticImports(built: string, file: string): string[] {
  const { module } = parseSync(file, readFileSync(join(built, file), 'utf8'));
  const addresses = [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) => one.entries.map((entry) => entry.moduleRequest?.value)),
  ];
  return addresses
    .filter((address) => address !== undefined)
    .map((address) => relative(built, resolve(dirname(join(built, file)), address)))
    .filter((target) => existsSync(join(built, target)));
}
