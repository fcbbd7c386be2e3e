/** `npm run zip`: fresh builds for every store, packed, with the sources that Mozilla asks for. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { browsers } from './lib/build-for';
import { root } from './lib/paths';
import { packExtension, packSources } from './lib/store-archives';

for (const archive of [...browsers.map(packExtension), packSources()]) {
  const bytes = readFileSync(archive);
  const hash = createHash('sha256').update(bytes).digest('hex');
  console.log(`${relative(root, archive)}  ${(bytes.length / 1_000).toFixed(1)} kB  sha256 ${hash}`);
}
