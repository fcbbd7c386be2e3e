import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtFor } from '../../scripts/lib/builds';
import { root } from '../../scripts/lib/paths';

interface Remark {
  code: string;
  file?: string;
  message: string;
}

it('web-ext lint finds no error, and no warning but the two of React that docs/release.md explains', () => {
  const report = lint(builtFor('firefox'));
  expect(report.errors).toEqual([]);
  expect(report.notices).toEqual([]);
  expect(
    report.warnings.map(({ code, file }) => `${code} in ${file?.replace(/-[\w-]{8}\.js$/, '')}`),
  ).toEqual(['UNSAFE_VAR_ASSIGNMENT in chunks/sidepanel', 'UNSAFE_VAR_ASSIGNMENT in chunks/sidepanel']);
});

it('web-ext lint would find one', () => {
  const { errors } = lint(join(root, 'tests/fixtures/not-an-extension'));
  expect(errors.map(({ code }) => code)).toContain('MANIFEST_FIELD_REQUIRED');
});

function lint(folder: string): { errors: Remark[]; notices: Remark[]; warnings: Remark[] } {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/web-ext/bin/web-ext.js'),
      ...['lint', '--source-dir', folder, '--no-config-discovery', '--output', 'json'],
    ],
    // Without the last it would ask the registry for a newer version of itself.
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NO_UPDATE_NOTIFIER: '1' } },
  );
  if (!stdout.startsWith('{')) throw new Error(`web-ext lint gave no report: ${stderr}`);
  return JSON.parse(stdout);
}
