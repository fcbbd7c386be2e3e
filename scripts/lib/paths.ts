import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** Everything a run leaves behind: reports, pictures, exports. Ignored by git. */
export const artifacts = resolve(root, '.artifacts');

/** The build the browser tests run; `builds.ts` knows the others. */
export const builtExtension = resolve(root, '.output/chrome-mv3');
