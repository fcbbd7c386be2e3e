/** `tsx scripts/check-imports.ts`: do all imports point down the list of rooms? */
import { checkImports } from './lib/import-rules';
import { sourceFiles } from './lib/source-files';

const files = sourceFiles(/^(entrypoints|components|lib)\/.*\.tsx?$/);
const violations = checkImports(files);
for (const { path, line, message } of violations) console.error(`${path}:${line}: ${message}`);
if (violations.length > 0) process.exitCode = 1;
else console.log(`Imports of ${files.length} files point the right way.`);
