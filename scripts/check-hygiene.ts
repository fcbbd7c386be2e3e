/** `tsx scripts/check-hygiene.ts`: is everything here fit to be committed? */
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { checkHygiene, hygieneRules } from './lib/hygiene';
import { root } from './lib/paths';
import { sourceFiles } from './lib/source-files';

const files = sourceFiles(/(\.(tsx?|mjs|json|html|css|md|svg|pl|ya?ml|txt|ics|csv)|\.ci\/run)$/);
// In a container, home may be "/" and the repository "/app": words that say nothing about anybody's machine.
const places = [homedir(), root].filter(
  (place) => place !== '/' && (place === homedir() || dirname(place) !== '/'),
);
const violations = checkHygiene(files, hygieneRules(places));
for (const { path, line, message } of violations) console.error(`${path}:${line}: ${message}`);
if (violations.length > 0) process.exitCode = 1;
else console.log(`${files.length} files are fit to be committed.`);
