import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { budgetTable, measureBudgets, overBudget } from '../../../scripts/lib/byte-budgets';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A build with the parts every build has, some of them replaced. */
function built(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'debrief-budget-'));
  folders.push(folder);
  const all = {
    'background.js': 'let a;',
    'courier.js': 'let a;',
    'sidepanel.html': '<script type="module" crossorigin src="/chunks/panel.js"></script>',
    'chunks/panel.js': 'export {};',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Text that compression cannot make smaller than about `bytes`. */
function dense(bytes: number): string {
  return `let a = "${randomBytes(bytes / 2).toString('hex')}";`;
}

const names = (folder: string) => overBudget(measureBudgets(folder)).map(({ name }) => name);

it('is content with a small build and shows each budget in a table', () => {
  const budgets = measureBudgets(built());
  expect(overBudget(budgets)).toEqual([]);
  expect(budgetTable(budgets)).toMatch(/injected into a page .* of {3}14\.0 kB/);
});

it('weighs what is injected into a helpdesk’s page', () => {
  expect(names(built({ 'courier.js': dense(30_000) }))).toEqual(['injected into a page']);
  expect(names(built({ 'courier.js': dense(10_000) }))).toEqual([]);
});

it('weighs what the panel imports at once, through every step, but not what it loads later', () => {
  const heavy = dense(320_000);
  const files = { 'chunks/a.js': "export * from './b.js';", 'chunks/b.js': heavy };
  expect(names(built({ ...files, 'chunks/panel.js': "import './a.js';" }))).toEqual(['panel at start']);
  expect(names(built({ ...files, 'chunks/panel.js': "void import('./a.js');" }))).toEqual([]);
});

it('weighs the styles of the panel', () => {
  const page = '<link rel="stylesheet" href="/assets/panel.css"><script src="/chunks/panel.js"></script>';
  expect(names(built({ 'sidepanel.html': page, 'assets/panel.css': dense(320_000) }))).toEqual([
    'panel at start',
  ]);
});

it('does not pass over a build without the injected script or a panel without a script', () => {
  const folder = built({ 'sidepanel.html': '<p>nothing</p>' });
  expect(() => measureBudgets(folder)).toThrow('sidepanel.html has no script');
  rmSync(join(folder, 'courier.js'));
  expect(() => measureBudgets(folder)).toThrow('courier.js');
});
