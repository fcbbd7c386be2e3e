/** `npm run bench [-- name …]`: measures, prints tables, keeps every round below `.artifacts/bench`. */
import { loadavg } from 'node:os';
import { relative } from 'node:path';
import { root } from '../../scripts/lib/paths';
import { measureAnalyse } from './analyse';
import { measureDraft } from './draft';
import { measureMarkdown } from './markdown';
import { measureOpenPanel } from './open-panel';
import { measurePull, measurePullOfRequestTracker } from './pull';
import { measureRedact } from './redact';
import { conditions, printTable, type Report, saveReport } from './report';
import { measureSave } from './save';
import { measureScreen } from './screen';
import { measureWording } from './wording';

const benches: Record<string, () => Promise<Report>> = {
  analyse: measureAnalyse,
  markdown: measureMarkdown,
  wording: measureWording,
  redact: measureRedact,
  pull: measurePull,
  'pull-request-tracker': measurePullOfRequestTracker,
  'open-panel': measureOpenPanel,
  draft: measureDraft,
  save: measureSave,
  screen: measureScreen,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}

for (const [name, measure] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const measured = conditions();
  const report = await measure();
  for (const table of report.tables) printTable(table);
  const { machine, load, node, browser, at } = measured;
  console.log(`${at}, ${machine}, load ${load.join(' ')} before and ${loadavg()[0]?.toFixed(1)} after`);
  console.log(`Node ${node}, ${browser}. Every round: ${relative(root, saveReport(name, report, measured))}`);
}
