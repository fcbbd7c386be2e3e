/** `npm run check`: everything that can be said about the code without running a test. Shows all complaints at once. */
import { runStep } from './lib/step';

const steps: [name: string, ...step: Parameters<typeof runStep>][] = [
  ['generated types', 'wxt', ['prepare']],
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['format and lint', 'biome', ['check', '.']],
  ['direction of imports', 'tsx', ['scripts/check-imports.ts']],
  ['unused files, exports, dependencies', 'knip', []],
  ['fit to be committed', 'tsx', ['scripts/check-hygiene.ts']],
  ['build', 'wxt', ['build']],
  ['byte budgets', 'tsx', ['scripts/check-budgets.ts']],
];

const failed: string[] = [];
for (const [name, ...step] of steps) {
  console.log(`\n# ${name}`);
  if (runStep(...step) !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`\nCheck failed: ${failed.join('; ')}.`);
  process.exitCode = 1;
} else console.log('\nCheck passed.');
