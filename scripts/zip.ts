/** `npm run zip`: fresh builds for every store, packed, with the sources that Mozilla asks for. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { buildFor, buildTargets } from './lib/builds';
import { root } from './lib/paths';
import { packExtension, packSources } from './lib/store-archives';

if (buildTargets.some((target) => buildFor(target) !== 0)) process.exit(1);
for (const archive of [...buildTargets.map(packExtension), packSources()]) {
  const bytes = readFileSync(archive);
  const hash = createHash('sha256').update(bytes).digest('hex');
  console.log(`${relative(root, archive)}  ${(bytes.length / 1_000).toFixed(1)} kB  sha256 ${hash}`);
}
