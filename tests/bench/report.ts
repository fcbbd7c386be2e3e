/** What a benchmark says: plain tables for people, the single rounds as JSON for a later comparison. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../scripts/lib/browser';
import { artifacts, root } from '../../scripts/lib/paths';

export interface Report {
  tables: Table[];
  /** Every single round, in milliseconds. */
  rounds: unknown;
}

export interface Table {
  title: string;
  head: string[];
  rows: string[][];
}

export function printTable({ title, head, rows }: Table): void {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  console.log(['', title, line(head), ...rows.map(line)].join('\n'));
}

/** Gives the file. */
export function saveReport(name: string, report: Report, measured: Conditions): string {
  const folder = join(artifacts, 'bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  writeFileSync(file, `${JSON.stringify({ name, conditions: measured, ...report }, undefined, 2)}\n`);
  return file;
}

export type Conditions = ReturnType<typeof conditions>;

export function conditions() {
  const browser = findBrowser();
  const processors = cpus();
  return {
    at: new Date().toISOString(),
    machine: `${processors.length} × ${processors[0]?.model.trim()}, ${Math.round(totalmem() / 1e9)} GB`,
    system: `${platform()} ${release()}`,
    load: loadavg().map((value) => Number(value.toFixed(1))),
    node: process.version,
    browser: browser ? `${browser.name} ${browser.version}` : 'none',
    packages: Object.fromEntries(compared.map((name) => [name, installedVersion(name)])),
  };
}

const compared = [
  'react',
  'dexie',
  'zod',
  'mdast-util-to-markdown',
  'mdast-util-gfm',
  'retext-equality',
  'write-good',
];

function installedVersion(name: string): string {
  const file = join(root, 'node_modules', name, 'package.json');
  // A package's own description always has a version.
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

export function ms(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}

export function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 10 ? 1 : 0)} ×`;
}

export function count(value: number): string {
  return value.toLocaleString('en-US');
}
