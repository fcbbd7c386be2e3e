/**
 * `npm test`: builds the extension, runs every kind of test and ends with one line that adds them up. Works on
 * a fresh clone after `npm ci`; the browsers and Request Tracker are installed where that is possible.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Availability,
  ensureInstalled,
  requestTrackerAvailability,
} from '../tests/helpdesks/request-tracker/packages';
import { buildFor, buildTargets } from './lib/builds';
import { ensureFirefox } from './lib/firefox';
import { artifacts } from './lib/paths';
import { runStep } from './lib/step';
import { sum, summaryLine, type Totals, totalsOf } from './lib/test-totals';

const requireTracker = process.env.DEBRIEF_REQUIRE_RT === '1';
const tracker = installedTracker();
const requireFirefox = process.env.DEBRIEF_REQUIRE_FIREFOX === '1';
const firefox = ensureFirefox();

const results: Totals[] = [];
console.log('# build');
if (runStep('wxt', ['prepare']) !== 0 || buildTargets.some((target) => buildFor(target) !== 0))
  results.push({ passed: 0, failed: 1 });

results.push(runner('unit tests', 'unit.json', 'vitest', ['run', '--project', 'unit']));
results.push(runner('the builds', 'built.json', 'vitest', ['run', '--project', 'built']));
if (tracker.available)
  results.push(runner('real helpdesks', 'real.json', 'vitest', ['run', '--project', 'real']));
else if (requireTracker) results.push({ passed: 0, failed: 1 });
const env = { DEBRIEF_BUILT: '1', ...(tracker.available ? {} : { DEBRIEF_WITHOUT_RT: '1' }) };
results.push(runner('browser tests', 'e2e.json', 'playwright', ['test'], env));
if (firefox.available)
  results.push(runner('Firefox tests', 'firefox.json', 'vitest', ['run', '--project', 'firefox'], env));
else if (requireFirefox) results.push({ passed: 0, failed: 1 });

const total = sum(results);
console.log('');
if (!tracker.available) console.log(`not run: Request Tracker (${tracker.why})`);
if (!firefox.available) console.log(`not run: Firefox (${firefox.why})`);
console.log(summaryLine(total));
writeFileSync(join(artifacts, 'summary.txt'), `${summaryLine(total)}\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** Being allowed to install it is not enough: the machine may be offline. */
function installedTracker(): Availability {
  const availability = requestTrackerAvailability();
  if (!availability.available) return availability;
  try {
    ensureInstalled();
    return availability;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { available: false, why: said.trim().replace(/\s*\n\s*/g, ' ') };
  }
}

function runner(
  name: string,
  file: string,
  tool: Parameters<typeof runStep>[0],
  args: string[],
  env?: Record<string, string>,
): Totals {
  console.log(`\n# ${name}`);
  const report = join(artifacts, file);
  mkdirSync(artifacts, { recursive: true });
  rmSync(report, { force: true });
  const output = tool === 'vitest' ? [`--outputFile.json=${report}`] : [];
  const exitCode = runStep(tool, [...args, ...output], env);
  return totalsOf(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, exitCode);
}
