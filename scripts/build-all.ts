/** `npm run build:all`: builds the extension for every browser. */
import { buildFor, buildTargets } from './lib/builds';

process.exitCode = buildTargets.some((target) => buildFor(target) !== 0) ? 1 : 0;
