/** `npm run test:long`: every law of the unit tests, tried thousands of times. Takes the better part of an hour. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts } from './lib/paths';
import { sourceFiles } from './lib/source-files';
import { runStep } from './lib/step';
import { summaryLine, totalsOf } from './lib/test-totals';

/** What decides how often a law is tried; a test file that asks it has a law in it. */
const asksForRuns = /from '[^']*\/support\/runs'/;

const laws = sourceFiles(/^tests\/unit\/.*\.test\.tsx?$/)
  .filter(({ text }) => asksForRuns.test(text))
  .map(({ path }) => path);
console.log(`# ${laws.length} files with laws`);

const report = join(artifacts, 'long.json');
mkdirSync(artifacts, { recursive: true });
rmSync(report, { force: true });
const args = ['run', '--project', 'unit', ...laws, `--outputFile.json=${report}`];
const exitCode = runStep('vitest', args, { DEBRIEF_LONG: process.env.DEBRIEF_LONG ?? '1' });
const total = totalsOf(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, exitCode);
console.log(`\n${summaryLine(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
